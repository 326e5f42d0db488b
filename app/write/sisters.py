"""Finds the sentences that answer a question for several things as well as the found one does: its sisters.

Knows the sections of reports and what sentences hold of a question; ranks and quotes nothing.
"""

from collections.abc import Sequence
from dataclasses import replace

from app.decide.evidence import Judge
from app.decide.kinds import ANY_PLACE_HEADS, names_head
from app.understand.question import Question
from corpus.library import Library
from corpus.models import Passage, Section
from index.in_reports import InReports
from index.syllables import normalise, syllables

HELD = 0.5
"""Share of a question that a sentence must hold for others to be its sisters: of less, too many hold as much.

Items that open with what is asked for, as "Sở Y tế: …" does, may hold it with the titles above them.
"""


class Sisters:
    """Looks sister sentences up. Holds nothing of any question."""

    def __init__(self, library: Library, passages: InReports, judge: Judge) -> None:
        self._library = library
        self._passages = passages
        self._judge = judge

    def of(self, question: Question, passage: Passage) -> list[Passage]:
        """Return the other sentences of the part of the report that name one more of the things asked for, in order.

        A sister holds all that the found sentence holds of the question, or opens in its paragraph with the very thing
        that the question is about: "Công an tỉnh …" where "Công an những đơn vị nào" is asked.
        """
        if question.kinds[:1] != ("list",) or question.english or passage.footnote is not None:
            return []
        # Nearly every sentence names some place.
        heads = tuple(head for head in question.heads if head not in ANY_PLACE_HEADS)
        if not heads:
            return []
        question = replace(question, heads=heads)
        near = [one for one in self._near(passage) if one != passage and self._names_as_much(question, passage, one)]
        if self._judge.share_of(question, passage) < HELD:
            opening = [head for head in heads if _opens_with(head, passage)]
            near = [one for one in near if any(_opens_with(head, one) for head in opening)]
            near = near if self._held_below_titles(question, passage) >= HELD else []
        return [
            one for one in near if self._holds_as_much(question, passage, one) or _opens_alike(question, passage, one)
        ]

    def _near(self, passage: Passage) -> Sequence[Passage]:
        """Return the sentences of the section of a passage and of those beside it under one title."""
        report = self._library.report(passage.report_id)
        path = _above(report.section(passage.section))
        beside = {section.code for section in report.sections if section.path[:-1] and _above(section) == path}
        codes = beside | {passage.section}
        tables = {paragraph.id for paragraph in report.paragraphs if paragraph.kind in ("row", "heading")}
        return [
            one
            for one in self._passages.report(passage.report_id).passages
            if one.section in codes and one.footnote is None and one.paragraph not in tables
        ]

    def _names_as_much(self, question: Question, passage: Passage, other: Passage) -> bool:
        """Tell whether another sentence names things of the kind asked for as the found one does, and not the same."""
        if any(_opens_with(head, passage) and _opens_with(head, other) for head in question.heads):
            return True
        named = [head for head in question.heads if names_head(head, passage.text) and names_head(head, other.text)]
        return bool(named) and set(self._judge.names_of(other)) != set(self._judge.names_of(passage))

    def _held_below_titles(self, question: Question, passage: Passage) -> float:
        said = f" {' '.join(syllables(self._judge.canonical(passage)))} "
        weights = {word: self._judge.weight(word) for word in question.words}
        held = sum(weight * self._judge.covers(said, word) for word, weight in weights.items())
        return held / (sum(weights.values()) or 1.0)

    def _holds_as_much(self, question: Question, passage: Passage, other: Passage) -> bool:
        lacks, found = self._judge.lacking(question, [other]), self._judge.lacking(question, [passage])
        return set(lacks.words) <= set(found.words) and set(lacks.names) <= set(found.names)


def _above(section: Section) -> tuple[str, ...]:
    return section.path[:-1]


def _opens_alike(question: Question, passage: Passage, other: Passage) -> bool:
    """Tell whether a sentence of the same paragraph opens with a word of the question that the found one has too."""
    said = f" {' '.join(syllables(normalise(passage.text)))} "
    words = [word.text for word in question.words if f" {word.text} " in said]
    return other.paragraph == passage.paragraph and any(_opens_with(word, other) for word in words)


def _opens_with(words: str, passage: Passage) -> bool:
    return f"{' '.join(syllables(normalise(passage.text)))} ".startswith(f"{words} ")
