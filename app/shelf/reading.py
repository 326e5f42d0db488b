"""Turns a file that was sent into what would stand in the corpus. Knows readers and parsers, not the reports there."""

from pathlib import Path

from app.shelf.models import Candidate, Sent, sha256_of
from corpus.card import corrected
from corpus.errors import ReportError
from corpus.parse import decode, parse_report
from corpus.reading.apart import Limits, read_apart, refuse_too_large

LONGEST_MARKDOWN = 4 * 2**20
"""Bytes of Markdown that a report may have; it is parsed whenever the reports are opened."""


def read_sent(sent: Sent, limits: Limits) -> Candidate:
    """Read a file apart from this process and parse what comes out. Raises ``ReportError`` with the file's name."""
    name = Path(sent.file_name)
    try:
        refuse_too_large(sent.size, sent.file_name, limits)  # before it is read into memory
        data = sent.read()
    except FileNotFoundError as error:
        raise ReportError("missing", name) from error
    except OSError as error:
        raise ReportError("unreadable", name, error.strerror or "") from error
    reading = read_apart(data, sent.file_name, limits)
    markdown = reading.markdown.encode()
    if len(markdown) > LONGEST_MARKDOWN:
        raise ReportError("too-large", name, f"{len(reading.markdown):,} > {LONGEST_MARKDOWN:,}".replace(",", "."))
    path = Path(f"{sent.proposed_id}.md")
    try:
        report = parse_report(decode(markdown, path), path, whole=reading.findings.whole)
    except ReportError as error:
        raise ReportError(error.fault, name, error.where) from error
    report = corrected(report, sent.corrections)
    return Candidate(sent, sha256_of(data), len(data), reading.markdown, reading.findings, report)
