"""Compares Vietnamese wording: are these facts in this text, which figures does it hold? Knows nothing of scores.

Two wordings are the same when they differ only in case, Unicode form, white space, the kind of dash or quotation mark,
spaces around a dash, or where the tone mark of a syllable is put ("hoà" and "hòa").
"""

import re
import unicodedata

_MARK = re.compile(r"\[\d{1,3}\]")
_TONES = "\u0300\u0301\u0303\u0309\u0323"  # grave, acute, tilde, hook above, dot below
_LETTERS = re.compile(r"[^\W\d_]+")
_PLAIN = str.maketrans(dict.fromkeys("‐‑‒–—―−", "-") | dict.fromkeys("‘’‛ʼ′`", "'") | dict.fromkeys("“”„«»″", '"'))
_FIGURE = re.compile(r"(?<!\w)(?<!\d[.,])(?<![^\W\d_]\.)\d+(?:[.,]\d+)*")
_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+")


def without_marks(text: str) -> str:
    """Return an answer's text without its ``[n]`` marks."""
    return _MARK.sub(" ", text)


def _tone_last(syllable: re.Match[str]) -> str:
    """Move the tone to the end of the syllable, where both ways to place it are the same."""
    letters = unicodedata.normalize("NFD", syllable.group())
    tones = [char for char in letters if char in _TONES]
    return unicodedata.normalize("NFC", "".join(char for char in letters if char not in _TONES)) + "".join(tones)


def normalise(text: str) -> str:
    """Return a form for comparing only, never for showing: equal for two wordings that are the same."""
    text = unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).casefold()).translate(_PLAIN)
    text = "".join(char for char in text if unicodedata.category(char) != "Cf")
    text = re.sub(r"\s*-\s*", "-", " ".join(text.split()))
    return _LETTERS.sub(_tone_last, text)


def _whole(item: str) -> re.Pattern[str]:
    """Match a normalised item on token boundaries: not inside a word, a number, or a code such as "I.3"."""
    before = after = ""
    if item[0].isalnum():
        before = r"(?<!\w)" + (r"(?<!\d[.,])(?<![^\W\d_]\.)" if item[0].isdigit() else "")
    if item[-1].isalnum() or item[-1] in _TONES:
        after = rf"(?![\w{_TONES}])" + (r"(?![.,]\d)" if item[-1].isdigit() else "")
    return re.compile(before + re.escape(item) + after)


def contains(text: str, item: str) -> bool:
    """Tell whether the text holds one of the alternatives of an item ("03|3|ba") as whole tokens.

    A figure is a token with its separators: "3" stands neither in "32,8" nor in "103.088", "2020" does in
    "14/12/2020". An empty alternative is never held.
    """
    normal = normalise(text)
    return any(
        _whole(wanted).search(normal) is not None
        for wanted in (normalise(alternative) for alternative in item.split("|"))
        if wanted
    )


def figures(text: str) -> tuple[str, ...]:
    """Return the figures of a text in order, "03" as "3" and "75.780" as "75780"; the comma stays the decimal sign."""
    found = []
    for match in _FIGURE.finditer(text):
        figure = match.group()
        if _GROUPED.fullmatch(figure):
            figure = figure.replace(".", "")
        found.append((figure.lstrip("0") or "0") if figure.isdigit() else figure)
    return tuple(found)
