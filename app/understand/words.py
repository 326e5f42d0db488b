"""Cuts a question into words, by ``pyvi``. Knows nothing of reports."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cache

from pyvi import ViPosTagger, ViTokenizer

from app.understand.dictionary import dictionary_words
from app.understand.function_words import FUNCTION_WORDS
from index.syllables import normalise, syllables


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a question, as its normalised syllables."""

    syllables: tuple[str, ...]

    @property
    def text(self) -> str:
        """The word as one string of syllables."""
        return " ".join(self.syllables)


def content_words(text: str, dropped: Collection[str] = ()) -> tuple[Word, ...]:
    """Return the words that carry the content of a question, without those that only ask, connect or count.

    ``dropped`` are normalised syllables that are judged elsewhere, such as those of names.
    """
    words: list[Word] = []
    for token in ViTokenizer.tokenize(text).split():
        parts = [part for part in syllables(token.replace("_", " ")) if part not in dropped]
        if normalise(token) in FUNCTION_WORDS or not parts:
            continue
        while parts and parts[0] in FUNCTION_WORDS and not _is_word(parts):
            parts = parts[1:]
        while parts and parts[-1] in FUNCTION_WORDS and not _is_word(parts):
            parts = parts[:-1]
        if parts:
            words.append(Word(tuple(parts)))
    return tuple(dict.fromkeys(words))


_NOUNS = frozenset({"N", "Np", "Nc", "Nu", "Ny"})
_BEFORE_NOUN = frozenset({"L", "M", "P"})  # "các", "mười", "bao nhiêu"
_TAKEN_FOR_VERBS = frozenset({"báo_cáo", "kế_hoạch"})


def opens_with_noun(text: str) -> bool:
    """Tell whether a clause opens with a noun, or a numeral or plural before one: whether it names its subject."""
    words, tags = ViPosTagger.postagging(ViTokenizer.tokenize(text))
    for word, tag in zip(words, tags, strict=True):
        if tag in _NOUNS or normalise(word) in _TAKEN_FOR_VERBS:
            return True
        if tag not in _BEFORE_NOUN:
            return False
    return False


def noun_runs(text: str, dropped: Collection[str] = ()) -> list[list[str]]:
    """Return the runs of nouns of a text as they stand in it, syllable by syllable; ``dropped`` syllables end a run."""
    runs: list[list[str]] = [[]]
    words, tags = ViPosTagger.postagging(ViTokenizer.tokenize(text))
    for word, tag in zip(words, tags, strict=True):
        noun = tag in _NOUNS and normalise(word) not in FUNCTION_WORDS
        if noun and not set(syllables(word.replace("_", " "))) & set(dropped):
            runs[-1].extend(word.split("_"))
        elif runs[-1]:
            runs.append([])
    return [run for run in runs if run]


_WITHIN_NOUN = _NOUNS | _BEFORE_NOUN | {"A", "E", "CH", "F", "X", "Z", "B"}
_MAY_END = _NOUNS | {"M", "F"}


def leading_nouns(text: str) -> str:
    """Return what a clause opens with before its first verb, adverb or conjunction; "" where it opens with no noun."""
    words, tags = ViPosTagger.postagging(ViTokenizer.tokenize(text))
    kept = []
    for word, tag in zip(words, tags, strict=True):
        if tag not in _WITHIN_NOUN:
            break
        kept.append(word)
    while kept and tags[len(kept) - 1] not in _MAY_END:
        kept.pop()
    named = any(tag in _NOUNS for tag in tags[: len(kept)])
    length = 0
    for word in kept:
        for part in word.split("_"):
            length = text.find(part, length) + len(part)
    return text[:length].strip() if named else ""


_NOT_ACTING = frozenset("có là được bị do ai gì vì tại nêu kể cho hãy xin".split())


def opens_with_verb(text: str) -> bool:
    """Tell whether a clause opens with what is done and leaves out who does it; "có", "là" only say that it is."""
    words, tags = ViPosTagger.postagging(ViTokenizer.tokenize(text))
    return bool(words) and tags[0] == "V" and not set(normalise(words[0]).split("_")) & _NOT_ACTING


def _is_word(parts: list[str]) -> bool:
    return len(parts) > 1 and tuple(parts) in _listed_words()


@cache
def _listed_words() -> frozenset[tuple[str, ...]]:
    return frozenset(dictionary_words())
