"""What a question measures (money, area, weight, share) and whether a text gives such a measure. Language only."""

import re

from app.decide.counted import asked_kinds
from app.understand.number_words import in_digits
from app.understand.quantities import base_unit, quantities
from app.understand.reckoning import asks_percent

# Nouns of a measure, and the units that a figure of that measure carries.
_MEASURES: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = tuple(
    (re.compile(rf"\b(?:{nouns})\b"), re.compile(rf"\d[\d.,]*\s*(?:{units})(?!\w)"))
    for nouns, units in (
        (
            (
                "tiền|kinh phí|ngân sách|vốn|doanh thu|doanh số|lợi nhuận|giá|giá vé|giá bán|chi phí|"
                "học phí|lương(?! thực| tâm)|"
                "thu nhập|trị giá|giá trị|mức phí|mức đầu tư|tổng mức|nộp ngân sách|gdp|grdp|kim ngạch|thuế|phụ cấp"
            ),
            "(?:nghìn|ngàn|triệu|tỷ|tỉ|trăm)?\\s*(?:đồng|đ|vnđ|usd|đô la)|triệu|tỷ|tỉ",
        ),
        ("diện tích|bao nhiêu ha|mấy ha", "ha|m2|m²|km2|km²|mẫu|sào"),
        ("khối lượng|trọng lượng|sản lượng|bao nhiêu kg|bao nhiêu tấn|mấy tấn", "kg|tấn|tạ|gam|g|lít|m3|m³"),
        ("tỷ lệ|tỉ lệ|phần trăm|bao nhiêu %", "%|phần trăm"),
        (
            "mấy ngày|bao nhiêu ngày|mấy hôm|bao (?:nhiêu )?lâu|mấy tháng|bao nhiêu tháng|mấy tuần|bao nhiêu năm",
            "ngày|tuần|tháng|năm",
        ),
        ("mấy giờ|bao nhiêu giờ|giờ nào", "giờ|h|phút"),
        ("quãng đường|bao xa|dài bao nhiêu|chiều dài|bao nhiêu km|mấy km", "km|m|mét"),
    )
)
# A person's office: a question about it is answered only by a text that names the office.
_OFFICE = re.compile(
    r"\b(?:(?:phó )?giám đốc|(?:phó )?chủ tịch|(?:phó )?bí thư|(?:phó )?trưởng (?:phòng|ban|đoàn|khoa)|"
    r"(?:phó )?hiệu trưởng|"
    r"chánh văn phòng|(?:phó )?chủ nhiệm|người đứng đầu|đại tá|thượng tá)\b"
)
# Attributes that no unit gives away: a text that answers names them, or something that means the same.
_NAMED: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = tuple(
    (re.compile(rf"\b(?:{asked})\b"), re.compile(rf"\b(?:{asked}|{told})\b"))
    for asked, told in (
        ("dân số|số dân", "nhân khẩu|người dân|dân cư"),
        ("mật độ", "/km2|người/km"),
        ("năng suất", "tạ/ha|tấn/ha|kg/ha|bình quân"),
        ("sản lượng", "tấn|tạ|kg|lít|sản phẩm|con|quả|cây"),
        ("grdp|gdp|tổng sản phẩm", "tăng trưởng kinh tế|giá trị sản xuất"),
        ("tăng trưởng", "tăng|grdp|gdp"),
        ("thu nhập", "phụ cấp|thù lao|lương|bình quân đầu người|thu về"),
        ("lương(?! thực| tâm)|tiền công|tiền thưởng", "thu nhập|phụ cấp|thù lao|trả công"),
        ("lãi suất", "lãi"),
        ("giá vé|giá bán|giá thành|đơn giá|giá thu mua", "giá|đồng/|nghìn/"),
        ("tuổi thọ|độ tuổi", "tuổi"),
        ("nhiệt độ", "độ c"),
        ("chiều dài|chiều rộng|chiều cao|độ cao", "dài|rộng|cao|km|mét"),
        ("công suất", "mw|kw|tấn/|m3/"),
    )
)
_ASKS_FIGURE = re.compile(r"\b(?:bao nhiêu|mấy(?! (?:[^\W\d_]+ ){1,3}nào\b))\b")
_ASKS_PERIOD = re.compile(r"\b(?:bao (?:nhiêu )?lâu|(?:mấy|bao nhiêu) (?:ngày|tuần|tháng|năm|giờ|phút))\b")
_ASKS_OTHER = re.compile(r"\b(?:nào|gì|ai|đâu|sao|không|chưa)\b")


