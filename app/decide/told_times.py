"""Whether a text has a quarter, a month or a day that a question names, in its words or others. Knows no passage."""

import re
from collections.abc import Collection

from app.decide.stretches import ranges, stretch_of, stretches
from app.understand.question import Question

_UNTIL = re.compile(r"\b(?:đến|tới|hết|cuối)\b[^?.,;]{0,15}\b(?:tháng|ngày)\b")


def tells_time(text: str, time: str, question: Question, ends: Collection[str] = ()) -> bool:
    """Tell whether a canonical text has one of ``question.times``; ``ends`` are those up to which its report counts.

    A quarter is also told as "3 tháng cuối năm". What happened in a month also by when it began and ended, but no
    figure of a longer time is that of the month.
    """
    if _UNTIL.search(question.asked) and time in ends:
        return True
    if stretch := stretch_of(time):
        within = () if question.asks("figure") else ranges(text)
        if stretch in stretches(text) or any(a <= stretch[0] and stretch[1] <= b for a, b in within):
            return True
    month = time.removeprefix("tháng ")
    dated = month != time and re.search(rf"(?<![\d/])(?:\d{{1,2}}/)?0?{month}/\d{{4}}", text)
    return time in text or bool(dated)
