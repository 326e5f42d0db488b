"""English questions are told from Vietnamese ones, with or without diacritics, whatever names they have."""

import pytest

from app.understand.language import is_english


@pytest.mark.parametrize(
    "question",
    [
        "How many units are there?",
        "what is the area of roses in Tam Duong",
        "Which central-level hospitals helped train Lai Chau's nurses?",
        "What about Tân Uyên?",
        "And Tan Uyen?",
        "why?",
        "How many hospitals are in Phong Thổ district?",
    ],
)
def test_english_is_recognised_by_words_that_no_vietnamese_syllable_can_be(question: str) -> None:
    assert is_english(question)


@pytest.mark.parametrize(
    "question",
    [
        "dien tich trong hoa hong",
        "What là gì?",
        "do in",
        "",
        "The Farm",
        "website nao dang tin",
        "dieenj tichs troofng hoa hoofng",
        "con Ha Noi thi sao",
        "Mấy sản phẩm OCOP bán online?",
    ],
)
def test_vietnamese_is_not_english_however_it_is_typed(question: str) -> None:
    assert not is_english(question)
