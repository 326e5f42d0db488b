"""Says what several reports answer where a question does not tell which is meant, each with its report's name.

Knows answers made from one report each, nothing of how they were found.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from app.messages import say
from app.models import Citation, Span
from app.write.composer import Composed

MOST = 3
"""Reports that are told side by side; who needs another one names it."""
_MARK = re.compile(r"\[(\d{1,3})\]")


def side_by_side(named: Sequence[tuple[str, Composed]], noun: str) -> Composed:
    """Return answers of one report each as one, every answer after the name of its report, marks numbered on.

    ``noun`` is what all of them are: "báo cáo".
    """
    texts: list[str] = []
    citations: list[Citation] = []
    decisive: list[Span] = []
    length = 0
    for name, one in named:
        told, spans = _moved(one, len(citations))
        lead = f"{say('across.says', report=name)} "
        decisive += [(start + length + len(lead), end + length + len(lead)) for start, end in spans]
        texts.append(f"{lead}{told}")
        length += len(texts[-1]) + 1
        citations += [replace(citation, marker=citation.marker + len(citations)) for citation in one.citations]
    text = "\n".join([*texts, say("across.name-one", noun=noun)])
    return Composed(text, tuple(citations), tuple(decisive), min(one.confidence for _, one in named))


def _moved(one: Composed, by: int) -> tuple[str, list[Span]]:
    """Return an answer with its marks raised, and where its decisive words stand then."""
    markers = {citation.marker for citation in one.citations}
    pieces: list[str] = []
    position, grown = 0, []
    for match in _MARK.finditer(one.text):
        raised = f"[{int(match[1]) + by}]" if int(match[1]) in markers else match[0]
        pieces += [one.text[position : match.start()], raised]
        position = match.end()
        grown.append((match.end(), len(raised) - len(match[0])))
    spans = []
    for start, end in one.decisive:
        before = sum(more for at, more in grown if at <= start)
        spans.append((start + before, end + before))
    return "".join([*pieces, one.text[position:]]), spans
