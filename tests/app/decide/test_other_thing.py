"""Another thing than the one asked about: another crop, another share, another's clause."""

import pytest

from app.decide.other_thing import other_member, other_share, other_species, told_of_another
from app.understand.words import Word

SALES = "hợp tác xã song thu gắn mã cho chè; hợp tác xã thiên nhiên bán na, thu 480 triệu đồng"


def words(*texts: str) -> list[Word]:
    return [Word(tuple(text.split())) for text in texts]


@pytest.mark.parametrize(
    ("asked", "text", "other"),
    [
        (["diện tích", "sâm"], "trồng hoa hồng 115 ha", True),
        (["đàn", "dê"], "đàn trâu 118.600 con", True),
        (["đàn", "dê"], "đàn trâu 100 con, đàn dê 20 con", False),
        (["cây", "diện tích"], "trồng hoa hồng 115 ha", False),  # a general word covers any of its kind
        (["hoa", "diện tích"], "trồng hoa hồng 115 ha", False),
        (["sâm"], "diện tích 115 ha", False),  # nothing that it could be mistaken for
        (["sâm"], "đàn trâu 100 con", False),
        (["cam kết"], "trồng hoa hồng", False),  # no orange
    ],
)
def test_a_figure_of_another_plant_or_animal_is_no_answer(asked: list[str], text: str, other: bool) -> None:
    assert other_species(words(*asked), text) is other


@pytest.mark.parametrize(
    ("question", "text", "other"),
    [
        ("tỷ lệ người dân có điện thoại là bao nhiêu?", "tỷ lệ hộ nghèo còn cao (19,8%) nên khó trang bị", True),
        ("tỷ lệ hộ nghèo là bao nhiêu?", "tỷ lệ hộ nghèo còn cao (19,8%)", False),
        ("tỷ lệ người dân hài lòng là bao nhiêu?", "tỷ lệ hài lòng của người dân đạt 98%", False),
        ("tỷ lệ giải ngân là bao nhiêu?", "đã giải ngân 94%; tỷ lệ hộ nghèo 19,8%", False),  # 94 % may be it
        ("có bao nhiêu hộ nghèo?", "tỷ lệ hộ nghèo còn cao (19,8%)", False),
    ],
)
def test_a_share_of_something_else_is_no_answer(question: str, text: str, other: bool) -> None:
    assert other_share(question, text) is other


def money(text: str) -> bool:
    return "đồng" in text


def test_what_is_told_of_another_name_is_no_answer() -> None:
    names = ["song thu", "thien nhien"]
    assert told_of_another("song thu", names[1:], SALES, money)
    assert not told_of_another("thien nhien", names[:1], SALES, money)


def test_an_item_without_a_name_goes_on_about_the_one_before() -> None:
    text = "hợp tác xã thiên nhiên trồng na; hợp tác xã song thu trồng chè; thu 480 triệu đồng"
    assert not told_of_another("song thu", ["thien nhien"], text, money)


def test_what_is_said_before_any_name_is_said_of_all() -> None:
    assert not told_of_another("song thu", ["thien nhien"], f"kết quả năm 2022; {SALES}", money)
    assert not told_of_another("song thu", [], "hợp tác xã song thu trồng chè", money)


@pytest.mark.parametrize(
    ("question", "text", "other"),
    [
        ("lĩnh vực hộ tịch có mấy hồ sơ trễ?", "tập trung ở lĩnh vực đất đai (3 hồ sơ) và xây dựng.", True),
        ("lĩnh vực đất đai có mấy hồ sơ trễ?", "tập trung ở lĩnh vực đất đai (3 hồ sơ) và xây dựng.", False),
        ("nhóm thanh niên vay bao nhiêu?", "nhóm phụ nữ vay 3 tỷ đồng.", True),
        ("nhóm thanh niên vay bao nhiêu?", "vay 3 tỷ đồng.", False),
        ("lĩnh vực nào có hồ sơ trễ?", "lĩnh vực đất đai có 3 hồ sơ.", False),
    ],
)
def test_another_field_is_told_of(question: str, text: str, other: bool) -> None:
    assert other_member(question, text, text) is other


def test_the_price_of_another_good_is_no_price_of_the_one_asked_about() -> None:
    text = "trồng 5 ha quế; giá thu mua vỏ quế 21.000 đồng/kg."
    assert other_member("giá thu mua mật ong là bao nhiêu?", text, text)
    assert not other_member("giá thu mua vỏ quế là bao nhiêu?", text, text)
