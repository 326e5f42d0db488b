"""Stand-ins small enough to compute in the head: an asker that says what it was told, an encoder that counts."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from app.models import Answer, Citation, Grow, Mode, Near, Timings, Turn, unheard
from corpus.models import Report
from index.encoder import FloatMatrix
from index.syllables import syllables


@dataclass(frozen=True, slots=True)
class Asked:
    """What the asker was asked, word for word."""

    question: str
    history: tuple[Turn, ...]
    report_ids: tuple[str, ...] | None
    mode: Mode
    top_k: int | None


@dataclass(slots=True)
class ScriptedAsker:
    """Gives the queued answers in order, or raises the queued errors; remembers what it was asked."""

    script: list[Answer | Exception]
    asked: list[Asked] = field(default_factory=list)
    reworded: Answer | None = None
    fluent: bool = False
    growing: tuple[str, ...] = ()  # what is told while it is worded anew

    def ask(
        self,
        question: str,
        history: tuple[Turn, ...] = (),
        *,
        report_ids: tuple[str, ...] | None = None,
        mode: Mode = "auto",
        top_k: int | None = None,
    ) -> Answer:
        """Return or raise the next item of the script; IndexError when it is used up."""
        self.asked.append(Asked(question, history, report_ids, mode, top_k))
        item = self.script.pop(0)
        if isinstance(item, Exception):
            raise item
        return item

    def reword(self, answer: Answer, grow: Grow = unheard) -> Answer | None:
        """Return the one fluent answer of the script, if any, after telling its words."""
        for words in self.growing:
            grow(words)
        return self.reworded


def cite(report: Report, quote: str, marker: int = 1, label: str = "Mục thử") -> Citation:
    """Return a citation of the first place where the report says ``quote``; ValueError where it does not."""
    start = report.text.index(quote)
    paragraph = report.paragraph_at(start)
    sentence = next(s for s in paragraph.sentences if s.start <= start < s.end)
    section = report.section(paragraph.section)
    return Citation(
        marker=marker,
        report_id=report.id,
        report_title=report.title,
        section=section.code,
        section_title=section.title,
        footnote=paragraph.footnote,
        passage_id=sentence.id,
        start=start,
        end=start + len(quote),
        quote=quote,
        label=label,
    )


def near(report: Report, quote: str, label: str = "Mục thử") -> Near:
    """Return the first place where the report says ``quote`` as something near to a question."""
    c = cite(report, quote)
    return Near(c.report_id, c.section, c.footnote, c.passage_id, c.start, c.end, c.quote, label)


def answered(text: str, *citations: Citation, understood: str = "", suggestions: tuple[str, ...] = ()) -> Answer:
    """Return an extractive answer that stands on the citations."""
    return Answer(
        id="tra-loi-1",
        text=text,
        citations=citations,
        answerable=True,
        standalone_question=understood,
        mode="extractive",
        confidence=0.75,
        suggestions=suggestions,
        nearest=(),
        refusal=None,
        timings=Timings(understand=1, find=2, write=3, check=4),
    )


def refused(text: str, *nearest: Near) -> Answer:
    """Return a refusal that offers what is nearest."""
    return Answer(
        id="tu-choi-1",
        text=text,
        citations=(),
        answerable=False,
        standalone_question="",
        mode="extractive",
        confidence=0.5,
        suggestions=(),
        nearest=nearest,
        refusal="not-in-report",
        timings=Timings(understand=1, find=2, write=0, check=0),
    )


class SyllableEncoder:
    """Counts syllables in 64 buckets by the sum of their characters, unit-norm: equal texts are equal vectors."""

    name = "syllables"
    dim = 64

    def encode_queries(self, texts: Sequence[str]) -> FloatMatrix:
        """Embed questions."""
        rows = np.zeros((len(texts), self.dim), dtype=np.float32)
        for row, text in zip(rows, texts, strict=True):
            for syllable in syllables(text) or [""]:
                row[sum(map(ord, syllable)) % self.dim] += 1.0
        return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True), dtype=np.float32)

    def encode_passages(self, texts: Sequence[str], *, progress: bool = False) -> FloatMatrix:
        """Embed passages, exactly as questions."""
        return self.encode_queries(texts)
