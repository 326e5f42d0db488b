"""Follow-ups in the forms in which people type them, each resolved by its words and what was said before."""

import pytest

from app.understand.followup import FollowUps
from app.understand.lexicon import Lexicon

AREA = "Diện tích trồng hoa hồng ở Tam Đường là bao nhiêu?"


@pytest.fixture(scope="module")
def follow_ups(lexicon: Lexicon) -> FollowUps:
    """Of a report about Lai Châu and Hà Nội."""
    return FollowUps(lexicon, frozenset({"lai chau", "ha noi"}))


@pytest.mark.parametrize(
    ("turns", "question", "meant"),
    [
        (["Chủ đề hội chợ sâm là gì?"], "Còn tuần du lịch?", "Chủ đề tuần du lịch là gì?"),
        (["Hội chợ sâm có chủ đề gì?"], "Tuần du lịch thì sao?", "Tuần du lịch có chủ đề gì?"),
        (["Năm 2023 trồng mấy ha hoa?"], "Năm nay thì sao?", "Năm nay trồng mấy ha hoa?"),
        (["Sản lượng hoa hồng bao nhiêu?"], "Kế hoạch 2023?", "Kế hoạch năm 2023 sản lượng hoa hồng bao nhiêu?"),
        ([AREA, "Còn Tân Uyên?"], "Chênh nhau bao nhiêu?", AREA.replace("ở Tam Đường là", "ở Tam Đường và Tân Uyên chênh nhau")),
        (["Có mấy nhà đầu tư?"], "Cụ thể?", "Nhà đầu tư: kể tên cụ thể?"),
        (["Có mấy chuyến xe?"], "So với năm trước thế nào?", "Có mấy chuyến xe? Tăng hay giảm thế nào so với năm trước?"),
        (["Kiểm dịch mấy hồ sơ?"], "Trễ hạn bao nhiêu?", "Kiểm dịch hồ sơ: trễ hạn bao nhiêu?"),
        (["Quận Hoàng Mai cho bao nhiêu tiền?", "Có khoản nào mua máy không?"], "Còn quận Ba Đình cho bao nhiêu?", "Quận Ba Đình cho bao nhiêu tiền?"),
        (["Năm 2023 trồng mấy ha hoa?"], "Còn năm ngoái?", "Năm 2022 trồng mấy ha hoa?"),
        (["Có mấy chuyến xe?"], "Năm ngoái thì sao?", "Có mấy chuyến xe năm ngoái?"),
        (["Năm 2023 trồng mấy ha hoa?"], "cùng kỳ?", "Năm 2023 trồng mấy ha hoa cùng kỳ?"),
        (["Ngày hội 2023 có qua Tân Uyên không?"], "còn đợt 2022 thì xuất phát ở đâu?", "Ngày hội đợt 2022 thì xuất phát ở đâu?"),
        (["Ngày hội hoa có mở lại không?", "Vì sao?"], "Sang năm có làm việc đó không?", "Sang năm có làm Ngày hội hoa không?"),
        (["Năm 2022 có mấy chuyến xe?", "còn năm 2021?"], "vậy tăng thêm bao nhiêu?", "Năm 2022 tăng thêm mấy chuyến xe so với năm 2021?"),
        (["Hội chợ sâm có chủ đề gì?"], "à không, ý mình là tuần du lịch cơ", "Tuần du lịch có chủ đề gì?"),
        ([AREA, "Có mấy chuyến xe mỗi ngày?"], "quay lại chuyện hoa hồng lúc nãy, ở Tân Uyên bao nhiêu?", AREA.replace("Tam Đường", "Tân Uyên")),
        ([AREA, "Có mấy chuyến xe mỗi ngày?"], "quay lại chuyện hoa hồng lúc nãy", AREA),
        (["Bắt mấy vụ?", "Trên biển thì mấy vụ?"], "trong số đó mấy vụ do cháy", "Bắt vụ, trên biển: trong số đó mấy vụ do cháy?"),
        (["Có mấy lao động ra nước ngoài?"], "Vậy sang năm phấn đấu bao nhiêu người?", "Lao động ra nước ngoài: sang năm phấn đấu bao nhiêu người?"),
        (["Tỷ lệ hồ sơ trễ đạt bao nhiêu?"], "vậy sang năm phấn đấu đạt bao nhiêu?", "Tỷ lệ hồ sơ trễ: sang năm phấn đấu đạt bao nhiêu?"),
        (["Có mấy lao động ra nước ngoài?"], "Sang năm phấn đấu trồng bao nhiêu ha hoa?", "Sang năm phấn đấu trồng bao nhiêu ha hoa?"),
        ([AREA], "Thôi chuyển sang xe khách: có mấy chuyến?", "Có mấy chuyến?"),
    ],
)  # fmt: skip
def test_a_form_is_resolved(follow_ups: FollowUps, turns: list[str], question: str, meant: str) -> None:
    assert follow_ups.resolve(question, turns).text == meant


