"""Makes a question stand alone: what a follow-up leaves out is taken from the questions before it. No model.

A follow-up either changes one slot of the question before ("còn Tân Uyên?", "thế năm 2021?") or asks more about the
same thing ("vì sao?", "kể tên", "họ học ở đâu?"). A question that names its own subject inherits nothing.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from app.understand.lexicon import Lexicon
from app.understand.names import PLACE_CLASSES, Name
from app.understand.question import Question, analyse

_OPENING = re.compile(
    r"^\W*(?:thế còn|vậy còn|còn|thế thì|thế|vậy thì|vậy|rồi|how about|what about|and)\b", re.IGNORECASE
)
_POINTING = re.compile(
    r"\b(?:họ|nó|chúng|ở đó|tại đó|ở đấy|nơi đó|trong đó|\w+ (?:đó|này|ấy|trên|kia|đấy)|"
    r"it|they|them|there|that one|those)\b",
    re.IGNORECASE,
)
_SELF_POINTING = re.compile(r"\bnăm (?:này|trên)\b", re.IGNORECASE)
# Who asks about the document itself leaves nothing out.
_OF_DOCUMENT = re.compile(r"\b(?:báo cáo|văn bản|tài liệu)\b|\bthis report\b", re.IGNORECASE)
_OF_WHAT = re.compile(r"^\W*(?:của|thuộc|do|cho|với|ở|tại)\b", re.IGNORECASE)
SHORT = 2
"""A question with at most this many content words may leave out its subject."""


@dataclass(frozen=True, slots=True)
class Standalone:
    """A question that stands alone; ``focus`` is the part that is asked now, the rest only says about what."""

    text: str
    focus: str


def _replace_last(text: str, old: str, new: str) -> str:
    position = text.lower().rfind(old.lower())
    return text if position < 0 else text[:position] + new + text[position + len(old) :]


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


def _is_follow_up(current: Question, general: frozenset[str]) -> bool:
    if _OF_DOCUMENT.search(current.text):
        return False
    text = _SELF_POINTING.sub(" ", current.text)
    few = len(current.words) <= SHORT
    own_names = [name for name in current.names if name.key not in general]
    if _OPENING.search(text) and len(current.words) <= SHORT + 2:
        return True
    if _POINTING.search(text):
        return few or len(current.words) <= SHORT + 3
    if _OF_WHAT.search(text) and few:
        return True
    return len(current.words) == 0 or (few and not own_names)


def _with_slot_changed(current: Question, previous: Question, general: frozenset[str]) -> str | None:
    """Return the question before with its place, name or year exchanged, where that is all the follow-up says."""
    known = {word.text for word in previous.words} | (PLACE_CLASSES if current.names else frozenset())
    if any(word.text not in known for word in current.words) or not (current.names or current.years):
        return None
    text = previous.text
    for name in current.names[-1:]:
        slots = [old for old in previous.names if old.key not in general and old.key != name.key] or [
            old for old in previous.names if old.key != name.key and name.key in general
        ]
        same = [old for old in slots if old.place == name.place] or slots
        changed = _with_name(text, same[-1], _kind_of(name, current.text), name, general) if same else text
        text = changed if changed != text else f"{text.rstrip(' ?.!')} ở {name.text}?"
    for year in current.years:
        if year not in text:
            old_year = previous.years[-1] if previous.years else None
            text = text.replace(old_year, year) if old_year else f"{text.rstrip(' ?.!')} năm {year}?"
    return text


def _sentence(text: str) -> str:
    stripped = text.strip()
    return stripped if stripped.endswith(("?", ".", "!")) else f"{stripped}?"


class FollowUps:
    """Resolves follow-ups within one conversation; keeps nothing between calls."""

    def __init__(self, lexicon: Lexicon, general_names: frozenset[str]) -> None:
        self._lexicon = lexicon
        self._general = general_names  # folded names that the subject of a report already gives

    def resolve(self, question: str, earlier: Sequence[str]) -> Standalone:
        """Return the question made to stand alone; ``earlier`` are the user's questions before it, oldest first."""
        standing: Standalone | None = None
        for text in [*earlier, question]:
            standing = self._next(text, standing)
        return standing if standing else Standalone(question, question)

    def _next(self, text: str, before: Standalone | None) -> Standalone:
        current = analyse(text, self._lexicon)
        if before is None or not _is_follow_up(current, self._general):
            return Standalone(text, text)
        previous = analyse(before.text, self._lexicon)
        changed = _with_slot_changed(current, previous, self._general)
        if changed:
            return Standalone(changed, changed)
        joined = f"{_sentence(before.text)} {text.strip()[:1].upper()}{text.strip()[1:]}"
        return Standalone(_sentence(joined), text)
