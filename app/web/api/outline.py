"""The JSON of one report: metadata, sections, footnotes. Knows nothing of answers."""

from typing import Self

from pydantic import BaseModel, Field

from app.messages import Language
from app.web.api.schemas import ReportSummary
from corpus.models import Report
from corpus.passages import cut_passages


class PlanOut(BaseModel):
    """The document that a report answers to."""

    number: str
    issued_on: str | None


class SectionOut(BaseModel):
    """A section: ``start`` and ``end`` are characters of the report's text, ``path`` the titles down to it."""

    code: str
    title: str
    path: list[str]
    level: int
    start: int
    end: int


class FootnoteOut(BaseModel):
    """A footnote: its body is ``text[start:end]``, ``anchor`` the offset at which its mark stands."""

    number: str
    section: str
    anchor: int
    start: int
    end: int
    text: str


class ReportOut(ReportSummary):
    """A report's metadata and outline. ``characters`` is the length of its text, ``repairs`` counts mended layout."""

    sign: str | None = Field(description="the part after the slash of the number")
    plan: PlanOut | None
    signatory: str | None
    recipients: list[str]
    sections: list[SectionOut]
    footnotes: list[FootnoteOut]
    repairs: int
    characters: int
    text_url: str

    @classmethod
    def of(cls, report: Report, language: Language) -> Self:
        """Return the JSON form of a report, its notes in the given language."""
        metadata, plan = report.metadata, report.metadata.plan
        return cls(
            **ReportSummary.of(report, language).model_dump(),
            sign=metadata.sign,
            plan=PlanOut(number=plan.number, issued_on=plan.issued_on or None) if plan else None,
            signatory=metadata.signatory,
            recipients=list(metadata.recipients),
            sections=[
                SectionOut(code=s.code, title=s.title, path=list(s.path), level=s.level, start=s.start, end=s.end)
                for s in report.sections
            ],
            footnotes=[
                FootnoteOut(
                    number=note.number,
                    section=note.section,
                    anchor=note.anchor,
                    start=note.start,
                    end=note.end,
                    text=report.text[note.start : note.end],
                )
                for note in report.footnotes
            ],
            repairs=len(report.repairs),
            characters=len(report.text),
            text_url=f"/api/v1/reports/{report.id}/text",
        )


class PublishedOut(ReportOut):
    """A report as it was understood when it was sent: ``passages`` can be found; ``published`` false is a preview."""

    passages: int
    published: bool

    @classmethod
    def of_upload(cls, report: Report, language: Language, *, published: bool) -> Self:
        """Return the JSON form of a report that was sent."""
        outline = ReportOut.of(report, language).model_dump()
        return cls.model_validate({**outline, "passages": len(cut_passages(report)), "published": published})
