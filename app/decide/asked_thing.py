"""Whether a text speaks of the very thing whose number is asked for. Knows question and words, ranks nothing.

"Bao nhiêu lỗ hổng" is not answered by a sentence without a word of them, however much of the rest it has; nor "trong 38
giáo viên có bao nhiêu người dạy nhạc" by one that only has the 38.
"""

import re
from collections.abc import Sequence

from app.decide.nouns import nouns
from app.understand.quantities import quantities
from app.understand.question import Question
from app.understand.words import Word, content_words, noun_runs
from index.syllables import syllables

_COUNTED = re.compile(r"\b(?:bao nhiêu|mấy)\s+(?P<rest>[^?.,;]+)")
# "Dung tích bao nhiêu": the noun right before.
_ATTRIBUTE = re.compile(
    r"(?P<noun>(?!ít nhất|nhiều nhất|tối đa|tối thiểu)[^\W\d_]+ [^\W\d_]+) "
    r"(?:(?:là|đạt|được|có|khoảng|chừng|tới|vào) ){0,2}(?:bao nhiêu|mấy)\W*$"
)
_SHARE = re.compile(r"phần trăm|%|\bt[ỷỉ] lệ\b")
_MEASURES = frozenset(
    "lượt suất cái chiếc vị loại loài giống số tổng bộ đầu nhóm danh phần trăm triệu tỷ tỉ nghìn ngàn đồng tiền ha km "
    "kg tấn tạ lít m m2 m3 năm tháng quý tuần ngày giờ lần người điểm ký cân khối nơi nhà chỗ đứa tay đợt".split()
)
"""Words after "bao nhiêu" that measure or count anything."""
_GENERAL = frozenset(
    "thời gian|khu vực|địa điểm|địa phương|cơ sở|đơn vị|nội dung|hoạt động|trường hợp|hạng mục|công trình|mặt hàng"
    "|sản phẩm|hiện vật|vật phẩm|tác phẩm|đối tượng|số lượng|kinh phí|tiền bạc|nhiệm vụ|công việc|sự kiện".split("|")
)
"""Nouns under which a text may tell of many things in words of its own."""


def asked_thing_missing(question: Question, text: str, around: str) -> bool:
    """Tell whether nothing of what is counted or measured stands in a text (as written) or around it (canonical)."""
    if question.english or question.kinds[:1] != ("figure",):
        return False
    spoken = f" {' '.join(syllables(around))} "
    match = _COUNTED.search(question.asked)
    rest = match["rest"] if match else ""
    words = content_words(rest)
    if _counted_missing(rest, words, spoken) or _attribute_missing(question, spoken):
        return True
    return _part_missing(question, words, text, spoken)


def _counted_missing(rest: str, words: Sequence[Word], spoken: str) -> bool:
    """Tell whether no word of the noun after "bao nhiêu" is spoken, nor another noun of its kind."""
    if not words or not rest.startswith(words[0].text) or len(words[0].syllables) < 2:
        return False
    if words[0].text in _GENERAL or _measures(words[0]) or _spoken_of(words[0], spoken):
        return False
    known = nouns()
    kind = known.at(syllables(rest), 0)
    return kind is None or not any(known.may_be(kind[0], other) for other in known.kinds_in(spoken))


def _attribute_missing(question: Question, spoken: str) -> bool:
    """Tell whether no word of the noun right before "bao nhiêu" is spoken: "dung tích bao nhiêu"."""
    match = _ATTRIBUTE.search(question.asked)
    named = {syllable for name in question.names for syllable in syllables(name.text)}
    words = content_words(match["noun"], named) if match else ()
    if len(words) != 1 or len(words[0].syllables) != 2 or _spoken_of(words[0], spoken):
        return False
    return any(words[0].text in " ".join(run).lower() for run in noun_runs(question.focus))


def _part_missing(question: Question, words: Sequence[Word], text: str, spoken: str) -> bool:
    """Tell whether a figure of the question is that of the text, and most words of the part asked for are not there."""
    if _SHARE.search(question.asked):
        return False
    brought = {quantity.value for quantity in quantities(question.focus)}
    if not brought & {quantity.value for quantity in quantities(text)}:
        return False
    telling = [word for word in words if not _measures(word)]
    missing = [word for word in telling if f" {word.text} " not in spoken]
    return bool(telling) and 2 * len(missing) >= len(telling)


def _measures(word: Word) -> bool:
    return word.syllables[0] in _MEASURES or any(syllable[0].isdigit() for syllable in word.syllables)


def _spoken_of(word: Word, spoken: str) -> bool:
    return any(f" {syllable} " in spoken for syllable in word.syllables)
