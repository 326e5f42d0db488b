"""How the years that a question names fit those that a passage speaks of. Knows no report but by its period."""

import re
from collections.abc import Collection

from app.decide.texts import Text
from app.understand.question import Question

_RULE = re.compile(
    r"\b(?:quy định|phải|cần|được phép|được hưởng|có được|tối đa|tối thiểu|ít nhất|nhiều nhất|chậm nhất|thời hạn"
    r"|định mức|mức|hệ số|chế độ|điều kiện|thẩm quyền|thủ tục)\b"
)


def asks_rule(question: str) -> bool:
    """Tell whether a canonical question asks what is to be done or allowed, rather than what was done."""
    return bool(_RULE.search(question))


def year_fit(
    question: Question, text: Text, period: str | None, own: Collection[frozenset[str]] = (), *, rules: bool
) -> float:
    """Return 1 where the years asked for stand with a passage, -1 where it speaks of others, 0 where neither matters.

    ``period`` is the year that its whole report is about; ``own`` are the school years that its figures are of;
    ``rules`` where what it says holds in any year. A year only compared with ("so với năm 2023") is not spoken of.
    """
    if not question.years:
        return 0.0
    asked = set(question.years)
    if asked <= text.wide_years:
        return 1.0
    # Within a period anything may stand but a figure, which is that of the whole period.
    if rules or (not question.asks("figure") and asked <= text.covered_years):
        return 0.0
    if asked == {period or ""} or asked in own:
        # The report as a whole speaks of its period; only a passage of another year contradicts that.
        spoken_of = text.dated if text.years else text.wide_years
        return 0.5 if asked & (spoken_of or asked) else -0.5
    spoken_of = text.years or text.wide_years
    return -1.0 if not asked & spoken_of else 0.2
