"""All that a text counts of one thing is added up where the total is asked for, and nothing where only some is meant."""

from dataclasses import replace

import pytest

from app.understand.lexicon import Lexicon
from app.write.compute import compute
from corpus.library import Library
from tests.fakes import cite
from tests.small_library import COOPERATION_ID

CASES = "Xác minh 31 trường hợp xin cấp hộ chiếu; xác minh 04 trường hợp vi phạm; tiếp nhận 03 công dân bị trao trả."
SIGNED = "Đã có 03 HTX và 01 chủ hộ ký kết hợp đồng tiêu thụ gạo."
SHEETS = "Đã gửi 03 phiếu xác minh và trả lời 15 phiếu xác minh. Trả lời 64 yêu cầu tra cứu."
FISH = "Sản lượng thịt hơi 98 tấn. Sản lượng thủy sản đạt 11 tấn (nuôi trồng 10 tấn, khai thác 1 tấn)."
MONEY = "Quận Mai giúp huyện Phong 425 triệu đồng: Xây nhà 320 triệu đồng; mua máy 105 triệu đồng cho huyện."
TRIPS = "Kiểm dịch 103 con động vật/79 chuyến và 747 kg sản phẩm động vật/302 chuyến."
LATE = "Lĩnh vực đất đai 301 hồ sơ; lĩnh vực xây dựng 46 hồ sơ; các lĩnh vực khác 32 hồ sơ."

HERDS = "Cấp cho các xã vùng cao 1.200 con lợn giống, 80 con bò giống, 45 con ngựa giống."


@pytest.mark.parametrize(
    ("question", "quote", "result"),
    [
        ("Tổng cộng bao nhiêu trường hợp xác minh và tiếp nhận?", CASES, "31 + 4 + 3 = 38 người"),
        ("Tất cả bao nhiêu trường hợp?", CASES, "31 + 4 + 3 = 38 người"),
        ("Có tất cả mấy đơn vị, hộ ký hợp đồng?", SIGNED, "3 + 1 = 4"),
        ("Đã trả lời tổng cộng bao nhiêu phiếu xác minh và yêu cầu tra cứu?", SHEETS, "15 + 64 = 79"),
        ("Cả phiếu gửi đi lẫn phiếu trả lời là bao nhiêu phiếu?", SHEETS, "3 + 15 = 18 phiếu"),
        ("Tổng số bò và ngựa giống được cấp là bao nhiêu con?", HERDS, "80 + 45 = 125 con"),
        ("Tổng số lợn, bò và ngựa giống là bao nhiêu con?", HERDS, "1.200 + 80 + 45 = 1.325 con"),
        ("Tính gộp phiếu gửi, phiếu trả lời và yêu cầu tra cứu thì tổng cộng bao nhiêu?", SHEETS, "3 + 15 + 64 = 82"),
        ("Gộp mương đã nạo, giếng đã đào và kênh thì tổng cộng bao nhiêu?", "Nạo 5 km mương, đào 3 giếng.", None),
        ("Đã gửi tất cả bao nhiêu phiếu?", SHEETS, None),
        ("Tổng sản lượng thịt hơi và thủy sản là bao nhiêu tấn?", FISH, "98 + 11 = 109 tấn"),
        ("Ở huyện Phong, quận Mai giúp tổng cộng bao nhiêu tiền?", MONEY, None),
        ("Gộp cả động vật sống lẫn sản phẩm động vật thì mấy chuyến?", TRIPS, "79 + 302 = 381 chuyến"),
        ("Lĩnh vực đất đai nhiều hơn lĩnh vực xây dựng bao nhiêu hồ sơ?", LATE, "301 − 46 = 255 hồ sơ"),
    ],
)
def test_a_total_is_worked_out_of_what_is_meant(
    small: Library, lexicon: Lexicon, question: str, quote: str, result: str | None
) -> None:
    found = compute(question, [replace(cite(small.report(COOPERATION_ID), "115 ha"), quote=quote)], lexicon)
    assert (str(found) if found else None) == result
