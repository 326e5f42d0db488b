"""What one report tells of its words, counted apart from all others and kept. Knows passages, nothing of questions.

``Told`` follows from its passages alone, ``Spelled`` also from how the whole library reads abbreviations.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial
from hashlib import sha256
from importlib.resources import files
from itertools import chain, pairwise
from typing import TypeVar

from app.understand.dictionary import is_common_word
from app.understand.names import Name, capitalised_names
from app.understand.placed import capitals_of, places_in
from corpus.as_json import from_json, to_json
from corpus.kept import NOTHING, Kept, code_of, name_of
from corpus.models import Passage
from index.models import Part
from index.reuse import by_report, digest_of
from index.syllables import syllables
from index.variants import Shortened, Variants, acronyms_of, shortened, words_of

Note = TypeVar("Note")


@dataclass(frozen=True, slots=True)
class Told:
    """What the texts of one report tell as they are written."""

    shortened: Shortened
    words: tuple[str, ...]  # normalised, of texts and contexts
    acronyms: tuple[str, ...]  # of texts and contexts
    names: tuple[Name, ...]
    capitals: tuple[str, ...]  # words that open with one
    places: tuple[tuple[str, str], ...]  # noun and folded name


@dataclass(frozen=True, slots=True)
class Spelled:
    """The passages of one report as canonical syllables: numbers into ``vocabulary``, texts and contexts apart."""

    vocabulary: tuple[str, ...]
    texts: tuple[int, ...]
    text_lengths: tuple[int, ...]
    contexts: tuple[int, ...]  # of each context once
    context_lengths: tuple[int, ...]
    context_of: tuple[int, ...]
    follows: tuple[int, ...]  # 1 where a passage stands in the paragraph of the one before it
    anchors: tuple[int, ...]  # where the passage stands that carries the mark of a footnote; -1 for no footnote


@dataclass(frozen=True, slots=True)
class Share:
    """The passages of one report on their way into the vocabulary; ``read`` gives them where nothing was kept."""

    digest: str
    read: Callable[[], Sequence[Passage]]


def shares_of(passages: Sequence[Passage], parts: Sequence[Part] = ()) -> list[Share]:
    """Return the shares of the reports in order; ``parts`` is what an index knows of them, if it knows all."""
    if not parts or sum(part.passages for part in parts) != len(passages):
        return [Share(digest_of(own), partial(tuple, own)) for own in by_report(passages).values()]
    shares, start = [], 0
    for part in parts:
        span = slice(start, start + part.passages)
        shares.append(Share(part.digest, partial(_cut, passages, span)))
        start += part.passages
    return shares


def _cut(passages: Sequence[Passage], span: slice) -> Sequence[Passage]:
    return passages[span]


def all_told(shares: Iterable[Share], kept: Kept = NOTHING) -> list[Told]:
    """Return what each report tells, out of what was ``kept`` where it is as it was."""
    return [_noted(Told, kept, name_of("told", _code(), share.digest.encode()), share, _told) for share in shares]


def all_spelled(
    shares: Sequence[Share], told: Sequence[Told], variants: Variants, kept: Kept = NOTHING
) -> list[Spelled]:
    """Return each report as it is spelled, out of what was ``kept`` where neither it nor its abbreviations changed."""
    found = []
    for share, one in zip(shares, told, strict=True):
        readings = json.dumps(variants.readings_of(one.words, one.acronyms), sort_keys=True).encode()
        name = name_of("spelled", _code(), share.digest.encode(), readings)
        found.append(_noted(Spelled, kept, name, share, lambda passages: _spelled(passages, variants)))
    return found


@cache
def _code() -> bytes:
    """Return a hash of the code and of the dictionary that notes are made with."""
    words = (files("pyvi") / "models" / "words.txt").read_bytes()
    return sha256(code_of("index", "app.understand") + words).digest()


def _noted(kind: type[Note], kept: Kept, name: str, share: Share, make: Callable[[Sequence[Passage]], Note]) -> Note:
    try:
        if note := kept.find(name):
            return from_json(kind, note)
    except (ValueError, TypeError):
        pass  # of another shape: made anew
    made = make(share.read())
    kept.keep(name, to_json(made))
    return made


def _told(passages: Sequence[Passage]) -> Told:
    texts = [passage.text for passage in passages]
    everything = list(dict.fromkeys(chain(texts, (passage.context for passage in passages))))
    names: dict[str, Name] = {}
    for text in texts:
        add_names(names, capitalised_names(text, is_common_word))
    words = words_of(everything)
    return Told(
        shortened(texts),
        tuple(sorted(words)),
        tuple(sorted(acronyms_of(everything))),
        tuple(names.values()),
        tuple(sorted({word for text in texts for word in capitals_of(text)})),
        tuple(dict.fromkeys(place for text in texts for place in places_in(text))),
    )


def add_names(names: dict[str, Name], found: Iterable[Name]) -> None:
    """Add names to those known: each as it is spelled last, and a place where it is ever said to be one."""
    for name in found:
        known = names.get(name.key)
        names[name.key] = Name(name.key, name.text, name.place or bool(known and known.place))


def _spelled(passages: Sequence[Passage], variants: Variants) -> Spelled:
    number: dict[str, int] = {}

    def numbered(text: str) -> list[int]:
        return [number.setdefault(token, len(number)) for token in syllables(variants.canonical(text))]

    texts: list[list[int]] = []
    contexts: dict[str, list[int]] = {}
    for passage in passages:  # a reader meets the context first: so the syllables are numbered
        if passage.context not in contexts:
            contexts[passage.context] = numbered(passage.context)
        texts.append(numbered(passage.text))
    places = {context: place for place, context in enumerate(contexts)}
    position = {passage.id: place for place, passage in enumerate(passages)}
    return Spelled(
        tuple(number),
        tuple(chain.from_iterable(texts)),
        tuple(map(len, texts)),
        tuple(chain.from_iterable(contexts.values())),
        tuple(map(len, contexts.values())),
        tuple(places[passage.context] for passage in passages),
        tuple(_follows(passages)),
        tuple(position.get(passage.anchor or "", -1) for passage in passages),
    )


def _follows(passages: Sequence[Passage]) -> Iterator[int]:
    yield from [0] * bool(passages)
    for before, one in pairwise(passages):
        yield int(one.footnote is None and one.paragraph == before.paragraph)
