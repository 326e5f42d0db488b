"""Exchanges one slot of a question: its place, organisation, year, or the thing asked about. Knows no conversation."""

import re

from app.understand.function_words import FUNCTION_WORDS
from app.understand.lexicon import Lexicon
from app.understand.names import PLACE_CLASSES, Name
from app.understand.question import Question
from app.understand.words import content_words
from index.syllables import normalise, syllables

_SIDE = re.compile(r"\b(?:phía|bên|của|thuộc|ở|tại|riêng|cho|từ)\b", re.IGNORECASE)
_SIDES = frozenset("phía bên của thuộc ở tại riêng cho từ".split())
# What is asked about a thing, where the noun alone asks it.
_ATTRIBUTES = re.compile(
    r"^(?:tổng )?(?:kinh phí|số tiền|diện tích|doanh thu|sản lượng|năng suất|tỷ lệ|tỉ lệ|số lượng|khối lượng|giá trị|quy mô"
    r"|chi phí|giá|công suất|tổng mức đầu tư|số người|số hộ)$",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"^(?:tên|chủ đề|mục đích|mục tiêu|nguyên nhân|lý do|thời gian|địa điểm|đơn vị (?:thực hiện|tổ chức)|chủ đầu tư"
    r"|nội dung|nguồn(?: vốn)?|kết quả)$",
    re.IGNORECASE,
)
_NOW = re.compile(r"\b(?:hiện giờ|hiện nay|hiện tại|bây giờ|năm nay)\b", re.IGNORECASE)
_COUNTED = re.compile(r"\b(?:bao nhiêu|mấy)\s+([^\W\d_]+)", re.IGNORECASE)
NEAR = 60
"""Letters of a sentence of the reports between two things that stand in parallel, at most."""


def attribute_question(slot: str) -> str:
    """Return the question that a bare attribute asks ("Kinh phí là bao nhiêu?"), or "" where it is none."""
    if _ATTRIBUTES.match(slot):
        return f"{slot[:1].upper()}{slot[1:]} là bao nhiêu?"
    return f"{slot[:1].upper()}{slot[1:]} là gì?" if _NAMED.match(slot) else ""


def _replace_last(text: str, old: str, new: str) -> str:
    position = text.lower().rfind(old.lower())
    if position < 0:
        return text
    return text[:position] + (new[:1].upper() + new[1:] if position == 0 else new) + text[position + len(old) :]


def _kind_of(name: Name, text: str) -> str:
    """Return what a text calls a place, "huyện " with its space, or "" where it gives the bare name."""
    kinds = "|".join(sorted(PLACE_CLASSES, key=len, reverse=True))
    match = re.search(rf"\b(?:{kinds})\s+(?={re.escape(name.text)})", text, re.IGNORECASE)
    return match.group() if match else ""


def _with_name(text: str, old: Name, kind: str, new: Name, general: frozenset[str]) -> str:
    """Exchange a name; "huyện" stays before another bare name of the same sort, but not before "Hà Nội"."""
    if kind or new.key in general:
        return _replace_last(text, f"{_kind_of(old, text)}{old.text}", f"{kind.lower()}{new.text}")
    return _replace_last(text, old.text, new.text)


def only_names_and_years(slot: Question) -> bool:
    """Tell whether a follow-up says nothing but names, years and words like "huyện", "phía"."""
    return bool(slot.names or slot.years) and all(set(word.syllables) <= PLACE_SYLLABLES for word in slot.words)


PLACE_SYLLABLES = frozenset(part for kind in PLACE_CLASSES for part in kind.split()) | _SIDES


def with_name(text: str, names: tuple[Name, ...], slot: Question, general: frozenset[str], *, add: bool) -> str:
    """Return a question with one of its ``names`` exchanged for that of the slot, or added where it has none."""
    name = slot.names[-1]
    others = [old for old in names if old.key != name.key and old.text.lower() in text.lower()]
    slots = [old for old in others if old.key not in general] or others
    same = [old for old in slots if old.place == name.place] or slots
    if same:
        return _with_name(text, same[-1], _kind_of(name, slot.text), name, general)
    if not add or name.text.lower() in text.lower():
        return text
    side = _SIDE.search(slot.text)
    named = f"{_kind_of(name, slot.text).lower()}{name.text}"
    return f"{text.rstrip(' ?.!')} {side.group().lower() if side else 'ở'} {named}?"


def with_years(text: str, old: tuple[str, ...], new: tuple[str, ...], *, add: bool) -> str:
    """Return a question with its year exchanged, or added where it has none."""
    for year in new:
        if year not in text:
            if old and old[-1] in text:
                text = text.replace(old[-1], year)
            elif add and _NOW.search(text):
                text = _NOW.sub(f"năm {year}", text)
            elif add:
                text = f"{text.rstrip(' ?.!')} năm {year}?"
    return text


def with_thing(text: str, slot: str, names: tuple[Name, ...], lexicon: Lexicon) -> str | None:
    """Return a question about another thing ("bò" for "trâu"): the one that the reports name in parallel with it."""
    new = " ".join(syllables(lexicon.variants.canonical(slot)))
    named = frozenset(part for name in names for part in syllables(name.text))
    found = [(_distance(phrase, new, lexicon), -len(phrase), phrase) for phrase in _phrases(text, named, lexicon)]
    distance, _, phrase = min(found, default=(NEAR + 1, 0, ""))
    return _replace_last(text, phrase, slot) if new and distance <= NEAR else None


def _phrases(text: str, named: frozenset[str], lexicon: Lexicon) -> list[str]:
    """Return the words of a question, and runs of them, that may be exchanged: no names, no verbs, no units alone."""
    within = {part for word in content_words(text, named) for part in word.syllables} - FUNCTION_WORDS - named
    units = {normalise(unit) for unit in _COUNTED.findall(text)}
    tokens = re.findall(r"[^\W\d_]+|[^\w\s]", text)
    keys = [normalise(token) for token in tokens]
    kept = [key in within for key in keys]
    for i, key in enumerate(keys[:-1]):
        kept[i] |= kept[i + 1] and key not in named and lexicon.is_word(key, keys[i + 1])
    starts = [i for i, keep in enumerate(kept) if keep]
    spans = [(i, j) for i in starts for j in range(i + 1, min(i + 4, len(tokens)) + 1) if all(kept[i:j])]
    # A word is not cut in two.
    whole = [
        (i, j)
        for i, j in spans
        if not (i and kept[i - 1] and lexicon.is_word(keys[i - 1], keys[i]))
        and not (j < len(keys) and kept[j] and lexicon.is_word(keys[j - 1], keys[j]))
    ]
    return [" ".join(tokens[i:j]) for i, j in whole if j - i > 1 or keys[i] not in units]


def _distance(phrase: str, new: str, lexicon: Lexicon) -> int:
    """Return how near two things stand in one sentence of the reports, in letters; 0 where both end in one word."""
    old = " ".join(syllables(lexicon.variants.canonical(phrase)))
    if old == new:
        return NEAR + 1
    if old.split()[-1:] == new.split()[-1:]:
        return 0
    nearest = NEAR + 1
    for sentence in lexicon.sentences:
        at, there = sentence.find(f" {old} "), sentence.find(f" {new} ")
        if at >= 0 and there >= 0:
            nearest = min(nearest, abs(at - there))
    return nearest
