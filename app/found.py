"""What was found for one thing that a question asks. Knows nothing of how it was found or will be written."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.decide.features import Evidence
from app.decide.verdict import Verdict
from app.rows.reading import RowReading
from app.understand.question import Question
from app.write.citations import Quote


@dataclass(frozen=True, slots=True)
class Found:
    """The evidence for one thing asked, best first, and whether it answers.

    ``overview`` are the quotes for a section asked for as a whole, ``left_out`` counts its items that are not quoted;
    ``readings`` is what is read off tables; ``said`` the part of what was typed that asks. ``whole`` where the sentence
    is to be quoted untrimmed: nothing tells which clause of it answers.
    """

    question: Question
    ranked: list[Evidence]
    verdict: Verdict
    overview: Sequence[Quote] = ()
    left_out: int = 0
    said: str = ""
    readings: Sequence[RowReading] = ()
    whole: bool = False

    @property
    def answerable(self) -> bool:
        """Tell whether the reports answer it."""
        return self.verdict.answerable
