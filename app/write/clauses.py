"""Cuts a long sentence to the clauses that matter for a question. Knows spans and words, nothing of ranking.

A quotation stays word for word: only whole clauses at either end are left out.
"""

import re

from app.decide.evidence import Judge
from app.understand.question import Question
from corpus.models import Passage

LONG_SENTENCE = 260
"""Shorter sentences are quoted whole: up to this many characters they are read at a glance."""

_BRACKETED = re.compile(r"\([^()]*\)|“[^“”]*”")
_BREAK = re.compile(r";\s+|(?<=[^\d]):\s+(?=[^\W\d_a-zà-ỹđ])")


def clause_spans(text: str) -> list[tuple[int, int]]:
    """Return the spans of the clauses of a sentence: parts between ";", and what a colon introduces."""
    masked = _BRACKETED.sub(lambda match: "\0" * len(match.group()), text)
    bounds = [0, *(match.end() for match in _BREAK.finditer(masked))]
    spans = []
    for start, end in zip(bounds, [*bounds[1:], len(text)], strict=True):
        spans.append((start, start + len(text[start:end].rstrip())))
    return [span for span in spans if span[1] > span[0]]


def trim(passage: Passage, question: Question, judge: Judge) -> tuple[int, int]:
    """Return the span ``[start, end)`` in the report's text that answers: the whole sentence, or its best clauses.

    Of all runs of clauses, the shortest that holds as much of the question as the whole sentence does.
    """
    spans = clause_spans(passage.text)
    if len(passage.text) <= LONG_SENTENCE or len(spans) < 2 or question.english:
        return passage.start, passage.end
    whole = judge.holds(passage.text, question)
    # A colon introduces what follows it, so no run ends there.
    ends = [j for j, (_, end) in enumerate(spans) if not passage.text[:end].endswith(":")]
    runs = [(spans[i][0], spans[j][1]) for i in range(len(spans)) for j in ends if j >= i]
    enough = [run for run in runs if judge.holds(passage.text[run[0] : run[1]], question) >= whole - 1e-9]
    start, end = min(enough or [(0, len(passage.text))], key=lambda run: run[1] - run[0])
    return passage.start + start, passage.start + _without_separator(passage.text, end)


def _without_separator(text: str, end: int) -> int:
    """Leave out the ";" that only ties the clause to the next one."""
    return end - 1 if end < len(text) and text[end - 1] == ";" else end
