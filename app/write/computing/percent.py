"""Works out shares in percent: a part of a whole that the quote gives. Knows questions for shares and figures."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from app.understand.lexicon import Lexicon
from app.understand.quantities import is_part_of_fraction, parse_number
from app.understand.reckoning import HOW_MANY, asked_decimals
from app.understand.words import content_words
from app.write.computing.computation import Computation, quotient
from app.write.computing.operands import PERSONS, Counted, assign, is_total, match, total_of
from app.write.computing.told_changes import changes_in
from index.syllables import normalise, syllables

_ASKED = rf"(?:khoảng |tỷ lệ |tỉ lệ |là |được )*{HOW_MANY}\s*(?:phần trăm|%|phần)?"
_TAIL = r"\s*(?:trong|của|so với|trên|ở)?\s*(?P<whole>.*)$"
_PART_FIRST = re.compile(rf"^(?P<part>.+?)\s+(?P<verb>chiếm|đạt|bằng|là|tương đương)\s+{_ASKED}{_TAIL}")
_WHOLE_FIRST = re.compile(
    rf"^(?:trong|trên)\s+(?P<whole>[^,]+),\s*(?P<part>.+?)\s+(?P<verb>chiếm|đạt|bằng|là)\s+{_ASKED}"
)
_RATE = re.compile(
    rf"^.*?\b(?P<verb>tỷ lệ|tỉ lệ|phần trăm)\s+(?P<part>.+?)\s+(?:trong|trên|so với|của)"
    rf"\s+(?P<whole>.+?)\s+(?:là|đạt|chiếm)?\s*{HOW_MANY}"
)
_GREW = re.compile(r"\b(?:tăng|giảm|vượt|hơn)(?: thêm| khoảng)?\s+$")
_OF_A_PLAN = re.compile(r"^\s*(?:so với\s)?(?:kế hoạch|chỉ tiêu|dự toán|mục tiêu|nhu cầu|định mức|cùng kỳ)\b")
_OF_ALL = re.compile(rf"^(?:có |khoảng |được )*{HOW_MANY}\s*(?:phần trăm|%)\s+(?:số |các )?(?P<part>.+)$")
_ALL = re.compile(r"\b(?:tổng|toàn|tất cả|trong số|cả)\b")
_NUMBER = re.compile(r"(?<![\w.,])\d[\d.]*(?:,\d+)?(?![\w/])")


@dataclass(frozen=True, slots=True)
class _Share:
    part: str
    whole: str
    compares: bool  # "bằng … của" sets one beside another; "chiếm" takes a part of a whole


def _asked_share(question: str) -> _Share | None:
    text = normalise(question).strip(" ?.")
    for pattern in (_WHOLE_FIRST, _PART_FIRST, _RATE):
        found = pattern.search(text)
        if found:
            whole = found["whole"].strip()
            compares = found["verb"] in ("bằng", "tương đương", "đạt") and not _ALL.search(whole)
            return _Share(found["part"], whole, compares)
    found = _OF_ALL.search(text)
    return _Share(found["part"], "", compares=False) if found else None


def share(question: str, figures: Sequence[Counted], lexicon: Lexicon) -> Computation | None:
    """Return the share that a question asks for; None where part or whole is in doubt, or a share is stated."""
    asked = _asked_share(question)
    if asked is None or any(_states_share(figure) and match(asked.part, figure.context, lexicon) for figure in figures):
        return None
    changed = {id(one.by) for one in changes_in(figures)}
    figures = [figure for figure in figures if id(figure) not in changed]
    for kinds in _kinds(asked, figures):
        alike = [figure for figure in figures if figure.kind in kinds]
        found = _in_fraction(alike) or _part_and_whole(asked, alike, lexicon)
        if found and found[0].value < found[1].value:
            part, whole = found
            value = 100 * part.value / whole.value
            return quotient("share", (part.operand, whole.operand), value, "%", asked_decimals(question))
    return None


def _kinds(asked: _Share, figures: Sequence[Counted]) -> list[list[str]]:
    """Return the kinds of figures that a share can be of: only those that the question names, where it names any.

    Persons are also told under several names: "1.345 lao động, trong đó 872 người …".
    """
    kinds = list(dict.fromkeys(figure.kind for figure in figures if figure.kind not in ("", "%")))
    said = f" {' '.join(syllables(f'{asked.part} {asked.whole}'))} "
    named = [kind for kind in kinds if f" {' '.join(syllables(kind))} " in said]
    persons = [kind for kind in kinds if kind in PERSONS]
    together = [persons] if len(persons) > 1 and any(kind in PERSONS for kind in named or kinds) else []
    return [*([kind] for kind in named or kinds), *together]


def _states_share(figure: Counted) -> bool:
    """Tell whether a figure is a share: a percentage that is not one by which something grew."""
    before = normalise(figure.before)
    of_a_plan = _OF_A_PLAN.match(normalise(figure.citation.quote[figure.quantity.end :]))
    return figure.kind == "%" and not _GREW.search(before) and not of_a_plan


def _in_fraction(figures: Sequence[Counted]) -> tuple[Counted, Counted] | None:
    """Return the figures of "139/142 thôn", where no other is of their kind."""
    if len(figures) == 2 and is_part_of_fraction(figures[0].quantity, figures[1].quantity):
        return figures[0], figures[1]
    return None


def _part_and_whole(asked: _Share, figures: Sequence[Counted], lexicon: Lexicon) -> tuple[Counted, Counted] | None:
    typed = {parse_number(number) for number in _NUMBER.findall(asked.whole)}
    wholes = [figure for figure in figures if figure.quantity.value in typed]
    parts = [figure for figure in figures if figure not in wholes and not is_total(figure, figures)]
    chosen = assign([asked.part], parts, lexicon)
    if chosen and wholes:
        return chosen[0], wholes[0]
    if chosen and not asked.compares:
        total = total_of(chosen[0], figures)
        if total:
            return chosen[0], total
    if not content_words(asked.whole):
        return None
    pair = assign([asked.part, asked.whole], figures, lexicon)
    return (pair[0], pair[1]) if pair else None
