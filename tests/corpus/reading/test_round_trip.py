"""The packaged report, typed as an office types it, comes back from its Word file sentence for sentence."""

from pathlib import Path
from xml.sax.saxutils import escape

import pytest

from corpus.library import REPORTS_FOLDER
from corpus.models import Paragraph, Report
from corpus.parse import parse_report, read_report
from corpus.reading.read import read_document
from tests.corpus.reading.word_file import cell, docx, levels, note, note_mark, num, numbered, p, run, table

PATH = REPORTS_FOLDER / "bc-hop-tac-lai-chau-ha-noi-2022.md"
LISTS = levels(0, ("upperRoman", "%1."), ("decimal", "%2."), ("bullet", "-"), ("bullet", "+")) + num(1, 0)
BULLETS = {"bullet": ("- ", 2), "sub-bullet": ("+ ", 3)}


def runs(report: Report, start: int, end: int, *, bold: bool = False) -> str:
    """A stretch of the report in short runs, as Word leaves them, with the marks of its footnotes."""
    marks = {note.anchor: int(note.number) for note in report.footnotes if start < note.anchor <= end}
    written, at = "", start
    for stop in sorted({*marks, *range(start + 23, end, 23), end}):
        written += run(escape(report.text[at:stop]), "<w:b/>" if bold else "")
        written += note_mark(marks[stop]) if stop in marks else ""
        at = stop
    return written


def word_paragraph(report: Report, paragraph: Paragraph, automatic: bool) -> str:
    heading = paragraph.kind == "heading"
    bullet, depth = BULLETS.get(paragraph.kind, ("", 1 if "." in paragraph.section else 0))
    start = paragraph.start
    if automatic and heading:
        start += report.text[start:].index(" ") + 1
    inside = runs(report, start, paragraph.end, bold=heading)
    if automatic and (heading or bullet):
        return numbered(inside, 1, depth)
    return p((run(bullet) if bullet else "") + inside)


def word_file(report: Report, *, automatic: bool) -> bytes:
    """Letterhead and signature in tables without lines, headings in bold without styles, real footnotes."""
    running = [paragraph for paragraph in report.paragraphs if paragraph.footnote is None]
    head = [report.text[paragraph.start : paragraph.end] for paragraph in running[:2]]
    body = [paragraph for paragraph in running[2:] if paragraph.role not in ("recipients", "signature")]
    recipients = [
        p(escape(("- " if one.kind == "bullet" else "") + report.text[one.start : one.end]))
        for one in running
        if one.role == "recipients"
    ]
    signature = report.text[running[-1].start : running[-1].end].split("\n")
    notes = "".join(note(int(one.number), escape(report.text[one.start : one.end])) for one in report.footnotes)
    return docx(
        table(cell(head[0]) + cell(head[1]), lines=False)
        + "".join(word_paragraph(report, paragraph, automatic) for paragraph in body)
        + table(cell("".join(recipients)) + cell("".join(map(p, signature))), lines=False),
        footnotes=notes,
        numbering=LISTS,
    )


def sentences(report: Report) -> list[tuple[str, str]]:
    return [
        (sentence.id, report.text[sentence.start : sentence.end])
        for paragraph in report.paragraphs
        if paragraph.section != "header"
        for sentence in paragraph.sentences
    ]


@pytest.mark.parametrize("automatic", [False, True], ids=["typed", "automatic"])
def test_sections_sentences_and_footnotes_of_the_report_come_back(automatic: bool) -> None:
    report = read_report(PATH)
    reading = read_document(word_file(report, automatic=automatic), "báo cáo.docx")
    again = parse_report(reading.markdown, Path(PATH.name))
    assert [(one.code, one.title) for one in again.sections] == [(one.code, one.title) for one in report.sections]
    assert sentences(again) == sentences(report)
    assert [(n.number, n.section, n.sentence, again.text[n.start : n.end]) for n in again.footnotes] == [
        (n.number, n.section, n.sentence, report.text[n.start : n.end]) for n in report.footnotes
    ]
    assert again.metadata.signatory == report.metadata.signatory
    assert again.metadata.recipients == report.metadata.recipients
    assert reading.findings.footnotes == len(report.footnotes) == 8
