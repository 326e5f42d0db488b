"""What a question says of the report it means: a year, who issued it, a number. Knows the language, no report."""

import re
from dataclasses import dataclass

from index.syllables import fold

RULES = r"nghị định|thông tư(?: liên tịch)?|pháp lệnh|nghị quyết(?: liên tịch)?|chỉ thị|quy chế|điều lệ|nội quy"
"""Types whose name means nothing but a document: no verb, and nothing that a document only tells of."""
_OTHERS = (
    r"báo cáo|kế hoạch|quyết định|công văn|tờ trình|chương trình|đề án|thông báo|hướng dẫn|quy định|phương án"
    r"|biên bản|công điện|(?:bộ )?luật|bảng(?: số liệu)?"
)
_SHORT = {
    "nđ": "nghị định", "nd": "nghị định", "tt": "thông tư", "ttlt": "thông tư liên tịch", "nq": "nghị quyết",
    "qđ": "quyết định", "qd": "quyết định", "cv": "công văn", "kh": "kế hoạch", "bc": "báo cáo",
}  # fmt: skip
"""Types as they are abbreviated where a number follows."""
_HEAD = re.compile(
    r"(?P<by>\b(?:(?:căn cứ|dựa)(?: vào| theo)?|theo|trong|tại|ở)\s+(?:bản\s+|văn bản\s+)?)?"
    rf"\b(?P<kind>{RULES}|{_OTHERS}|(?:{'|'.join(_SHORT)})(?=\s+(?:số\s*)?\d))\b",
    re.IGNORECASE,
)
_RULE = re.compile(RULES, re.IGNORECASE)
_SIGN = r"[a-zđ][\w&]*(?:[-‐-―/][\w&]+)*"
# "số 45", "45/BC-UBND", "109/2004", "40/2000/TT-BTC", "14-CP"; a bare figure or a date is no number of a document.
_NUMBER = re.compile(
    rf"\s+(?:số\s*:?\s*(?=\d)|(?=\d+\s?/\s?(?:(?:19|20)\d\d\b|[a-zđ])|\d+-(?-i:[A-ZĐ]{{2}})))"
    rf"(?P<number>\d+(?:\s?/\s?(?:19|20)\d\d)?(?:(?:\s?/\s?|-(?=[a-zđ])){_SIGN})?)(?![\w/])",
    re.IGNORECASE,
)
# "Nghị định 114": what is counted, a time or a part of a document is no number of one; nor is a year.
_BARE = re.compile(
    r"\s+(?P<number>(?!(?:19|20)\d\d\b)\d{1,5})(?![\w%]|[.,]\d|-\w|\s?/)"
    r"(?!\s+(?:năm(?!\s+(?:19|20)\d\d(?!\s?[-–]))|tháng|ngày(?!\s+\d)|tuần|điều|khoản|điểm|mục|chương|phần|lần|bản|trang|người)\b)",
    re.IGNORECASE,
)
_ALONE = re.compile(r"\s*(?:$|[,;:?.)]|(?:của|về|ngày|do|thì|năm|này|nêu|ban hành|quy định)\b)", re.IGNORECASE)
_DATE = re.compile(
    r"(?:\s*,)?\s+(?:ban hành\s+)?(?:ngày|ký)\s+\d{1,2}(?:\s?[/.-]\s?|\s+tháng\s+)\d{1,2}(?:\s?[/.-]\s?|\s+năm\s+)"
    r"(?P<date>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(
    r"\s+(?:(?:tổng kết|thường niên|công tác|chung)\s+)?(?:của\s+|cho\s+)?(?:năm\s+)?"
    r"(?P<year>(?:19|20)\d\d)(?![\d./-]?\d|\w)",
    re.IGNORECASE,
)
_YEARLY = re.compile(r"/\s?(?:19|20)\d\d")
_SAYS = (
    r"thì|nêu|cho|nói|có|là|ghi|về|đã|được|gồm|còn|đạt|tăng|giảm|bao|mấy|như|trong|đề|không|ra|liệt|kể|dự|năm|chỉ|sao"
)
_ISSUER = re.compile(
    r"\s{1,9}(?:của\s{1,9}|do\s{1,9})?(?P<issuer>(?:ubnd|[uủ][ỷy] ban nhân dân|hđnd|hội đồng nhân dân|văn phòng|sở|bộ"
    r"|ban(?! hành)|tổng cục|chi cục|cục|phòng|công an|tỉnh|thành phố|tp|huyện|quận|thị xã|xã|phường|trung tâm"
    rf"|bệnh viện|trường|viện|thanh tra|kho bạc)\s(?!(?:{_SAYS}|này|trên|ta|mình)\b)[^,;?.:]{{2,60}}?"
    rf"|(?<=của )(?:chính phủ|quốc hội|thủ tướng(?: chính phủ)?|chủ tịch nước))"
    rf"(?=\s+(?:(?:{_SAYS})\b|(?:19|20)\d\d)|\s*[,;?.:]|\s*$)",
    re.IGNORECASE,
)
_END = re.compile(r"^\s*(?:,|:|thì\b)?\s*", re.IGNORECASE)
_OPENING = re.compile(r"[\W_]*(?:(?:thế|vậy|còn|và|rồi)\s+)*", re.IGNORECASE)
_TAIL = re.compile(r"[\s,]*(?:thì\s+)?(?:sao|thế nào|như thế nào|ra sao)?(?:\s+(?:ạ|nhỉ|vậy))*\W*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Reference:
    """Which report a question means, as far as it says; "" for what it leaves open.

    It stands in ``[start, end)`` of the question, from ``noun`` on without "theo". ``guessed`` where the number may be
    none: "quyết định 45" can be a deed as well.
    """

    kind: str  # written out
    number: str
    year: str
    issuer: str
    start: int
    noun: int
    end: int
    guessed: bool = False

    @property
    def by(self) -> bool:
        """Whether the question is to be answered "theo báo cáo …", from that report and no other."""
        return self.start < self.noun

    @property
    def certain(self) -> bool:
        """Whether it names one report for certain, so that no other can be meant: not "báo cáo của tỉnh nhà"."""
        if self.guessed:
            return False
        office = re.match(r"(?:sở|bộ|cục|tổng cục|chi cục)\b", self.issuer, re.IGNORECASE)
        return bool(self.number or self.year or office) or any(char.isupper() for char in self.issuer[1:])


def _reference(head: re.Match[str], text: str) -> Reference | None:
    """Read what follows "báo cáo" as far as it tells which one; None where it tells nothing."""
    kind = _SHORT.get(head["kind"].lower(), head["kind"])
    rule, report = bool(_RULE.fullmatch(kind)), kind.lower() == "báo cáo"
    told: dict[str, str] = {}
    end = head.end()
    bare = _BARE.match(text, end)
    if bare and (rule or _ALONE.match(text, bare.end())):
        told["number"], end = bare["number"], bare.end()
    guessed, going = bool(told) and not rule, True
    while going:
        going = False
        for part in (_NUMBER, _DATE, _YEAR, _ISSUER):
            (name,) = part.groupindex
            # "Kế hoạch năm 2023 của tỉnh" is told of in a report: only a report is called by its issuer, only a report
            # or a rule by its year. A number that holds its year needs no other.
            called = part is _NUMBER or report or "number" in told or (rule and part is _YEAR)
            named = name in told or (part is _YEAR and bool(_YEARLY.search(told.get("number", ""))))
            if called and not named and (said := part.match(text, end)):
                told[name], end, going = said[name].strip(), said.end(), True
    if not told:
        return None
    number, year, issuer = (told.get(name, "") for name in ("number", "year", "issuer"))
    return Reference(kind, number, year or told.get("date", ""), issuer, head.start(), head.start("kind"), end, guessed)


@dataclass(frozen=True, slots=True)
class Head:
    """A type of document that a text names: ``[start, end)`` with "theo", from ``noun`` on without it."""

    kind: str
    rule: bool  # the word can mean nothing but a document
    start: int
    noun: int
    end: int


def heads_in(text: str) -> list[Head]:
    """Return the types of documents that a text names, in order, whatever tells which one is meant."""
    return [
        Head(head["kind"], bool(_RULE.fullmatch(head["kind"])), head.start(), head.start("kind"), head.end())
        for head in _HEAD.finditer(text)
    ]


_POINTED = re.compile(rf"\b(?P<kind>{RULES}|{_OTHERS})\s+(?:này|nói trên|trên đây)\b", re.IGNORECASE)


def pointed_at(text: str) -> set[str]:
    """Return the folded types of documents that a text points at: "thông tư này"."""
    return {fold(match["kind"]) for match in _POINTED.finditer(text)}


def references_in(text: str) -> list[Reference]:
    """Return the reports that a text names by more than their type, in order."""
    return [said for head in _HEAD.finditer(text) if (said := _reference(head, text))]


def reference_in(text: str) -> Reference | None:
    """Return the report that a text means, the one it names last; None where it names none by more than "báo cáo"."""
    found = references_in(text)
    return found[-1] if found else None


def without_reference(text: str, said: Reference) -> str:
    """Return a question without what tells which report is meant: "Theo báo cáo năm 2021, có mấy xã?" → "Có mấy xã?".

    Where the report is the subject ("Ai ký báo cáo năm 2021?") its noun stays.
    """
    before, after = text[: said.start], text[said.end :]
    if not said.by:
        return f"{before}{said.kind}{after}"
    if before.strip():
        return f"{before.rstrip(' ,')}{after}"
    rest = _END.sub("", after, count=1)
    return rest[:1].upper() + rest[1:]


def only_reference(text: str) -> Reference | None:
    """Return the report that a follow-up asks to look in, where it says no more: "còn báo cáo năm 2021 thì sao?"."""
    said = reference_in(text)
    alone = said and _OPENING.fullmatch(text[: said.start]) and _TAIL.fullmatch(text[said.end :])
    return said if alone else None


def asked_of_another(before: str, text: str, said: Reference) -> str:
    """Return the question before as asked of the report that ``said`` names in ``text``."""
    named = text[said.noun : said.end].strip()
    old = reference_in(before)
    if old:
        return f"{before[: old.noun]}{named}{before[old.end :]}"
    return f"Theo {named}, {before if before[:2].isupper() else before[:1].lower() + before[1:]}"
