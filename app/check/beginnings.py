"""Tells how much of a sentence that is being written can be checked and shown. Knows words, no evidence.

It is the first clause at most, since what a later one belongs to shows at its end: of 250 changed answers 11 showed
something of the change where all clauses were shown, and 7 where only the first is, one of them more than a name. A
beginning is cut where what follows cannot change what it says: not between a figure and what it counts, inside a name
or a title, or after a word that denies what comes next.
"""

import re

from app.check.figures import is_number_word
from app.check.polarity import denies

FEWEST = 3
"""Words; a single "Có" or "Trả lời" is no beginning of anything yet."""
_CLAUSE_END = re.compile(r"(?<=[,;:])\s|\s(?=[(–—-])")
_OPEN_TITLE = re.compile(r"“[^”]*$|^[^\"]*\"(?:[^\"]*\"[^\"]*\")*[^\"]*$")


def showable(beginning: str) -> str:
    """Return the most of a sentence's whole words so far that can stand alone; "" where it is too little."""
    clause, *later = _CLAUSE_END.split(beginning, maxsplit=1)
    words = clause.split()
    for end in range(len(words) - (not later), FEWEST - 1, -1):
        text = " ".join(words[:end])
        if _is_closed(words[end - 1]) and not _OPEN_TITLE.search(text):
            return text
    return ""


def _is_closed(word: str) -> bool:
    """Tell whether what a word says is over with it."""
    if word[-1] in ",;:":
        return True
    open_figure = any(char.isdigit() for char in word) or is_number_word(word)
    return not (open_figure or word.lstrip('(“"')[:1].isupper() or denies(word))
