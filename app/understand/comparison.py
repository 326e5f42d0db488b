"""Reads a question that compares two years: which years, and what is asked of both. Knows the language, no report."""

import re
from dataclasses import dataclass

_Y = r"(?:19|20)\d\d(?![\d.,]*\d)"
_BEFORE = r"(?:trước(?: đó)?|ngoái|liền trước|liền kề|vừa rồi)"
# "so với cùng kỳ năm 2021", "so với báo cáo năm trước", "hơn năm ngoái"
_THAN = re.compile(
    rf"(?:,\s*)?(?:có\s+|thì\s+)?(?:so (?:sánh )?với|đối chiếu với"
    rf"|(?:(?:cao|thấp|lớn|nhỏ|nhiều|ít|đông)\s+)?(?:hơn|kém)(?: so với| với)?)\s+"
    rf"(?:số liệu\s+|mức\s+|kết quả\s+)*(?:của\s+|trong\s+)?(?:cùng kỳ\s*)?(?:báo cáo\s+)?(?:của\s+|cùng kỳ\s+)?"
    rf"(?:(?:năm\s+)?(?P<year>{_Y})|(?:năm|kỳ)\s+(?P<before>{_BEFORE})|(?<=cùng kỳ)|(?<=cùng kỳ ))(?:\s*thì\b)?",
    re.IGNORECASE,
)
_TWO_YEARS = re.compile(
    rf"\b(?:(?:giữa|trong|của|ở|từ)\s+)?(?:hai\s+|2\s+)?(?:các\s+)?năm\s+(?P<one>{_Y})\s+"
    rf"(?:và|với|đến|sang|so với|lên)\s+(?:năm\s+)?(?P<other>{_Y})",
    re.IGNORECASE,
)
_YEAR = re.compile(
    rf"(?:,\s*)?(?:\b(?:trong|vào|của|ở|đến|hết)\s+){{0,2}}(?:\b(?:cả )?năm\s+)?(?<![\d/.-])(?P<year>{_Y})"
    r"(?:\s+thì\b)?",
    re.IGNORECASE,
)
_COMPARES = re.compile(
    r"\b(?:so sánh|so với|đối chiếu|chênh|tăng|giảm|hơn|kém|thay đổi|biến động|khác)\b", re.IGNORECASE
)
_GIVEN_NUMBER = re.compile(
    r"\b(?:đã\s+|có\s+)?(?:tăng|giảm|thêm|hơn|kém|nhiều hơn|ít hơn|chênh(?: lệch)?)(?:\s+(?:thêm|lên|đi|được)){0,3}\s+"
    r"(?:bao nhiêu|mấy)\s+(?!(?:phần trăm|%|so|lần|điểm)\b|%)(?=[^\W\d_])",
    re.IGNORECASE,
)
_CHANGE = re.compile(
    r"(?:,\s*|\bvà\s+)?\b(?:(?:đã|có|được|là|sự)\s+){0,3}"
    r"(?:(?:chênh(?: lệch)?(?: nhau)?|tăng|giảm|thay đổi|biến động|khác(?: nhau)?|nhiều hơn|ít hơn|cao hơn|thấp hơn"
    r"|lớn hơn|nhỏ hơn|hơn|kém)(?! nghèo)(?:\s+(?:thêm|lên|đi|xuống|hay|hoặc)){0,3}\s*){1,4}"
    r"(?:(?:(?:là|được|khoảng)\s+){0,3}(?:bao nhiêu|mấy|thế nào|như thế nào|ra sao|không|gì|nhiều không)"
    r"(?:\s*(?:phần trăm|%|lần|điểm phần trăm|điểm))?)?(?=\s*(?:$|[,;.?!]|\bso với|\bthì\b))",
    re.IGNORECASE,
)
_MANY = re.compile(r"\bcó\s+nhiều\s+(?P<what>[^,?.]+?)\s+(?:hơn|không)\b", re.IGNORECASE)
_FRAME = re.compile(
    r"^[\s,.]*(?:(?:hãy|xin|cho (?:tôi )?(?:biết|hỏi)|so sánh|đối chiếu|chênh lệch|thì|và|của|giữa"
    r"|(?:theo|trong|tại)\s+(?:các\s+|hai\s+)?báo cáo,?)\s+){1,4}|"
    r"(?:[\s,]+(?:thì|và|của|với|giữa|thế nào|như thế nào|ra sao|không|có|là|đạt|nhau)){1,4}\s*$",
    re.IGNORECASE,
)
_HOW_MANY = re.compile(r"\b(?:bao nhiêu|mấy)\b", re.IGNORECASE)
_COUNTED = re.compile(
    r"^(?:tổng\s+)?số\s+(?:lượng\s+)?(?P<what>(?!.*\b(?:bao nhiêu|mấy)\s+\w).+?)"
    r"(?:\s+(?:có|là|được)){0,3}(?:\s+(?:bao nhiêu|mấy))?$",
    re.IGNORECASE,
)
_STAGE = re.compile(r"\bgiai đoạn\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Comparison:
    """``asked`` is the question of either year, without a year. "" in ``later``: the newest year there is.

    "" in ``earlier``: the year before the later one.
    """

    asked: str
    later: str
    earlier: str

    def of(self, year: str) -> str:
        """Return the question asked of one year."""
        return f"{self.asked.rstrip(' ?.')} năm {year}?"


def comparison_in(text: str) -> Comparison | None:
    """Return how a question compares two years; None where it compares none, or nothing is left to be asked of both."""
    if _STAGE.search(text):
        return None
    than, two = _THAN.search(text), _TWO_YEARS.search(text)
    years = sorted({match["year"] for match in _YEAR.finditer(text)})
    both = len(years) == 2 and (_COMPARES.search(text) or (two and _HOW_MANY.search(text)))
    if len(years) > 2 or not (than or both):
        return None
    asked = _asked_of_both(text)
    if not asked:
        return None
    if len(years) == 2:
        return Comparison(asked, years[1], years[0])
    if than is None:
        return None
    return Comparison(asked, "", than["year"]) if than["year"] else Comparison(asked, years[0] if years else "", "")


def _asked_of_both(text: str) -> str:
    """Return what is asked of either year: a question for a figure, without years and without what compares."""
    rest = _MANY.sub(lambda match: f"có bao nhiêu {match['what']} hơn", text)
    rest = _TWO_YEARS.sub(" ", _THAN.sub(" ", rest))
    rest = _GIVEN_NUMBER.sub("có bao nhiêu ", _YEAR.sub(" ", rest))
    pieces = [_framed(_CHANGE.sub(" ", piece)) for piece in re.split(r"[?!]|\.\s", rest)]
    said = next((piece for piece in pieces if len(piece.split()) > 1), "")
    if not said:
        return ""
    counted = _COUNTED.match(said)
    if counted:
        said = f"có bao nhiêu {counted['what']}"
    elif not _HOW_MANY.search(said):
        said = f"{said} là bao nhiêu"
    return f"{said[:1].upper()}{said[1:]}?"


def _framed(piece: str) -> str:
    """Return a piece of a question without the words that only held its years."""
    said = " ".join(re.sub(r"\s+([,.?])", r"\1", piece).split()).strip(" ,.")
    while (shorter := _FRAME.sub("", said).strip(" ,.")) != said:
        said = shorter
    return said
