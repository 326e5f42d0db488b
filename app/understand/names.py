"""Finds names in text by capitals and by what the language says around them. Knows nothing of passages."""

import re
from collections.abc import Callable, Container, Iterable
from dataclasses import dataclass

from app.understand.dictionary import is_common_word
from app.understand.function_words import FUNCTION_WORDS
from index.syllables import fold, normalise

PLACE_CLASSES = frozenset(
    normalise(word) for word in "tỉnh|thành phố|tp|huyện|quận|thị xã|xã|phường|thị trấn|bản|thôn|cửa khẩu".split("|")
)
_PLACE_NOUNS = PLACE_CLASSES | {"vườn", "vườn quốc gia", "khu", "khu bảo tồn", "hồ", "sông", "đảo"}
# Words that open the name of an organisation or stand before a person; they are not what tells one name from another.
_OTHER_CLASSES = frozenset(
    normalise(word)
    for word in (
        "sở bộ ban ngành phòng cục chi tổng công ty ubnd hđnd ủy uỷ hội hiệp trường bệnh viện trung tâm nhà đài báo "
        "huyện tỉnh quận xã ông bà anh chị đồng chí người dân khách thpt thcs bv tp tx năm quý tuần lễ giải khu "
        "chuyên án tuyến ở tại về cho của với từ đến"
    ).split()
)
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?", re.UNICODE)
_GAP = re.compile(r"[^\S\n]+")
_BEFORE_NAME = re.compile(r"[^\S\n]+[“\"(]?")

IsWord = Callable[[str, str], bool]
"""Tells whether two syllables make one common word ("giao thông")."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name: ``key`` is its folded form without words like "huyện"; ``place`` whether it is said to be a place."""

    key: str
    text: str
    place: bool


def _runs(text: str) -> list[tuple[list[re.Match[str]], str, str]]:
    """Return the runs of capitalised words, each with the word before it and the word after it."""
    words = list(_WORD.finditer(text))
    runs: list[tuple[list[re.Match[str]], str, str]] = []
    run: list[re.Match[str]] = []
    for position, word in enumerate([*words, None]):
        adjacent = bool(run) and word is not None and bool(_GAP.fullmatch(text[run[-1].end() : word.start()]))
        if word is not None and word.group()[0].isupper() and (adjacent or not run):
            run.append(word)
            continue
        if run:
            first = position - len(run)
            before = words[first - 1] if first else None
            between = text[before.end() : run[0].start()] if before else "."
            # "Xã: Vân Hòa" is a cell; "xã, phường: Mỗi xã …" only goes on after the mark.
            named = _BEFORE_NAME.fullmatch(between) or (between == ": " and len(run) > 1)
            runs.append((run, before.group() if before and named else "", _after(run[-1], word, text)))
        run = [word] if word is not None and word.group()[0].isupper() else []
    return runs


def _after(last: re.Match[str], word: re.Match[str] | None, text: str) -> str:
    """Return the word that goes on after the last of a run, also behind the comma of "Phòng, chống"; else ""."""
    between = text[last.end() : word.start()] if word else "."
    comma = between == ", " and word and is_common_word(normalise(last.group()), normalise(word.group()))
    return word.group() if word and (comma or _GAP.fullmatch(between)) else ""


def capitalised_names(text: str, is_word: IsWord, known: Container[str] = ()) -> list[Name]:
    """Return the names of two or more capitalised words; none for a text typed all in capitals.

    "Sở Giao thông" is no name: its last capital only opens the common word "giao thông". Of "Chè Lai Châu", opening a
    sentence, the part that is ``known`` (folded) is the name.
    """
    if text.upper() == text:
        return []
    names = []
    for run, before, after in _runs(text):
        kept = _known_part(run, known)
        kind = normalise(before if kept is run or not kept else run[run.index(kept[0]) - 1].group())
        if kept is run and after and is_word(normalise(kept[-1].group()), normalise(after)):
            kept = kept[:-1]
        # "Ba" of "quận Ba Đình" is no numeral.
        while kept and normalise(kept[0].group()) in _OTHER_CLASSES | PLACE_CLASSES | (
            frozenset() if kind in PLACE_CLASSES else FUNCTION_WORDS
        ):
            kind = normalise(kept[0].group())
            kept = kept[1:]
        if len(kept) < 2 and not (kept and kind in PLACE_CLASSES and len(kept[0].group()) > 1):
            continue
        if any(piece.group().isupper() and len(piece.group()) > 1 for piece in kept):
            continue
        spelled = " ".join(piece.group().removesuffix("'s").removesuffix("’s") for piece in kept)
        names.append(Name(fold(spelled), spelled, kind in PLACE_CLASSES or kind in ("phố", "khẩu")))
    return names


def _known_part(run: list[re.Match[str]], known: Container[str]) -> list[re.Match[str]]:
    """Return the longest end of a run that is a known name, or the run itself where none is."""
    for start in range(1, len(run) - 1):
        ending = run[start:]
        if fold(" ".join(piece.group() for piece in ending)) in known:
            return ending
    return run


def opens_name(word: str, names: Iterable[Name], text: str) -> bool:
    """Tell whether a word is but the noun that one of some names stands with in a canonical text: "vườn Cúc Phương"."""
    return word in _PLACE_NOUNS and any(f"{word} {normalise(name.text)}" in text for name in names)