def test_a_place_is_exchanged_however_it_was_spelled(follow_ups: FollowUps) -> None:
    assert follow_ups.resolve("Thế ở Tân Uyên?", ["Diện tích hoa hồng ở Tam Dường?"]).text == (
        "Diện tích hoa hồng ở Tân Uyên?"
    )


@pytest.mark.parametrize("text", ["cảm ơn bạn", "Viết cho tôi một bài thơ", "Thủ đô của Pháp là gì?"])
def test_what_has_nothing_to_do_with_the_report_inherits_nothing(follow_ups: FollowUps, text: str) -> None:
    assert follow_ups.resolve(text, [AREA]).text == text


def test_a_pointing_word_means_what_the_answer_named(follow_ups: FollowUps) -> None:
    resolved = follow_ups.resolve("Huyện đó có mấy đơn vị vận tải khai thác?", [AREA], ["Ở huyện Tân Uyên."])
    assert resolved.text.endswith("Huyện Tân Uyên có mấy đơn vị vận tải khai thác?")


def test_the_party_takes_the_place_of_the_other_one(follow_ups: FollowUps) -> None:
    before = "Công an Lai Châu bắt mấy người do Hà Nội truy nã?"
    resolved = follow_ups.resolve("thế công an Hà Nội thì bắt bao nhiêu, ở đâu?", [before])
    assert resolved.text == "Công an Hà Nội bắt mấy người do Lai Châu truy nã, ở đâu?"


def test_a_party_of_a_pair_stays_in_the_pair(follow_ups: FollowUps) -> None:
    resolved = follow_ups.resolve("thế bên Hà Nội?", ["Có mấy đơn vị của Lai Châu chạy tuyến Lai Châu – Hà Nội?"])
    assert resolved.text == "Có mấy đơn vị của Hà Nội chạy tuyến Lai Châu – Hà Nội?"


def test_an_item_of_the_last_list_is_asked_about(follow_ups: FollowUps) -> None:
    resolved = follow_ups.resolve(
        "cái thứ hai hết bao nhiêu?", ["Xây những gì?"], ["“Xây cầu Nậm Na”; “xây trường Hua Bum”."]
    )
    assert resolved.text.endswith("trường Hua Bum hết bao nhiêu?")


def test_what_was_quoted_in_few_words_is_what_is_pointed_at(follow_ups: FollowUps) -> None:
    resolved = follow_ups.resolve(
        "cái này làm với ai?", ["Có xét nghiệm không?"], ["“thực hiện xét nghiệm 402 mẫu nước” (mục I)."]
    )
    assert resolved.text == "Thực hiện xét nghiệm 402 mẫu nước làm với ai?"


def test_a_third_turn_stands_on_the_second_and_heaps_up_no_questions(follow_ups: FollowUps) -> None:
    resolved = follow_ups.resolve("vì sao?", [AREA, "của ai?", "họ ở đâu?"])
    assert resolved.text == "Diện tích trồng hoa hồng ở Tam Đường: vì sao?"


def test_thanks_in_between_are_not_stood_on(follow_ups: FollowUps) -> None:
    assert follow_ups.resolve("còn Tân Uyên?", [AREA, "cảm ơn bạn"]).text == AREA.replace("Tam Đường", "Tân Uyên")


def test_a_part_of_what_was_quoted_is_asked_of_the_question_and_not_of_the_words_quoted(follow_ups: FollowUps) -> None:
    resolved = follow_ups.resolve("trong số đó mấy vụ do cháy", ["Trên biển mấy vụ?"], ["“Trên biển chiếm 42 vụ”."])
    assert resolved.text == "Trên biển vụ: trong số đó mấy vụ do cháy?"
