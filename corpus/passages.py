"""Cuts a report into passages, one per sentence. Knows nothing of how they are embedded or found."""

from corpus.models import Paragraph, ParagraphRole, Passage, Report

# What the components of an official document are called: a reader asks for "người ký", the document shows only a name.
_ROLE_WORDS: dict[ParagraphRole, str] = {
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
    pieces = [_ROLE_WORDS[paragraph.role], *titles]
    if paragraph.parent:
        parent = by_id[paragraph.parent]
        lead = report.text[parent.start : parent.end].split(": ", 1)[0]
        pieces.append(lead[:LEAD_LENGTH].rstrip(":"))
    return ". ".join(piece for piece in pieces if piece)


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
        if paragraph.role != "type"
        for sentence in paragraph.sentences
    ]
