"""Qualities that part what is counted ("lao động nữ", "hộ cận nghèo", "người Dao"), in texts or not. Language only.

Each set is closed: who is asked for by one of it is not told by a figure on another, nor by one on all of them.
"""

import re

from index.syllables import syllables

_PEOPLES = (
    "kinh|tày|thái|mường|khmer|khơ me|hoa|nùng|mông|h mông|dao|gia rai|ê đê|ba na|sán chay|chăm|cơ ho|xơ đăng|sán dìu"
    "|hrê|ra glai|mnông|thổ|xtiêng|khơ mú|vân kiều|cơ tu|giáy|tà ôi|mạ|giẻ triêng|chơ ro|xinh mun|hà nhì|chu ru|lào"
    "|la chí|kháng|phù lá|la hủ|la ha|pà thẻn|lự|ngái|chứt|lô lô|mảng|cơ lao|bố y|cống|si la|pu péo|rơ măm|brâu|ơ đu"
)
_PERSONS = (
    r"(?:lao động|người|học sinh|sinh viên|học viên|giáo viên|bác sĩ|cán bộ|công chức|viên chức|công nhân|đại biểu"
    r"|đảng viên|hội viên|trẻ|trẻ em|thanh niên|nạn nhân|bệnh nhân)"
)
# What is asked for, and what may tell of it.
_QUALITIES: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = tuple(
    (re.compile(rf"\b(?:{asked})\b"), re.compile(rf"\b(?:{told})\b"))
    for asked, told in (
        (rf"{_PERSONS} nữ|nữ giới|phụ nữ|(?:là|bao nhiêu|mấy|tỷ lệ) nữ|nữ chiếm", "nữ|bà|chị"),
        ("(?:là|bao nhiêu|mấy|lượt) trẻ(?: em)?", "trẻ|cháu|em|học sinh|tuổi|nhi"),
        (r"(?:dưới|trên|từ) \d+ tuổi", "tuổi"),
        (rf"{_PERSONS} nam|nam giới|đàn ông", rf"{_PERSONS} nam|nam giới|đàn ông|\d+ nam|nam \d|nam và nữ"),
        ("cận nghèo", "cận nghèo"),
        ("tái nghèo", "tái nghèo"),
        ("thoát nghèo", "thoát nghèo|giảm nghèo|thoát khỏi"),
        ("trước hạn", "trước hạn|trước thời hạn|sớm"),
        ("đúng hạn", "đúng hạn|đúng thời hạn|trong hạn|trước hạn"),
        ("(?:quá|trễ) hạn", "(?:quá|trễ) (?:thời )?hạn|chậm|muộn"),
        ("khuyết tật|tàn tật", "khuyết tật|tàn tật"),
        ("(?:người )?cao tuổi|người già", "cao tuổi|già|cụ"),
        ("cựu chiến binh", "cựu chiến binh"),
        ("mầm non|mẫu giáo", "mầm non|mẫu giáo|nhà trẻ"),
        ("tiểu học", "tiểu học|lớp [1-5]"),
        ("trung học cơ sở", "trung học cơ sở|lớp [6-9]"),
        ("trung học phổ thông", "trung học phổ thông|lớp 1[0-2]"),
        ("thạc sĩ", "thạc sĩ|sau đại học"),
        ("tiến sĩ", "tiến sĩ|sau đại học"),
    )
)
_PEOPLE = re.compile(rf"\b(?:dân tộc|người|đồng bào) (?P<people>{_PEOPLES})\b")


def quality_missing(question: str, text: str) -> bool:
    """Tell whether how many of some quality is asked of a text that tells of no such. Both canonical."""
    if any(asked.search(question) and not told.search(text) for asked, told in _QUALITIES):
        return True
    spoken = f" {' '.join(syllables(text))} "
    return any(f" {match['people']} " not in spoken for match in _PEOPLE.finditer(question))
