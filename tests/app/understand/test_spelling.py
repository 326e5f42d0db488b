"""Questions as people type them are put back to the spelling of the reports; right ones are left alone."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.understand.lexicon import Lexicon
from app.understand.spelling import Speller
from tests.small_library import small_library

SPELLER = Speller(Lexicon(small_library().passages()))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        (
            "dien tich trong hoa hong o huyen tam duong la bao nhieu",
            "diện tích trồng hoa hồng ở huyện tam đường là bao nhiêu",
        ),
        ("nam 2022 co bao nhieu nha dau tu?", "năm 2022 có bao nhiêu nhà đầu tư?"),
        ("don vi van tai", "đơn vị vận tải"),
        ("Hoa hong o Tam Duong", "Hoa hồng ở Tam Đường"),
        ("UBND tinh Lai Chau", "UBND tỉnh Lai Châu"),
        ("so chuyen xe Lai Chau Ha Noi tang bao nhieu", "số chuyến xe Lai Châu Hà Nội tăng bao nhiêu"),
        ("So Du lich Da Nang moi ai", "Sở Du lịch Đà Nẵng mời ai"),
        ("Tien do quan Cau Giay ho tro", "Tiền do quận Cầu Giấy hỗ trợ"),
        ("muc I noi gi, quy I lam gi", "mục I nói gì, quý I làm gì"),
        ("xe tai cho hang, dan cho quyet dinh", "xe tải chở hàng, dân chờ quyết định"),
        ("tinh ca trau lan bo thi bao nhieu con", "tính cả trâu lẫn bò thì bao nhiêu con"),
    ],
)
def test_diacritics_are_put_back_from_the_words_of_the_reports(typed: str, meant: str) -> None:
    assert SPELLER.restore(typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("diện tíhc trồng hoa hồng", "diện tích trồng hoa hồng"),
        ("dieenj tichs trồng hoa hồng", "diện tích trồng hoa hồng"),
        ("bao nhiêuu ha", "bao nhiêu ha"),
        ("Trồng đuợc bao nhiêu", "Trồng được bao nhiêu"),
        ("diên tích trồng hoa hồng", "diện tích trồng hoa hồng"),
        ("bao nhiu ha", "bao nhiêu ha"),
        ("vao nhiêu nhà đầu tư", "bao nhiêu nhà đầu tư"),
        ("mấy đơn vị vân tải", "mấy đơn vị vận tải"),
        ("thành phố Hà Nôi", "thành phố Hà Nội"),
        ("mấy đơnvị vận tải", "mấy đơn vị vận tải"),
        ("mấy liều vắc xim", "mấy liều vắc xin"),
        ("ở Quận Lpng Biên", "ở Quận Long Biên"),
        ("của Sở Vănn hóa", "của Sở Văn hóa"),
        ("trồng hoa hồng ở Tam Duong", "trồng hoa hồng ở Tam Đường"),
    ],
)
def test_typing_errors_and_telex_are_mended(typed: str, meant: str) -> None:
    assert SPELLER.restore(typed) == meant


@pytest.mark.parametrize(
    "question",
    [
        "Diện tích trồng hoa hồng ở huyện Tam Đường là bao nhiêu?",
        "Năm 2022 có bao nhiêu nhà đầu tư?",
        "Ông Nguyễn Văn Nam là ai?",
        "Huyện Mường Tè trồng bao nhiêu ha?",
        "Ông Sìn Hồ bán hàng online qua Shopee?",
        "ok, bn người ko đến?",
        "Người trồng mướp đắng ở đâu?",
        "Hoà bình, hòa bình",
        "Kế hoạch 2923/KH-UBND ngày 14/12/2020?",
        "?!  ...",
        "",
    ],
)
def test_a_question_typed_right_is_left_alone(question: str) -> None:
    assert SPELLER.restore(question) == question


def test_a_year_word_and_a_name_that_look_alike_without_diacritics_stay_apart() -> None:
    assert SPELLER.restore("Việt Nam năm nào?") == "Việt Nam năm nào?"


def test_a_shouted_question_is_read_as_a_spoken_one() -> None:
    assert SPELLER.restore("HUYỆN TAM ĐƯỜNG TRỒNG HOA HỒNG?") == "huyện Tam Đường trồng hoa hồng?"


def test_a_short_word_in_capitals_keeps_them() -> None:
    assert SPELLER.restore("UBND") == "UBND"
    assert SPELLER.restore("HOA HONG") == "HOA HỒNG"


def test_decomposed_letters_are_the_same_as_composed_ones() -> None:
    typed = unicodedata.normalize("NFC", unicodedata.normalize("NFD", "Diện tích hoa hồng"))
    assert SPELLER.restore(typed) == "Diện tích hoa hồng"


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet="aăeêioơuưydđbghnrtxzw  AĐ?,0123456789", max_size=40))
def test_mending_never_fails_and_keeps_every_figure_and_mark(text: str) -> None:
    restored = SPELLER.restore(text)
    assert [c for c in restored if not (c.isalpha() or c == " ")] == [c for c in text if not (c.isalpha() or c == " ")]


def test_a_slip_in_the_name_of_a_place_that_the_reports_are_about_is_mended_and_other_places_are_left() -> None:
    speller = Speller(Lexicon(small_library().passages()), {"ha noi"})
    assert speller.restore("Quận nào của Hà Ni tham gia?") == "Quận nào của Hà Nội tham gia?"
    assert speller.restore("Quận nào của Hà Nam tham gia?") == "Quận nào của Hà Nam tham gia?"
    assert speller.restore("Huyện Tam Dương trồng hoa không?") == "Huyện Tam Dương trồng hoa không?"


def test_a_name_that_is_near_one_of_the_reports_and_names_no_place_is_that_one_in_english_too() -> None:
    assert SPELLER.restore("Diện tích hoa ở Tam Đườn là mấy ha?") == "Diện tích hoa ở Tam Đường là mấy ha?"
    assert SPELLER.restore("How many ha of roses are in Tam Duog?") == "How many ha of roses are in Tam Đường?"


def test_an_acronym_with_a_key_held_too_long_is_the_known_one() -> None:
    assert SPELLER.restore("UBNDD tỉnh ký gì?") == "UBND tỉnh ký gì?"
