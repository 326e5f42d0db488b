"""Puts back the capitals that TCVN3 has no letters for. Knows the fonts that drew them, not which text is TCVN3."""

import re

_CAPITAL_FONT = re.compile(r"^\.?(?:Vn\w.*H|VN[^a-z]*H)$")
_WORD = re.compile(r"[^\W\d_]+")
_LOWER = re.compile("[a-z]")
_CAPITALS = re.compile("[A-ZĂÂÊÔƠƯĐ]")
_FEWEST_IN_LINE = 4
"""Capitals a line without small ASCII letters must have before all of it is taken to be capitals."""


def is_capital_font(name: str) -> bool:
    """Tell whether a TCVN3 font draws every letter as a capital: their names end in H (".VnTimeH", ".Vn3DH")."""
    return bool(_CAPITAL_FONT.match(name))


def _raised(word: str) -> str:
    """Raise a word of capitals with small letters among them that TCVN3 has no capitals for ("NGHị")."""
    if len(_CAPITALS.findall(word)) > 1 and not _LOWER.search(word):
        return word.upper()
    return word


def raise_capitals(texts: list[str]) -> list[str]:
    """Raise the accented letters of words and of lines that are otherwise capitals, in the texts of one paragraph."""
    joined = "".join(texts)
    raised = "".join(
        line.upper() if not _LOWER.search(line) and len(_CAPITALS.findall(line)) >= _FEWEST_IN_LINE else line
        for line in re.split(r"(\n)", joined)
    )
    raised = _WORD.sub(lambda match: _raised(match.group()), raised)
    if len(raised) != len(joined):
        return texts
    ends = [sum(map(len, texts[: index + 1])) for index in range(len(texts))]
    return [raised[end - len(text) : end] for text, end in zip(texts, ends, strict=True)]
