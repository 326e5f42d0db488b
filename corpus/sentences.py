"""Splits Vietnamese text into sentences and enumerations into items. Knows nothing of reports."""

import re

from corpus.models import Span

# A full stop after these does not end a sentence (titles, places, "etc." inside a sentence).
_ABBREVIATION = re.compile(
    r"(?:^|[\s(\[“\"/,;.-])(?:TP|Tp|TX|Tx|TT|Tt|P|Q|H|X|Tr|tr|Ths|ThS|TS|PGS|GS|BS|BSCK|KS|CN|CV|Ô|Ông|Bà|ĐT|St|No|TM|KT|TL|TUQ)\.$"
)
_INITIAL = re.compile(r"(?<!\b[Qq]uý)(?:^|[\s(.])[A-ZĐ]\.$")
_NUMBERING = re.compile(r"^\s*(?:[IVXL]{1,6}|\d{1,2}(?:\.\d{1,2})*|[a-zđ])[.)]$")
LONGEST_ABBREVIATION = 40
_STOP = re.compile(r"(?:\.{1,3}|…|[!?])[)\]”\"’']*(?=\s)")
_OPENS = re.compile(r"\s+[“\"'‘(\[]*[^\W_]", re.UNICODE)


def _ends_here(text: str, start: int, stop: re.Match[str]) -> bool:
    """Tell whether the punctuation at ``stop`` ends the sentence that began at ``start``."""
    following = _OPENS.match(text, stop.end())
    if not following or following.group()[-1].islower():
        return False
    # Abbreviations and numbers are short; looking at more would cost the square of a long sentence.
    before = text[max(start, stop.end() - LONGEST_ABBREVIATION) : stop.end()]
    if before.endswith("..") or not before.endswith("."):
        return True
    return not (_ABBREVIATION.search(before) or _INITIAL.search(before) or _NUMBERING.match(before))


def split_sentences(text: str) -> list[Span]:
    """Return the spans of the sentences of one paragraph, without the white space around them.

    "TP. Hà Nội", "78,7", "75.780" and "v.v." before a small letter do not end a sentence; a colon never does.
    """
    spans, start = [], len(text) - len(text.lstrip())
    for stop in _STOP.finditer(text):
        if _ends_here(text, start, stop):
            spans.append(Span(start, stop.end()))
            start = stop.end()
            while start < len(text) and text[start].isspace():
                start += 1
    if text[start:].strip():
        spans.append(Span(start, len(text.rstrip())))
    return spans


_BRACKETED = re.compile(r"\([^()]*\)|“[^“”]*”")


def _split_outside_brackets(text: str, start: int, separator: str) -> list[Span]:
    """Split ``text[start:]`` at a separator that stands outside brackets and quotation marks."""
    masked = _BRACKETED.sub(lambda match: "\0" * len(match.group()), text)
    spans, begin = [], start
    for position in [*(m.start() for m in re.finditer(re.escape(separator), masked) if m.start() >= start), len(text)]:
        piece = text[begin:position]
        left = len(piece) - len(piece.lstrip())
        bare = piece.strip().rstrip(".;…").rstrip()
        if bare:
            spans.append(Span(begin + left, begin + left + len(bare)))
        begin = position + 1
    return spans


def enumeration_items(sentence: str) -> list[Span]:
    """Return the members listed after the last colon of a sentence, or nothing where it lists nothing.

    Members are separated by ";", or by "," when there are at least three of them.
    """
    masked = _BRACKETED.sub(lambda match: "\0" * len(match.group()), sentence)
    colon = masked.rfind(": ")
    if colon < 0:
        return []
    by_semicolon = _split_outside_brackets(sentence, colon + 1, ";")
    if len(by_semicolon) > 1:
        return by_semicolon
    by_comma = _split_outside_brackets(sentence, colon + 1, ",")
    return by_comma if len(by_comma) >= 3 else []
