"""Writes an answer from quotes alone: the sentences of the report with their marks. No model, nothing of its own."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from app.messages import say
from app.models import Citation
from app.write.computing.computation import Computation
from corpus.grid import after_number
from corpus.library import Library
from corpus.models import Report

LONGEST_SHOWN = 1600
"""Characters of an enumeration that are shown; what is longer is one click away, in the source."""
_NO_OPENINGS: Mapping[int, str] = MappingProxyType({})


def write(
    citations: Sequence[Citation],
    library: Library,
    worked_out: Computation | None = None,
    unanswered: Sequence[str] = (),
    openings: Mapping[int, str] = _NO_OPENINGS,
    silent: str = "",
    left_out: int = 0,
) -> str:
    """Return the quotes one a line, each with its mark; "…" shows where a sentence was not quoted whole.

    A computation follows on a line of its own and is called one: it is ours, not the report's. So does every part of
    the question that the report does not answer. ``openings`` are the words before a quote, by marker: "Có.";
    ``silent`` is what the documents are called of which it is said, "Báo cáo"; ``left_out`` how many paragraphs more
    there are to a section.
    """
    lines = [
        f"{openings.get(citation.marker, '')} {_shown(citation, library)} [{citation.marker}]".lstrip()
        for citation in citations
    ]
    lines += [say("answer.more", count=left_out)] if left_out else []
    if worked_out:
        marks = " ".join(f"[{marker}]" for marker in worked_out.markers)
        lines.append(say("answer.computation", computation=str(worked_out), marks=marks))
    lines += [say("answer.number-blank") for citation in citations if _quotes_blank_number(citation, library)]
    lines += [
        say("answer.part-missing", head=silent or say("called.report"), part=part.strip(" ?.")) for part in unanswered
    ]
    return "\n".join(lines)


def _quotes_blank_number(citation: Citation, library: Library) -> bool:
    """Tell whether a citation is the line of a document's number, which the original leaves blank."""
    report = library.report(citation.report_id)
    return report.metadata.number is None and report.paragraph_at(citation.start).role == "number"


def _shown(citation: Citation, library: Library) -> str:
    report = library.report(citation.report_id)
    paragraph = report.paragraph_at(citation.start)
    if paragraph.table and citation.start == paragraph.start:
        return report.text[after_number(report, paragraph) : citation.end]
    sentences = [s for s in paragraph.sentences if s.start <= citation.start < s.end]
    starts_inside = bool(sentences) and citation.start > sentences[0].start
    ends_inside = bool(sentences) and citation.end < sentences[0].end
    return f"{'… ' if starts_inside else ''}{_within_reach(citation, report)}{' …' if ends_inside else ''}"


def _within_reach(citation: Citation, report: Report) -> str:
    """Return a quote, or of a very long enumeration its first members and how many paragraphs more there are.

    The citation is of the whole; only what is shown ends early.
    """
    shown = report.paragraphs_between(citation.start, citation.end)
    fitting = [one for one in shown if one.end - citation.start <= LONGEST_SHOWN]
    if len(citation.quote) <= LONGEST_SHOWN or len(fitting) < 2:
        return citation.quote
    more = say("answer.more", count=len(shown) - len(fitting))
    return f"{report.text[citation.start : fitting[-1].end]}\n{more}"
