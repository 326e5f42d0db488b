"""What documents are called: by the type that they name, else by what they are. Knows no question.

"Báo cáo không nêu …" is said where there are only reports; of a decree it is the decree that does not say it.
"""

from collections.abc import Collection
from dataclasses import dataclass

from app.messages import Language, say
from corpus.components import is_subject
from corpus.models import Report


@dataclass(frozen=True, slots=True)
class Called:
    """The noun for some documents: "Các văn bản" at the head of a sentence, "các văn bản" inside one, "văn bản"."""

    head: str
    inside: str
    noun: str


def kind_of(report: Report) -> str:
    """Return the type that a document names, "Báo cáo"; of one that names none "Công văn", "Bảng số liệu" or ""."""
    if report.metadata.kind:
        return report.metadata.kind
    line = next((p for p in report.paragraphs if p.role == "type"), None)
    if line:
        return report.text[line.start : line.end].strip().capitalize()
    if any(p.role == "title" and is_subject(report.text[p.start : p.end]) for p in report.paragraphs):
        return say("called.letter")
    rows = sum(paragraph.kind == "row" for paragraph in report.paragraphs)
    return say("called.table") if 2 * rows > len(report.paragraphs) else ""


def called(kinds: Collection[str], language: Language = "vi") -> Called:
    """Return the noun for documents by the type of each, "" where it has none: of one its own, of several one for all.

    What has no type is taken for a report.
    """
    report = say("decree.report")
    told = {kind or report for kind in kinds}
    if told <= {report}:
        return _called("report", "report", language)
    if len(kinds) == 1 and language == "vi":
        kind = told.pop()
        inside = kind[:1].lower() + kind[1:]
        return Called(kind, inside, inside)
    return _called("document" if len(kinds) == 1 else "documents", "document", language)


def _called(which: str, one: str, language: Language) -> Called:
    keys = (f"called.{which}", f"called.{which}.inside", f"called.{one}.noun")
    return Called(*(say(key, language) for key in keys))
