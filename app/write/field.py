"""Which words of a question for a part of a report name the field of work that it is asked for. Language only.

"Những hạn chế trong nuôi tôm?" wants the limits of one field, "Những hạn chế của công tác năm 2024?" all of them.
"""

from collections.abc import Sequence

from app.understand.part_asked import narrows, parts_named
from app.understand.question import Question
from app.understand.words import Word
from index.syllables import normalise, syllables

_OPENS_FIELD = ("về", "lĩnh vực", "mảng", "khâu")


def field_words(question: Question, beside: set[str]) -> tuple[Word, ...]:
    """Return the words that name a field, with those right after them that alone would only say what all is about.

    ``beside`` are the syllables that the titles of the part and of the report say anyway.
    """
    said = _spoken(question.text)
    named = parts_named(normalise(question.text))
    field: list[Word] = []
    for word in question.words:
        follows = bool(field) and f" {field[-1].text} {word.text} " in said
        if narrows(_beyond(word, named)) and narrows(word) and (follows or not set(word.syllables) <= beside):
            field.append(word)
    return tuple(field)


def own_field(question: Question, titles: Sequence[str]) -> tuple[Word, ...]:
    """Return the words after "về" that name a field with a section of its own, though the title of all says them too.

    "Hạn chế về du lịch" of a report on forests and tourism; ``titles`` are those of the sections beside the part.
    """
    said = _spoken(question.text)
    others = [_spoken(title) for title in titles]
    return tuple(
        word
        for word in question.words
        if narrows(word)
        and any(f" {marker} {word.text} " in said for marker in _OPENS_FIELD)
        and sum(f" {word.text} " in title for title in others) == 1
    )


def _beyond(word: Word, named: set[str]) -> Word:
    """Return a word without the name of a part at its end: "thừa nhận" of "thừa nhận mặt (yếu)"."""
    kept = word.syllables
    while kept and kept[-1] in named:
        kept = kept[:-1]
    return Word(kept)


def _spoken(text: str) -> str:
    return f" {' '.join(syllables(text))} "
