"""Writes an answer as plain text with its sources below, to be pasted into a document. Knows nothing of pages."""

from app.export.decree import places
from app.messages import say
from app.models import Answer
from corpus.library import Library


def as_text(answer: Answer, library: Library) -> str:
    """Return the answer, and under it each source in the official form with its quote."""
    named = zip(answer.citations, places(answer.citations, library), strict=True)
    sources = [f"[{citation.marker}] {place}: “{citation.quote}”" for citation, place in named]
    return "\n".join([answer.text, "", f"{say('decree.sources')}:", *sources]) if sources else answer.text
