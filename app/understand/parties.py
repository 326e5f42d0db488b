"""Exchanges the places and parties that a question names; two that face each other change roles. No conversation."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from app.understand.names import PLACE_CLASSES, Name
from app.understand.question import Question
from index.syllables import fold, normalise


@dataclass(frozen=True, slots=True)
class Known:
    """``general`` are folded names that the subject of a report already gives; ``kinds`` what it calls each place."""

    general: frozenset[str]
    kinds: Mapping[str, frozenset[str]]


_SIDE = re.compile(r"\b(?:phía|bên|của|thuộc|ở|tại|riêng|cho|từ)\b", re.IGNORECASE)
_JOINED = r"(?:[–-]|,|và|với|cùng)"
_BESIDE = re.compile(rf"\w\s*{_JOINED}\s*(?:[^\W\d_]+\s)?$")
_BEFORE = re.compile(rf"\s*{_JOINED}\s*(?:[^\W\d_]+\s)?[A-ZĐÀ-Ỹ]")
_SIDES = frozenset("phía bên của thuộc ở tại riêng cho từ".split())
PLACE_SYLLABLES = frozenset(part for kind in PLACE_CLASSES for part in kind.split()) | _SIDES


def replace_last(text: str, old: str, new: str) -> str:
    """Return a text with the last of some words exchanged; as it is where they do not stand in it."""
    position = text.lower().rfind(old.lower())
    if position < 0:
        return text
    return text[:position] + (new[:1].upper() + new[1:] if position == 0 else new) + text[position + len(old) :]


def _spelled(name: Name, text: str) -> Name:
    """Return a name as a text spells it, which the reports may spell otherwise ("Sìn Hồ", "Sin Hồ")."""
    at = fold(text).find(name.key)
    spelled = text[at : at + len(name.key)]
    return replace(name, text=spelled) if at >= 0 and fold(spelled) == name.key else name


def _kind_of(name: Name, text: str) -> str:
    """Return what a text calls a place, "huyện " with its space, or "" where it gives the bare name."""
    kinds = "|".join(sorted(PLACE_CLASSES, key=len, reverse=True))
    match = re.search(rf"\b(?:{kinds})\s+(?={re.escape(name.text)})", text, re.IGNORECASE)
    return match.group() if match else ""


def _with_name(text: str, old: Name, kind: str, new: Name, known: Known) -> str:
    """Exchange a name; "huyện" stays before another bare name that is of a district, but not before "Hà Nội"."""
    before, called = _kind_of(old, text), known.kinds.get(new.key, frozenset())
    if not kind and new.key not in known.general and called and normalise(before).strip() not in called:
        kind = f"{next(iter(called))} " if before and len(called) == 1 else ""
        return replace_last(text, f"{before}{old.text}", f"{kind}{new.text}")
    if kind or new.key in known.general:
        return replace_last(text, f"{before}{old.text}", f"{kind.lower()}{new.text}")
    return replace_last(text, old.text, new.text)


def _free(name: Name, text: str) -> tuple[int, int] | None:
    """Return where a name stands last by itself, with its kind; not in a pair: "tuyến Lai Châu – Hà Nội"."""
    kind = _kind_of(name, text)
    for match in reversed(
        list(re.finditer(rf"(?<!\w){re.escape(kind)}{re.escape(name.text)}(?!\w)", text, re.IGNORECASE))
    ):
        if not _BESIDE.search(text[: match.start()]) and not _BEFORE.match(text[match.end() :]):
            return match.span()
    return None


def _exchanged_roles(text: str, others: list[Name], name: Name, kind: str) -> str | None:
    """Return a question in which a party takes the place of the other one, which takes its own; None for no other."""
    own = _free(name, text)
    placed = [(old, at) for old in others if (at := _free(old, text))]
    if not placed:
        return None
    old, at = placed[-1]
    parts = [(at, f"{kind.lower()}{name.text}"), *([(own, old.text)] if own else [])]
    for (start, end), new in sorted(parts, reverse=True):
        text = f"{text[:start]}{new}{text[end:]}"
    return text[:1].upper() + text[1:]


def only_names_and_years(slot: Question) -> bool:
    """Tell whether a follow-up says nothing but names, years and words like "huyện", "phía"."""
    named = {part for name in slot.names for part in name.key.split()}
    return bool(slot.names or slot.years) and all(
        part in PLACE_SYLLABLES or fold(part) in named for word in slot.words for part in word.syllables
    )


def with_name(text: str, names: tuple[Name, ...], slot: Question, known: Known, *, add: bool) -> str:
    """Return a question with one of its ``names`` exchanged for that of the slot, or added where it has none."""
    name, names = slot.names[-1], tuple(_spelled(name, text) for name in names)
    side = _SIDE.search(slot.text)
    kind = _kind_of(name, slot.text)
    told_apart = re.search(r"\b(?:phía|bên|riêng|của)\s+([^?,]+)\?$", text, re.IGNORECASE)
    others = [old for old in names if old.key != name.key and old.text.lower() in text.lower()]
    if name.text.lower() in text.lower():
        facing = [old for old in others if old.place == name.place or {old.key, name.key} <= known.general]
        if changed := _exchanged_roles(text, facing, name, kind):
            return changed
    ending = [old for old in others if told_apart and told_apart[1].lower().endswith(old.text.lower())]
    if ending:
        return _with_name(text, ending[-1], kind, name, known)
    if name.text.lower() not in text.lower():
        slots = [old for old in others if old.key not in known.general] or others
        same = [old for old in slots if kind and normalise(_kind_of(old, text)) == normalise(kind)]
        same = same or [old for old in slots if old.place == name.place] or slots
        if same:
            return _with_name(text, same[-1], kind, name, known)
    elif not side:
        return text
    named = f"{kind.lower()}{name.text}"
    return f"{text.rstrip(' ?.!')} {side.group().lower() if side else 'ở'} {named}?" if add else text
