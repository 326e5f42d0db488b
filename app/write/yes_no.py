"""Says "Có", "Không" or "Chưa" before the sentence that answers a yes/no question. Knows nothing of how it was found.

Only what the quoted words say beyond doubt is said; in doubt the sentence speaks for itself, since a wrong "Có" is an
invention.
"""

import re
from typing import Literal

from app.check.sentences import check
from app.models import Citation
from app.understand.lexicon import Lexicon
from app.understand.question import Question
from index.syllables import normalise, syllables

Reply = Literal["yes", "no", "not-yet"]

ENOUGH = 0.8
"""Share of the question's words, by rarity, that a sentence must hold itself before it affirms or denies them."""
REACH = 5
"""How many syllables after "không" or "tạm dừng" it can deny."""
_DENIAL = re.compile(r"\b(?:không|chưa|tạm dừng|dừng|hoãn|hủy|huỷ|đình chỉ|ngừng)\b")
# What words alone cannot settle: how much, how many of them, how soon, who alone, or a denial inside the question.
_SUBTLE = re.compile(
    r"\b(?:tất cả|toàn bộ|toàn|mọi|đều|mỗi|chỉ|riêng|duy nhất|hơn|kém|nhất|đủ|dư|thừa|thiếu|hết|hoàn toàn|luôn|"
    r"ngay|xong|hoàn thành|kịp|đúng|sớm|muộn|hoặc|tốt|nhiều|ít|cao|thấp|lớn|nhỏ|đạt|vượt)\b"
    r"|\b(?:không|chưa) (?:\w+ )*?(?:không|chưa|phải không|đúng không)\b"
)
_TAG = re.compile(r"\b(?:phải không|đúng không|có phải|đúng là)\b")
_ASKED_YET = re.compile(r"\bchưa\s*(?:ạ|vậy|nhỉ|hả)?\W*$")


_FRAME = re.compile(
    r"\b(?:có phải|phải không|đúng không|hay không|hay chưa|được không|có không|đã|có|không|chưa|"
    r"nhỉ|ạ|vậy|hả)\b(?=\W*$)"
    r"|\b(?:có phải|liệu)\b|\bcó(?= (?:được|thuộc|nằm|tham gia|phải|còn|tính)\b)",
    re.IGNORECASE,
)


def claim(question: str) -> str:
    """Return what a yes/no question puts up for confirmation: the question without the words that only ask."""
    text = question
    while (shorter := _FRAME.sub(" ", text.rstrip(" ?.!"))) != text:
        text = shorter
    return " ".join(text.split())


def reply(question: Question, citation: Citation, lexicon: Lexicon, held: float) -> Reply | None:
    """Return what a quote says to a yes/no question, or None where it does not say so beyond doubt.

    ``held`` is the share of the question that the quoted sentence has itself. What is affirmed must also pass the
    check of written sentences: figures and names that stand in the quote may belong to something else there.
    """
    asked = _TAG.sub(" ", normalise(question.focus))
    if question.kinds[:1] != ("yes-no",) or question.english or _SUBTLE.search(asked) or held < ENOUGH:
        return None
    said = normalise(citation.quote)
    denials = [match.end() for match in _DENIAL.finditer(said)]
    if not denials:
        borne_out = check(f"{claim(question.focus)} [{citation.marker}].", [citation], lexicon).passed
        return "yes" if borne_out else None
    words = {syllable for word in question.words for syllable in word.syllables}
    if any(words & set(syllables(said[end:])[:REACH]) for end in denials):
        return "not-yet" if _ASKED_YET.search(asked) else "no"
    return None
