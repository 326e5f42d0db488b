"""Does an answer only say again what was answered last, though a thing of another sort is asked for? No search."""

from collections.abc import Sequence

from app.decide.nouns import nouns
from app.understand.function_words import FUNCTION_WORDS
from app.understand.question import Question
from index.syllables import syllables


def only_repeats(question: Question, quotes: Sequence[str], reply: str) -> bool:
    """Tell whether a follow-up asks for what the sentence told before does not hold: "bị truy nã về tội gì?".

    ``quotes`` is what would be answered, ``reply`` the last answer. What persons, places, offices and the like are
    called is judged elsewhere; here the noun of "… gì", "… nào" itself has to be said.
    """
    wanted = [head for head in question.heads if head not in nouns().kind_of and not _says_little(head)]
    if not wanted or question.text == question.focus:
        return False
    told = _spelled(reply)
    answered = [_spelled(quote) for quote in quotes]
    return all(one in told for one in answered) and not any(f" {head} " in one for head in wanted for one in answered)


def _says_little(head: str) -> bool:
    return all(part in FUNCTION_WORDS for part in head.split())


def _spelled(text: str) -> str:
    return f" {' '.join(syllables(text))} "
