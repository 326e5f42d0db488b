"""Turns characters that only a symbol font or Windows knows into what they drew. Knows the usual ones only."""

import re

_BULLET = re.compile(r"^(\s*)[\uf000-\uf0ff]\s*")
_PRIVATE = re.compile(r"[\uf000-\uf0ff]")
_SYMBOL = "α:a β:b γ:g δ:d λ:l μ:m π:p σ:s φ:f Δ:D Σ:S Ω:W"
_DRAWN = {chr(0xF000 + ord(key)): letter for letter, _, key in (pair.partition(":") for pair in _SYMBOL.split())}
_DRAWN |= {"\uf0a3": "≤", "\uf0b0": "°", "\uf0b1": "±", "\uf0b3": "≥", "\uf0b4": "×", "\uf0b7": "•", "\uf0b8": "÷"}
_DRAWN |= {"\uf0b9": "≠", "\uf0bb": "≈", "\uf0d7": "⋅", "\uf0de": "⇒", "\uf0e5": "∑", "\uf0ae": "→", "\uf0fc": "✓"}
"""By the codes of the font Symbol, and Wingdings' tick: the rest of Wingdings are bullets and ornaments."""

MATHEMATICS = "\uf0e5\uf0a3\uf0b1\uf0b3"
"""What opens a line as a part of its text and not as a bullet."""


def readable(text: str, *, opens: bool) -> str:
    """Return a text with what its private characters drew; where it ``opens`` a line, the first is a bullet."""
    if opens and text.lstrip()[:1] not in MATHEMATICS:
        text = _BULLET.sub(r"\1- ", text)
    return _PRIVATE.sub(lambda match: _DRAWN.get(match.group(), match.group()), text)


_WINDOWS = {code: bytes((code,)).decode("cp1252", errors="ignore") for code in range(0x80, 0xA0)}


def from_windows(text: str) -> str:
    """Return a text with the quotation marks and dashes that Windows keeps where Latin-1 has control characters."""
    return text.translate(_WINDOWS)
