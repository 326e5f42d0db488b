"""Feedback is exported with the place of the sentence that was picked, or without one where that is not clear."""

import json
import unicodedata
from dataclasses import replace

import pytest

from app.models import Turn
from app.store.export import ExportedFeedback, Picked, exported
from app.store.models import Feedback
from corpus.library import Library
from tests.app.store.made import feedback
from tests.small_library import COOPERATION_ID, small_library

LIBRARY: Library = small_library()
TEXT = LIBRARY.report(COOPERATION_ID).text
ROSES = "huyện Tam Đường 32,8 ha"
FOOTNOTE = "Công ty Song Thu"


def line(said: Feedback) -> ExportedFeedback:
    """Return the exported line of feedback that has one."""
    made = exported(said, LIBRARY)
    assert made is not None
    return made


def complaint(quote: str, report_id: str = COOPERATION_ID, **changes: object) -> Feedback:
    """Return a complaint with a sentence of the first small report picked."""
    return replace(feedback(quote=quote, report_id=report_id), **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize(("quote", "section", "footnote"), [(ROSES, "I.1", None), (FOOTNOTE, "I.1", "1")])
def test_a_picked_sentence_is_exported_with_its_place(quote: str, section: str, footnote: str | None) -> None:
    start = TEXT.index(quote)
    assert line(complaint(quote)).picked == Picked(COOPERATION_ID, section, footnote, start, start + len(quote))


def test_a_quote_that_a_page_has_broken_or_decomposed_is_found_all_the_same() -> None:
    start = TEXT.index(ROSES)
    shown = unicodedata.normalize("NFD", f"  {ROSES.replace(' ', chr(10), 2)} ")
    assert line(complaint(shown)).picked == Picked(COOPERATION_ID, "I.1", None, start, start + len(ROSES))


def test_a_quote_that_stands_twice_is_placed_only_where_the_page_says_which() -> None:
    places = [start for start in range(len(TEXT)) if TEXT.startswith("chuyến/ngày", start)]
    assert len(places) > 1
    assert line(complaint("chuyến/ngày")).picked is None
    for start in places:
        picked = line(complaint("chuyến/ngày", start=start)).picked
        assert picked is not None
        assert (picked.start, picked.end) == (start, start + 11)
    assert line(complaint("chuyến/ngày", start=places[0] + 1)).picked is None


@pytest.mark.parametrize(
    "said",
    [
        complaint("Câu này không có ở đâu"),
        complaint(ROSES, report_id="khác"),
        complaint(" "),
        complaint(ROSES, reason="wrong-figure"),
    ],
)
def test_what_has_no_place_is_exported_without_one(said: Feedback) -> None:
    assert line(said).picked is None


@pytest.mark.parametrize("reason", ["wrong-figure", "incomplete", "off-question", "other", None])
def test_only_a_wrong_source_is_a_reason_that_gold_questions_know(reason: str | None) -> None:
    assert line(feedback(reason=reason)).reason == ""
    assert line(feedback()).reason == "wrong-source"


def test_a_follow_up_is_exported_with_what_came_before_or_else_standing_alone() -> None:
    turns = (Turn("user", "Hoa hồng ở Phong Thổ?"), Turn("assistant", "Có [1]."))
    assert (line(feedback(history=turns)).question, line(feedback(history=turns)).history) == ("Còn Tam Đường?", turns)
    assert line(feedback()).question == "Tam Đường trồng bao nhiêu hoa hồng?"
    assert line(feedback(standalone_question="")).question == "Còn Tam Đường?"
    assert exported(feedback(question=" ", standalone_question=""), LIBRARY) is None


def test_a_line_is_json_in_nfc_with_the_fields_that_are_read() -> None:
    said = feedback(rating=1, reason=None, standalone_question=unicodedata.normalize("NFD", "Hoa hồng?"))
    assert json.loads(line(said).to_json()) == {
        "question": "Hoa hồng?",
        "history": [],
        "answer_id": "a1",
        "rating": 1,
        "reason": "",
        "picked": None,
    }
