"""The JSON of what was recognised in a file before it is taken in. Knows nothing of reading files."""

from typing import Self

from pydantic import BaseModel, Field

from app.messages import Language
from app.shelf.models import Held, Outcome
from app.web.api.outline import ReportOut
from app.web.api.quality_out import QualityOut
from app.web.document import render_document
from app.write.places import section_label

TEXT_START = 1000
"""Characters of a report that a preview begins with."""


class OutlineEntry(BaseModel):
    """A section of the outline; ``label`` is its official form."""

    code: str
    label: str
    title: str
    level: int


class Replaced(BaseModel):
    """The report whose place a new version takes, and the version that it would be."""

    id: str
    title: str
    version: int


class PreviewOut(BaseModel):
    """What was recognised in a file. Nothing has changed.

    ``same`` is the id of the report that it is already, if it is one; ``replaced`` the one whose place it would take as
    a new version (bản thay thế). ``document`` is the report as its page shows it, HTML with everything escaped.
    """

    report: ReportOut
    outline: list[OutlineEntry]
    quality: QualityOut
    replaced: Replaced | None
    same: str | None
    passages: int = Field(description="what can be found of it")
    text_start: str
    document: str

    @classmethod
    def of(cls, outcome: Outcome, held: Held, before: Replaced | None, passages: int, language: Language) -> Self:
        """Return the JSON form of what would become of a file."""
        report, card = held.report, held.card_or_own()
        known = outcome.placed is not None and outcome.placed.standing == "known"
        return cls(
            report=ReportOut.of(report, language, card),
            outline=[
                OutlineEntry(
                    code=one.code, label=section_label(report, one.code, language), title=one.title, level=one.level
                )
                for one in report.sections
            ],
            quality=QualityOut.of(report, card.findings, language),
            replaced=before,
            same=report.id if known else None,
            passages=passages,
            text_start=report.text[:TEXT_START],
            document=render_document(report),
        )
