"""Feedback on a wrong source becomes a gold question that the check accepts."""

from dataclasses import replace
from pathlib import Path

import pytest

from app.models import Turn
from app.understand.lexicon import Lexicon
from corpus.library import Library
from eval.gold import GoldLine
from eval.gold_tools.candidates import SpanError, candidate, evidence_of, usable
from eval.gold_tools.check import check_one
from eval.gold_tools.feedback import Feedback, Picked
from eval.models import Evidence, GoldQuestion
from tests.small_library import COOPERATION_ID, small_library

LIBRARY: Library = small_library()
LEXICON = Lexicon(LIBRARY.passages())
ROSES = "huyện Tam Đường 32,8 ha"


def picked(quote: str, section: str, footnote: str | None = None, report_id: str = COOPERATION_ID) -> Picked:
    """Pick the first place where a report says something."""
    start = LIBRARY.report(report_id).text.index(quote)
    return Picked(report_id, section, footnote, start, start + len(quote))


def made(question: str, source: Picked, history: tuple[Turn, ...] = ()) -> GoldQuestion:
    """Make a candidate of a complaint."""
    complaint = Feedback(question, history, "a1", -1, "wrong-source", source)
    return candidate(complaint, LIBRARY, LEXICON, "fb-001")


def test_a_candidate_holds_the_picked_words_and_asks_to_be_looked_at() -> None:
    question = made("Tam Đường trồng bao nhiêu hoa hồng?", picked(f" {ROSES}", "I.1"))
    assert question.evidence == (Evidence("I.1", None, ROSES),)
    assert (question.type, question.must_include, question.reference) == ("lookup", ("32,8",), ROSES)
    assert (question.id, question.split, question.answerable) == ("fb-001", "dev", True)
    assert "phản hồi về câu trả lời a1" in question.note


@pytest.mark.parametrize(
    ("question", "source", "kind"),
    [
        ("Tam Duong trong bao nhieu hoa hong", picked(ROSES, "I.1"), "no-diacritics"),
        ("How many hectares of roses are there in Tam Duong?", picked(ROSES, "I.1"), "english"),
        ("Công ty nào quan tâm?", picked("Công ty Song Thu", "I.1", "1"), "footnote"),
        ("Sự kiện thế nào?", picked("Một số sự kiện còn ít khách", "II"), "limitation"),
        ("Vì sao chuyến xe tăng?", picked("do nhu cầu đi lại của nhân dân", "I.2"), "why"),
        ("Báo cáo lập khi nào?", picked("ngày 05 tháng 02 năm 2023", "header"), "date"),
        ("Ai ký báo cáo?", picked("Lê Văn An", "closing"), "entity"),
        ("Hoa hồng Tam Đường", picked(ROSES, "I.1"), "lookup"),
    ],
)
def test_the_type_is_guessed_and_the_check_accepts_it(question: str, source: Picked, kind: str) -> None:
    found = made(question, source)
    assert found.type == kind
    assert list(check_one(GoldLine(Path("own.jsonl"), 1, found), LIBRARY)) == []


def test_only_answered_turns_before_are_kept() -> None:
    turns = (Turn("user", "Một?"), Turn("user", "Hai?"), Turn("assistant", "Hai."), Turn("user", "Ba?"))
    found = made("Còn Tam Đường?", picked(ROSES, "I.1"), turns)
    assert (found.type, found.history) == ("follow-up", turns[1:3])


def test_words_that_their_place_says_twice_are_widened_to_the_sentence() -> None:
    found = evidence_of(picked("chuyến/ngày", "I.2"), LIBRARY)
    assert found.quote.startswith("Số chuyến xe tăng")
    assert found.quote.endswith("của nhân dân.")


@pytest.mark.parametrize(
    ("source", "fault"),
    [
        (Picked("khác", "I.1", None, 0, 5), "no-report"),
        (Picked(COOPERATION_ID, "I.1", None, 9_000, 9_005), "no-text"),
        (picked("; ", "I.1"), "no-text"),
        (picked(ROSES, "I.2"), "other-place"),
        (picked(ROSES, "I.1", "1"), "other-place"),
        (picked("quan tâm trồng dược liệu.\nCông ty", "I.1"), "other-place"),
    ],
)
def test_a_span_that_is_no_evidence_is_refused(source: Picked, fault: str) -> None:
    with pytest.raises(SpanError) as caught:
        evidence_of(source, LIBRARY)
    assert caught.value.fault == fault


def test_praise_and_unfinished_complaints_are_not_usable() -> None:
    complaint = Feedback("Hoa hồng?", (), "a1", -1, "wrong-source", picked(ROSES, "I.1"))
    assert usable(complaint)
    for other in (replace(complaint, picked=None), replace(complaint, reason="", rating=1)):
        assert not usable(other)
        with pytest.raises(ValueError, match="a1"):
            candidate(other, LIBRARY, LEXICON, "fb-001")
