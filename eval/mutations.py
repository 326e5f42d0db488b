"""Makes wrong answers from right ones by changing one thing: a figure, a place, a year, a unit, an organisation.

Knows nothing of how answers are checked: it finds what to change by patterns of its own. One seed, one set of changes.
"""

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

MutationKind = Literal[
    "figure", "place", "year", "unit", "organisation", "exchange-figure", "exchange-place", "swap-figures"
]
"""The last three are made of the words of the cited quotes alone: another figure or place of the same quotes is put in,
or two figures of one unit change places within the sentence."""

_YEAR = re.compile(r"(?<![\w./])(?:19|20)\d\d(?![\w.,]\d)(?!\w)")
_FIGURE = re.compile(r"(?<![\w./,-])(?:\d{1,3}(?:\.\d{3})+|\d+(?:,\d+)?)(?![\w/]|[.,]\d)")
_UNITS = (
    "con|kg|ha|lít|liều|lượt|chuyến|triệu|học viên|lớp|đơn vị|doanh nghiệp|trường hợp|bệnh viện|sản phẩm|phiếu|tuyến|"
    "câu lạc bộ|đối tượng"
)
_UNIT = re.compile(rf"(?<=\d )(?:{_UNITS})(?!\w)|(?<=\d)%")
_OTHER_UNITS = {
    "ha": ("kg", "km", "tấn"),
    "kg": ("ha", "lít", "tấn"),
    "con": ("lượt", "kg", "chuyến"),
    "triệu": ("tỷ", "nghìn"),
    "%": (" ha", " lượt"),
    "lít": ("kg", "liều"),
    "liều": ("lít", "con"),
}
_COUNTED = ("cây", "lượt", "xã", "huyện", "hộ")
PLACES = (
    "Tam Đường",
    "Tân Uyên",
    "Than Uyên",
    "Phong Thổ",
    "Nậm Nhùn",
    "Sìn Hồ",
    "Mường Tè",
    "Hoàng Mai",
    "Ba Đình",
    "Đông Anh",
    "Hà Nội",
    "Lai Châu",
    "Yên Bái",
    "Phú Thọ",
    "Điện Biên",
)
"""Places of the report, and three that it does not name."""
ORGANISATIONS = (
    ("Sở Giao thông vận tải", "Sở GTVT", "Sở Du lịch", "Sở Giáo dục và Đào tạo", "Sở KH&ĐT", "Sở Y tế", "Sở Xây dựng"),
    ("Sở Văn hóa, Thể thao và Du lịch", "Sở Du lịch", "Sở Công Thương", "Sở Giáo dục và Đào tạo"),
    ("Bộ GTVT", "Bộ Y tế", "Bộ Công an"),
    (
        "Bệnh viện Tuệ Tĩnh",
        "Bệnh viện Y học cổ truyền Trung ương",
        "Bệnh viện Châm cứu Trung ương",
        "Bệnh viện Bạch Mai",
    ),
    (
        "Công ty CP thảo dược thiên nhiên Việt Nam",
        "Công ty TNHH xuất nhập khẩu Song Thu",
        "Công ty Phước Nguyên Đường",
        "Công ty Cổ phần C.P",
        "Tổng Công ty Du lịch Hà Nội",
        "Công ty Minh Phát",
    ),
    ("Fivestar Travel", "Mate Travel", "Viettour Travel", "Tùng Bách Travel", "PNS Travel", "Saigontourist"),
    ("Trường Đại học Sư phạm Hà Nội", "Trường Đại học Tây Bắc", "Trường Trung học phổ thông Chuyên Lê Quý Đôn"),
    ("Trường Tiểu học Nguyễn Tri Phương", "Trường Tiểu học Kim Đồng"),
    ("Công an", "Cục Quản lý thị trường", "Hiệp hội Du lịch", "Hiệp hội Doanh nghiệp", "Ban Chỉ huy quân sự", "UBND"),
    (
        "Trung tâm Xúc tiến đầu tư, Thương mại và Du lịch",
        "Trung tâm chẩn đoán Thú y Trung ương",
        "Trung tâm Khuyến nông",
    ),
    ("Nhà xuất bản giáo dục Việt Nam", "Nhà xuất bản Kim Đồng"),
)
"""Organisations in groups whose members could be mistaken for each other; some are not in the report."""


@dataclass(frozen=True, slots=True)
class Mutation:
    """A wrong sentence: what was changed in it, from what to what."""

    kind: MutationKind
    before: str
    after: str
    text: str


