"""What can be wrong with gold questions, and how it is told. Knows nothing of how it is found."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from app.messages import Language, say
from eval.gold import GoldError, GoldLine

Fault = Literal[
    "duplicate-id",
    "other-split",
    "quote-lost",
    "quote-ambiguous",
    "fact-unfounded",
    "reference-lacks",
    "reference-forbidden",
    "history-missing",
    "history-unexpected",
    "history-order",
    "leak",
    "near-leak",
    "near-duplicate",
    "thin",
]
Severity = Literal["error", "warning"]

_WARNINGS: frozenset[Fault] = frozenset({"near-leak", "near-duplicate", "thin"})
"""What only a person can judge: two questions may differ in one decisive word, and a section may hold no fact."""


@dataclass(frozen=True, slots=True)
class Flaw:
    """One thing that is wrong. ``line`` counts from 1, 0 for a file or a split as a whole; ``question_id`` is "" then.

    ``detail`` is what is meant: an item, another question, the places without a question.
    """

    fault: Fault
    path: Path | None
    line: int = 0
    question_id: str = ""
    detail: str = ""

    @property
    def severity(self) -> Severity:
        """Tell whether it makes the file unusable or asks for a look."""
        return "warning" if self.fault in _WARNINGS else "error"


def flaw_of(line: GoldLine, fault: Fault, detail: str = "") -> Flaw:
    """Return a flaw of a question."""
    return Flaw(fault, line.path, line.line, line.question.id, detail)


def describe(flaw: Flaw, language: Language = "vi") -> str:
    """Return one line: how bad, file, line, id, what is wrong, what to do."""
    where = "" if flaw.path is None else str(flaw.path)
    if flaw.line:
        where = say("gold.place-line", language, path=where, line=flaw.line)
    named = " · ".join(part for part in (say(f"gold.{flaw.severity}", language), where, flaw.question_id) if part)
    return f"{named}: {say(f'gold.flaw.{flaw.fault}', language, detail=flaw.detail)}"


def explain(error: GoldError, language: Language = "vi") -> str:
    """Return one line on a file, a line or a field that cannot be read."""
    where = str(error.path)
    if error.line:
        key = "gold.place" if error.field else "gold.place-line"
        where = say(key, language, path=where, line=error.line, field=error.field)
    return say(f"gold.{error.fault}", language, place=where, detail=error.detail)
