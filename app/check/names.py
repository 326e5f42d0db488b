"""Finds the names that a sentence says: capitalised runs, quoted titles, places with their class. Knows no evidence."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from app.check.tokens import Text, Token
from app.understand.function_words import FUNCTION_WORDS
from app.understand.lexicon import Lexicon
from index.syllables import fold, normalise, syllables

_PLACE_CLASSES = ("thành phố", "thị xã", "thị trấn", "cửa khẩu", "tỉnh", "huyện", "quận", "xã", "phường", "bản", "thôn")
# What may stand before a name without being part of it.
_OPENING = frozenset(
    {*FUNCTION_WORDS, *_PLACE_CLASSES, "tp", "ông", "bà", "thành", "phố", "thị", "ngoài", "riêng", "tuy"}
)
# What organisations begin with: not the report's word where it merely opens a sentence with a capital.
_HEADS = frozenset(
    map(
        normalise,
        ("hiệp hội", "cục", "bộ", "sở", "bệnh viện", "công an", "ủy ban", "tổng cục", "tập đoàn", "ngân hàng"),
    )
)
_WORD = re.compile(r"[^\W\d_]+(?:['’&][^\W\d_]+)*")
_BARE_GAP = re.compile(r"\s+")
_OPENS_SENTENCE = re.compile(r"(?:^|[:“\"•+]|\s[-–])\s*$")
_QUOTED = re.compile(r"“([^“”]+)”|\"([^\"]+)\"")
LONGEST_PLACE = 4
"""Syllables."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place said in a text: ``key`` is its folded name; ``kind`` the class before it ("huyện"), or ""."""

    key: str
    kind: str
    first: int  # tokens
    last: int


def comparable(text: str, lexicon: Lexicon) -> str:
    """Return a text as spaced syllables: what a name is looked up in, and how.

    Without "và" and the class of a place: "Sở Du lịch Hà Nội" is "Sở Du lịch thành phố Hà Nội".
    """
    said = f" {' '.join(syllables(lexicon.variants.canonical(text)))} "
    return re.sub(r"(?: (?:và|tỉnh|huyện|quận|thành phố))+(?= )", "", said)


def proper_names(raw: str, lexicon: Lexicon) -> list[str]:
    """Return the capitalised runs and the quoted titles of a sentence as it is written.

    A run takes the small letter that completes its last word along: "Sở Du lịch", not "Sở Du".
    """
    quoted = [next(filter(None, match.groups())) for match in _QUOTED.finditer(raw)]
    words = list(_WORD.finditer(raw))
    runs: list[list[re.Match[str]]] = []
    for i, word in enumerate(words):
        if not word.group()[0].isupper():
            continue
        if i and runs and runs[-1][-1] is words[i - 1] and _BARE_GAP.fullmatch(raw, words[i - 1].end(), word.start()):
            runs[-1].append(word)
        else:
            runs.append([word])
    named = [_completed(run, words, raw, lexicon) for run in runs]
    return [*quoted, *(name for name in named if name)]


def _completed(run: list[re.Match[str]], words: list[re.Match[str]], raw: str, lexicon: Lexicon) -> str:
    """Return a run as a name: without what only opens the sentence, with the rest of its last word; "" for no name."""
    kept = run
    opens = bool(_OPENS_SENTENCE.search(raw[: run[0].start()]))
    while kept and normalise(kept[0].group()) in _OPENING and not _is_acronym(kept[0].group()):
        kept = kept[1:]
    if not kept:
        return ""
    after = words.index(kept[-1]) + 1
    end = kept[-1].end()
    if after < len(words) and _BARE_GAP.fullmatch(raw, end, words[after].start()):
        following = words[after]
        if lexicon.is_word(normalise(kept[-1].group()), normalise(following.group())):
            end = following.end()
    name = raw[kept[0].start() : end]
    plain = lexicon.knows(normalise(kept[0].group())) and normalise(name) not in _HEADS
    if opens and len(run) == 1 and plain and not _is_acronym(name):
        return ""
    return name


def _is_acronym(word: str) -> bool:
    return len(word) > 1 and word.isupper()


def places(text: Text, lexicon: Lexicon, known: Collection[str] = ()) -> list[Place]:
    """Return the places of a text: the ``known`` ones (keys), those that the reports know, and capitals after a class
    ("huyện Mường Tè").
    """
    found: list[Place] = []
    i = 0
    while i < len(text.tokens):
        length = _place_length(text.tokens, i, lexicon, known) if text.tokens[i].capital else 0
        if length:
            key = _key(text.tokens[i : i + length])
            found.append(Place(key, _kind(text.tokens, i), i, i + length - 1))
        i += length or 1
    return found


def _key(tokens: Sequence[Token]) -> str:
    return fold(" ".join(token.key for token in tokens))


def _place_length(tokens: Sequence[Token], i: int, lexicon: Lexicon, known: Collection[str]) -> int:
    """Return how many tokens from ``i`` on are a place; 0 for none."""
    capitals = 0
    while i + capitals < len(tokens) and tokens[i + capitals].capital and capitals < LONGEST_PLACE:
        capitals += 1
    for length in range(capitals, 0, -1):
        key = _key(tokens[i : i + length])
        name = lexicon.names.get(key)
        if (key in known or (name and name.place)) and (length > 1 or _kind(tokens, i)):
            return length
    starts_class = any(normalise(word).startswith(tokens[i].key) for word in _PLACE_CLASSES)
    return capitals if capitals and _kind(tokens, i) and not starts_class else 0


def _kind(tokens: Sequence[Token], i: int) -> str:
    """Return the class of place that stands right before a token."""
    before = " ".join(token.key for token in tokens[max(0, i - 2) : i])
    if not i or tokens[i - 1].fences != tokens[i].fences:
        return ""
    return next((kind for kind in _PLACE_CLASSES if f" {before}".endswith(f" {normalise(kind)}")), "")
