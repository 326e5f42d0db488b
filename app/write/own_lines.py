"""Answers what is asked of a document itself: who signed it, when, its number, basis, recipients. Knows no scores.

The lines of its head and end answer, as they stand. What the document says of other things is not its business.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from app.across.called import kind_of
from app.understand.function_words import FUNCTION_WORDS
from app.write.citations import Quote
from corpus.assemble import CLOSING, HEADER
from corpus.components import opens_basis
from corpus.models import Paragraph, Passage, Report
from corpus.rules import is_attachment
from index.syllables import normalise, syllables

_WHEN = r"(?:bao giờ|khi nào|lúc nào|hôm nào|(?:ngày |tháng |năm |thời gian |thời điểm ){1,3}(?:nào|mấy|bao nhiêu))"
_SOME = r"(?:những |các )?(?:văn bản|luật|nghị định|thông tư|quyết định|nghị quyết|pháp lệnh|chỉ thị|kế hoạch)"
_BODY = r"(?:cơ quan|đơn vị|tổ chức|bộ|sở|ngành|cấp|nơi)"
_PERSON = r"(?:ai|(?:người|ông|bà|vị|đồng chí|lãnh đạo) nào)"
_SOURCE = re.compile(r"Nguồn(?: số liệu)?\s*:")
_DATED = re.compile(r"\bngày\s+\d", re.IGNORECASE)
_NUMBERED = re.compile(r"\bsố\s*:?\s*\d", re.IGNORECASE)
Holds = Callable[[Paragraph, str], bool]
"""Tells whether a paragraph, with its text, tells what is asked."""


@dataclass(frozen=True, slots=True)
class _Line:
    """What is asked of a document, on normalised text, and where it tells it: the first that any paragraph holds."""

    asked: re.Pattern[str]
    told: tuple[Holds, ...]


def _asked(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(rf"\b(?:{pattern})(?!\w)" for pattern in patterns))


def _in_title(pattern: re.Pattern[str]) -> Holds:
    return lambda paragraph, text: paragraph.role == "title" and bool(pattern.search(text))


_LINES = (
    _Line(
        _asked(
            rf"{_PERSON} (?:là người |đã |được ){{0,3}}ký(?: tên| ban hành| duyệt){{0,2}}",
            rf"ký (?:tên )?(?:là |bởi )?{_PERSON}",
            rf"(?:do|bởi) {_PERSON} ký(?: ban hành)?",
            rf"(?:người|chức vụ (?:của )?người) ký(?: ban hành| tên)?(?: là| tên)?(?: {_PERSON}| gì)?",
        ),
        (lambda paragraph, _: paragraph.role == "signature" and paragraph.section == CLOSING,),
    ),
    _Line(
        _asked(
            rf"(?:được )?(?:ban hành|ký|lập|ra đời|công bố)(?: ban hành)? (?:từ |vào |hồi )?{_WHEN}",
            rf"{_WHEN} (?:thì )?(?:được )?(?:ban hành|ký)",
            rf"(?:ngày|thời gian|thời điểm)(?: tháng)?(?: năm)? (?:ban hành|ký)(?: là)?(?: {_WHEN}| nào)?",
        ),
        (lambda paragraph, _: paragraph.role == "place-date", _in_title(_DATED)),
    ),
    _Line(
        _asked(
            r"(?:có |mang )?số(?: hiệu)?(?:(?: và)? ký hiệu)? (?:là )?(?:bao nhiêu|mấy|gì|nào)",
            r"ký hiệu (?:là )?(?:gì|nào)",
        ),
        (lambda paragraph, _: paragraph.role == "number", _in_title(_NUMBERED)),
    ),
    _Line(
        _asked(
            rf"(?:do |bởi )?(?:{_PERSON}|{_BODY} nào) (?:đã )?(?:ban hành|ra|phát hành|công bố|lập|soạn thảo)",
            rf"của (?:ai|{_BODY} nào)",
            rf"{_BODY} (?:ban hành|phát hành|lập)(?: là)?(?: {_BODY} nào| ai| gì)?",
            rf"(?:ban hành|lập) bởi (?:ai|{_BODY} nào)",
        ),
        (
            lambda paragraph, _: paragraph.role == "issuer",
            _in_title(re.compile(r"\bcủa\b", re.IGNORECASE)),
            lambda _, text: bool(_SOURCE.match(text)),
        ),
    ),
    _Line(
        _asked(
            rf"(?:căn cứ|dựa|cơ sở)(?: pháp lý)? (?:vào |trên |theo |là ){{0,2}}(?:đâu|(?:những )?gì|{_SOME} nào)",
            rf"(?:căn cứ|cơ sở) (?:pháp lý |để )?ban hành(?: là)?(?: gì| đâu| {_SOME} nào)?",
            rf"{_SOME} nào (?:được )?(?:làm )?căn cứ(?: ban hành)?",
        ),
        (lambda paragraph, text: paragraph.section == HEADER and paragraph.role == "body" and opens_basis(text),),
    ),
    _Line(
        _asked(
            rf"(?:được )?gửi (?:cho |tới |đến |về )?(?:những |các )?(?:đâu|ai|{_BODY} nào)",
            r"nơi nhận(?: là)?(?: (?:những )?(?:ai|đâu|gì))?",
        ),
        (lambda paragraph, _: paragraph.role == "recipients",),
    ),
    _Line(
        _asked(
            r"(?:nói |quy định |hướng dẫn |viết )?về (?:việc |vấn đề |nội dung )?gì",
            r"(?:quy định|hướng dẫn) (?:việc |vấn đề |nội dung )gì",
            rf"(?:hướng dẫn|quy định chi tiết|sửa đổi|bổ sung|thi hành)(?: thi hành| bổ sung| cho){{0,3}} {_SOME} nào",
            r"trích yếu(?: là)?(?: gì)?",
            r"tên (?:đầy đủ |gọi ){0,2}(?:là )?gì",
        ),
        (lambda paragraph, _: paragraph.role == "title",),
    ),
)
_ANY_DOCUMENT = ("văn bản", "tài liệu", "số liệu")
_OTHER_DOCUMENT = re.compile(
    r"\W*(?P<noun>chương trình|kế hoạch|đề án|thỏa thuận|biên bản|bản ghi nhớ|hợp đồng|công văn|nghị quyết|quyết định"
    r"|chỉ thị) [^?]*\b(?:ký|ban hành)\b"
)
_POINTING = r"(?:này|nói trên|trên|đó|ấy)"


def own_lines(text: str, report: Report, passages: Sequence[Passage]) -> list[Quote]:
    """Return the lines of a document that answer a question about the document itself, one quote a run of them.

    ``passages`` are all of the document. Nothing where anything else is asked too, or where the document does not tell.
    """
    asked = f" {normalise(text)} "
    own = normalise(kind_of(report) or "báo cáo")
    if (other := _OTHER_DOCUMENT.match(asked)) and other["noun"] != own and f" {own} " not in asked:
        return []  # "Chương trình phối hợp … ký hôm nào?": a report on it has the same words in its title
    for form in (asked, _without_document(asked, report)):
        lines = [line for line in _LINES if line.asked.search(form)]
        if lines and not _rest(form, lines, report):
            break
    else:
        return []
    firsts = {passage.paragraph: passage for passage in reversed(passages)}
    return [quote for line in lines for quote in _quotes(line, report, firsts)]


def _without_document(asked: str, report: Report) -> str:
    """Return a question without the words that name the document: "số hiệu của nghị định này" → "số hiệu"."""
    attached = [section.label for section in report.sections if is_attachment(section)]
    nouns = [normalise(kind_of(report) or "báo cáo"), *map(normalise, attached), *_ANY_DOCUMENT]
    named = rf"(?:của )?(?:bản |văn bản )?(?:{'|'.join(map(re.escape, nouns))})(?: {_POINTING})?"
    return re.sub(rf"\b{named}(?!\w) ?", "", asked)


def _rest(asked: str, lines: Sequence[_Line], report: Report) -> set[str]:
    """Return the syllables of a question that neither ask nor name the document."""
    for line in lines:
        asked = line.asked.sub(" ", asked)
    # "Ai ký báo cáo hợp tác 2022": the title only says which document is meant.
    said = f"{report.title} {report.metadata.issuer or ''}"
    return set(syllables(_without_document(asked, report))) - FUNCTION_WORDS - set(syllables(said))


def _quotes(line: _Line, report: Report, firsts: Mapping[str, Passage]) -> list[Quote]:
    for holds in line.told:
        runs: list[list[Paragraph]] = []
        for before, paragraph in zip([None, *report.paragraphs], report.paragraphs, strict=False):
            if paragraph.id not in firsts or not holds(paragraph, report.text[paragraph.start : paragraph.end]):
                continue
            if runs and runs[-1][-1] is before:
                runs[-1].append(paragraph)
            else:
                runs.append([paragraph])
        # A source stands below every table of a sheet, and says the same there.
        told = {report.text[run[0].start : run[-1].end]: run for run in reversed(runs)}
        if told:
            return [Quote(firsts[run[0].id], run[0].start, run[-1].end) for run in reversed(told.values())]
    return []
