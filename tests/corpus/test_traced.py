"""Canonical text is NFC with line feeds, and each character knows where it stood."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.traced import EMPTY, Traced, glue, trace

SOURCES = st.text(
    alphabet=st.one_of(
        st.sampled_from("aăâeêơưđTKiy \r\n.,'“”²"),
        st.sampled_from("\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323\u0338\u1112\u1161\u11ab\u212b"),
        st.characters(exclude_categories=["Cs"]),
    ),
    max_size=60,
)
QUICK = settings(max_examples=100, deadline=None, database=None, derandomize=True)


def test_a_composed_text_keeps_every_offset() -> None:
    assert trace("Tỉ lệ") == Traced("Tỉ lệ", (0, 1, 2, 3, 4))


def test_a_decomposed_letter_becomes_one_character_at_the_offset_of_its_base() -> None:
    # "ế" as e + circumflex + acute is three code points; the full stop after it is the fourth.
    assert trace("e\u0302\u0301.") == Traced("ế.", (0, 3))


def test_a_tone_typed_after_a_composed_vowel_joins_it() -> None:
    assert trace("ê\u0301 n") == Traced("ế n", (0, 2, 3))


def test_marks_in_another_order_give_the_same_letter() -> None:
    assert trace("a\u0302\u0323").text == trace("a\u0323\u0302").text == "ậ"


def test_a_mark_on_a_sign_and_hangul_letters_are_composed_too() -> None:
    assert trace("=\u0338").text == "≠"
    assert trace("\u1112\u1161\u11ab").text == "한"


def test_compatibility_forms_stay_as_they_are() -> None:
    assert trace("5 m³ ½ ﬁ").text == "5 m³ ½ ﬁ"


@pytest.mark.parametrize("ending", ["\r\n", "\r", "\n"])
def test_every_line_ending_becomes_one_line_feed(ending: str) -> None:
    traced = trace(f"a{ending}b")
    assert traced.text == "a\nb"
    assert traced.offsets == (0, 1, 1 + len(ending))


def test_lines_are_cut_at_line_feeds_and_keep_their_offsets() -> None:
    assert trace("ab\n\ncd").lines() == [Traced("ab", (0, 1)), EMPTY, Traced("cd", (4, 5))]
    assert EMPTY.lines() == []


def test_stripping_drops_the_offsets_of_the_white_space() -> None:
    assert trace("  ab ").strip() == Traced("ab", (2, 3))
    assert trace("   ").strip() == EMPTY


def test_glue_stands_for_a_place_in_the_source() -> None:
    assert trace("ab") + glue(" ", 2) == Traced("ab ", (0, 1, 2))


def test_a_text_and_offsets_of_different_length_are_refused() -> None:
    with pytest.raises(ValueError, match="2 characters but 1 offsets"):
        Traced("ab", (0,))


@QUICK
@given(SOURCES)
def test_any_text_becomes_nfc_and_offsets_never_fall(source: str) -> None:
    traced = trace(source)
    line_feeds = source.replace("\r\n", "\n").replace("\r", "\n")
    assert traced.text == unicodedata.normalize("NFC", line_feeds)
    assert list(traced.offsets) == sorted(traced.offsets)
    assert all(0 <= offset < len(source) for offset in traced.offsets)


@QUICK
@given(SOURCES)
def test_a_text_already_in_nfc_leads_back_character_by_character(source: str) -> None:
    composed = unicodedata.normalize("NFC", source.replace("\r", ""))
    assert trace(composed) == Traced(composed, tuple(range(len(composed))))
