"""Cuts a report into passages, one per sentence. Knows nothing of how they are embedded or found."""

from corpus.grid import said_of_group
from corpus.models import Paragraph, ParagraphRole, Passage, Report

# What the components of an official document are called: a reader asks for "người ký", the document shows only a name.
# "báo cáo" stands for the type that the document names itself.
_ROLE_WORDS: dict[ParagraphRole, str] = {
    "motto": "",
    "issuer": "Cơ quan, tổ chức ban hành",
    "number": "Số, ký hiệu của báo cáo",
    "place-date": "Địa danh, ngày tháng năm lập, ký, ban hành báo cáo",
    "type": "Tên loại văn bản",
    "title": "Tên báo cáo, trích yếu nội dung, báo cáo nói về, nội dung chính",
    "recipients": "Nơi nhận báo cáo, gửi đến cơ quan, đơn vị",
    "signature": "Người ký ban hành báo cáo, họ tên, quyền hạn, chức vụ",
    "body": "",
}
LEAD_LENGTH = 160
"""Only the first characters of an introducing paragraph are context; a whole paragraph would drown the sentence."""


def _context(report: Report, paragraph: Paragraph, by_id: dict[str, Paragraph]) -> str:
    """Join what leads to a paragraph: its role, the titles of its section, the line that introduces it."""
    section = report.section(paragraph.section)
    text = report.text[paragraph.start : paragraph.end]
    # A section named by its own first words would repeat the text.
    titles = [title for title in section.path if title.rstrip("…") not in text]
    pieces = [_ROLE_WORDS[paragraph.role].replace("báo cáo", (report.metadata.kind or "báo cáo").lower()), *titles]
    pieces += _leads(report, paragraph, by_id)
    # The caption of a table may be the title of its section too.
    return ". ".join(piece for piece in dict.fromkeys(pieces) if piece)


def _leads(report: Report, paragraph: Paragraph, by_id: dict[str, Paragraph]) -> list[str]:
    """Return what introduces a paragraph; above a row stand a heading in its table, the unit, the caption."""
    leads: list[str] = []
    above = paragraph.parent
    while above:
        parent = by_id[above]
        text = report.text[parent.start : parent.end]
        if paragraph.kind != "row":
            return [text.split(": ", 1)[0][:LEAD_LENGTH].rstrip(":")]
        said = said_of_group(report, parent) if parent.cells else text
        leads.append(" ".join(said.split())[:LEAD_LENGTH].rstrip(":"))
        above = parent.parent
    return leads


def cut_passages(report: Report) -> list[Passage]:
    """Return the passages in reading order, each inside one paragraph and one section.

    The line that only says what kind of document it is ("BÁO CÁO") answers nothing and is left out.
    """
    by_id = {paragraph.id: paragraph for paragraph in report.paragraphs}
    anchors = {footnote.number: footnote.sentence for footnote in report.footnotes}
    return [
        Passage(
            id=sentence.id,
            report_id=report.id,
            section=paragraph.section,
            footnote=paragraph.footnote,
            paragraph=paragraph.id,
            start=sentence.start,
            end=sentence.end,
            text=report.text[sentence.start : sentence.end],
            context=_context(report, paragraph, by_id),
            anchor=anchors.get(paragraph.footnote) if paragraph.footnote else None,
        )
        for paragraph in report.paragraphs
        if paragraph.role not in ("type", "motto")
        for sentence in paragraph.sentences
    ]
