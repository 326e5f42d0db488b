"""Writes an answer from quotes alone: the sentences of the report with their marks. No model, nothing of its own."""

from collections.abc import Sequence

from app.models import Citation
from corpus.library import Library


def write(citations: Sequence[Citation], library: Library) -> str:
    """Return the quotes one a line, each with its mark; "…" shows where a sentence was not quoted whole."""
    return "\n".join(f"{_shown(citation, library)} [{citation.marker}]" for citation in citations)


def _shown(citation: Citation, library: Library) -> str:
    report = library.report(citation.report_id)
    paragraph = report.paragraph_at(citation.start)
    sentences = [s for s in paragraph.sentences if s.start <= citation.start < s.end]
    starts_inside = bool(sentences) and citation.start > sentences[0].start
    ends_inside = bool(sentences) and citation.end < sentences[0].end
    return f"{'… ' if starts_inside else ''}{citation.quote}{' …' if ends_inside else ''}"
