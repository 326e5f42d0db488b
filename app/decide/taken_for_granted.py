"""What a question takes for granted and a text tells otherwise: that a plan was missed, that somebody came first.

Knows the language only; "vì sao" of what did not happen has no answer.
"""

import re

from app.decide.causes import asks_cause

_MISSED = re.compile(
    r"\b(?:không|chưa) (?:[^\W\d_]+ ){0,3}?(?:đạt|đủ|hoàn thành|xong|hết|kịp)\b|\b(?:thiếu hụt|hụt|trượt)\b"
)
_LACKS = re.compile(r"\b(?:không|chưa|thiếu|thấp|hụt)\b")
_SHARE = re.compile(r"(?P<share>\d{2,3}(?:,\d+)?)\s?%")
_FIRST = re.compile(r"\b(?:đứng|xếp|hạng) (?:thứ )?nhất\b|\b(?:đứng|dẫn) đầu\b")
_IS_FIRST = re.compile(r"\b(?:nhất|đầu)\b")
_WHOLE = 100.0


def contradicted(question: str, text: str) -> bool:
    """Tell whether a question presupposes what a text tells otherwise. Both canonical."""
    return _attained(question, text) or (bool(_FIRST.search(question)) and not _IS_FIRST.search(text))


def _attained(question: str, text: str) -> bool:
    """Tell whether it is asked why something was not reached of which a text tells that all of it was."""
    if not asks_cause(question) or not _MISSED.search(question) or _LACKS.search(text):
        return False
    return any(float(match["share"].replace(",", ".")) >= _WHOLE for match in _SHARE.finditer(text))
