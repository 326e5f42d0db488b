"""Finds the columns of a table that a question asks for. Knows headers and questions, no rows.

"Số dự án" is asked for where dự án are counted ("bao nhiêu dự án"), not where they are only spoken of.
"""

import itertools
import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from app.rows.set_against import STATED, YEAR, set_against
from app.rows.units import own_unit
from app.rows.wording import Place, Term, Wording, key, terms, without_brackets
from corpus.grid import Grid
from index.syllables import normalise

_COUNTS = re.compile(r"^(?:tổng\s+)?(?:số\s+lượng|số)\s+(?=\S)", re.IGNORECASE)
_HOW_MANY = re.compile(r"\b(?:bao nhiêu|mấy)\b", re.IGNORECASE)
_PERCENT = re.compile(r"%|\b(?:phần trăm|tỷ lệ|tỉ lệ|tỷ trọng|tỉ trọng)(?!\w)", re.IGNORECASE)
_SHARE = re.compile(r"%|\b(?:tỷ lệ|tỉ lệ|tỷ trọng|tỉ trọng|cơ cấu|so với)\b", re.IGNORECASE)
_WHO = re.compile(r"\bai\b|\bnhững ai\b", re.IGNORECASE)
_OF_PERSONS = re.compile(r"\b(?:tên|người|cán bộ|lãnh đạo|đồng chí)\b", re.IGNORECASE)
_OF_BASE = re.compile(r"(?:phần trăm|%) (?:so với |của )?(?:tổng )?(?P<base>kế hoạch|chỉ tiêu|dự toán|nhu cầu)(?!\w)")
_MONEY = re.compile(r"\b(?:bao nhiêu|mấy) (?:số )?tiền\b|\bbằng tiền\b")
_AGAINST = re.compile(r"\b(?:vượt|hụt|so với)\b", re.IGNORECASE)
"""What sets one column against another of the same row."""
_ASKING_COUNT = frozenset({"nhiêu", "mấy", "số", "lượng", "nhiều", "ít"})
"""Words right before what is counted."""
_RIGHT_BEFORE = (("nhiêu",), ("mấy",))
"""What stands right before the first word of what is counted where the others stand elsewhere."""
_CONNECTING = frozenset("của các và theo tại trong được là cho về".split())
PARTLY, MARGIN = 0.5, 0.15
"""Least share of a header that is said, by how few headers have its words, and by how much it must lead."""
BEHIND = 4
"""Words after what is counted in which "bao nhiêu" may follow: "số dự án là bao nhiêu"."""


@dataclass(frozen=True, slots=True)
class AskedColumns:
    """The columns asked for and the words of the question that say so; ``all_said`` tells whether each is named."""

    columns: tuple[int, ...]
    tokens: frozenset[int]
    all_said: bool


def asked_columns(grid: Grid, wording: Wording, text: str, taken: Collection[int]) -> AskedColumns:
    """Return the columns that a question asks for; all of them where it does not say which.

    ``taken`` are the words of the question that name the row.
    """
    choosable = _asked_changes([column for column in range(len(grid.headers)) if _choosable(grid, column)], grid, text)
    slots = len(_HOW_MANY.findall(text))
    if _PERCENT.search(text) and slots < 2:
        choosable = [column for column in choosable if _SHARE.search(grid.headers[column])]
    if pair := set_against(grid, choosable, text):
        tokens = wording.of_words([*(grid.headers[column] for column in pair), "chưa thiếu so với"]) - set(taken)
        return AskedColumns(pair, frozenset(tokens), all_said=True)
    every = _of_year([column for column in choosable if column in grid.figures] or choosable, grid, text)
    said = {column: _places(grid.headers[column], wording, taken) for column in choosable}
    said = {c: _own_places(p, c, grid, wording) if _COUNTS.match(grid.headers[c]) else p for c, p in said.items()}
    whole = _longest({column: places for column, places in said.items() if places and not _is_base(grid, column, text)})
    every = sorted({*every, *whole})  # a column that is said is asked for whatever year it is of
    if _WHO.search(text) and _OF_PERSONS.search("".join(grid.headers[column] for column in grid.names[:1])):
        return AskedColumns(grid.names[1:], frozenset(), all_said=len(grid.names) > 1)
    if whole and len(whole) >= slots and not _AGAINST.search(text):
        based = wording.of_words(header for column, header in enumerate(grid.headers) if _is_base(grid, column, text))
        shares = all(_SHARE.search(grid.headers[column]) for column in whole) and _PERCENT.search(text)
        based |= wording.of_words(["điểm phần trăm tỷ lệ"]) if shares else set()
        return AskedColumns(tuple(sorted(whole)), _tokens(whole.values()) | based, all_said=True)
    partly = _partly(grid, every, wording, taken) if slots <= 1 and not whole else None
    if partly is not None and not _AGAINST.search(text):
        header = frozenset(wording.of_words([grid.headers[partly]])) - frozenset(taken)
        return AskedColumns((partly,), header, all_said=True)
    if not whole and not _AGAINST.search(text) and (measured := _of_unit(grid, every, text)) is not None:
        unit = wording.of_words([own_unit(grid, grid.rows[0], measured), grid.headers[measured]]) - set(taken)
        return AskedColumns((measured,), frozenset(unit), all_said=True)
    spoken = wording.of_words(grid.headers[column] for column in every) - set(taken)
    spoken |= wording.of_words(["phần trăm tỷ lệ"]) if _PERCENT.search(text) else set()
    return AskedColumns(tuple(every), frozenset(spoken), all_said=False)


def _asked_changes(columns: list[int], grid: Grid, text: str) -> list[int]:
    """Leave out columns of a change ("Giảm so với năm 2023") where no change is asked for."""
    kept = [column for column in columns if not STATED.search(normalise(grid.headers[column]))]
    return columns if STATED.search(normalise(text)) or not kept else kept


