"""Writes feedback as the tools for gold questions read it. Knows the reports, nothing of gold questions.

One JSON object a line: question, history, answer_id, rating, reason, picked; ``picked`` is the place of the sentence
that a user named as the right source, or null.
"""

import json
import re
import unicodedata
from dataclasses import asdict, dataclass

from app.models import Turn
from app.store.models import Feedback
from corpus.library import Library


@dataclass(frozen=True, slots=True)
class Picked:
    """The characters ``[start, end)`` of a report that a user says hold the answer."""

    report_id: str
    section: str
    footnote: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class ExportedFeedback:
    """One line of the export. ``reason`` is "wrong-source" or "": the tools know no other."""

    question: str
    history: tuple[Turn, ...]
    answer_id: str
    rating: int
    reason: str
    picked: Picked | None

    def to_json(self) -> str:
        """Return the line, without a line feed."""
        return json.dumps(asdict(self), ensure_ascii=False)


def exported(feedback: Feedback, library: Library) -> ExportedFeedback | None:
    """Return feedback for export, in NFC; None where its question is blank.

    Without the turns before it a question that followed others is understood by nobody, so that the standalone question
    is given then.
    """
    asked = feedback.question if feedback.history else feedback.standalone_question.strip() or feedback.question
    if not asked.strip():
        return None
    wrong_source = feedback.reason == "wrong-source"
    return ExportedFeedback(
        question=_nfc(asked),
        history=tuple(Turn(turn.role, _nfc(turn.content)) for turn in feedback.history),
        answer_id=_nfc(feedback.answer_id),
        rating=feedback.rating,
        reason="wrong-source" if wrong_source else "",
        picked=_picked(feedback, library) if wrong_source else None,
    )


def _nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _picked(feedback: Feedback, library: Library) -> Picked | None:
    """Return where the quote stands; None where it is nowhere, or in several places and nobody said which."""
    report = next((report for report in library.reports if report.id == feedback.report_id), None)
    words = [re.escape(word) for word in _nfc(feedback.quote).split()]
    if report is None or not words:
        return None
    # A page may break a line where the report has a space.
    spans = [found.span() for found in re.finditer(r"\s+".join(words), report.text)]
    meant = [span for span in spans if span[0] == feedback.start] or spans
    if len(meant) != 1:
        return None
    start, end = meant[0]
    paragraph = report.paragraph_at(start)
    return Picked(report.id, paragraph.section, paragraph.footnote, start, end)
