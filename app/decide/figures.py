"""What a passage gives of the figures and units of a question. Knows figures and words, nothing of ranking."""

import re
from collections.abc import Sequence

from app.decide.texts import Text
from app.understand.number_words import DIGITS
from app.understand.quantities import Quantity, quantities
from app.understand.question import Question
from corpus.models import Passage
from index.syllables import syllables

# "Ba bệnh viện nào", "tên hai dự án"; "năm" is mostly a year, and the two parties of a report are always two.
_FEW = {word: value for word, value in {**DIGITS, "mười": 10}.items() if word not in ("một", "năm")}
_FEW_OF = re.compile(
    rf"\b(?P<few>{'|'.join(_FEW)})\s+(?!(?:bên|phía|chiều|nơi|địa phương|tỉnh|mươi|lăm|trăm)\b)(?P<noun>[^\W\d_]+)",
    re.IGNORECASE,
)
REACH = 30
"""Characters behind a figure in which stands what it is of."""
COUNTED_ALIKE = 2.0
"""What it counts that a passage tells of as many of the same things: "hai nội dung" and "02 nội dung"."""


def figures_held(question: Question, passage: Passage) -> float:
    """Return the share of the figures that a question brings along which a passage has, and more for things counted."""
    told = quantities(passage.text)
    few = [(_FEW[match["few"].lower()], match["noun"].lower()) for match in _FEW_OF.finditer(question.focus)]
    if any(one.value == value and one.unit.startswith(noun) for value, noun in few for one in told):
        return COUNTED_ALIKE
    said = {quantity.value for quantity in quantities(question.focus)}
    return len(said & {quantity.value for quantity in told}) / len(said) if said else 0.0


def figure_of(question: Question, text: str, told: Sequence[Quantity]) -> bool:
    """Tell whether one of the figures of a text stands right before a word of the question: "60% lượng thuốc thú y"."""
    after = (f" {' '.join(syllables(text[one.end : one.end + REACH]))} " for one in told)
    return any(f" {word.text} " in said for said in after for word in question.words)


def unit_given(question: Question, passage: Passage, text: Text) -> bool:
    """Tell whether a passage, ``text`` as it is compared, counts something in a unit that the question asks in."""
    if "phần trăm" in question.units and "%" in passage.text:
        return True
    return counted(question, text.own)


def counted(question: Question, text: str) -> bool:
    """Tell whether a text, normalised and padded with spaces, has a figure of a unit that the question asks in."""
    return any(re.search(rf"\d\s(?:\w+\s)?{re.escape(unit)}\s", text) for unit in question.units)
