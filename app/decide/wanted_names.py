"""Whose name a question wants (a company, a place, a person, a plant) and whether a text gives one. Language only.

A name that the question brings along is no answer to it.
"""

import re
from collections.abc import Callable, Collection

from app.decide.nouns import nouns
from app.understand.function_words import FUNCTION_WORDS
from app.understand.phonology import is_folded_syllable
from index.syllables import fold, syllables

# What stands between "công ty" and its own name, but no word that opens a place: "doanh nghiệp tỉnh Lai Châu".
_COMPANY = re.compile(
    r"\b(?:(?i:công ty|tập đoàn|doanh nghiệp|hợp tác xã|htx|ngân hàng|hãng|nhà xe|trang trại))"
    r"(?:\s(?!(?:tại|trên|ở|thuộc|của|tỉnh|thành phố|huyện|quận|xã|từ|đến|với|và)\b)[^\W\d_A-ZĐÀ-Ỹ][^\W\d_]*){0,5}"
    r"\s[“\"]?[A-ZĐ][\w.&-]*"
)
_CAPITALISED = re.compile(r"\b[A-ZĐ][\w&]+")
_PERSON = re.compile(
    r"\b(?:[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị|[Cc]háu|[Ee]m|[Đđ]ồng chí|[Hh]ộ|[Gg]ia đình|[Nn]ghệ nhân|[Bb]ác sĩ|ThS|TS|BS|"
    r"[Nn]hà giáo|[Tt]hầy|[Cc]ô|[Hh]ọc sinh)\.?\s+(?:[Ôô]ng |[Bb]à |[Aa]nh |[Cc]hị )?[A-ZĐÀ-Ỹ]\w*\s+[A-ZĐÀ-Ỹ]"
)
# "Ai là người …, tên gì": an organisation can be "ai" alone, but has no name to be asked for so.
_WHO = re.compile(r"\bai\b[^.;]*\btên (?:là )?(?:gì|chi)\b|\btên (?:là )?(?:gì|chi)\b[^.;]*\bai\b")
# Three syllables that open with a surname: "Giàng A Sử", "Trần Văn Bình"; not those of "cửa khẩu Ma Lù Thàng".
_SURNAMED = re.compile(
    r"\b(?<!khẩu )(?<!xã )(?<!phường )(?<!huyện )(?<!phố )(?<!tỉnh )"
    r"(?:Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Ngô|Dương|Lý|Đinh|Trịnh|Đào|Đoàn|Lương|Tô|Cao|Lâm|"
    r"Chu|Triệu|Nông|Giàng|Lò|Vàng|Sùng|Mùa|Tẩn|Lù|Hảng|Thào|Vừ|Điêu|Lường|Quàng|Cà|Hà|Mai|Tạ|Hồ|Hứa|Ma|Bàn|Phùng|Tống|"
    r"Mạc|Thái|Tăng|Quách|Khổng|Kiều|Trương|Lưu|Vương|Ninh|Thạch|Kim|Sơn|Rơ|Siu|Ksor|H’)(?: [A-ZĐÀ-Ỹ]\w*){2}"
)
_PERSONAL = re.compile(r"\b(?:tên tuổi|danh tính|quý danh|họ (?:và )?tên)\b")
_NAMES_OF = re.compile(
    r"\btên (?:của )?(?:các |những |từng |mấy |\d+ |(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười) )?(?P<rest>[^?.,;]+)"
)
# "Công an nơi nào" asks which police it was, not where.
_WHERE = re.compile(
    r"\b(?:ở đâu|tại đâu|(?:ở|tại|vào|đến|tới|lên|xuống|sang|về|từ) (?:những |các )?(?:địa điểm|nơi|chỗ) nào)\b"
    r"|^\W*(?:những |các )?(?:địa điểm|nơi|chỗ) nào\b"
)
_LOCATION = re.compile(r"\b(?:tại|ở|trong khuôn viên)\s+(?P<place>[^,;.:()“”]{3,60})")
_ASKS_BODY = re.compile(
    r"\b(?:đơn vị|cơ quan|công ty|nhà thầu|doanh nghiệp|tổ chức|chủ đầu tư|hãng)(?: (?:tư vấn|thi công))? nào\b"
)
# Every word by which a body may be told, also without its name: "các doanh nghiệp trên địa bàn".
_BODY = re.compile(
    r"\b(?:trung tâm|sở|bộ|ban|cục|phòng|công an|ubnd|hđnd|ủy ban|uỷ ban|hội|hiệp hội|trường|bệnh viện|viện|đài|công ty"
    r"|nhà xuất bản|ngành|quỹ|ngân hàng|chi nhánh|hợp tác xã|htx|đội|hạt|trạm|đoàn|câu lạc bộ|tập đoàn|vườn quốc gia"
    r"|nhà máy|khoa|học viện|đại học|liên đoàn|mặt trận|tỉnh ủy|huyện ủy|thành ủy|tổ|bộ đội|tòa án|toà án"
    r"|doanh nghiệp|tổ chức|cá nhân|cơ sở|cơ quan|đơn vị|nhà đầu tư|chủ đầu tư|nhà thầu|hãng|hộ|địa phương)\b",
    re.IGNORECASE,
)
_ASKS_DOCUMENT = re.compile(
    r"\b(?P<noun>quyết định|nghị quyết|kế hoạch|văn bản|công văn|thông báo|tờ trình) "
    r"(?P<which>nào|số (?:mấy|nào|bao nhiêu))\b"
)
_NUMBERED = re.compile(r"\d\s*/|\bsố \d")
_LISTING = re.compile(r"\b(?:như|gồm|là)\b\s*:?[^.;]*,")


