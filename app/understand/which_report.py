"""What a question says of the report it means: a year, who issued it, a number. Knows the language, no report."""

import re
from dataclasses import dataclass

_HEAD = re.compile(
    r"(?P<by>\b(?:(?:căn cứ|dựa)(?: vào| theo)?|theo|trong|tại|ở)\s+(?:bản\s+|văn bản\s+)?)?"
    r"\b(?P<kind>báo cáo|kế hoạch|nghị định|thông tư|quyết định|nghị quyết|chỉ thị|công văn|tờ trình|chương trình"
    r"|đề án|thông báo|hướng dẫn|luật)\b",
    re.IGNORECASE,
)
_SIGN = r"[a-zđ][\w&]*(?:[-‐-―/][\w&]+)*"
# "số 45", "45/BC-UBND", "109/2004", "40/2000/TT-BTC"; a bare figure or a date is no number of a document.
_NUMBER = re.compile(
    rf"\s+(?:số\s*:?\s*(?=\d)|(?=\d+\s?/\s?(?:(?:19|20)\d\d\b|[a-zđ])))"
    rf"(?P<number>\d+(?:\s?/\s?(?:19|20)\d\d)?(?:\s?/\s?{_SIGN})?)(?![\w/])",
    re.IGNORECASE,
)
_YEAR = re.compile(
    r"\s+(?:(?:tổng kết|thường niên|công tác|chung)\s+)?(?:của\s+|cho\s+)?(?:năm\s+)?"
    r"(?P<year>(?:19|20)\d\d)(?![\d./-]?\d|\w)",
    re.IGNORECASE,
)
_SAYS = (
    r"thì|nêu|cho|nói|có|là|ghi|về|đã|được|gồm|còn|đạt|tăng|giảm|bao|mấy|như|trong|đề|không|ra|liệt|kể|dự|năm|chỉ|sao"
)
_ISSUER = re.compile(
    r"\s+(?:của\s+|do\s+)?(?P<issuer>(?:ubnd|[uủ][ỷy] ban nhân dân|hđnd|hội đồng nhân dân|văn phòng|sở|bộ"
    r"|ban(?! hành)|tổng cục|chi cục|cục|phòng|công an|tỉnh|thành phố|tp|huyện|quận|thị xã|xã|phường|trung tâm"
    rf"|bệnh viện|trường|viện|thanh tra|kho bạc)\s(?!(?:{_SAYS}|này|trên|ta|mình)\b)[^,;?.:]{{2,60}}?)"
    rf"(?=\s+(?:(?:{_SAYS})\b|(?:19|20)\d\d)|\s*[,;?.:]|\s*$)",
    re.IGNORECASE,
)
_END = re.compile(r"^\s*(?:,|:|thì\b)?\s*", re.IGNORECASE)
_OPENING = re.compile(r"[\W_]*(?:(?:thế|vậy|còn|và|rồi)\s+)*", re.IGNORECASE)
_TAIL = re.compile(r"[\s,]*(?:thì\s+)?(?:sao|thế nào|như thế nào|ra sao)?(?:\s+(?:ạ|nhỉ|vậy))*\W*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Reference:
    """Which report a question means, as far as it says; "" for what it leaves open.

    It stands in ``[start, end)`` of the question, from ``noun`` on without "theo".
    """

    kind: str
    number: str
    year: str
    issuer: str
    start: int
    noun: int
    end: int

    @property
    def by(self) -> bool:
        """Whether the question is to be answered "theo báo cáo …", from that report and no other."""
        return self.start < self.noun

    @property
    def certain(self) -> bool:
        """Whether it names one report for certain, so that no other can be meant: not "báo cáo của tỉnh nhà"."""
        office = re.match(r"(?:sở|bộ|cục|tổng cục|chi cục)\b", self.issuer, re.IGNORECASE)
        return bool(self.number or self.year or office) or any(char.isupper() for char in self.issuer[1:])


def _reference(head: re.Match[str], text: str) -> Reference | None:
    """Read what follows "báo cáo" as far as it tells which one; None where it tells nothing."""
    told: dict[str, str] = {}
    end, going = head.end(), True
    while going:
        going = False
        for part in (_NUMBER, _YEAR, _ISSUER):
            (name,) = part.groupindex
            said = None if name in told else part.match(text, end)
            # Only a report is called by its year or by who issued it: "kế hoạch năm 2023 của tỉnh" is told of in one.
            if said and (part is _NUMBER or head["kind"].lower() == "báo cáo"):
                told[name], end, going = said[name].strip(), said.end(), True
    if not told:
        return None
    number, year, issuer = (told.get(name, "") for name in ("number", "year", "issuer"))
    return Reference(head["kind"], number, year, issuer, head.start(), head.start("kind"), end)


def reference_in(text: str) -> Reference | None:
    """Return the report that a text means, the one it names last; None where it names none by more than "báo cáo"."""
    found = [said for head in _HEAD.finditer(text) if (said := _reference(head, text))]
    return found[-1] if found else None


def without_reference(text: str, said: Reference) -> str:
    """Return a question without what tells which report is meant: "Theo báo cáo năm 2021, có mấy xã?" → "Có mấy xã?".

    Where the report is the subject ("Ai ký báo cáo năm 2021?") its noun stays.
    """
    before, after = text[: said.start], text[said.end :]
    if not said.by:
        return f"{before}{text[said.noun : said.noun + len(said.kind)]}{after}"
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
