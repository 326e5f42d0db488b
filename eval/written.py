"""Makes right written answers from gold questions: what a good writer could have said, with its marks.

Knows nothing of how answers are checked or changed.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from app.models import Citation
from app.write.citations import Quote, cite
from corpus.library import Library
from corpus.models import Passage
from eval.match import locate
from eval.models import GoldQuestion

Wording = Literal["reference", "quoted"]
"""The reference answer of the question with marks on all its evidence, or one sentence of the evidence as it stands."""


@dataclass(frozen=True, slots=True)
class Written:
    """A right answer of one sentence; ``cited`` are the citations that its marks name, of all that were offered."""

    question_id: str
    wording: Wording
    sentence: str  # without marks
    cited: tuple[Citation, ...]
    offered: tuple[Citation, ...]

    def marked(self, sentence: str) -> str:
        """Return a sentence, this one or a changed one, with the marks of this answer."""
        return f"{sentence} {''.join(f'[{citation.marker}]' for citation in self.cited)}"


def written(questions: Iterable[GoldQuestion], library: Library) -> list[Written]:
    """Return the right answers to all questions that the reports answer.

    Cited are the whole sentences that hold the evidence, and with a footnote the sentence that carries its mark.
    Raises ``EvidenceError`` for evidence that the library does not hold.
    """
    passages = library.passages()
    found = []
    for question in questions:
        if not question.answerable:
            continue
        offered = cite([Quote(p, p.start, p.end) for p in _evidence(question, library, passages)], library)
        found.append(Written(question.id, "reference", question.reference.rstrip(". "), offered, offered))
        found += [Written(question.id, "quoted", each.quote, (each,), offered) for each in offered]
    return found


def _evidence(question: GoldQuestion, library: Library, passages: list[Passage]) -> list[Passage]:
    """Return the sentences that overlap the evidence, each followed by the one that its footnote is anchored to."""
    by_id = {passage.id: passage for passage in passages}
    found: list[Passage] = []
    for place in locate(question, library):
        for passage in passages:
            if passage.report_id == place.report_id and passage.start < place.end and passage.end > place.start:
                found += [passage, *([by_id[passage.anchor]] if passage.anchor else [])]
    return list(dict.fromkeys(found))
