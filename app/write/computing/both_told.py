"""Sets the figure of a year before, told beside that of now, against it: "286 ca …; năm 2023 có 174 ca"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from app.understand.lexicon import Lexicon
from app.understand.quantities import YEAR
from app.write.computing.computation import Computation, difference_of, quotient
from app.write.computing.earlier import LEAST_SHARED, Frame, told_words
from app.write.computing.operands import MARGIN, Counted, is_detail, kinds_asked, match
from app.write.computing.told_changes import BEFORE, SCHOOL_YEAR, SINCE, changes_in, since_when
from index.syllables import fold, normalise, syllables

_OVER_TIME = re.compile(
    r"\b(?:tăng|giảm|thêm|bớt)\b|\b(?:hơn|kém|chênh|so với)\b.*\b(?:năm|kỳ|vụ) (?:học )?(?:trước|ngoái|(?:19|20)\d\d)"
    r"|\bcùng kỳ\b"
)
_OF_BEFORE = re.compile(
    rf"(?:^|[,;(]\s?|\.\s|\bcòn\s|\bkhi\s|\bso với\s|\bhơn\s|\bkém\s)(?P<since>{SINCE})"
    r"(?:\s(?:thì|tỷ lệ này|con số này|số này|mới|chỉ))*"
    r"(?:\s(?:là|có|đạt|được|còn)|\s?[:(])(?:\s(?:khoảng|gần|hơn|trên))?\s*$"
)
_AND = re.compile(r"^[^\d;.]{0,25}(?:,|\svà)\s+$")
_AMONG = re.compile(r"\b(?:trong đó|riêng|gồm)\b[^\d]{0,40}$")


def both_told(
    question: str, figures: Sequence[Counted], lexicon: Lexicon, when: Frame, *, percent: bool
) -> Computation | None:
    """Return by how much what a question asks about rose or fell since a time whose figure is told beside it.

    None where either figure is in doubt, and where the text tells the change itself.
    """
    if not _OVER_TIME.search(normalise(question)) or changes_in(figures):
        return None
    kinds = kinds_asked("" if percent else question, [one.kind for one in figures if one.kind not in ("", "%")])
    since = _since(figures)
    allowed = _allowed(question, when)
    pairs = [
        (now, then)
        for then, moment in since
        if then.kind in kinds and (moment in allowed or not allowed)
        for now in figures
        if _may_be_now(now, then, figures) and now not in [one for one, _ in since]
    ]
    pairs = [pair for pair in pairs if not _among(pair[0])] or pairs
    if not _spoken_of(question, pairs, lexicon, when):
        return None
    scored = sorted(((_fit(question, pair, lexicon), i) for i, pair in enumerate(pairs)), reverse=True)
    if not scored or (len(scored) > 1 and scored[0][0] - scored[1][0] < MARGIN) or not scored[0][0]:
        return None
    now, then = pairs[scored[0][1]]
    now = replace(now, quantity=replace(now.quantity, unit=now.quantity.unit or then.quantity.unit))
    return _compared(now, then, percent=percent)


def _spoken_of(question: str, pairs: Sequence[tuple[Counted, Counted]], lexicon: Lexicon, when: Frame) -> bool:
    """Tell whether the sentence of two figures says at least half of what a question is about, by rarity."""
    words = told_words(question, when)
    said = f" {' '.join(syllables(fold(pairs[0][0].citation.quote)))} " if pairs else ""
    held = sum(lexicon.idf(part) for part in words if f" {fold(part)} " in said)
    return held >= LEAST_SHARED * sum(lexicon.idf(part) for part in words)


def _compared(now: Counted, then: Counted, *, percent: bool) -> Computation | None:
    smaller, larger = sorted((now, then), key=lambda one: one.value)
    if not percent:
        return difference_of(larger.operand, smaller.operand)
    if not then.value:
        return None
    operands = (larger.operand, smaller.operand, then.operand)
    return quotient("change", operands, 100 * (larger.value - smaller.value) / then.value, "%")


def _since(figures: Sequence[Counted]) -> list[tuple[Counted, str]]:
    """Return the figures of a time before, and of which; "09 người chết và 02 người mất tích" are both of it."""
    found: list[tuple[Counted, str]] = []
    for at, one in enumerate(figures):
        if told := _OF_BEFORE.search(_said_before(one)):
            found.append((one, since_when(told["since"])))
        elif found and found[-1][0] is figures[at - 1] and found[-1][0].citation == one.citation:
            between = one.citation.quote[figures[at - 1].quantity.end : one.quantity.start]
            found += [(one, found[-1][1])] if _AND.match(between) else []
    return found


def _allowed(question: str, when: Frame) -> set[str]:
    """Return the times before that a question may be about; none where it names no time."""
    text = normalise(question)
    last = str(int(when.year) - 1) if when.year.isdigit() else ""
    years = set(YEAR.findall(text)) - {when.year}
    if years:
        return {*years, BEFORE, SCHOOL_YEAR} if years == {last} else years
    named = re.search(r"\b(?:năm|kỳ|vụ) (?:học )?(?:trước|ngoái)\b|\bcùng kỳ\b", text)
    return {BEFORE, SCHOOL_YEAR, last} - {""} if named else set()


def _may_be_now(now: Counted, then: Counted, figures: Sequence[Counted]) -> bool:
    """Tell whether a figure stands before one of a year before, counts the same, and is no part of another figure."""
    if now.citation != then.citation or now.quantity.start >= then.quantity.start or is_detail(now, figures):
        return False
    return now.kind == then.kind or (not now.kind and f"số {then.kind} " in _said_before(now))


def _among(figure: Counted) -> bool:
    return bool(_AMONG.search(_said_before(figure)))


def _said_before(figure: Counted) -> str:
    return f"{normalise(figure.before).strip()} "


def _fit(question: str, pair: tuple[Counted, Counted], lexicon: Lexicon) -> float:
    return sum(match(question, one.context, lexicon) for one in pair)
