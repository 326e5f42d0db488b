"""The reports as the HTTP interface lists them. Knows reports and their cards, nothing of answers."""

from typing import Self

from pydantic import BaseModel, Field

from app.messages import Language, say
from app.web.api.quality_out import QualityOut
from app.web.links import report_url
from corpus.card import Card
from corpus.models import Report
from corpus.reading.models import Findings, Format


class ReportSummary(BaseModel):
    """One line of the list of reports. ``number`` is null where the source leaves it blank; ``number_note`` says so."""

    id: str
    title: str
    number: str | None
    number_note: str | None
    issuer: str | None
    issued_on: str | None = Field(description="ISO 8601; year and month only where the source leaves the day blank")
    period: str | None
    url: str
    sign: str | None = Field(description="the part after the slash of the number")
    signatory: str | None
    version: int = Field(description="2 and more: it took the place of an earlier one (bản thay thế)")
    replaces: str | None = Field(description="the id of the report whose place it took")
    format: Format = Field(description="of the file that it came as")
    size: int | None = Field(description="bytes of the file that it came as")
    added_on: str | None = Field(description="ISO 8601 moment, UTC")
    original: bool = Field(description="whether the file that it came as is kept")
    quality: QualityOut

    @classmethod
    def of(cls, report: Report, language: Language, card: Card | None = None) -> Self:
        """Return the summary of a report that has this card, its note in the given language."""
        metadata, findings = report.metadata, card.findings if card else Findings("md")
        note = None
        if metadata.number is None:
            key = "report.number-blank" if metadata.sign else "report.number-absent"
            note = say(key, language, sign=metadata.sign)
        return cls(
            id=report.id,
            title=report.title,
            number=metadata.number,
            number_note=note,
            issuer=metadata.issuer,
            issued_on=metadata.issued_on,
            period=metadata.period,
            url=report_url(report.id),
            sign=metadata.sign,
            signatory=metadata.signatory,
            version=card.version if card else 1,
            replaces=card.replaces if card else None,
            format=findings.format,
            size=card.size if card else None,
            added_on=card.added_on or None if card else None,
            original=card is not None,
            quality=QualityOut.of(report, findings, language),
        )


class ReportList(BaseModel):
    """All reports of the corpus."""

    reports: list[ReportSummary]
