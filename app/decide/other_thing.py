"""Whether a text tells of another thing than the one asked about: another crop, another share, another's clause.

Language only. A veto needs both: what is asked for is not there, and something that could be mistaken for it is.
"""

import re
from collections.abc import Callable, Collection, Sequence

from app.decide.nouns import nouns
from app.understand.function_words import FUNCTION_WORDS
from app.understand.words import Word, content_words
from index.syllables import fold, syllables

OPENING = 10
"""Syllables of an item in which the name stands that it is about: "Hợp tác xã Nông nghiệp hữu cơ Vân Tùng"."""
_TOPS = ("plant", "animal")
_SHARE = re.compile(r"\bt[ỷỉ] lệ (?P<whose>[^,;.()%\d]{3,60}?)\W{0,3}\d[\d.,]*\s*%")
_ASKS_SHARE = re.compile(r"\bt[ỷỉ] lệ (?P<whose>[^,;.?]{3,})")
_ANY_SHARE = re.compile(r"\d\s*%")

# Nouns that only say what kind of division a thing is; what follows says which.
_MEMBER = re.compile(
    r"\b(?P<noun>lĩnh vực|ngành|nghề|nhóm|khối|loại hình|hình thức|nguồn|khu vực|đối tượng|dân tộc|môn|mảng"
    r"|chỉ số|năng suất|sản lượng|giá (?:thu mua|bán))"
    r" (?P<which>[^\W\d_]+(?: [^\W\d_]+){0,2})"
)


def other_species(asked: Collection[Word], text: str) -> bool:
    """Tell whether a plant or an animal is asked about and a text knows only others; ``text`` is canonical."""
    known = nouns()
    wanted = {kind for word in asked if (kind := known.kind_of.get(word.text)) and _is_species(kind)}
    told = {kind for kind in known.kinds_in(text) if _is_species(kind)}
    return any(
        not any(known.may_be(kind, other) for other in told) and any(known.within(other, top) for other in told)
        for kind in wanted
        for top in _TOPS
        if known.within(kind, top)
    )


def other_share(question: str, text: str) -> bool:
    """Tell whether "tỷ lệ …" is asked of a text all of whose shares are those of something else. Both canonical."""
    asked = _ASKS_SHARE.search(question)
    told = list(_SHARE.finditer(text))
    if not asked or not told or len(told) < len(_ANY_SHARE.findall(text)):
        return False
    wanted = set(syllables(asked["whose"])) - FUNCTION_WORDS
    return not any(wanted & (set(syllables(match["whose"])) - FUNCTION_WORDS) for match in told)


def other_member(question: str, text: str, around: str) -> bool:
    """Tell whether "lĩnh vực hộ tịch" is asked about and a text only tells of other fields. All canonical.

    ``around`` is the text with all that is read with it: what is named there is what the text is about.
    """
    told = [(match["noun"], match["which"]) for match in _MEMBER.finditer(text)]
    for match in _MEMBER.finditer(question):
        which = content_words(match["which"])
        if not which or not match["which"].startswith(which[0].text) or which[0].text in around:
            continue
        others = {other for noun, other in told if noun == match["noun"] and content_words(other)}
        if others and not any(set(which[0].syllables) & set(syllables(other)) for other in others):
            return True
    return False


def told_of_another(name: str, others: Collection[str], text: str, answers: Callable[[str], bool]) -> bool:
    """Tell whether of the items of a text ("…; …") only those about others answer, none of those about ``name``.

    Names are folded. An item is about a name that it opens with; without one it goes on about the one before it.
    """
    items = _items(text)
    about: dict[bool, list[str]] = {True: [], False: []}
    subject: bool | None = None
    for item in items:
        folded = f" {' '.join(syllables(fold(item))[:OPENING])} "
        if f" {name} " in folded:
            subject = True
        elif any(f" {other} " in folded for other in others):
            subject = False
        if subject is None:
            return False  # what is said before any name is said of all
        about[subject].append(item)
    if not about[True] or not about[False]:
        return False
    return not answers("; ".join(about[True])) and answers("; ".join(about[False]))


def _is_species(kind: str) -> bool:
    """Tell whether a kind is one of plants or animals, not the general word for them."""
    known = nouns()
    return any(known.within(kind, top) and kind != top for top in _TOPS)


def _items(text: str) -> Sequence[str]:
    return [item for item in re.split(r"\s*;\s*", text) if item]
