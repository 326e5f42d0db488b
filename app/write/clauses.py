"""Cuts a long sentence to the clauses that matter for a question. Knows spans and words, nothing of ranking.

A quotation stays word for word: only whole clauses at either end are left out.
"""

import re

from app.decide.causes import STATED_REASON, reason_words
from app.decide.evidence import Judge
from app.decide.kinds import asks_condition
from app.understand.question import Question
from corpus.models import Passage
from index.syllables import normalise

LONG_SENTENCE = 260
"""Shorter sentences are quoted whole: up to this many characters they are read at a glance."""
LONG_LIST = 440
"""The same for a sentence that is to list things: what is cut off may be one of them."""
ENOUGH = 0.85
"""Which share of what the whole sentence holds is enough where more would be longer than ``LONG_LIST``."""
LABEL = 80
"""Characters before a colon that only name what a sentence is about; more of them introduce an enumeration."""

# "Ngoài tiền xây nhà còn cho bao nhiêu nữa?" is for the members that it does not name.
_OTHERS = re.compile(r"\b(?:ngoài|trừ|còn lại|khác|nữa)\b")
_BRACKETED = re.compile(r"\([^()]*\)|“[^“”]*”")
_BREAK = re.compile(r";\s+|(?<=[^\d]):\s+(?=[^\W\d_a-zà-ỹđ])")
_AFTER_BRACKET = re.compile(r"(?<=\0)\s+(?=(?:và|với|cùng|do|để|nhằm|trong|tại)\s)")


def clause_spans(text: str) -> list[tuple[int, int]]:
    """Return the spans of the clauses of a sentence: parts between ";", and what a colon introduces."""
    return _spans(text, [match.end() for match in _BREAK.finditer(_masked(text))])


def _masked(text: str) -> str:
    return _BRACKETED.sub(lambda match: "\0" * len(match.group()), text)


def _spans(text: str, breaks: list[int]) -> list[tuple[int, int]]:
    bounds = [0, *breaks]
    spans = []
    for start, end in zip(bounds, [*bounds[1:], len(text)], strict=True):
        spans.append((start, start + len(text[start:end].rstrip())))
    return [span for span in spans if span[1] > span[0]]


def trim(passage: Passage, question: Question, judge: Judge) -> tuple[int, int]:
    """Return the span ``[start, end)`` in the report's text that answers: the whole sentence, or its best clauses.

    Of all runs of clauses, the shortest that holds as much of the question as the whole sentence does. One that is
    still very long may also end after a bracket, and hold a little less.
    """
    text = passage.text
    if question.english or len(text) <= (LONG_LIST if _wants_all(question) else LONG_SENTENCE):
        return passage.start, passage.end
    start, end = _best_run(text, clause_spans(text), question, judge, 1.0)
    if end - start > LONG_LIST:
        masked = _masked(text)
        breaks = sorted(match.end() for pattern in (_BREAK, _AFTER_BRACKET) for match in pattern.finditer(masked))
        # A reason often stands in words that the question has not.
        start, end = _best_run(text, _spans(text, breaks), question, judge, 1.0 if question.asks("reason") else ENOUGH)
    return passage.start + start, passage.start + _without_separator(text, end)


def _wants_all(question: Question) -> bool:
    """Tell whether what stands beside one thing may be asked for too: in a list, or among conditions."""
    return question.asks("list") or asks_condition(question.asked)


def _best_run(
    text: str, spans: list[tuple[int, int]], question: Question, judge: Judge, share: float
) -> tuple[int, int]:
    if len(spans) < 2:
        return 0, len(text)
    whole = judge.holds(text, question)
    # A colon introduces what follows it, so no run ends there.
    ends = [j for j, (_, end) in enumerate(spans) if not text[:end].endswith(":")]
    runs = [(i, j) for i in range(len(spans)) for j in ends if j >= i]
    enough = [(i, j) for i, j in runs if judge.holds(text[spans[i][0] : spans[j][1]], question) >= share * whole - 1e-9]
    if question.asks("reason"):
        # The clause with the reason seldom has a word of the question.
        said = {(i, j): normalise(text[spans[i][0] : spans[j][1]]) for i, j in enough}
        # What somebody does on purpose is explained by the purpose, where no cause is told.
        signs = (reason_words(normalise(question.focus)), STATED_REASON)
        telling = ([run for run in enough if sign.search(said[run])] for sign in signs)
        enough = next((runs for runs in telling if runs), enough)
    if not enough:
        return 0, len(text)
    first, last = min(enough, key=lambda run: spans[run[1]][1] - spans[run[0]][0])
    start, end = spans[first][0], spans[last][1]
    colons = [spans[k][1] for k in range(first, last) if text[: spans[k][1]].endswith(":")]
    if colons and _cuts_a_list(text, (start, colons[-1], end), question, judge):
        end = spans[ends[-1]][1]
    return start, end


def _cuts_a_list(text: str, run: tuple[int, int, int], question: Question, judge: Judge) -> bool:
    """Tell whether a run of clauses, of which a colon introduces the last ones, leaves out members that are wanted.

    Where not all is asked for, a short enumeration is quoted whole, unless the question is for the member at hand; no
    label before a colon introduces one.
    """
    start, colon, end = run
    if _wants_all(question) or question.asks("reason"):
        return True
    if colon - start <= LABEL or len(text) - start > LONG_LIST:
        return False
    singled = judge.holds(text[start:colon], question) < judge.holds(text[start:end], question) - 1e-9
    return not singled or bool(_OTHERS.search(question.asked))


def _without_separator(text: str, end: int) -> int:
    """Leave out the ";" that only ties the clause to the next one."""
    return end - 1 if end < len(text) and text[end - 1] == ";" else end
