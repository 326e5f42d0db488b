"""Tells whether a wording answers what its quotes answered: what is true may still tell less. Knows no writer.

"Năm 2023 sẽ làm du lịch" is true, and tells nobody anything who asked what will be done for tourism in 2023.
"""

import re
from collections.abc import Iterator

from app.models import Answer
from app.understand.function_words import FUNCTION_WORDS
from app.understand.lexicon import Lexicon
from app.understand.names import capitalised_names
from app.understand.quantities import base_unit, quantities
from app.understand.question import Question
from app.write.computing.operands import kinds_asked
from index.syllables import fold, syllables

MARK = re.compile(r"\[(\d{1,3})\]")
"""The mark of a citation in a text, with its number."""
_SEAM = re.compile(r"\s*[,;]\s*(?:và\s+)?|\s+và\s+")
_SENTENCE_PART = re.compile(r"[.:()\n“”\"]+")
ITEMS, LONGEST_ITEM = 3, 8
"""Fewest items of an enumeration, and the most syllables of one inside it; longer ones are clauses."""
MOST_NAMES = 4
"""Names that a wording must all keep; where there are more, one of them may be the answer."""
SHORTEST_STEM = 3
HEAD = 2
"""Syllables of an item that are looked for in a wording, which may leave out what follows them."""


def still_answers(question: Question, worded: Answer, quoted: Answer, lexicon: Lexicon) -> bool:
    """Tell whether a wording holds what decides: its figures, the figure's unit, the items and titles asked for."""
    said = MARK.sub("", worded.text)
    return (
        _says_something(said, quoted)
        and _has_decisive_figures(said, quoted)
        and _counts_what_is_asked(question, said, quoted)
        and _names_all(question, said, quoted, lexicon)
    )


def _says_something(said: str, quoted: Answer) -> bool:
    """Tell whether there is more in a wording than the question's own words, in whatever form."""
    known = set(_plain(quoted.standalone_question)) | FUNCTION_WORDS
    new = set(_plain(said)) - known
    return any(not any(_of_one_stem(word, other) for other in known) for word in new)


def _of_one_stem(word: str, other: str) -> bool:
    """Tell whether two words of English are forms of one: "wants", "want"."""
    shorter, longer = sorted((word, other), key=len)
    return len(shorter) >= SHORTEST_STEM and longer.startswith(shorter)


def _has_decisive_figures(said: str, quoted: Answer) -> bool:
    decisive = " ".join(quoted.text[start:end] for start, end in quoted.decisive)
    needed = {syllable for syllable in _plain(decisive) if syllable[0].isdigit()}
    return needed <= set(_plain(said))


def _counts_what_is_asked(question: Question, said: str, quoted: Answer) -> bool:
    """Tell whether the figures of a wording count what is asked, where the quotes have figures of several things.

    "Mấy chuyến?" is not answered by "103.088 con", and a bare "103.088" is told of nothing.
    """
    quotes = [quantity for citation in quoted.citations for quantity in quantities(citation.quote)]
    kinds = {base_unit(quantity.unit) for quantity in quotes}
    if question.kinds[:1] != ("figure",) or len(kinds) < 2:
        return True
    told = [base_unit(quantity.unit) for quantity in quantities(said)]
    wanted = kinds_asked(question.asked, sorted(kinds)) or list(kinds)
    return all(told) and any(kind in wanted for kind in told)


def _names_all(question: Question, said: str, quoted: Answer, lexicon: Lexicon) -> bool:
    """Tell whether a wording keeps the names that its quotes bring, and all or none of what they enumerate.

    A few names only, and only where something is asked by name or as a list: of many any one may be the answer.
    """
    if question.kinds[:1] not in (("list",), ("entity",)):
        return True
    text, asked = f" {' '.join(_plain(said))} ", fold(f" {' '.join(_plain(question.text))} ")
    quotes = [citation.quote for citation in quoted.citations]
    shares = [_held(items, text) for quote in quotes for items in _enumerations(quote)]
    if question.kinds[:1] == ("list",) and shares:
        return 1.0 in shares and all(share in (0.0, 1.0) for share in shares)
    keys = {name.key for quote in quotes for name in capitalised_names(quote, lexicon.joins, lexicon.names)}
    new = [key for key in keys if f" {key} " not in asked]
    return len(new) > MOST_NAMES or all(f" {key} " in fold(text) for key in new)


def _enumerations(quote: str) -> Iterator[list[str]]:
    """Yield what tells the items of each enumeration of a text: the end of the first, the beginnings of the others."""
    for part in _SENTENCE_PART.split(quote):
        pieces = [words for piece in _SEAM.split(part) if (words := _plain(piece))]
        if len(pieces) >= ITEMS and all(len(words) <= LONGEST_ITEM for words in pieces[1:-1]):
            yield [" ".join(pieces[0][-HEAD:]), *(" ".join(words[:HEAD]) for words in pieces[1:])]


def _held(items: list[str], text: str) -> float:
    return sum(f" {item} " in text for item in items) / len(items)


def _plain(text: str) -> list[str]:
    return [syllable.lstrip("0") or syllable for syllable in syllables(text)]
