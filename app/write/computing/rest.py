"""Works out what a whole is without a part of it that a question leaves out. Knows questions and figures.

"115 ha (… Tân Uyên 3,5 ha)" without Tân Uyên is 111,5 ha; "684 hộ, trong đó 512 hộ nghèo" without the poor is 172.
"""

import re
from collections import Counter
from collections.abc import Sequence
from decimal import Decimal

from app.understand.lexicon import Lexicon
from app.understand.quantities import quantities
from app.understand.reckoning import left_out
from app.understand.words import content_words
from app.write.computing.computation import Computation, difference_of
from app.write.computing.operands import MARGIN, PERSONS, Counted, kinds_asked, match, total_of
from app.write.computing.told_changes import changes_in
from index.syllables import fold, normalise, syllables

_AMONG = re.compile(r"^[^\d;()]{0,60}[;(]?[^\d;()]{0,3}\b(?:trong đó|riêng|gồm|trong số này)\b")
_PERCENT = re.compile(r"\d[\d.,]*\s?%")
_OWN = re.compile(r"\btrong đó\b")
LEAST_NAMED = 0.6
"""Which share of what is left out, by rarity, must stand around the figure that is taken for it."""


def rest(question: str, figures: Sequence[Counted], lexicon: Lexicon) -> Computation | None:
    """Return a whole less the part that a question leaves out; None where either is in doubt."""
    part = left_out(question)
    if not part or not content_words(part):
        return None
    changed = {id(one.by) for one in changes_in(figures)}
    kept = [one for one in figures if one.kind not in ("", "%") and id(one) not in changed]
    kinds = kinds_asked(_asked(question, part), [one.kind for one in kept])
    groups = [[kind] for kind in kinds if kind not in PERSONS] + [[kind for kind in kinds if kind in PERSONS]]
    found = [pair for group in groups if (pair := _whole_and_part(part, kept, group, lexicon))]
    return difference_of(found[0][0].operand, found[0][1].operand) if len(found) == 1 else None


def _whole_and_part(
    part: str, figures: Sequence[Counted], kinds: Sequence[str], lexicon: Lexicon
) -> tuple[Counted, Counted] | None:
    """Return a whole and the part of it that is left out, both of some kinds; persons go by several names."""
    alike = [one for one in figures if one.kind in kinds]
    meant = _named(part, alike, lexicon)
    whole = meant and _whole_of(meant, alike)
    return (whole, meant) if meant and whole and whole.value > meant.value else None


def _asked(question: str, part: str) -> str:
    """Return a question without what is left out, whose own figures are not what is asked for."""
    return normalise(question).replace(part, " ").replace(" khác", " ")


def _named(part: str, figures: Sequence[Counted], lexicon: Lexicon) -> Counted | None:
    """Return the figure of what is left out: the one that is typed, or that stands among its words as no other does."""
    typed = {quantity.value for quantity in quantities(part)}
    chosen = [one for one in figures if one.quantity.value in typed]
    if chosen:
        return chosen[0] if len(chosen) == 1 else None
    words = {word for each in content_words(part) for word in each.syllables}
    units = Counter(word for one in figures for word in syllables(one.quantity.unit))
    words -= {word for word, count in units.items() if count > 1}
    most = sum(lexicon.idf(word) for word in words)
    scored = sorted(
        ((match(" ".join(words), _own_words(one), lexicon), -i) for i, one in enumerate(figures)), reverse=True
    )
    if not scored or not words or scored[0][0] < LEAST_NAMED * most or not scored[0][0]:
        return None
    if len(scored) > 1 and scored[0][0] - scored[1][0] < MARGIN:
        return None
    return figures[-scored[0][1]]


def _own_words(figure: Counted) -> str:
    """Return, folded, what a figure counts with its unit, without the whole that "trong đó" says it is of."""
    unit = f"{fold(' '.join(syllables(figure.quantity.unit)))} "
    quote = figure.citation.quote
    among = _OWN.split(normalise(figure.before))
    if len(among) < 2 or re.search(r"\d", among[-1]):
        return f"{figure.context}{unit}"
    after = re.split(r"[;,()]|\.\s", quote[figure.quantity.end :])[0]
    return f" {fold(' '.join(syllables(f'{among[-1]} {after}')))} {unit}"


def _whole_of(part: Counted, figures: Sequence[Counted]) -> Counted | None:
    """Return the figure that a part is of: which it adds up to with its neighbours, or of which "trong đó" tells."""
    if total := total_of(part, figures):
        return total
    before = [one for one in figures if one.citation == part.citation and one.quantity.start < part.quantity.start]
    behind = [normalise(part.citation.quote[one.quantity.end :]) for one in before]
    among = [one for one, text in zip(before, behind, strict=True) if _AMONG.match(_PERCENT.sub("", text))]
    if not among:
        return None
    parts = [one for one in figures if one.citation == part.citation and one.quantity.start > among[-1].quantity.start]
    within = [one for one in parts if one.quantity.start <= part.quantity.start]
    between = part.citation.quote[among[-1].quantity.end : part.quantity.start]
    clear = (
        not re.search(r";(?!\s*trong đó)|\.\s", between)
        and sum((one.value for one in within), Decimal(0)) <= among[-1].value
    )
    return among[-1] if clear else None