def _of_year(columns: Sequence[int], grid: Grid, text: str) -> list[int]:
    """Return the columns of a year that a question names, where headers name years; else all."""
    years = set(YEAR.findall(text))
    of_year = [column for column in columns if years & set(YEAR.findall(grid.headers[column]))]
    return of_year or list(columns)


def _of_unit(grid: Grid, columns: Sequence[int], text: str) -> int | None:
    """Return the only column whose header gives the unit that is asked for: "(tỷ đồng)" for "bao nhiêu tỷ đồng"."""
    asked = normalise(text)
    units = {column: normalise(own_unit(grid, grid.rows[0], column)) for column in columns}
    said = [
        c for c, unit in units.items() if unit and re.search(rf"\b(?:bao nhiêu|mấy) {re.escape(unit)}(?!\w)", asked)
    ]
    money = [c for c, unit in units.items() if unit.endswith("đồng")] if _MONEY.search(asked) else []
    found = said or money
    return found[0] if len(found) == 1 else None


def _choosable(grid: Grid, column: int) -> bool:
    """Tell whether a column can be asked for: it has a header and does not only number or name the rows."""
    first = grid.names[:1]
    numbering = column not in grid.figures and column not in grid.names
    return bool(grid.headers[column].strip()) and not numbering and column not in first


def _places(header: str, wording: Wording, taken: Collection[int]) -> list[Place]:
    """Return where a question says a whole header."""
    plain = without_brackets(header)
    counted = _COUNTS.sub("", plain)
    if counted != plain:
        return [place for place in wording.places(counted) if _is_counted(place, wording)] or _parted(counted, wording)
    places = [place for place in wording.places(plain) if not set(range(*place)) <= set(taken)]
    if places:
        return places
    words = _telling(terms(plain))
    held = [wording.of_word(word) - set(taken) for word in words]
    if len(words) < 2 or not all(held):
        return []
    return [(token, token + 1) for tokens in held for token in sorted(tokens)]


def _parted(counted: str, wording: Wording) -> list[Place]:
    """Return where the words of what is counted stand apart: "còn thiếu bao nhiêu phòng học" of "phòng học còn thiếu".

    Its first word comes right after "bao nhiêu", and the others are all said.
    """
    words = _telling(terms(counted))
    firsts = [
        token for token in wording.of_word(words[0]) if wording.tokens[max(token - 1, 0) : token] in _RIGHT_BEFORE
    ]
    held = [wording.of_word(word) for word in words[1:]]
    if len(words) < 2 or not firsts or not all(held):
        return []
    return [(token, token + 1) for token in sorted({*firsts[:1], *(token for tokens in held for token in tokens)})]


def _own_places(places: Sequence[Place], column: int, grid: Grid, wording: Wording) -> list[Place]:
    """Leave out places where the question goes on as another header does: "hộ nghèo" is not asked for by "Số hộ"."""
    said = [wording.tokens[start : end + 1] for start, end in places]
    others = [f" {key(header)} " for other, header in enumerate(grid.headers) if other != column]
    longer = [len(words) > end - start for words, (start, end) in zip(said, places, strict=True)]
    return [
        place
        for place, words, goes_on in zip(places, said, longer, strict=True)
        if not (goes_on and any(f" {' '.join(words)} " in other for other in others))
    ]


def _is_base(grid: Grid, column: int, text: str) -> bool:
    """Tell whether a column is only what a percentage is of: "đạt mấy phần trăm kế hoạch"."""
    base = _OF_BASE.search(normalise(text))
    return bool(base) and normalise(grid.headers[column]).startswith(base["base"] if base else "")


def _telling(words: Sequence[Term]) -> list[Term]:
    return [word for word in words if word.key not in _CONNECTING] or list(words)


def _is_counted(place: Place, wording: Wording) -> bool:
    before = wording.tokens[max(place[0] - 2, 0) : place[0]]
    after = wording.tokens[place[1] : place[1] + BEHIND]
    asked_after = "mấy" in after or ("bao", "nhiêu") in itertools.pairwise(after)
    counted_first = not asked_after or before[-1:] != ("các",)
    return bool(_ASKING_COUNT & set(before)) or (asked_after and counted_first)


def _longest(said: dict[int, list[Place]]) -> dict[int, list[Place]]:
    """Leave out headers that are said only inside longer ones: "Vốn" in "vốn pháp định"."""
    kept = {}
    for column, places in said.items():
        others = [place for other, own in said.items() if other != column for place in own]
        own = [p for p in places if not any(o[0] <= p[0] and p[1] <= o[1] and p != o for o in others)]
        if own:
            kept[column] = own
    return kept


def _partly(grid: Grid, columns: Sequence[int], wording: Wording, taken: Collection[int]) -> int | None:
    """Return the column whose header is said in part, where no other is said nearly as much."""
    plain = {column: without_brackets(grid.headers[column]) for column in columns}
    words = {column: set(_telling(terms(text))) for column, text in plain.items() if not _COUNTS.match(text)}
    known = Counter(word.key for each in words.values() for word in each)
    shares = {
        column: sum(1 / known[word.key] for word in each if wording.of_word(word) - set(taken))
        / sum(1 / known[word.key] for word in each)
        for column, each in words.items()
        if each
    }
    ordered = sorted(shares, key=lambda column: -shares[column])
    if not ordered or shares[ordered[0]] < PARTLY:
        return None
    second = shares[ordered[1]] if len(ordered) > 1 else 0.0
    return ordered[0] if shares[ordered[0]] - second >= MARGIN else None


def _tokens(places: Collection[Sequence[Place]]) -> frozenset[int]:
    return frozenset(token for each in places for start, end in each for token in range(start, end))
