"""Are the citations word for word? For every question. Knows nothing of gold evidence."""

from collections.abc import Mapping

from app.models import Answer


def verbatim(answer: Answer | None, texts: Mapping[str, str]) -> float:
    """Return 1 when every citation quotes something and ``texts[report_id][start:end] == quote``, else 0.

    ``texts`` are the canonical texts by report id. A given answer without citations scores 0, as does none at all where
    the assistant failed. A refusal promises nothing and scores 1: read this beside correctness.
    """
    if answer is None or (answer.answerable and not answer.citations):
        return 0.0
    return float(all(c.quote and texts.get(c.report_id, "")[c.start : c.end] == c.quote for c in answer.citations))
