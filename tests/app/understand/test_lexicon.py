"""What the vocabulary of two small reports says about a word."""

import math

import pytest

from app.understand.lexicon import Lexicon
from corpus.models import Passage


def passage(text: str) -> Passage:
    return Passage(text, "bc", "I", None, "p", 0, len(text), text, "", None)


LEXICON = Lexicon(
    [passage("Trồng hoa hồng ở huyện Tam Đường."), passage("Hoa lan của Tam Đường."), passage("Xe khách.")]
)


def test_a_word_is_rare_by_the_number_of_passages_that_have_it() -> None:
    assert LEXICON.idf("hoa") == pytest.approx(math.log(4 / 2.5))
    assert LEXICON.idf("hoa_hồng") == pytest.approx(math.log(4 / 1.5))
    assert LEXICON.idf("zzz") == pytest.approx(math.log(4 / 0.5))


def test_names_of_the_reports_are_places_where_one_text_says_so() -> None:
    assert {key: name.place for key, name in LEXICON.names.items()} == {"tam duong": True}


def test_forms_lead_from_plain_letters_to_the_spellings_of_the_reports_first() -> None:
    assert LEXICON.forms["hong"][0] == "hồng"
    assert "năm" in LEXICON.forms["nam"]


def test_syllables_of_reports_questions_and_the_dictionary_are_known() -> None:
    assert LEXICON.knows("lan")
    assert LEXICON.knows("nhiêu")
    assert LEXICON.knows("mướp")
    assert not LEXICON.knows("xyz")


def test_pairs_count_by_where_they_stand() -> None:
    assert LEXICON.likelihood.meet("tam", "đường")
    assert LEXICON.likelihood.meet("bao", "nhiêu")
    assert not LEXICON.likelihood.meet("hồng", "xe")
    assert LEXICON.joins("hoa", "lan")
    assert not LEXICON.joins("hồng", "xe")


def test_a_lexicon_of_nothing_still_answers() -> None:
    empty = Lexicon([])
    assert empty.names == {}
    assert empty.idf("hoa") == pytest.approx(math.log(2 / 0.5))
