"""Cuts text into tokens that compare: syllables, figures by value, document numbers whole. Knows nothing of claims."""

import re
from dataclasses import dataclass

from app.understand.lexicon import Lexicon
from app.understand.number_words import told_once
from app.understand.quantities import parse_number
from index.syllables import fold, normalise

# "2923/KH-UBND", "05/2023/QĐ-TTg", "112C", "dulich.laichau.gov.vn", "C.P": names, whatever digits they hold.
_CODE = "|".join(
    (
        r"\d+(?:/\d{4})?/[A-ZĐ][\w&]*(?:-[A-ZĐ][\w&]*)*",
        r"\d+[A-ZĐ](?!\w)",
        r"[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}(?!\w)",
        r"[A-ZĐ](?:\.[A-ZĐ])+(?!\w)",
    )
)
_DATE = r"\d{1,2}[/-]\d{1,2}[/-]\d{4}(?!\w)"
_NUMBER = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?"
_TOKEN = re.compile(rf"(?P<code>{_CODE})|(?P<date>{_DATE})|(?P<number>{_NUMBER})|(?P<word>%|[^\W\d_]+)")
_CODES = re.compile(rf"(?<![\w.,/-])((?:{_CODE}))")
_FENCE = re.compile(r"[:;,()“”\"]|\.(?=\s)|\s[-–—]\s|\n")
_FENCE_WORDS = frozenset({"và", "còn", "lên", "xuống", "sang"})
_MARKUP = re.compile(r"\*\*|__|…")
_ENGLISH_NUMBER = re.compile(r"(?<![\w.,])(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d{1,2})(?![\w]|[.,]\d)")


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a figure or a code; ``key`` is its form for comparing: "08" is "8", "Hòa" is "hoà"."""

    key: str
    start: int  # characters, in the spelled text
    end: int
    number: bool  # a figure or a year; not a date, not a code
    capital: bool
    fences: int  # how many clause boundaries of the text stand before it
    bracket: int  # the first token of the bracket that it stands in, or -1


@dataclass(frozen=True, slots=True)
class Text:
    """A text as it is compared. ``spelled`` has abbreviations written out; ``raw`` is what was given, less markup."""

    raw: str
    spelled: str
    tokens: tuple[Token, ...]


def read_text(text: str, lexicon: Lexicon, *, english: bool = False) -> Text:
    """Return a text as tokens. In English the point opens decimals and diacritics are left out: all keys are folded."""
    raw = told_once(_MARKUP.sub(" ", text))
    if english:
        raw = _ENGLISH_NUMBER.sub(lambda match: match.group().translate(str.maketrans(",.", ".,")), raw)
    pieces = _CODES.split(raw)
    spelled = "".join(piece if i % 2 else lexicon.variants.written_out(piece) for i, piece in enumerate(pieces))
    return Text(raw, spelled, tuple(_tokens(spelled, english=english)))


def _tokens(spelled: str, *, english: bool) -> list[Token]:
    tokens: list[Token] = []
    end = fences = 0
    bracket = -1
    for match in _TOKEN.finditer(spelled):
        said, gap = match.group(), spelled[end : match.start()]
        key = _number_key(said) if match["number"] else normalise(said)
        fences += len(_FENCE.findall(spelled, end, match.start())) + (key in _FENCE_WORDS)
        if "(" in gap or ")" in gap:
            bracket = len(tokens) if gap.rfind("(") > gap.rfind(")") else -1
        capital = bool(match["word"]) and said[0].isupper()
        tokens.append(
            Token(
                fold(key) if english else key,
                match.start(),
                match.end(),
                number=bool(match["number"]),
                capital=capital,
                fences=fences,
                bracket=bracket,
            )
        )
        end = match.end()
    return tokens


def _number_key(written: str) -> str:
    return format(parse_number(written).normalize(), "f")
