"""What a passage gives of the figures and units of a question. Knows figures and words, nothing of ranking."""

import re

from app.decide.texts import Text
from app.understand.quantities import quantities
from app.understand.question import Question
from corpus.models import Passage


def figures_held(question: Question, passage: Passage) -> float:
    """Return the share of the figures that a question brings along which a passage has."""
    said = {quantity.value for quantity in quantities(question.focus)}
    return len(said & {quantity.value for quantity in quantities(passage.text)}) / len(said) if said else 0.0


def unit_given(question: Question, passage: Passage, text: Text) -> bool:
    """Tell whether a passage, ``text`` as it is compared, counts something in a unit that the question asks in."""
    if "phần trăm" in question.units and "%" in passage.text:
        return True
    return counted(question, text.own)


def counted(question: Question, text: str) -> bool:
    """Tell whether a text, normalised and padded with spaces, has a figure of a unit that the question asks in."""
    return any(re.search(rf"\d\s(?:\w+\s)?{re.escape(unit)}\s", text) for unit in question.units)
