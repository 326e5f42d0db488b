"""Finds what is wrong with gold questions, alone and together. Knows nothing of how it is told."""

from collections.abc import Iterator, Sequence
from typing import get_args

from app.messages import Language
from corpus.library import Library
from eval.gold import GoldLine
from eval.gold_tools.alike import alike_pairs, same_answer
from eval.gold_tools.coverage import uncovered
from eval.gold_tools.flaws import Flaw, flaw_of
from eval.match import occurrences
from eval.models import GoldQuestion, Split
from eval.place_names import place_name
from eval.wording import contains

LEAK = 0.8
"""From this likeness on, two questions of different splits with the same answer are one question."""
RESULT = "result:"
"""What a note opens with before the results that a question works out, which no evidence can hold."""


def check(lines: Sequence[GoldLine], library: Library, language: Language = "vi") -> tuple[Flaw, ...]:
    """Return all flaws: of each question in order, then of questions together, then of each split as a whole."""
    alone = [flaw for line in lines for flaw in check_one(line, library, language)]
    return (*alone, *_same_ids(lines), *_alike(lines), *_thin(lines, library, language))


def check_one(line: GoldLine, library: Library, language: Language = "vi") -> Iterator[Flaw]:
    """Yield the flaws that a question has by itself."""
    question = line.question
    if line.path.stem in get_args(Split) and line.path.stem != question.split:
        yield flaw_of(line, "other-split", question.split)
    for evidence in question.evidence:
        count = len(occurrences(evidence, library))
        if count != 1:
            quoted = f"{place_name(evidence, language)}, “{evidence.quote}”"
            yield flaw_of(line, "quote-ambiguous" if count else "quote-lost", quoted)
    yield from (flaw_of(line, "fact-unfounded", item) for item in unfounded(question))
    lacking = [item for item in question.must_include if not contains(question.reference, item)]
    yield from (flaw_of(line, "reference-lacks", item) for item in lacking)
    forbidden = [item for item in question.must_not_include if contains(question.reference, item)]
    yield from (flaw_of(line, "reference-forbidden", item) for item in forbidden)
    yield from _history(line)


def unfounded(question: GoldQuestion) -> list[str]:
    """Return the decisive facts that stand in no quote and that the note does not call a result."""
    quoted = "\n".join(evidence.quote for evidence in question.evidence)
    results = question.note.partition(RESULT)[2]
    return [item for item in question.must_include if not contains(quoted, item) and not contains(results, item)]


def _history(line: GoldLine) -> Iterator[Flaw]:
    """Yield what is wrong with the turns before: only a follow-up has some, user first and assistant last."""
    roles = [turn.role for turn in line.question.history]
    if line.question.type == "follow-up" and not roles:
        yield flaw_of(line, "history-missing")
    if line.question.type != "follow-up" and roles:
        yield flaw_of(line, "history-unexpected")
    if roles != ["user", "assistant"] * (len(roles) // 2):
        yield flaw_of(line, "history-order")


def _same_ids(lines: Sequence[GoldLine]) -> Iterator[Flaw]:
    first: dict[str, GoldLine] = {}
    for line in lines:
        known = first.setdefault(line.question.id, line)
        if known is not line:
            yield flaw_of(line, "duplicate-id", f"{known.path}:{known.line}")


def _alike(lines: Sequence[GoldLine]) -> Iterator[Flaw]:
    """Yield what is asked twice; between splits it is a leak, certain where words and answer are nearly the same.

    The later question is blamed, and the one that it is like is named with how much they are alike.
    """
    for pair in alike_pairs([line.question for line in lines]):
        known, line = lines[pair.first], lines[pair.second]
        detail = f"{known.question.id} ({100 * pair.likeness:.0f} %)"
        if known.question.split == line.question.split:
            yield flaw_of(line, "near-duplicate", detail)
        else:
            one = pair.likeness >= LEAK and same_answer(known.question, line.question)
            yield flaw_of(line, "leak" if one or pair.likeness == 1.0 else "near-leak", detail)


def _thin(lines: Sequence[GoldLine], library: Library, language: Language) -> Iterator[Flaw]:
    for split in dict.fromkeys(line.question.split for line in lines):
        missing = uncovered((line.question for line in lines if line.question.split == split), library)
        if missing:
            yield Flaw("thin", None, detail=f"{split}: {'; '.join(place_name(spot, language) for spot in missing)}")
