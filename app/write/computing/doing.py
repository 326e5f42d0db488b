"""Tells which figure is of what was done, by the verb of a question for what is not done yet. Language only."""

import re

from app.understand.lexicon import Lexicon
from app.understand.words import content_words
from app.write.computing.operands import Counted, match
from index.syllables import fold, normalise, syllables

SPEND = r"(?:giải ngân|chi trả|thanh toán|sử dụng|tiêu|chi(?! (?:cục|nhánh|bộ|phí|tiết)\b))"
"""Verbs that spend money, as a pattern over normalised text."""
_NOT_YET = re.compile(
    r"\bchưa\s+(?:được\s+|bị\s+|có\s+thể\s+|thể\s+|kịp\s+|chịu\s+)*(?P<verb>[^\W\d_]+(?:\s[^\W\d_]+)?)(?P<rest>[^?.,;]*)"
)
_SPEND_FOLDED = r"(?:giai ngan|chi tra|thanh toan|su dung|chi(?! (?:cuc|nhanh|bo|phi|tiet|tieu)\b))"
_DIRECTION = frozenset("về xong được hết ra lên lại vào nổi tới đi".split())
"""Words behind a verb that only say where it leads: "chưa thu về", "chưa chi ra"."""
_GENERAL = frozenset("xong hoàn thành thực hiện làm triển khai đạt có".split())
_DONE = re.compile(r"\b(?:da|moi|dat|thuc hien|hoan thanh|luy ke)\b")
_DATE = re.compile(r"\d{1,2}/\d{1,2}(?:/\d{4})?")
LEAST_SAID = 0.5
"""Which share of what is not done yet, by rarity, a sentence must say to tell what is done of it."""


def not_yet(question: str) -> str:
    """Return, folded, the verb of what is not done yet ("chưa giải ngân"), all verbs of spending for one, or ""."""
    found = _NOT_YET.search(normalise(question).rstrip(" ?."))
    words = found["verb"].split() if found else []
    if found and re.match(SPEND, found["verb"]):
        return _SPEND_FOLDED
    return fold(" ".join(words[:1] if words[1:] and words[1] in _DIRECTION else words))


def is_done(figure: Counted, verb: str) -> bool:
    """Tell whether a figure is of what was done: its verb, or where none is asked, "đã", "đạt", before it."""
    quote = figure.citation.quote
    clause = fold(re.split(r"[;.]\s", figure.before)[-1])
    after = fold(quote[figure.quantity.end :])
    if verb and re.match(rf"\s*(?:(?!va\b)\w+\s){{0,3}}(?:da|duoc) (?:duoc )?{verb}\b", after):
        return True
    if verb and re.match(rf"\s*{verb}\b", after):
        return True  # "54 trường đạt chuẩn"
    since = re.split(rf"\b{verb}\b" if verb else _DONE, clause)
    return len(since) > 1 and not re.search(r"\d", _DATE.sub(" ", since[-1]))


def is_told_as_done(figure: Counted, verb: str) -> bool:
    """Tell whether a figure stands right behind "đã", "mới" and the verb, or before "đã" and the verb."""
    quote = figure.citation.quote
    before = fold(" ".join(syllables(re.split(r"[;.]\s", figure.before)[-1])))
    after = fold(quote[figure.quantity.end :])
    direct = rf"\b(?:da|moi|chi)\s(?:chi\s|moi\s|duoc\s)*{verb}(?:\s(?:{'|'.join(map(fold, _DIRECTION))}))*$"
    return (
        bool(re.search(direct, before))
        or bool(re.search(rf" da {verb} ", f"{figure.context} "))
        or bool(re.match(rf"\s*(?:(?!va\b)\w+\s){{0,3}}da (?:duoc )?{verb}\b", after))
    )


def said_of(question: str, quote: str, lexicon: Lexicon) -> bool:
    """Tell whether a sentence says what a question tells of as not done yet; nothing need be said of general words.

    "Chưa có bác sĩ" is not answered by what the schools have.
    """
    found = _NOT_YET.search(normalise(question).rstrip(" ?."))
    if not found:
        return True
    told = f"{found['verb']}{found['rest']}"
    if re.match(SPEND, found["verb"]):
        return bool(re.search(SPEND, normalise(quote)))
    words = [word for word in content_words(told) if word.text not in _GENERAL]
    said = f" {' '.join(syllables(fold(quote)))} "
    most = sum(lexicon.idf(part) for word in words for part in word.syllables)
    return match(" ".join(word.text for word in words), said, lexicon) >= LEAST_SAID * most
