"""Organisations and countries that a question names and a text does not: "Sở Xây dựng", "của Pháp". Language only.

Names of two capitals are read elsewhere; these have one, or are typed small.
"""

import re
from collections.abc import Callable

_DOMAINS = re.compile(
    # "Cơ sở y tế", "cán bộ y tế" name no ministry.
    r"\b(?:(?<!cơ )(?<!trụ )sở|(?<!cán )(?<!toàn )(?<!nội )(?<!cục )(?<!đồng )(?<!đường )bộ|tổng cục|chi cục|cục|"
    r"(?<!địa )(?<!uỷ )(?<!ủy )ban) (?:"
    r"xây dựng|giao thông|tài chính|tư pháp|nội vụ|ngoại giao|ngoại vụ|quốc phòng|công an|công thương|y tế|giáo dục|"
    r"khoa học|nông nghiệp|tài nguyên|môi trường|lao động|văn hóa|văn hoá|thông tin|kế hoạch|du lịch|dân tộc|thuế|"
    r"hải quan|thống kê|kiểm lâm|thú y|thủy sản|thuỷ sản|thủy lợi|thuỷ lợi|chăn nuôi|trồng trọt|tôn giáo|tuyên giáo|"
    r"dân vận|nội chính|thương mại|đường bộ|hàng không)\b"
)
_COUNTRY = re.compile(
    r"(?<=[a-zà-ỹ] )(?:Pháp|Mỹ|Nhật|Anh|Đức|Nga|Ý|Lào|Hàn|Úc|Thái|Ấn|Tây Ban Nha|Bồ Đào Nha|Campuchia|Singapore)\b"
    r"(?! [A-ZĐÀ-Ỹ])"
)


def unknown_organisation(question: str, is_known: Callable[[str], bool]) -> str:
    """Return an organisation of state that a canonical question names and no report knows; "" where there is none."""
    named = (match[0] for match in _DOMAINS.finditer(question))
    return next((name for name in named if not is_known(name)), "")


def foreign_country(question: str, text: str) -> str:
    """Return a country of one syllable that a question names and a text does not, both as written; "" for none."""
    named = (match[0] for match in _COUNTRY.finditer(question))
    return next((name for name in named if not re.search(rf"\b{name}\b", text)), "")
