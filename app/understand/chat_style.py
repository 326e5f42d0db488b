"""Writes out what people shorten in chats ("ntn", "j"). Knows general usage, no report; capitals are left alone."""

import re

_SHORT: dict[str, str] = {
    "dc": "được",
    "ntn": "như thế nào",
    "j": "gì",
    "k": "không",
    "hok": "không",
    "khg": "không",
    "sl": "số lượng",
    "bnhieu": "bao nhiêu",
    "bnhiêu": "bao nhiêu",
    "bnhiu": "bao nhiêu",
    "nhiu": "nhiêu",
    "bjo": "bao giờ",
    "cty": "công ty",
    "qtam": "quan tâm",
    "trc": "trước",
    "ng": "người",
    "lm": "làm",
    "mn": "mọi người",
    "hn": "Hà Nội",
    "hsg": "học sinh giỏi",
    "tphcm": "thành phố Hồ Chí Minh",
}
# A letter beside a figure or a mark is a unit or a part of a code.
_WORD = re.compile(
    r"(?<![\w.,/&-])(?<!\d )(?:"
    + "|".join(sorted(map(re.escape, _SHORT), key=len, reverse=True))
    + r")(?![\w./&-]\w|\w)"
)
_AT_END = re.compile(r"(?<=\w )[vz](?=\s*[?!.]*\s*$)")


def written_in_full(text: str) -> str:
    """Return a question with the short forms of chats written out."""
    text = _AT_END.sub("vậy", text)
    return _WORD.sub(lambda match: _SHORT[match.group()], text)
