"""Exchanges what a question counts for what the reports count beside it: vaccine by the dose, drugs by the litre.

Knows the sentences of the reports, no conversation.
"""

import re
from collections.abc import Sequence

from app.understand.lexicon import Lexicon
from index.syllables import syllables

_COUNT = re.compile(r"\b(?:bao nhiêu|mấy)\s+(?P<counted>[^?,.;]+)", re.IGNORECASE)
UNIT = 2
"""Syllables between a figure and the thing it counts, at most: "04 công trình thủy lợi"."""
LONGEST = 5
"""Syllables of a thing that is exchanged, at most."""


def with_counted(text: str, slot: str, lexicon: Lexicon) -> str | None:
    """Return a question for the number of one thing as one for that of another; None where no sentence counts both.

    "Cung ứng bao nhiêu liều vắc xin?" and "thuốc sát trùng" make "Cung ứng bao nhiêu lít thuốc sát trùng?".
    """
    match, new = _COUNT.search(text), " ".join(syllables(lexicon.variants.canonical(slot)))
    if not match or not new:
        return None
    words = match["counted"].split()
    for start, end in _spans(len(words)):
        old = " ".join(syllables(lexicon.variants.canonical(" ".join(words[start:end]))))
        if not old or f" {new} " in f" {old} ":
            continue
        unit = _unit_beside(old, new, words[:start], lexicon)
        if unit is not None:
            counted = " ".join([*unit.split(), slot, *words[end:]])
            return f"{text[: match.start('counted')]}{counted}{text[match.end('counted') :]}"
    return None


def _spans(count: int) -> list[tuple[int, int]]:
    """Return where a thing may stand after "bao nhiêu" and its unit, the longest first."""
    spans = [(i, j) for i in range(min(UNIT + 1, count)) for j in range(i + 1, min(i + LONGEST, count) + 1) if j > 1]
    return sorted(spans, key=lambda span: (span[0] - span[1], span[0]))


def _unit_beside(old: str, new: str, unit: Sequence[str], lexicon: Lexicon) -> str | None:
    """Return the unit of a new thing in a sentence that counts it beside the old one; "" for none, None for no such."""
    asked = " ".join(syllables(" ".join(unit)))
    for sentence in lexicon.passages.sentences_with(old, new):
        first, second = _counted(sentence, old), _counted(sentence, new)
        if first == asked and second is not None:
            return second
    return None


def _counted(sentence: str, thing: str) -> str | None:
    pattern = rf"(?<![^\W_])\d[\d.,]* (?P<unit>(?:[^\W\d_]+ ){{0,{UNIT}}}?){re.escape(thing)}(?!\w)"
    match = re.search(pattern, sentence)
    return match["unit"].strip() if match else None
