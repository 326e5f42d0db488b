"""The lines that frame a report: head, opening and closing formulas, recipients, titles of tables. Knows no scores.

They say what the document is, whom it goes to and what it rests on, and nothing of what it reports.
"""

import re

from app.decide.evidence import Judge
from app.decide.features import Evidence
from app.understand.question import Question
from app.understand.which_report import RULES
from corpus.assemble import CLOSING, HEADER
from corpus.models import Passage
from index.syllables import normalise

DOCUMENT_COVERAGE = 0.25
"""Lines about the document itself (date, number, signature) answer only questions that share this much with them."""
# "Báo cáo thừa nhận …", "báo cáo nói gì về …": it speaks, and what is asked is not the document.
_SPEAKS = re.compile(
    r"\b(?:thừa nhận|tự nhận|nhìn nhận|nêu|ghi|nói|viết|kể|cho (?:biết|hay|thấy)|đánh giá|xác định|chỉ ra|đề cập|nhắc"
    r"|khẳng định|thể hiện|đề ra|đặt ra|liệt kê|phân tích|cam kết|dự kiến)\b"
    r"|\b(?:trong|theo|ở|tại) (?:bản |toàn )?(?:báo cáo|văn bản)\b"
)
_ON_DOCUMENT = re.compile(r"\b(?:báo cáo|văn bản)\b")
# The preamble of a decree tells what it rests on, and nothing of what it rules.
_GROUND = re.compile(r"(?:Căn cứ|Theo đề nghị|Xét(?: đề nghị)?)\b")
_ASKS_GROUND = re.compile(r"\b(?:căn cứ|dựa (?:vào|trên|theo)|cơ sở|đề nghị|theo (?:luật|nghị định|quyết định) nào)\b")
_NAMES_DOCUMENT = re.compile(rf"\b(?:luật|quyết định|quy định|{RULES})\b")
_ASKS_OF_DOCUMENT = re.compile(
    r"\b(?:ban hành|ký|số (?:bao nhiêu|mấy|nào|hiệu)|số, ký hiệu|căn cứ|nơi nhận|gửi|tên|trích yếu"
    r"|về (?:việc|vấn đề|nội dung)? ?gì|quy định (?:về )?(?:gì|những gì)|hướng dẫn (?:thi hành |thực hiện )?"
    r"(?:[^\W\d]+ ){0,2}(?:gì|nào)|của (?:cơ quan|ai|bộ) ?nào?|ai|ngày (?:nào|mấy|bao nhiêu)|năm nào)\b"
)
_ADDRESSEES, _SIGNED = "Nơi nhận", "Người ký"
"""How the context of such a line opens; see ``corpus.assemble``."""
_ENDS = tuple(".:;!?…")
_ASKS_ADDRESSEES = re.compile(r"\b(?:nhận|gửi|lưu|chuyển|kính gửi|biết|ký|ban hành|chức|ai)\b")
# A plan or an agreement is told of where a report rests on it; the laws that a decree rests on are others.
_AGREED = re.compile(r"\b(?:chương trình|kế hoạch|đề án|công văn|thỏa thuận|biên bản|bản ghi nhớ|hợp đồng)\b")
_ISSUED = re.compile(r"\b(?:ký(?: kết)?|ban hành|phê duyệt)\b|\bsố (?:bao nhiêu|mấy|nào|hiệu)\b")
_OPENS = re.compile(r"\b(?:như sau|sau đây|dưới đây)\b[^.]*:\W*$")
_RESTS = re.compile(
    rf"{_ASKS_GROUND.pattern}|{_AGREED.pattern}|{_NAMES_DOCUMENT.pattern}"
    r"|\b(?:văn bản|báo cáo|số liệu|thời điểm|giai đoạn)\b"
)
_CONCLUDES = re.compile(r"Trên đây là\b")


def only_of_document(question: Question, evidence: Evidence, judge: Judge) -> bool:
    """Tell whether a passage dates, numbers, addresses or signs the document and nothing of that is asked."""
    passage = evidence.passage
    if passage.section not in (HEADER, CLOSING):
        return False
    if _GROUND.match(passage.text):
        issued = _AGREED.search(question.asked) and _ISSUED.search(question.asked)
        return not (_ASKS_GROUND.search(question.asked) or issued)
    if passage.section == HEADER and _OPENS.search(passage.text) and not _RESTS.search(question.asked):
        return True
    if _NAMES_DOCUMENT.search(question.asked):
        return not _ASKS_OF_DOCUMENT.search(question.asked)
    if passage.context.startswith((_ADDRESSEES, _SIGNED)) and not _ASKS_ADDRESSEES.search(question.asked):
        return True
    of_document = bool(_ON_DOCUMENT.search(question.asked)) and (
        not _SPEAKS.search(question.asked) or bool(_ASKS_OF_DOCUMENT.search(question.asked))
    )
    if _CONCLUDES.match(passage.text) or normalise(passage.text) == judge.subject(passage):
        return not of_document
    if not (of_document or passage.text.rstrip().endswith(_ENDS) or _ASKS_OF_DOCUMENT.search(question.asked)):
        return True  # no sentence: who issued it, its number
    # The date of the report is not the date of what it reports.
    return not of_document and evidence.features.wide_coverage < DOCUMENT_COVERAGE


def heads_a_table(passage: Passage, judge: Judge) -> bool:
    """Tell whether a passage is the title of a table, which says what its rows tell and tells nothing itself."""
    return not passage.text.endswith(_ENDS) and judge.whole.introduces(passage)
