"""Tells which paragraphs stand inside a quotation that an earlier one opened. Knows nothing of numbers or sections.

A document that amends another quotes whole Điều of it; their numbers are not its own.
"""

from collections.abc import Sequence

LONGEST = 80
"""A quotation that is not closed within so many paragraphs was never closed, and nothing is taken for quoted."""


def quoted(texts: Sequence[str]) -> set[int]:
    """Return the indexes of the texts that begin inside a quotation, or with its opening mark."""
    inside: set[int] = set()
    opened: int | None = None
    for index, text in enumerate(texts):
        if opened is not None and index - opened > LONGEST:
            inside -= set(range(opened + 1, index + 1))
            opened = None
        if opened is not None:
            inside.add(index)
        last_open, last_close = text.rfind("“"), text.rfind("”")
        if opened is None and last_open > last_close:
            opened = index
        elif opened is not None and last_close > last_open:
            opened = None
    return inside if opened is None else inside - set(range(opened + 1, len(texts)))
