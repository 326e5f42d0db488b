"""The JSON of how well a report was read. Knows the report and what its reading found, not how it was read."""

from typing import Self

from pydantic import BaseModel, Field

from app.messages import Language, say
from corpus.models import Report
from corpus.quality import assess
from corpus.reading.models import Doubt, Findings


class DoubtOut(BaseModel):
    """Something not read or not certain; ``words`` says it for people."""

    kind: str
    where: str
    count: int
    words: str

    @classmethod
    def of(cls, doubt: Doubt, language: Language) -> Self:
        """Return the JSON form of a doubt."""
        words = say(f"doubt.{doubt.kind}", language, count=doubt.count)
        if doubt.where:
            words = say("doubt.at", language, words=words, where=doubt.where)
        return cls(kind=doubt.kind, where=doubt.where, count=doubt.count, words=words)


class QualityOut(BaseModel):
    """What of a file was found, lost or doubtful; ``missing`` are the fields of its metadata that it does not give."""

    headings: int
    attachments: int = Field(description="documents attached to this one")
    footnotes: int
    footnotes_linked: int = Field(description="whose mark was found in the text")
    tables: int
    rows: int
    sentences: int
    encodings: list[str] = Field(description="legacy encodings that were turned into Unicode")
    converted: int = Field(description="characters that were turned into Unicode")
    insertions: int = Field(description="tracked, read")
    deletions: int = Field(description="tracked, left out")
    pages: int = Field(description="0 where the format has none")
    missing: list[str]
    doubts: list[DoubtOut]

    @classmethod
    def of(cls, report: Report, findings: Findings, language: Language) -> Self:
        """Return the JSON form of what was found in a report and in the file it came from."""
        quality = assess(report, findings)
        return cls(
            headings=quality.headings,
            attachments=quality.attachments,
            footnotes=quality.footnotes,
            footnotes_linked=quality.footnotes_linked,
            tables=quality.tables,
            rows=quality.rows,
            sentences=quality.sentences,
            encodings=list(quality.encodings),
            converted=quality.converted,
            insertions=quality.insertions,
            deletions=quality.deletions,
            pages=findings.pages,
            missing=list(quality.missing),
            doubts=[DoubtOut.of(doubt, language) for doubt in quality.doubts],
        )
