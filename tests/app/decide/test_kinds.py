"""Does a text hold the kind of thing that a question asks for?"""

import pytest

from app.decide.kinds import (
    DOER_SAID,
    agent_missing,
    enumerates,
    holds_kind,
    holds_name,
    kind_fit,
    lists_names,
    lists_organisations,
)
from app.understand.lexicon import Lexicon
from app.understand.question import analyse


@pytest.mark.parametrize(
    ("question", "text", "holds"),
    [
        ("Có mấy đơn vị?", "Có 11 đơn vị.", True),
        ("Có mấy đơn vị?", "Năm 2022 có nhiều đơn vị.", False),
        ("Theo đề án số mấy?", "Theo đề án 1816.", True),
        ("Khi nào ký?", "Ngày 14/12/2020.", True),
        ("Khi nào ký?", "Trong quý I.", True),
        ("Khi nào ký?", "Có 11 đơn vị.", False),
        ("Khi nào có hiệu lực?", "Có hiệu lực sau mười lăm ngày, kể từ ngày ký.", True),
        ("Khi nào phải nộp?", "Chậm nhất ngày 31/3 hàng năm.", True),
        ("Khi nào người nuôi được nghỉ?", "Được nghỉ trong trường hợp có dịch.", True),
        ("Khi nào người nuôi được nghỉ?", "Được nghỉ nhiều.", False),
        ("Khi nào chợ được khởi công?", "Nếu đủ vốn.", False),
        ("Có mấy ngày?", "Trong bảy ngày.", True),
        ("Vì sao ít khách?", "Ít khách do thời gian ngắn.", True),
        ("Vì sao ít khách?", "Ít khách.", False),
        ("Kể tên các công ty", "An, Bình, Châu.", True),
        ("Kể tên các công ty", "Một công ty.", False),
        ("Ai ký?", "Ông Lê Văn An.", True),
        ("Ai ký?", "một người.", False),
        ("Có trồng hoa không?", "Trồng hoa.", True),
        ("Hoa hồng Tam Đường", "Gì cũng được.", True),
    ],
)
def test_the_kind_that_is_asked_for_stands_in_the_text(lexicon: Lexicon, question: str, text: str, holds: bool) -> None:
    assert holds_kind(analyse(question, lexicon), text) is holds


def test_which_district_wants_the_word_before_a_name(lexicon: Lexicon) -> None:
    asked = analyse("Huyện nào trồng hoa hồng?", lexicon)
    assert kind_fit(asked, "Trồng ở huyện Tam Đường.") == 1.0
    assert kind_fit(asked, "Công ty Song Thu trồng.") == 0.5
    assert kind_fit(asked, "trồng nhiều.") == 0.0


def test_which_body_wants_an_organisation(lexicon: Lexicon) -> None:
    asked = analyse("Cơ quan nào báo cáo?", lexicon)
    assert kind_fit(asked, "Sở Y tế báo cáo tỉnh Yên Bái.") == 1.0
    assert kind_fit(asked, "Ông Lê An báo cáo.") == 0.5


def test_two_capitalised_words_side_by_side_are_a_name() -> None:
    assert holds_name("ở Tam Đường")
    assert holds_name("Đông Anh")
    assert not holds_name("Tam đường, Hà")
    assert not holds_name("")


def test_a_list_has_three_members_a_colon_or_an_and() -> None:
    assert enumerates("gạo, miến, mật ong")
    assert enumerates("gồm: gạo")
    assert enumerates("gạo và miến")
    assert not enumerates("gạo, miến")


def test_names_go_on_after_a_comma() -> None:
    assert lists_names("Trường Bắc, Trường Nam mới mở.")
    assert not lists_names("Trường Bắc mở lớp, thuê thầy.")


@pytest.mark.parametrize(
    ("text", "fit", "missing"),
    [
        ("Tiền thuốc do Sở Y tế Hạ chi trả.", DOER_SAID, False),
        ("Hội Phụ Lão khám cho 40 người.", 0.5, False),
        ("Tiền thuốc do cả hai bản chi.", 0.0, False),
        ("Trong đó các tổ chức khác 3 tỷ đồng.", 0.0, True),
    ],
)
def test_by_whom_wants_the_doer(lexicon: Lexicon, text: str, fit: float, missing: bool) -> None:
    question = analyse("Tiền thuốc do ai chi?", lexicon)
    assert kind_fit(question, text) == fit
    assert agent_missing(question, text) is missing


def test_three_bodies_set_apart_by_commas_are_a_list_of_organisations() -> None:
    assert lists_organisations("Bệnh viện Nhi An Hải, Bệnh viện Mắt An Hải, Trung tâm Da liễu.")
    assert not lists_organisations("Bệnh viện Nhi An Hải và Bệnh viện Mắt An Hải khám cho 30 cháu.")


def test_whichever_place_is_asked_for_is_a_place_of_any_kind(lexicon: Lexicon) -> None:
    asked = analyse("Lớp học mở ở những nơi nào?", lexicon)
    assert kind_fit(asked, "Mở lớp tại bản Nà Sọc và thị trấn Khe Sơn.") == 1
    assert kind_fit(asked, "Mở lớp và dạy nghề.") == 0.5
