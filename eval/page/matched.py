"""Tells which characters two quotes of one place have in common, by their words. Knows nothing of offsets or scores.

It serves to mark evidence in what is shown; scores come from ``eval.match``, which compares spans.
"""

from eval.models import Evidence

_LEAST = 12
"""Characters that the end of one quote and the start of another must share: fewer may be chance."""


def shared(text: str, quote: str) -> tuple[int, int] | None:
    """Return the characters ``[start, end)`` of a text that a quote holds too, or None.

    Either lies in the other, or one ends as the other begins, as spans of the same paragraph do.
    """
    if not text or not quote:
        return None
    start = text.find(quote)
    if start >= 0:
        return start, start + len(quote)
    if text in quote:
        return 0, len(text)
    for length in range(min(len(text), len(quote)) - 1, _LEAST - 1, -1):
        if text.startswith(quote[-length:]):
            return 0, length
        if text.endswith(quote[:length]):
            return len(text) - length, len(text)
    return None


def stands_in(evidence: Evidence, section: str, footnote: str | None, text: str) -> tuple[int, int] | None:
    """Return which characters of a text from a section, or footnote, belong to an evidence; None where none does."""
    if (evidence.section, evidence.footnote) != (section, footnote):
        return None
    return shared(text, evidence.quote)