_UNIT_SAID = re.compile(
    r"\b(?:bao nhiêu|mấy) (?P<unit>phần trăm\b|%|ha\b|(?:(?:nghìn|triệu|tỷ|tỉ) )?đồng\b|triệu\b|tỷ\b|kg\b|tấn\b|ngày\b|"
    r"tháng\b|k?m[23]?\b|lít\b|tạ\b)"
)
# "Tiền điện bình quân": what is averaged, where the question opens with it.
_AVERAGED = re.compile(
    r"^\W*(?:mức |số )?(?!(?:tính|hãy|nếu|vậy|thế|cho|hỏi|xin|như|thì|tổng)\b)"
    r"(?P<noun>[^\W\d_]+(?: [^\W\d_]+)?) (?:bình quân|trung bình)\b.*\b(?:bao nhiêu|mấy)\b"
)
_PRICED = frozenset("giá thu chi phí tiền mức số năng suất".split())
"""Words of an amount whose unit alone tells of it: "131.000 đồng/ha" is a price."""
_LISTS_NAMES = re.compile(r"\b(?:kể|nêu|liệt kê)\b.{0,12}\b(?:tên|mấy)\b|\bliệt kê\b")
_MEASURED = frozenset({"money", "area", "weight", "volume", "length"})


def asks_amount(question: str) -> bool:
    """Tell whether a figure is wanted: not by "vướng gì về kinh phí", nor by "kể tên mấy xã"."""
    if _LISTS_NAMES.search(question):
        return False
    return bool(_ASKS_FIGURE.search(question)) or not _ASKS_OTHER.search(question)


def measure_missing(question: str, evidence: str) -> bool:
    """Tell whether a question asks for a measure that the evidence does not give. Both canonical text.

    "Bao nhiêu người nhận tiền" counts persons: the money is not asked for.
    """
    counted = asked_kinds(question)
    if not asks_amount(question) or (counted and not counted & _MEASURED):
        return False
    asked = _units_said(question) or [units for nouns, units in _MEASURES if nouns.search(question)]
    evidence = in_digits(evidence) if asked else evidence
    if asks_percent(question) and _can_be_divided(evidence):
        return False
    return bool(asked) and not any(units.search(evidence) for units in asked)


def _units_said(question: str) -> list[re.Pattern[str]]:
    """Return the units of the measure that "bao nhiêu" itself names ("bao nhiêu % diện tích"); others do not count."""
    said = _UNIT_SAID.search(question)
    return [units for _, units in _MEASURES if said and units.search(f"1 {said['unit']}")]


def _can_be_divided(evidence: str) -> bool:
    """Tell whether a text has two figures of one kind, from which a share or change can be worked out."""
    kinds = [base_unit(quantity.unit).split("/")[0] for quantity in quantities(evidence)]
    return any(kind and kinds.count(kind) > 1 for kind in kinds)


def attribute_missing(question: str, evidence: str) -> bool:
    """Tell whether a figure is asked of an attribute ("dân số") that the evidence does not speak of. Both canonical."""
    if not _ASKS_FIGURE.search(question):
        return False
    averaged = _AVERAGED.search(question)
    head = averaged["noun"].split() if averaged else []
    if head and not _PRICED & set(head) and not any(re.search(rf"\b{word}\b", evidence) for word in head):
        return True
    return any(asked.search(question) and not told.search(evidence) for asked, told in _NAMED)


def asks_period(question: str) -> bool:
    """Tell whether a canonical question asks how long, or for how many days, months or years."""
    return bool(_ASKS_PERIOD.search(question))


def asks_office(question: str) -> bool:
    """Tell whether a question names an office."""
    return bool(_OFFICE.search(question))


def office_missing(question: str, evidence: str) -> bool:
    """Tell whether a question names an office ("giám đốc") that the evidence does not name."""
    return any(match not in evidence for match in _OFFICE.findall(question))
