"""Works out what a question asks for, from figures of quoted text, and shows every step.

Code does the sum, never a model; a result is shown only where each operand is found beyond doubt in the quotations.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from app.models import Citation
from app.understand.lexicon import Lexicon
from app.understand.reckoning import HOW_MANY, Operation, asked_operation
from app.understand.words import content_words
from app.write.computing.average import average
from app.write.computing.both_told import both_told
from app.write.computing.computation import Computation, difference_of, quotient, sum_of
from app.write.computing.earlier import NO_FRAME, Frame, earlier, told_words
from app.write.computing.norm import by_norm
from app.write.computing.operands import (
    MARGIN,
    PERSONS,
    Counted,
    asked_noun,
    assign,
    figures_of,
    is_change,
    is_detail,
    is_total,
    kinds_asked,
    match,
)
from app.write.computing.parallel import parallel_total, told_with_verb
from app.write.computing.percent import share
from app.write.computing.remainder import one_clause, remainder
from app.write.computing.rest import rest
from app.write.computing.stated_change import change
from index.syllables import fold, normalise, syllables

_COMPARED = re.compile(
    r"\b(?:nhiều|ít|lớn|nhỏ|cao|thấp|rộng|đông)?\s*(?:hơn|kém)(?: so với)?\b|\bso với\b|\bvới\b|\bgiữa\b|\bvà\b",
    re.IGNORECASE,
)
_TIMES = re.compile(rf"\b(?:gấp|bằng|hơn|kém)?\s*(?:khoảng\s+)?{HOW_MANY}\s*lần\b|\bgấp\b|\bso với\b", re.IGNORECASE)
MEASURES = frozenset("% ha m2 km2 km m kg tấn tạ lít đồng điểm giờ ngày tháng năm".split())
"""Units that are never added to another one: 5 ha and 3 tấn make no 8."""
# "Tổng cộng bao nhiêu, mỗi bên bao nhiêu?" asks for a sum and its parts.
_OF_EACH = re.compile(r"\b(?:mỗi|từng|riêng|lần lượt)\b", re.IGNORECASE)
LEAST_SAID = 0.3
"""Which share of a question, by rarity, quotes, their titles and their report must say."""
_TOGETHER = re.compile(r"\s+(?:và|lẫn|cùng với|với)\s+|,\s*")


def compute(
    question: str, citations: Sequence[Citation], lexicon: Lexicon, when: Frame = NO_FRAME
) -> Computation | None:
    """Return what a question wants worked out from one of the quotes or all of them; None where in doubt.

    ``when`` is what time their report is about.
    """
    operation = asked_operation(question)
    if operation is None or not _worth_it(operation, question, citations, lexicon, when):
        return None
    quoted = [figures_of(citation) for citation in citations]
    # Figures of two reports are about two years or two offices, even where their words are the same.
    of_one = len({citation.report_id for citation in citations}) == 1
    together = [[figure for figures in quoted for figure in figures]] if len(quoted) > 1 and of_one else []
    clauses = [part for figures in quoted for part in one_clause(question, figures, lexicon)]
    for figures in [*(clauses if operation == "remainder" else []), *quoted, *together]:
        found = _from(operation, question, figures, lexicon, when)
        if found is None and operation in ("sum", "average"):
            found = earlier(question, figures, lexicon, when)  # "tổng số … năm ngoái" is one figure
        if found:
            return found
    return None


def _worth_it(
    operation: Operation, question: str, citations: Sequence[Citation], lexicon: Lexicon, when: Frame
) -> bool:
    """Tell whether quotes are about a question at all, and a sum is asked of all of it.

    "Thiếu tổng cộng mấy giáo viên, và tuyển được bao nhiêu người?" adds nothing of its two parts.
    """
    if operation == "sum":
        asked = list(re.finditer(rf"\b{HOW_MANY}\b", question, re.IGNORECASE))
        of_each = bool(_OF_EACH.search(question))
        return len(asked) < 2 or of_each or asked_operation(question[asked[0].end() :]) == "sum"
    if operation not in ("share", "remainder", "rest"):
        return True
    words = told_words(question, when)
    quotes = " ".join(f"{one.quote} {one.section_title}" for one in citations)
    said = f" {' '.join(syllables(fold(quotes)))} {when.own}"
    held = sum(lexicon.idf(part) for part in words if f" {fold(part)} " in said)
    return held >= LEAST_SAID * sum(lexicon.idf(part) for part in words)


def _from(
    operation: Operation, question: str, figures: Sequence[Counted], lexicon: Lexicon, when: Frame
) -> Computation | None:
    if operation == "share":
        return share(question, figures, lexicon)
    if operation == "average":
        return average(question, figures, lexicon)
    if operation == "earlier":
        return earlier(question, figures, lexicon, when)
    if operation == "remainder":
        return remainder(question, figures, lexicon)
    if operation == "rest":
        return rest(question, figures, lexicon)
    if operation == "sum" and (everything := by_norm(question, figures)):
        return everything
    if changed := change(operation, question, figures, lexicon, when):
        return changed
    if operation in ("difference", "change") and (
        since := both_told(question, figures, lexicon, when, percent=operation == "change")
    ):
        return since
    return None if operation == "change" else _combined(operation, question, figures, lexicon)


def _combined(operation: Operation, question: str, figures: Sequence[Counted], lexicon: Lexicon) -> Computation | None:
    """Add, take away or divide the figures that the parts of the question name."""
    # A total is compared with its own parts only where the question says so.
    keep_totals = bool(re.search(r"\b(?:tổng|toàn tỉnh|tất cả)\b", question, re.IGNORECASE)) and operation != "sum"
    kept = [one for one in figures if not is_change(one) and (keep_totals or not is_total(one, figures))]
    phrases = [phrase for phrase in operand_phrases(question, operation) if content_words(phrase)]
    everything = parallel_total(question, kept, lexicon) if operation == "sum" else None
    if everything or len(phrases) < 2:
        return everything
    done = told_with_verb(re.split(rf"\b{HOW_MANY}\b", question, maxsplit=1)[0], kept) if operation == "sum" else []
    if apart := _one_each(phrases, done, lexicon):
        return combine(operation, apart)
    # Where the parts of a total stand in a bracket, the question may mean the total.
    whole = [one for one in figures if not is_change(one) and not is_detail(one, figures)]
    detailed = [one for one in whole if not is_total(one, whole)]
    asked = "" if operation == "ratio" else question
    for choice in (kept, detailed):
        kinds = kinds_asked(asked, [figure.kind for figure in choice if figure.kind not in ("", "%")])
        if operation == "ratio":
            kinds = [kind for kind in kinds if f" {kind} " in f" {normalise(question)} "] or kinds
        alike = [[figure for figure in choice if figure.kind == kind] for kind in kinds]
        possible = [operands for figures in alike if (operands := assign(phrases, figures, lexicon))]
        if not possible and kinds and set(kinds) <= PERSONS:
            together = assign(phrases, [figure for figure in choice if figure.kind in kinds], lexicon)
            possible = [together] if together else []
        if possible:
            sound = len(possible) == 1 and not _beside_what_was_done(possible[0], done)
            return combine(operation, possible[0]) if sound else None
    return _counted_together(phrases, kept, lexicon) if operation == "sum" and not asked_noun(question) else None


def _one_each(phrases: Sequence[str], alike: Sequence[Counted], lexicon: Lexicon) -> tuple[Counted, ...]:
    """Return the figures told with the verb of the question, one a sentence, where each phrase is of one sentence."""
    if len(alike) != len(phrases) or len({one.citation.marker for one in alike}) < len(alike):
        return ()
    chosen: list[Counted] = []
    for phrase in phrases:
        scores = [match(phrase, f" {' '.join(syllables(fold(one.citation.quote)))} ", lexicon) for one in alike]
        best = max(scores)
        near = [one for one, score in zip(alike, scores, strict=True) if best - score < MARGIN]
        if not best or len(near) > 1 or near[0] in chosen:
            return ()
        chosen += near
    return tuple(chosen)


def _beside_what_was_done(chosen: Sequence[Counted], alike: Sequence[Counted]) -> bool:
    """Tell whether a figure was chosen beside one in its sentence that is told with the verb of the question."""
    told = {one.citation.marker for one in alike}
    return any(one.citation.marker in told and one not in alike for one in chosen)


def _counted_together(phrases: Sequence[str], figures: Sequence[Counted], lexicon: Lexicon) -> Computation | None:
    """Add what is counted under different names ("phiếu", "yêu cầu") where a question names each and asks no unit."""
    counted = [one for one in figures if one.kind and one.kind.split("/")[0].split()[-1] not in MEASURES]
    meant = sorted(assign(phrases, counted, lexicon) or (), key=lambda one: (one.citation.marker, one.quantity.start))
    return replace(sum_of(tuple(one.operand for one in meant)), unit="") if meant else None


def operand_phrases(question: str, operation: Operation) -> list[str]:
    """Return the parts of a question that name the operands."""
    if operation == "ratio":
        return [part for part in _TIMES.split(question) if part.strip(" ?.")]
    if operation != "sum":
        return [part for part in _COMPARED.split(question) if part.strip()]
    text = re.sub(rf"\b{HOW_MANY}\b.*$", " ", question, flags=re.IGNORECASE)
    gathered = re.match(
        r"^(?P<list>.+?)\b(?:cộng lại|gộp lại|cộng chung|tổng cộng|cả thảy|tất cả)\b", question, flags=re.IGNORECASE
    )
    if gathered and _TOGETHER.search(gathered["list"]):
        listed = re.sub(r"\s+thì\s.*$", " ", gathered["list"])
        return [part for part in _TOGETHER.split(listed) if part.strip()]
    text = re.sub(r"(\s(?:và|lẫn)\s[^,]+),.*$", r"\1", text)
    text = re.sub(r"\s+thì\s.*$", " ", text)
    listed = re.sub(r"^.*?\b(?:tổng|cộng|cả|gộp|gom|dồn)\b(?:\s+(?:cả|số|cộng))*", " ", text, flags=re.IGNORECASE)
    return [part for part in _TOGETHER.split(listed) if part.strip()]


def combine(operation: Operation, operands: tuple[Counted, ...]) -> Computation | None:
    """Add figures, or take away or divide the second of two; None where it is zero."""
    if operation == "sum":
        return sum_of(tuple(figure.operand for figure in operands))
    if operation == "difference":
        smaller, larger = sorted(operands[:2], key=lambda figure: figure.value)
        return difference_of(larger.operand, smaller.operand)
    first, second = operands[:2]
    if not second.value:
        return None
    return quotient("ratio", (first.operand, second.operand), first.value / second.value, "lần")
