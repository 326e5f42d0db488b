"""What a report says once and for all of itself: whose it is, and the times its figures are of. Knows no question.

Its sentences need not say that again: "của tỉnh Lam Hải", "tính đến giữa tháng 6", "năm học 2023 - 2024".
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from app.decide.stretches import QUARTERS
from corpus.assemble import HEADER
from corpus.models import Metadata, Passage, Report
from index.in_reports import KEPT, InReports
from index.syllables import fold, syllables

# Who reports on the whole country says in the line of place and date only where it sits.
_CENTRAL = re.compile(
    r"(?:Bộ|Chính phủ|Quốc hội|Thủ tướng|Tổng cục|Cục|Văn phòng (?:Chính phủ|Quốc hội|Chủ tịch)|Ngân hàng|Kiểm toán"
    r"|Thanh tra Chính phủ|Ủy ban Thường vụ|Tòa án nhân dân tối cao|Viện kiểm sát nhân dân tối cao)\b",
    re.IGNORECASE,
)
_PLACE_DATE = re.compile(r"(?P<place>[^,\d]{2,40}),\s*ngày\b")
# As a report says of its figures: "số liệu tính từ ngày 15/12/2024 đến hết ngày 15/6/2025".
_COUNTED = re.compile(r"\b(?:số liệu|tính|chốt|cập nhật|thống kê)\b[^.;()]{0,120}?\b(?:đến|tới|hết)\b[^.;()]{0,60}")
_DATE = re.compile(r"(?<![\d/])(?P<day>\d{1,2})/(?P<month>\d{1,2})/(?P<year>\d{4})")
_SCHOOL_YEAR = re.compile(r"\bnăm học (?P<first>(?:19|20)\d\d)\s?[-–]\s?(?P<last>(?:19|20)\d\d)")
_FIRST_MONTHS = re.compile(r"\b(?:(?P<months>\d{1,2}) tháng|quý (?P<quarter>i{1,3}|iv|[1-4])\b|(?P<half>nửa) đầu năm)")


@dataclass(frozen=True, slots=True)
class Own:
    """What every sentence of one report is of. ``names`` is folded and padded; ``ends`` as ``Question.times`` are."""

    names: str
    school_years: frozenset[frozenset[str]]
    ends: frozenset[str]


def own(title: str, metadata: Metadata, passages: Iterable[Passage]) -> Own:
    """Read what a report says of itself in its title, its metadata and the lines of its head."""
    head = [passage.text for passage in passages if passage.section == HEADER]
    issuer = metadata.issuer or ""
    placed = next((match["place"] for text in head if (match := _PLACE_DATE.match(text))), "")
    place = "" if _CENTRAL.match(issuer) else placed
    said = " ".join([title, *head])
    years = frozenset(frozenset((match["first"], match["last"])) for match in _SCHOOL_YEAR.finditer(said))
    names = f" {' '.join(syllables(fold(f'{title} {issuer} {place}')))} "
    return Own(names, years, frozenset(_ends(title.lower(), head)))


def _ends(title: str, head: Iterable[str]) -> Iterable[str]:
    """Return the moments up to which a report counts: the last day that it says, its month, that of the title."""
    dates = [list(_DATE.finditer(match[0])) for text in head for match in _COUNTED.finditer(text)]
    for last in (found[-1] for found in dates if found):
        yield f"tháng {int(last['month'])}"
        yield last[0]
    if match := _FIRST_MONTHS.search(title):
        quarter = QUARTERS.get(match["quarter"] or "") or int(match["quarter"] or 0)
        yield f"tháng {int(match['months'] or 0) or 3 * quarter or 6}"


class Whole:
    """The reports as wholes. Holds nothing of any question."""

    def __init__(self, reports: Sequence[Report], passages: InReports) -> None:
        self._said = {report.id: (report.title, report.metadata) for report in reports}
        self._passages = passages
        self.own = lru_cache(maxsize=KEPT)(self._own)
        self._contexts = lru_cache(maxsize=KEPT)(self._contexts_in)

    def _own(self, report_id: str) -> Own:
        """Return what a report says of itself; nothing of one that is not there."""
        said = self._said.get(report_id)
        return own(*said, self._passages.report(report_id).passages) if said else Own("", frozenset(), frozenset())

    def _contexts_in(self, report_id: str) -> frozenset[str]:
        return frozenset(passage.context for passage in self._passages.report(report_id).passages)

    def introduces(self, passage: Passage) -> bool:
        """Tell whether other passages of its report stand under a passage as under a title."""
        return any(context.endswith(passage.text) for context in self._contexts(passage.report_id))
