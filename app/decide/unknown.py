"""Organisations and countries that a question names and a text does not: "Sở Xây dựng", "của Pháp". Language only.

Names of two capitals are read elsewhere; these have one, or are typed small. Countries come from CLDR and ISO 3166.
"""

import re
from collections.abc import Callable

from app.rows.countries import is_country, other_names
from app.rows.wording import key
from app.understand.phonology import is_folded_syllable
from app.understand.words import content_words
from index.syllables import fold, normalise

_DOMAINS = re.compile(
    # "Cơ sở y tế", "cán bộ y tế" name no ministry.
    r"\b(?:(?<!cơ )(?<!trụ )sở|(?<!cán )(?<!toàn )(?<!nội )(?<!cục )(?<!đồng )(?<!đường )bộ|tổng cục|chi cục|cục|"
    r"(?<!địa )(?<!uỷ )(?<!ủy )ban) (?:"
    r"xây dựng|giao thông|tài chính|tư pháp|nội vụ|ngoại giao|ngoại vụ|quốc phòng|công an|công thương|y tế|giáo dục|"
    r"khoa học|nông nghiệp|tài nguyên|môi trường|lao động|văn hóa|văn hoá|thông tin|kế hoạch|du lịch|dân tộc|thuế|"
    r"hải quan|thống kê|kiểm lâm|thú y|thủy sản|thuỷ sản|thủy lợi|thuỷ lợi|chăn nuôi|trồng trọt|tôn giáo|tuyên giáo|"
    r"dân vận|nội chính|thương mại|đường bộ|hàng không)\b"
)
# No range of Unicode holds the Vietnamese capitals alone.
_CAPITAL = f"[{''.join(letter for letter in map(chr, range(0x1F00)) if letter.isupper())}]"
_CAPITALISED = re.compile(rf"(?<!\w){_CAPITAL}[^\W\d_]*(?:\s{_CAPITAL}[^\W\d_]*)*")
_HOME = "việt nam"
# "Bệnh viện Ung bướu": a body whose field has one capital.
_BODY = re.compile(
    r"\b(?i:bệnh viện|trường|đại học|cao đẳng|học viện|viện|trung tâm|công ty|tập đoàn|ngân hàng|hội|hiệp hội|quỹ|đài"
    rf"|báo|nhà máy|phòng|chi nhánh|hợp tác xã) (?P<field>{_CAPITAL}[^\W\d_]* (?!{_CAPITAL})[^\W\d_]+)"
)
_ABROAD = re.compile(r"\b(?:nước ngoài|quốc tế|ngoại|thế giới|fdi|xuất khẩu|nhập khẩu|xuất cảnh|nhập cảnh|hải ngoại)\b")


def unknown_organisation(question: str, is_known: Callable[[str], bool]) -> str:
    """Return an organisation of state that a canonical question names and no report knows; "" where there is none."""
    named = (match[0] for match in _DOMAINS.finditer(question))
    return next((name for name in named if not is_known(name)), "")


def unknown_body(question: str, is_known: Callable[[str], bool]) -> str:
    """Return a hospital, school, company … of a question, as written, whose field no report names; "" for none."""
    named = ((match[0], normalise(match["field"])) for match in _BODY.finditer(question))
    # "Trường Xuân có", "Trường THPT nào": what is no word of the language names no field.
    fields = ((body, field) for body, field in named if [word.text for word in content_words(field)] == [field])
    return next((body for body, field in fields if not is_known(field)), "")


def countries_in(text: str) -> list[str]:
    """Return the names of countries that a text writes with capitals, but for the own one and for languages.

    What opens a sentence has its capital anyway, and a name of one syllable is a common word there ("Anh", "Ý").
    """
    found = []
    for match in _CAPITALISED.finditer(text):
        before = text[: match.start()].rstrip()
        opens = not before or before[-1] in ".?!:;\n“"
        if opens and " " not in match[0] and is_folded_syllable(fold(match[0])):
            continue
        if is_country(match[0]) and key(match[0]) != _HOME and not before.lower().endswith("tiếng"):
            found.append(match[0])
    return found


def foreign_country(question: str, text: str) -> str:
    """Return a country that a question names and a text does not, by whatever name; "" for none."""
    told, capitalised = f" {key(text)} ", {key(name) for name in countries_in(text)}

    def is_told(name: str) -> bool:
        return name in capitalised or (" " in name and f" {name} " in told)

    named = countries_in(question)
    return next((name for name in named if not any(map(is_told, (key(name), *other_names(name))))), "")


def abroad_missing(question: str, text: str, written: str) -> bool:
    """Tell whether a canonical question is about abroad and a text, canonical and as written, tells of none."""
    return "nước ngoài" in question and not _ABROAD.search(text) and not countries_in(written)
