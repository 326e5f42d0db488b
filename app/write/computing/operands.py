"""Finds the figures that phrases of a question mean. Knows figures and the words around them; computes nothing."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import permutations

from app.models import Citation
from app.understand.function_words import FUNCTION_WORDS
from app.understand.lexicon import Lexicon
from app.understand.quantities import Quantity, base_unit, quantities, scaled
from app.understand.words import content_words
from app.write.computing.computation import Operand
from index.syllables import fold, normalise, syllables

_SEAM = re.compile(r"[;,)]|\s(?:và|còn)\s")
_GREW = re.compile(r"\b(?:tăng|giảm)(?: thêm| lên| đi)?\s+$", re.IGNORECASE)
_CLAUSE_END = re.compile(r"[;()]|\.\s|,\s(?=[^;,()]{0,40}\d)|/|\s(?:và|còn)\s(?=[^;,()]{0,60}\d)")
_COUNTED = re.compile(r"\b(?:bao nhiêu|mấy)\s+(?P<noun>[^\W\d_]+)(?:\s+(?P<second>[^\W\d_]+))?")
_AFTER_SCALE = frozenset({"tiền", "mỗi", "một", "bạc", "chưa", "để", "cho", "so", "thì"})
PERSONS = frozenset(
    {
        "người",
        "lượt",
        "học viên",
        "công dân",
        "đối tượng",
        "cán bộ",
        "giáo viên",
        "học sinh",
        "lao động",
        "hộ",
        "trường hợp",
        "phụ nữ",
        "em",
    }
)
_ANY_PERSONS = frozenset({"người", "em"})
_FIRMS = re.compile(r"\b(?:bao nhiêu|mấy)\s+(?:lượt\s+)?doanh nghiệp\b")
_BEFORE_NOUN = frozenset({"lượt", "số", "căn", "ngôi", "cái", "chiếc", "tòa", "toà"})
"""Words between "bao nhiêu" and what is counted; a sentence need not have them: "52 nhà" are so many "căn nhà"."""
_SCALES = frozenset({"triệu", "tỷ", "tỉ", "nghìn", "ngàn"})
_MONEY = frozenset({"tiền", "kinh", "vốn", "doanh"})
_NEXT_ITEM = re.compile(r"^(?!.*\b(?:trong đó|gồm)\b)[^(:]*;")
PLAN = r"(?:ke hoach|chi tieu|du toan|muc tieu|nhu cau|dinh muc)"
"""Words for what was planned, as a pattern over folded text."""
_PLAN_BRACKET = re.compile(rf"\b{PLAN}(?:\s\w+){{0,2}}\s*\(\s*$")
MOST_OPERANDS, MOST_FIGURES = 4, 8
MARGIN = 0.3
"""By how much the best choice of operands must beat every other one; closer calls are left to the reader."""
LOCAL_SYLLABLES = 24
"""How many syllables before a figure can say what it counts."""


@dataclass(frozen=True, slots=True)
class Counted:
    """A figure of a quote with, folded, the words that say what it counts."""

    quantity: Quantity
    context: str
    citation: Citation

    @property
    def operand(self) -> Operand:
        """The figure as a term of a computation."""
        return Operand(self.quantity, self.citation.marker)

    @property
    def before(self) -> str:
        """What its quote says before it, as written."""
        return self.citation.quote[: self.quantity.start]

    @property
    def kind(self) -> str:
        """Its unit without "triệu", "tỷ": figures of one kind can be added."""
        return base_unit(self.quantity.unit)

    @property
    def value(self) -> Decimal:
        """Its value with "triệu", "tỷ" multiplied out."""
        return scaled(self.quantity)


def figures_of(citation: Citation) -> list[Counted]:
    """Return the figures of a quote with what each counts; ranges are left out, nothing exact follows from them."""
    text = citation.quote
    found = [quantity for quantity in quantities(text) if quantity.about != "–"]
    counted = []
    for i, quantity in enumerate(found):
        # A figure of another unit in between does not end what is said of this one.
        same_unit = [other.end for other in found[:i] if base_unit(other.unit) == base_unit(quantity.unit)]
        counted.append(Counted(quantity, fold(_around(text, quantity, max(same_unit, default=0))), citation))
    return counted


def _around(text: str, quantity: Quantity, before: int) -> str:
    """Return the syllables that say what a figure counts: those before it in its clause, and those after it.

    What stands between the figure before and the next comma or "và" still belongs to that figure. The unit is left
    out: it is the same for all figures that are told apart.
    """
    between = text[before : quantity.start]
    if before:
        between = _SEAM.split(between, maxsplit=1)[-1]
    left = re.split(r"[;()]", between)[-1]
    right = _CLAUSE_END.split(text[quantity.end :], maxsplit=1)[0]
    head = syllables(left)[-LOCAL_SYLLABLES:]
    return f" {' '.join([*head, *syllables(right)[:LOCAL_SYLLABLES]])} "


def is_change(figure: Counted) -> bool:
    """Tell whether a figure only tells by how much another changed: "giảm 41 vụ so với năm 2023"."""
    text = figure.citation.quote
    grew = _GREW.search(text[: figure.quantity.start])
    return bool(grew) and bool(re.match(r"\s*so với\b", text[figure.quantity.end :], re.IGNORECASE))


def total_of(part: Counted, figures: Sequence[Counted]) -> Counted | None:
    """Return the figure that two or more neighbouring figures of its kind, this one among them, add up to.

    None where no figure does, or figures of different values do.
    """
    alike = [each for each in figures if each.kind == part.kind and each.citation == part.citation]
    runs = [alike[i:j] for i in range(len(alike)) for j in range(i + 2, len(alike) + 1)]
    sums = {sum(each.value for each in run) for run in runs if part in run}
    wholes = [each for each in figures if each.kind == part.kind and each.value in sums and each.value > part.value]
    return wholes[0] if len({each.value for each in wholes}) == 1 else None


def is_total(figure: Counted, figures: Sequence[Counted]) -> bool:
    """Tell whether a figure is the sum of two or more figures of its kind that follow it one after another."""
    following = [
        each
        for each in figures
        if each.citation == figure.citation and each.quantity.start > figure.quantity.start and each.kind == figure.kind
    ]
    quote = figure.citation.quote
    if following and _NEXT_ITEM.match(quote[figure.quantity.end : following[0].quantity.start]):
        return False  # "268 tấn; huyện B 147 tấn; huyện C 121 tấn" are members of one list
    running = Decimal(0)
    for count, each in enumerate(following, start=1):
        running += each.value
        if count > 1 and running == figure.value:
            return True
    return False


def is_detail(figure: Counted, figures: Sequence[Counted]) -> bool:
    """Tell whether a figure stands in a bracket as a part of a total: "11.480 tấn (nuôi trồng 10.030 tấn, …)"."""
    before = figure.before
    return before.rfind("(") > before.rfind(")") and total_of(figure, figures) is not None


def is_money(kind: str) -> bool:
    """Tell whether a kind of figure is an amount of money: "đồng", "đồng/ha", not "hợp đồng"."""
    return kind.partition("/")[0] == "đồng"


def in_plan_bracket(figure: Counted) -> bool:
    """Tell whether a figure is the plan behind what was reached of it: "560 học viên, bằng 71,8% kế hoạch (780)"."""
    return bool(_PLAN_BRACKET.search(fold(figure.before)))


def match(phrase: str, context: str, lexicon: Lexicon) -> float:
    """Return how many telling syllables of a phrase stand around a figure, by rarity."""
    parts = {part for word in content_words(phrase) for part in word.syllables}
    parts |= {"trả", "lời"} if " trả lời" in phrase else set()  # elsewhere it asks the assistant to answer
    return sum(lexicon.idf(part) for part in parts if f" {fold(part)} " in context)


def assign(phrases: Sequence[str], figures: Sequence[Counted], lexicon: Lexicon) -> tuple[Counted, ...] | None:
    """Return one figure a phrase, all different, that fit best together; None where another choice fits as well."""
    if not 1 <= len(phrases) <= MOST_OPERANDS or not len(phrases) <= len(figures) <= MOST_FIGURES:
        return None
    table = _table(_own_words(phrases), figures, lexicon)
    if not all(map(any, table)):
        table = _table(phrases, figures, lexicon)
    totals: dict[tuple[int, ...], float] = {}
    for choice in permutations(range(len(figures)), len(phrases)):
        scores = [table[row][column] for row, column in enumerate(choice)]
        if min(scores) > 0:
            totals[choice] = sum(scores)
    ordered = sorted(totals, key=lambda choice: -totals[choice])
    if not ordered or (len(ordered) > 1 and totals[ordered[0]] - totals[ordered[1]] < MARGIN):
        return None
    return tuple(figures[column] for column in ordered[0])


def _table(phrases: Sequence[str], figures: Sequence[Counted], lexicon: Lexicon) -> list[list[float]]:
    return [[match(phrase, figure.context, lexicon) for figure in figures] for phrase in phrases]


def _own_words(phrases: Sequence[str]) -> list[str]:
    """Return the phrases without the words that all of them have, which tell nothing apart, where others are left."""
    words = [[part for word in content_words(phrase) for part in word.syllables] for phrase in phrases]
    shared = set.intersection(*map(set, words)) if len(words) > 1 else set()
    own = [" ".join(part for part in each if part not in shared) for each in words]
    return own if all(own) else list(phrases)


def asked_noun(question: str) -> str:
    """Return the noun that "bao nhiêu" counts, normalised; "" where none follows."""
    asked = _COUNTED.search(normalise(question))
    if not asked:
        return ""
    noun, second = asked["noun"], asked["second"] or ""
    if noun in _SCALES:
        # "Bao nhiêu triệu" without a unit is money; "bao nhiêu triệu lượt" is not.
        return second if second and second not in FUNCTION_WORDS and second not in _AFTER_SCALE else "tiền"
    noun = second if noun in _BEFORE_NOUN and second else noun
    return "" if noun in FUNCTION_WORDS else noun


def asked_word(question: str) -> str:
    """Return the word right behind "bao nhiêu", normalised, whatever it is; "" where none follows."""
    asked = _COUNTED.search(normalise(question))
    return asked["noun"] if asked else ""


def kinds_asked(question: str, kinds: Sequence[str]) -> list[str]:
    """Return the kinds of figures that "bao nhiêu …" can mean: of its noun, or all where it names none."""
    distinct = list(dict.fromkeys(kinds))
    noun = asked_noun(question)
    if noun == "người":
        return [kind for kind in distinct if kind in PERSONS]
    if noun in _MONEY and not _FIRMS.search(normalise(question)):
        return [kind for kind in distinct if is_money(kind)]
    if noun:
        named = [kind for kind in distinct if kind.startswith(noun) or noun in kind.partition("/")[0].split()]
        return named or _told_otherwise(question, distinct)
    # "Bao nhiêu vụ": a word that mostly connects counts where figures are told with it.
    return [word] if (word := asked_word(question)) in distinct else distinct


def _told_otherwise(question: str, kinds: Sequence[str]) -> list[str]:
    """Return the kinds that count the same in another word: "lượt" of "lượt khách", "em" and "người" of "học sinh"."""
    asked = _COUNTED.search(normalise(question))
    words = (asked["noun"], asked["second"] or "") if asked else ("", "")
    persons = " ".join(words) in PERSONS
    return [kind for kind in kinds if kind == words[0] or (persons and kind in _ANY_PERSONS)]
