"""Says how well a document was understood: what was found in it, and what was lost or is doubtful. Knows no wording."""

from dataclasses import dataclass, fields

from corpus.assemble import CLOSING, HEADER
from corpus.models import Metadata, Report
from corpus.parse import ends_early
from corpus.reading.models import Doubt, Findings

_WANTED = ("number", "sign", "issuer", "issued_on", "kind", "signatory", "recipients")
"""The fields of the header block (Nghị định 30/2020/NĐ-CP, Điều 8) that a whole document fills."""


@dataclass(frozen=True, slots=True)
class Quality:
    """Counts of what was found. All are at least 0; ``footnotes_linked`` is at most ``footnotes``.

    ``headings`` counts sections of every level, without opening and closing; ``attachments`` those attached to the
    document. ``missing`` names the fields of the metadata that the document leaves blank or that were not found.
    """

    headings: int
    attachments: int
    footnotes: int
    footnotes_linked: int
    tables: int
    rows: int
    sentences: int
    encodings: tuple[str, ...]
    converted: int
    insertions: int
    deletions: int
    doubts: tuple[Doubt, ...]
    missing: tuple[str, ...]


def assess(report: Report, findings: Findings | None) -> Quality:
    """Return the quality of a report; ``findings`` is None where nothing is known of the reading of its file."""
    rows = [paragraph for paragraph in report.paragraphs if paragraph.kind == "row"]
    sections = [section for section in report.sections if section.code not in (HEADER, CLOSING)]
    linked = len(report.footnotes)
    return Quality(
        headings=len(sections),
        attachments=sum(section.code.startswith("A") and section.code[1:].isdigit() for section in sections),
        footnotes=max(findings.footnotes if findings else 0, linked),
        footnotes_linked=linked,
        tables=len({paragraph.table for paragraph in rows}),
        rows=sum(bool(paragraph.sentences) for paragraph in rows),
        sentences=sum(len(paragraph.sentences) for paragraph in report.paragraphs),
        encodings=findings.encodings if findings else (),
        converted=findings.converted if findings else 0,
        insertions=findings.insertions if findings else 0,
        deletions=findings.deletions if findings else 0,
        doubts=(*(findings.doubts if findings else ()), *_doubted(report)),
        missing=_missing(report.metadata),
    )


def _doubted(report: Report) -> tuple[Doubt, ...]:
    return (Doubt("no-end"),) if ends_early(report.text, report.paragraphs) else ()


def _missing(metadata: Metadata) -> tuple[str, ...]:
    return tuple(
        field.name for field in fields(metadata) if field.name in _WANTED and not getattr(metadata, field.name)
    )