def company_missing(heads: Collection[str], text: str, said: str, is_short: Callable[[str], bool]) -> bool:
    """Tell whether "công ty nào" is asked of a text that names no company which the question has not named.

    ``is_short`` tells abbreviations of common words ("UBND"), which are no brand.
    """
    if not any(_kind(head) == "company" for head in heads):
        return False
    named = _COMPANY.findall(text)
    # "Agribank" is no Vietnamese syllable: a brand.
    named += [
        word
        for word in _CAPITALISED.findall(text)
        if not is_folded_syllable(fold(word)) and len(word) > 2 and not is_short(word)
    ]
    return all(f" {' '.join(syllables(fold(name)))} " in said for name in named)


def body_missing(question: str, text: str) -> bool:
    """Tell whether "đơn vị nào", "cơ quan nào" is asked of a text, as written, that has no body and no brand at all."""
    if not _ASKS_BODY.search(question) or _BODY.search(text):
        return False
    return all(is_folded_syllable(fold(word)) for word in _CAPITALISED.findall(text))


def document_missing(question: str, text: str) -> bool:
    """Tell whether "quyết định số mấy" is asked of a text, as written, without the number of any document."""
    asked = _ASKS_DOCUMENT.search(question)
    return asked is not None and asked["which"] != "nào" and not _NUMBERED.search(text)


def species_missing(heads: Collection[str], text: str, question: str) -> bool:
    """Tell whether "cây gì", "con gì" is asked of a text that names no kind of it beyond the question's own words."""
    known = nouns()
    above = [
        kind for kind in map(_kind, heads) if kind and (known.within(kind, "plant") or known.within(kind, "animal"))
    ]
    if not above or _LISTING.search(text):
        return False
    own = known.kinds_in(question)
    return not any(known.within(kind, top) for kind in known.kinds_in(text) - own for top in above)


def person_missing(question: str, text: str) -> bool:
    """Tell whether names of persons or households, or "ai …, tên gì", are asked of a text that names nobody."""
    if _PERSONAL.search(question) and not (_PERSON.search(text) or _SURNAMED.search(text)):
        return True
    asked = [nouns().at(syllables(match["rest"]), 0) for match in _NAMES_OF.finditer(question)]
    if any(found is not None and found[0] in ("person", "household") for found in asked) and not _PERSON.search(text):
        return True
    return bool(_WHO.search(question)) and not (_PERSON.search(text) or _SURNAMED.search(text))


def asks_where(question: str) -> bool:
    """Tell whether a place is asked for."""
    return bool(_WHERE.search(question))


def holds_location(text: str, said: Collection[str]) -> bool:
    """Tell whether a text says "tại …" of a place without any of the folded names that are ``said`` already."""
    places = [f" {' '.join(syllables(fold(match['place'])))} " for match in _LOCATION.finditer(text)]
    return any(not any(f" {key} " in place for key in said) for place in places)


def _kind(head: str) -> str:
    """Return the kind of a noun before "nào", also of "tại xã"; "" for an unknown one."""
    tokens = syllables(head)
    if len(tokens) > 1 and tokens[0] in FUNCTION_WORDS:
        tokens = tokens[1:]
    return nouns().kind_of.get(" ".join(tokens), "")
