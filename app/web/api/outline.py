"""The JSON of one report: metadata, sections, footnotes. Knows nothing of answers."""

from typing import Self

from pydantic import BaseModel, Field

from app.messages import Language
from app.web.api.report_schemas import ReportSummary
from app.write.places import section_label
from corpus.card import Card
from corpus.models import Report
from corpus.passages import cut_passages


class PlanOut(BaseModel):
    """The document that a report answers to."""

    number: str
    issued_on: str | None


class SectionOut(BaseModel):
    """A section: ``start`` and ``end`` are characters of the report's text, ``path`` the titles down to it."""

    code: str
    label: str = Field(description="the place as citations name it: “Mục I.3”, “khoản 2 Điều 5”")
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


class EarlierOut(BaseModel):
    """A version that another one took the place of."""

    version: int
    file: str
    added_on: str | None


class ReportOut(ReportSummary):
    """A report's metadata and outline. ``characters`` is the length of its text, ``repairs`` counts mended layout."""

    kind: str | None = Field(description="type of the document: “Báo cáo”, “Nghị định”")
    superior: str | None = Field(description="the body above the issuer, where the letterhead names one")
    plan: PlanOut | None
    recipients: list[str]
    sections: list[SectionOut]
    footnotes: list[FootnoteOut]
    repairs: int
    characters: int
    text_url: str
    earlier: list[EarlierOut] = Field(description="versions that were replaced, the oldest first")

    @classmethod
    def of(cls, report: Report, language: Language, card: Card | None = None) -> Self:
        """Return the JSON form of a report that has this card, its notes in the given language."""
        metadata, plan = report.metadata, report.metadata.plan
        return cls(
            **ReportSummary.of(report, language, card).model_dump(),
            kind=metadata.kind,
            superior=metadata.superior,
            plan=PlanOut(number=plan.number, issued_on=plan.issued_on or None) if plan else None,
            recipients=list(metadata.recipients),
            sections=[
                SectionOut(
                    code=s.code,
                    label=section_label(report, s.code, language),
                    title=s.title,
                    path=list(s.path),
                    level=s.level,
                    start=s.start,
                    end=s.end,
                )
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
            earlier=[
                EarlierOut(version=one.version, file=one.file, added_on=one.added_on or None)
                for one in (card.earlier if card else ())
            ],
        )


class PublishedOut(ReportOut):
    """A report as it was understood when it was sent: ``passages`` can be found; ``published`` false is a preview.

    ``known`` says that the very report was there already.
    """

    passages: int
    published: bool
    known: bool = False

    @classmethod
    def of_upload(
        cls, report: Report, language: Language, card: Card | None = None, *, published: bool, known: bool = False
    ) -> Self:
        """Return the JSON form of a report that was sent."""
        outline = {**ReportOut.of(report, language, card).model_dump(), "known": known}
        return cls.model_validate({**outline, "passages": len(cut_passages(report)), "published": published})
