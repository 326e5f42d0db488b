"""Names that are asked for: a company, a person, a plant, a place. Those of the question are no answer."""

import pytest

from app.decide.wanted_names import (
    asks_where,
    body_missing,
    company_missing,
    document_missing,
    holds_location,
    person_missing,
    species_missing,
)


@pytest.mark.parametrize(
    ("heads", "text", "said", "missing"),
    [
        (("công ty",), "Nhà máy tại Đông Sơn chạy từ tháng 5.", " cong ty nao ", True),
        (("công ty",), "Do Công ty cổ phần Hoa Mai vận hành.", " cong ty nao ", False),
        (("công ty",), "Doanh nghiệp tỉnh Hòa Bình tham gia.", " cong ty nao ", True),
        (("ngân hàng",), "Do Agribank phối hợp.", " ngan hang nao ", False),
        (("ngân hàng",), "Do Agribank phối hợp.", " cung agribank con ngan hang nao ", True),
        (("công ty",), "Do UBND tỉnh phối hợp.", " cong ty nao ", True),
        (("xã",), "Nhà máy tại Đông Sơn.", "", False),
    ],
)
def test_a_company_is_named_by_its_noun_or_a_brand(heads: tuple[str, ...], text: str, said: str, missing: bool) -> None:
    assert company_missing(heads, text, said, lambda word: word == "UBND") is missing


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("Hỗ trợ hai hộ ở huyện Đông Sơn.", True),
        ("Hỗ trợ ông Lê Văn An.", False),
        ("Hỗ trợ hộ Lê Văn An.", False),
    ],
)
def test_names_of_households_are_names_of_people(text: str, missing: bool) -> None:
    assert person_missing("tên các hộ được hỗ trợ?", text) is missing
    assert person_missing("tên bốn hộ nghèo là gì?", text) is missing
    assert not person_missing("tên các xã?", text)


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("Công ty đầu tư trồng cây ăn quả.", True),
        ("Công ty đầu tư trồng bưởi.", False),
        ("Công ty trồng các loại như: mắc mật, trám.", False),
    ],
)
def test_a_plant_is_more_than_the_word_for_it(text: str, missing: bool) -> None:
    assert species_missing(("cây ăn quả",), text, "công ty trồng cây ăn quả nào?") is missing


def test_a_place_is_new_where_it_does_not_repeat_the_question() -> None:
    assert asks_where("hội chợ mở tại địa điểm nào?")
    assert asks_where("địa điểm nào mở hội chợ?")
    assert not asks_where("hội chợ mở khi nào?")
    assert not asks_where("do công an nơi nào bắt?")
    assert not holds_location("Mở tại thành phố Hòa Bình.", ["hoa binh"])
    assert holds_location("Mở tại nhà thi đấu.", ["hoa binh"])


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("Tổ hòa giải do trưởng thôn đứng đầu.", True),
        ("Trưởng thôn Sùng A Páo đứng đầu.", False),
        ("Bà Lê Hoa đứng đầu.", False),
    ],
)
def test_who_and_under_what_name_wants_a_person(text: str, missing: bool) -> None:
    assert person_missing("ai là người đứng đầu tổ hòa giải, tên gì?", text) is missing
    assert not person_missing("ai là người đứng đầu?", text)


def test_a_border_gate_with_a_surname_is_nobody() -> None:
    assert person_missing("tên tuổi của những người này?", "Trao trả qua cửa khẩu Ma Lù Thàng.")
    assert not person_missing("tên tuổi của những người này?", "Trao trả Ma Lù Thàng.")


def test_a_body_or_the_number_of_a_document_must_stand_there() -> None:
    assert body_missing("đơn vị nào thi công đường bản?", "Đường bản Nậm Ngoi (đạt 65% khối lượng).")
    assert not body_missing("đơn vị nào thi công đường bản?", "Công ty Hòa Phát thi công.")
    assert not body_missing("đơn vị nào thuê đất?", "Nhiều tổ chức, cá nhân đã thuê đất.")
    assert not body_missing("công ty nào khôi phục băng?", "Băng được giao cho Lowry Digital.")
    assert not body_missing("ai thi công?", "Đường bản Nậm Ngoi.")
    assert document_missing("phê duyệt theo quyết định số mấy?", "Hai Sở đề nghị điều chỉnh 04 tuyến.")
    assert not document_missing("phê duyệt theo quyết định số mấy?", "Theo Quyết định số 12/QĐ-UBND.")
    assert not document_missing("làm theo kế hoạch nào?", "Theo Kế hoạch phát triển du lịch.")
