"""Finds the rows of a table that a question names. Knows names of rows, nothing of what is asked about them.

A fuller name beats a shorter one inside it: where "phó trưởng phòng" is said, "trưởng phòng" is not.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.rows.countries import other_names
from app.rows.units import unit_column
from app.rows.wording import Place, Term, Wording, terms, without_brackets
from app.understand.names import PLACE_CLASSES
from corpus.grid import Grid, GridRow
from corpus.models import Report
from index.syllables import syllables

_NUMBER = re.compile(r"^\W*(?:(?:\d{1,3}(?:\.\d{1,3})*|[IVXL]{1,5}|[A-Za-zĐđ])[.)/]\s*|[IVXL]{1,5}\s+)(?=\S)")
_SEAM = re.compile(r"\s*[-–/,;&+]\s*|\s+(?:và|hoặc|hay)\s+")
_LABEL = re.compile(r"^(?P<label>[^:]{3,30}\d):\s")
_JOINING = frozenset({"và", "với", "cùng", "lẫn", "hay", "hoặc", "còn"})
_ASIDE = re.compile(r"^(?:ghi chú|notes?)$", re.IGNORECASE)
_SUM = re.compile(r"^tổng(?: số| cộng)? (?=\S+ \S)", re.IGNORECASE)
_PLACE = re.compile(
    r"^(?:tỉnh|thành phố|tp\.?|thị xã|huyện(?: đảo)?|quận|thị trấn|xã|phường|thôn|bản|đặc khu)\s+(?=\S+\s+\S)",
    re.IGNORECASE,
)
_CLASS_ENDS = frozenset(kind.split()[-1] for kind in PLACE_CLASSES)
_TOTALS = frozenset("tổng số cộng chung toàn cả nước tỉnh huyện xã quốc ngành bộ thành phố thị".split())
"""Words that a sum of the whole table is called by."""
WHOLE, PARTLY, PART = 1.0, 0.9, 0.7
"""How well a row is named: by its whole name, by nearly all words of it, by one of the things it brings together."""
ENOUGH = 0.8
"""Share of the words of a name, by how few rows have them, that name it."""
FEWEST_SPREAD, BETWEEN = 4, 3
"""Words of a name that may stand apart, and how many others may stand between them."""
MOST_OF_OTHER_COLUMNS = 3
"""More rows are not named by a cell that is not their name: that many people are of one office."""


@dataclass(frozen=True, slots=True)
class NamedRow:
    """A row and where in the question it is named, and how well."""

    row: GridRow
    places: tuple[Place, ...]
    fit: float

    @property
    def tokens(self) -> frozenset[int]:
        """The words of the question that name it."""
        return frozenset(token for start, end in self.places for token in range(start, end))


def bare(name: str) -> str:
    """Return the name of a row without its number and what stands in brackets."""
    return without_brackets(_NUMBER.sub("", name)) or name


def is_only_total(grid: Grid, row: GridRow) -> bool:
    """Tell whether a row adds up the whole table and says no more of what: "Tổng số", not "Tổng thu ngân sách"."""
    return row.total and {term.key for term in terms(bare(grid.name(row)))} <= _TOTALS


def named_rows(grid: Grid, wording: Wording) -> list[NamedRow]:
    """Return the rows that a question names, sums of the whole table left out, in the order of the table.

    Where none is named by its name, those with most of what the question says in their other cells: "Trưởng phòng" and
    "Phòng Nội vụ" name a person together.
    """
    rows = [row for row in grid.rows if not is_only_total(grid, row)]
    asides = {column for column in grid.names if _ASIDE.match(grid.headers[column].strip())}
    columns = [column for column in grid.names if column not in asides and column != unit_column(grid)]
    found = _outermost(_named_in(grid, rows, columns[:1], wording))
    found += _joined(grid, rows, wording, found)
    if not found and columns:
        others = _named_in(grid, rows, columns[1:], wording)
        outer = {token for one in _outermost(others) for token in one.tokens}
        most = max((len(one.tokens & outer) for one in others), default=0)
        found = [one for one in others if len(one.tokens & outer) == most]
        found = found if len(found) <= MOST_OF_OTHER_COLUMNS else []
    return sorted(_without_groups(grid, found), key=lambda one: one.row.paragraph.start)


def _named_in(grid: Grid, rows: Sequence[GridRow], columns: Sequence[int], wording: Wording) -> list[NamedRow]:
    """Return the rows that cells of some columns name, each with all the places of its cells."""
    found: dict[int, NamedRow] = {}
    for column in columns:
        names = [(row, bare(grid.text(row, column))) for row in rows if column in row.cells]
        seen = Counter(term.key for _, name in names for term in set(terms(name)))
        for row, name in names:
            if one := _named(row, name, wording, seen) or _by_bare_place(row, name, wording, grid.report):
                known = found.get(id(row), NamedRow(row, (), 0.0))
                found[id(row)] = NamedRow(row, (*known.places, *one.places), max(known.fit, one.fit))
    return list(found.values())


def _joined(grid: Grid, rows: Sequence[GridRow], wording: Wording, found: Sequence[NamedRow]) -> list[NamedRow]:
    """Return the rows named right after others without the noun that both begin with: "ba xã An, Bình và Châu"."""
    names = {id(row): terms(bare(grid.name(row))) for row in rows}
    nouns = Counter(name[0].key for name in names.values() if len(name) > 1)
    ends = {end: names[id(one.row)][0].key for one in found for start, end in one.places if names[id(one.row)]}
    ends = {end: noun for end, noun in ends.items() if nouns[noun] > 1}
    joined: list[NamedRow] = []
    left = [row for row in rows if len(names[id(row)]) > 1 and all(one.row is not row for one in found)]
    while ends:
        new = [
            NamedRow(row, (place,), PARTLY)
            for row in left
            for place in wording.places(" ".join(word.key for word in names[id(row)][1:]))
            if _follows(place, names[id(row)][0].key, ends, wording)
        ]
        left = [row for row in left if all(one.row is not row for one in new)]
        joined += new
        ends = {one.places[0][1]: names[id(one.row)][0].key for one in new}
    return joined


def _follows(place: Place, noun: str, ends: dict[int, str], wording: Wording) -> bool:
    """Tell whether a place stands next after a name with a noun, or one joining word after it."""
    start = place[0]
    return ends.get(start) == noun or (ends.get(start - 1) == noun and wording.tokens[start - 1] in _JOINING)


def _named(row: GridRow, name: str, wording: Wording, seen: Counter[str]) -> NamedRow | None:
    if not any(wording.of_word(word) for word in terms(name)) and not other_names(name) and not wording.places(name):
        return None
    places = wording.places(name) or [place for other in other_names(name) for place in wording.name_places(other)]
    if places:
        return NamedRow(row, tuple(places), WHOLE)
    summed = _SUM.sub("", name)
    if summed != name and (places := wording.places(summed)):
        return NamedRow(row, tuple(places), PARTLY)
    if spread := _spread(name, wording, seen):
        return NamedRow(row, spread, PARTLY)
    if (label := _LABEL.match(name)) and (places := wording.places(label["label"])):
        return NamedRow(row, tuple(places), PARTLY)  # "Dự án 2: Đa dạng hóa sinh kế"
    parts = [part for part in _SEAM.split(name) if len(terms(part)) > 1]
    inside = [place for part in parts if part != name for place in wording.places(part)]
    return NamedRow(row, tuple(inside), PART) if inside else None


def _by_bare_place(row: GridRow, name: str, wording: Wording, report: Report) -> NamedRow | None:
    """Return a row "Huyện Pá Lông" where "Pá Lông" is said, but not "xã Pá Lông", nor the place that reports itself."""
    place = _PLACE.sub("", name)
    own = f" {' '.join(syllables(f'{report.title} {report.metadata.issuer} {report.metadata.superior}'))} "
    if place == name or f" {' '.join(syllables(place))} " in own:
        return None
    said = [at for at in wording.name_places(place) if wording.tokens[max(at[0] - 1, 0)] not in _CLASS_ENDS]
    return NamedRow(row, tuple(said), PARTLY) if said else None


def _spread(name: str, wording: Wording, seen: Counter[str]) -> tuple[Place, ...]:
    """Return where nearly all words of a longer name stand close together, in any order; nothing where they do not."""
    words = terms(name)
    held = [word for word in words if wording.of_word(word)]
    share = sum(1 / seen[word.key] for word in held) / sum(1 / seen[word.key] for word in words)
    if len(words) < FEWEST_SPREAD or share < ENOUGH:
        return ()
    tokens = sorted({token for word in held for token in wording.of_word(word)})
    run = next((tokens[i : i + len(held)] for i in range(len(tokens)) if _close(tokens[i : i + len(held)], held)), [])
    return tuple((token, token + 1) for token in run)


def _close(run: Sequence[int], held: Sequence[Term]) -> bool:
    return len(run) == len(held) and run[-1] - run[0] < len(held) + BETWEEN


def _outermost(found: Sequence[NamedRow]) -> list[NamedRow]:
    """Leave out the places of a name that lie inside those of a longer one, and rows without any left."""
    kept = []
    for one in found:
        others = [place for other in found if other is not one for place in other.places]
        places = tuple(place for place in one.places if not any(_inside(place, other) for other in others))
        if places:
            kept.append(NamedRow(one.row, places, one.fit))
    best: dict[int, float] = {}
    for one in kept:
        for token in one.tokens:
            best[token] = max(best.get(token, 0.0), one.fit)
    return [one for one in kept if any(best[token] == one.fit for token in one.tokens)]


def _inside(place: Place, other: Place) -> bool:
    return other[0] <= place[0] and place[1] <= other[1] and place != other


def _without_groups(grid: Grid, found: Iterable[NamedRow]) -> list[NamedRow]:
    """Leave out the heading row that another named row stands under: it only tells which one is meant."""
    found = list(found)
    named = {group for one in found for group in one.row.groups}
    headings = {id(one.row) for one in found if one.row.opens and any(grid.name(one.row) in group for group in named)}
    members = [one for one in found if id(one.row) not in headings]
    spoken = {one.row.groups for one in found if one.row.groups}
    return members if members and spoken and headings and not _twice(members, found) else found


def _twice(members: Sequence[NamedRow], found: Sequence[NamedRow]) -> bool:
    """Tell whether a heading and its member are named by the very same words: "Dịch vụ" under "Dịch vụ"."""
    tokens = [one.tokens for one in members]
    return any(one.tokens in tokens for one in found if one not in members)