def mutations(sentence: str, quotes: Sequence[str], seed: int) -> list[Mutation]:
    """Return at most one change of each kind that the sentence allows. ``quotes`` are what it cites."""
    cited = "\n".join(quotes)
    found = []
    for kind, spans in _changeable(sentence).items():
        chance = random.Random(f"{seed} {kind} {sentence}")  # noqa: S311 - repeatable, not secret
        if spans:
            start, end = chance.choice(spans)
            before = sentence[start:end]
            others = _others(kind, before, sentence, cited, chance)
            if others:
                after = chance.choice(others)
                found.append(Mutation(kind, before, after, sentence[:start] + after + sentence[end:]))
    return found + _swaps(sentence, seed)


def _swaps(sentence: str, seed: int) -> list[Mutation]:
    """Let two figures that count in one unit change places."""
    figures = [match for match in _FIGURE.finditer(sentence) if not _YEAR.fullmatch(match.group())]
    pairs = [
        (left, right)
        for left, right in combinations(figures, 2)
        if left.group().lstrip("0") != right.group().lstrip("0")
        and "" != _word_at(sentence, left.end()) == _word_at(sentence, right.end())
    ]
    if not pairs:
        return []
    left, right = random.Random(f"{seed} swap {sentence}").choice(pairs)  # noqa: S311 - repeatable, not secret
    text = "".join(
        (
            sentence[: left.start()],
            right.group(),
            sentence[left.end() : right.start()],
            left.group(),
            sentence[right.end() :],
        )
    )
    return [Mutation("swap-figures", f"{left.group()} … {right.group()}", f"{right.group()} … {left.group()}", text)]


def _word_at(sentence: str, position: int) -> str:
    match = re.match(r"\s*(%|[^\W\d_]+)", sentence[position:])
    return match[1] if match else ""


def _changeable(sentence: str) -> dict[MutationKind, list[tuple[int, int]]]:
    """Return the spans that each kind of change can replace."""
    years = [match.span() for match in _YEAR.finditer(sentence)]
    figures = [match.span() for match in _FIGURE.finditer(sentence) if match.span() not in years]
    places = _spans(sentence, PLACES)
    return {
        "figure": figures,
        "place": places,
        "year": years,
        "unit": [match.span() for match in _UNIT.finditer(sentence)],
        "organisation": _spans(sentence, [name for group in ORGANISATIONS for name in group]),
        "exchange-figure": figures,
        "exchange-place": places,
    }


def _spans(sentence: str, names: Sequence[str]) -> list[tuple[int, int]]:
    """Return where names stand; of two that overlap, the longer."""
    pattern = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
    return [match.span() for match in re.finditer(rf"(?<![\w/-])(?:{pattern})(?!\w)", sentence)]


def _others(kind: MutationKind, before: str, sentence: str, cited: str, chance: random.Random) -> list[str]:
    """Return what can stand in place of a part of a sentence and makes it wrong."""
    match kind:
        case "figure":
            return [_other_figure(before, chance)]
        case "place":
            return [place for place in PLACES if place != before]
        case "year":
            return [str(year) for year in range(2018, 2026) if str(year) != before]
        case "unit":
            return list(_OTHER_UNITS.get(before, [unit for unit in _COUNTED if unit != before]))
        case "organisation":
            return sorted({name for group in ORGANISATIONS if before in group for name in group} - _same(before))
        case "exchange-figure":
            return _figures_like(before, _word_at(sentence, sentence.index(before) + len(before)), cited)
        case "exchange-place":
            return [place for place in PLACES if place != before and place in cited]
        case "swap-figures":
            return []


def _figures_like(figure: str, unit: str, cited: str) -> list[str]:
    """Return the other figures of the quotes that the same word follows."""
    alike = re.findall(rf"({_FIGURE.pattern})(?=\s*{re.escape(unit)})", cited) if unit else []
    return sorted({other for other in alike if other.lstrip("0") != figure.lstrip("0") and not _YEAR.fullmatch(other)})


def _same(name: str) -> set[str]:
    """Return the spellings of one organisation."""
    return {"Sở Giao thông vận tải", "Sở GTVT"} if name in ("Sở Giao thông vận tải", "Sở GTVT") else {name}


def _other_figure(written: str, chance: random.Random) -> str:
    """Return a figure of the same look with one digit changed, never to the same value."""
    places = [i for i, char in enumerate(written) if char.isdigit() and not (i == 0 and char == "0")]
    i = chance.choice(places)
    digits = [digit for digit in "123456789" if digit != written[i]]
    return written[:i] + chance.choice(digits) + written[i + 1 :]
