"""Where a report names the document that it rests on: once in full, in its preamble. Knows passages and questions.

Later sentences only refer to it; who asks when a plan was issued, by whom or under which number is told the preamble.
"""

import re
from collections.abc import Sequence

from app.decide.cues import PLANS
from app.decide.features import Evidence
from app.understand.question import Question
from corpus.assemble import HEADER

_NUMBER = re.compile(r"\b\d+/[\w-]*[^\W\d_][\w-]*")
_DOCUMENT = re.compile(
    r"\b(?:kế hoạch|nghị quyết|quyết định|chỉ thị|công văn|đề án|chương trình|thông tư|nghị định|luật|văn bản)\b"
    r"|\d/[^\W\d_]"
)
BEHIND = 1.2
"""Points that the preamble may be behind a sentence that names the same document."""


def in_preamble(question: Question, chosen: Evidence, ranked: Sequence[Evidence]) -> Evidence:
    """Return the preamble where it names the document asked about that the chosen passage names, else the passage."""
    numbers = set(_NUMBER.findall(chosen.passage.text))
    if not numbers or chosen.passage.section == HEADER or PLANS.asked.search(question.asked):
        return chosen
    if question.kinds[:1] not in (("date",), ("entity",), ("figure",)) or not _DOCUMENT.search(question.asked):
        return chosen
    return next(
        (
            one
            for one in ranked
            if one.passage.section == HEADER
            and one.passage.report_id == chosen.passage.report_id
            and numbers & set(_NUMBER.findall(one.passage.text))
            and one.support >= chosen.support - BEHIND
        ),
        chosen,
    )
