"""Adds up all that a text counts of one thing where a question wants the total. Knows figures, not where they stand.

"Tất cả mấy trường hợp?" of a sentence that tells of 31, 4 and 3 of them, but of no total.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from app.understand.lexicon import Lexicon
from app.understand.reckoning import HOW_MANY
from app.understand.words import content_words, opens_with_noun, opens_with_verb
from app.write.computing.computation import Computation, sum_of
from app.write.computing.operands import PERSONS, Counted, is_change, is_total, match
from index.syllables import fold, normalise, syllables

_ALTOGETHER = re.compile(
    rf"\b(?:tất cả|tổng cộng|cả thảy|tổng số|cộng lại|gộp lại)\b[^?,;]*?\b{HOW_MANY}\s+(?P<things>[^?.;]+)"
)
_NUMBERS = {"hai": 2, "ba": 3, "bốn": 4, "năm": 5, "2": 2, "3": 3, "4": 4, "5": 5}
_MANY = re.compile(r"^\W*(?:cả |tại |ở )?(?P<many>hai|ba|bốn|năm(?! \d)|[2-5])\s[^\W\d_]")
_TOTAL = re.compile(r"^\W*(?:tất cả|tổng cộng|cả thảy|tổng số|cộng lại|gộp lại)\s+(?:số\s+)?")
_THINGS_END = re.compile(r"\s(?:với|của|được|đã|trong|ở|tại|cho|cùng|vậy|nhỉ|ạ|thế)\b.*$")
_AND = re.compile(r"\s*,\s*|\s+(?:và|lẫn|hay)\s+")
_JOINED = re.compile(r"^(?:\s[^\W\d_]+){0,3}\s*(?:,|\svà|\scùng)\s+$")
BODIES = frozenset("htx doanh hợp đơn chủ hộ cơ công tổ dn".split())
"""First syllables of what acts for itself: firms, cooperatives, households."""
FEWEST, MOST = 2, 5


def parallel_total(question: str, figures: Sequence[Counted], lexicon: Lexicon) -> Computation | None:
    """Return the sum of all figures of what is asked for; None where one is a total, or only some are meant."""
    asked = _ALTOGETHER.search(normalise(question))
    if not asked:
        return None
    things = [thing for thing in _AND.split(_THINGS_END.sub("", asked["things"])) if thing.strip()]
    fitting = _shared([one for one in figures if not is_change(one) and _fits(one, things)])
    if any(is_total(one, figures) or "(" in _before(one) for one in fitting):
        return None
    meant = _told_apart(things, fitting, lexicon)
    own = [one for one in figures if not is_change(one) and _fits(one, things)]
    if some := _named_apart(question[asked.start() : asked.start("things")], own):
        return sum_of(tuple(one.operand for one in some))
    done = _done_alike(question[: asked.start()], meant)
    kept = done or meant
    if (many := _MANY.match(normalise(question))) and _NUMBERS[many["many"]] != len(kept):
        return None  # "hai huyện A và B": two of them are named
    if not FEWEST <= len(kept) <= MOST or not (done or _all_meant(question[: asked.start("things")], kept)):
        return None
    found = sum_of(tuple(one.operand for one in kept))
    persons = all(one.kind in PERSONS for one in kept)
    return found if persons or len({one.kind for one in kept}) == 1 else replace(found, unit="")


def _before(figure: Counted) -> str:
    """Return what stands between the last closing bracket and a figure."""
    return figure.before.rsplit(")", 1)[-1]


def _fits(figure: Counted, things: Sequence[str]) -> bool:
    first = figure.kind.split(" ")[0]
    nouns = [thing.split()[0] for thing in things]
    persons = figure.kind in PERSONS and any(noun in ("người", "trường") for noun in nouns)
    bodies = first in BODIES and any(noun in BODIES for noun in nouns)
    return bool(first) and (first in nouns or persons or bodies)


def _shared(figures: Sequence[Counted]) -> list[Counted]:
    """Return the figures, those joined by "và" with what is said of both: "03 HTX và 01 chủ hộ ký hợp đồng"."""
    found = list(figures)
    for i, (left, right) in enumerate(pairwise(figures)):
        between = left.citation.quote[left.quantity.end : right.quantity.start]
        if left.citation == right.citation and _JOINED.match(between):
            both = f"{found[i].context}{right.context}"
            found[i], found[i + 1] = replace(left, context=both), replace(right, context=both)
    return found


def _told_apart(things: Sequence[str], figures: Sequence[Counted], lexicon: Lexicon) -> list[Counted]:
    """Return the figures that fit what stands after the noun asked for: "đối tượng truy nã" are not all "đối tượng"."""
    kept: list[Counted] = []
    for thing in things:
        own = [one for one in figures if _fits(one, [thing])] if opens_with_noun(thing) else list(figures)
        for word in (word for word in content_words(thing) if not thing.startswith(word.text)):
            own = [one for one in own if match(word.text, f"{one.context}{fold(one.quantity.unit)} ", lexicon)] or own
        if not own:
            return []
        kept += [one for one in own if one not in kept]
    return sorted(kept, key=lambda one: (one.citation.marker, one.quantity.start))


def _named_apart(said: str, figures: Sequence[Counted]) -> list[Counted]:
    """Return the figures that "tổng số A và B là mấy" names, one for each of its parts; nothing where it may mean all.

    The first word of each part must stand at one figure alone, and some figure must be named by none.
    """
    heads = [words[0] for part in _AND.split(_TOTAL.sub("", normalise(said))) if (words := content_words(part))]
    contexts = [f"{one.context}{fold(one.quantity.unit)} " for one in figures]
    named = [[one for one, text in zip(figures, contexts, strict=True) if f" {fold(h.text)} " in text] for h in heads]
    some = [row[0] for row in named if len(row) == 1]
    apart = len({one.quantity.start for one in some}) == len(heads) > 1
    return some if apart and len(some) < len(figures) and len({one.kind for one in some}) == 1 else []


def _done_alike(said: str, figures: Sequence[Counted]) -> list[Counted]:
    """Return the figures told with the verb right before "tổng cộng", if any: "đã trả lời tổng cộng mấy …"."""
    verb = fold(" ".join(syllables(said)[-2:]))
    return [one for one in figures if f" {verb} " in one.context]


def told_with_verb(said: str, figures: Sequence[Counted]) -> list[Counted]:
    """Return the figures told with the verb that ends a text; nothing where it ends with a name or a noun."""
    verb = " ".join(said.split()[-2:])
    told = verb == verb.lower() and opens_with_verb(verb)
    return _done_alike(said, figures) if told else []


def _all_meant(said: str, figures: Sequence[Counted]) -> bool:
    """Tell whether no word of the question speaks of some of the figures only, each of them of none that is left."""
    told = {fold(part) for word in content_words(said) for part in word.syllables}
    held = [{part for part in told if f" {part} " in one.context} for one in figures]
    telling = {part for part in told if 0 < sum(part in each for each in held) < len(held)}
    return not telling or all(each & telling for each in held)
