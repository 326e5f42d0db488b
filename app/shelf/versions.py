"""Tells whether two reports are versions of one document. Knows metadata, not files."""

from corpus.models import Metadata, Report
from index.syllables import fold, syllables


def is_version(report: Report, other: Report) -> bool:
    """Tell whether two reports are versions of one document.

    They have the same number, sign, year and issuer; or the same type, subject, issuer and period, unless each has a
    number of its own: offices write about the same subject again in the same year. What is not known is never the same.
    """
    mine, theirs = report.metadata, other.metadata
    if _same(_numbered(mine), _numbered(theirs)):
        return True
    two_numbers = mine.number is not None and theirs.number is not None and _folded(mine) != _folded(theirs)
    return not two_numbers and _same(_described(mine), _described(theirs))


def _folded(metadata: Metadata) -> tuple[str, str]:
    return _plain(metadata.number), _plain(metadata.sign)


def _numbered(metadata: Metadata) -> tuple[str, ...]:
    return (*_folded(metadata), (metadata.issued_on or "")[:4], _plain(metadata.issuer))


def _described(metadata: Metadata) -> tuple[str, ...]:
    return (_plain(metadata.kind), _plain(metadata.title), _plain(metadata.issuer), _plain(metadata.period))


def _plain(text: str | None) -> str:
    """Return a text without capitals, diacritics and signs; "Ủy" and "Uỷ", "15" and "15 " are the same."""
    return " ".join(syllables(fold(text or "")))


def _same(mine: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    return all(mine) and mine == theirs
