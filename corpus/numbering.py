"""Reads the numbering of headings: which section a block opens. Heading levels of the source are not trusted.

Order: Phần, Chương, Mục, Tiểu mục, "A.", "I.", Điều, then "1." (khoản below a Điều) with "1.1.". A number counts only
where it belongs to a rising series of its rank. Knows nothing of footnotes or passages.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from corpus.blocks import Block
from corpus.headings import HEADING_LENGTH, is_styled
from corpus.numerals import Numeral, Rank, read_numeral
from corpus.quoting import quoted
from corpus.sequence import ARTICLES, STRICT, Gaps, rising

FEWEST_PLAIN = 3
"""So many numbered paragraphs at least make sections of a document that has no headings at all."""

DEPTH: dict[Rank, int] = {
    "part": 0,
    "chapter": 1,
    "division": 2,
    "subdivision": 3,
    "letter": 4,
    "roman": 5,
    "article": 6,
    "arabic": 7,
}
Candidates = dict[Rank, list[int]]


class Numbering:
    """The numbered blocks of one document: ``chosen`` gives the number of each block that opens a section."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._blocks = blocks
        inside = quoted([block.text.text for block in blocks])
        self._numerals: dict[int, Numeral] = {}
        self._ranked: Candidates = defaultdict(list)
        for index, block in enumerate(blocks):
            numeral = read_numeral(block.text.text) if block.kind in ("heading", "paragraph") else None
            if numeral and index not in inside and (numeral.sure or is_styled(block)):
                self._numerals[index] = numeral
                self._ranked[numeral.rank].append(index)
        self.chosen: dict[int, Numeral] = {}
        self.plain_parts = self._fold_parts()
        self._choose()

    def _fold_parts(self) -> bool:
        """Make one series of "PHẦN I" and "II." where no "I." stands below a Phần; tell whether that was done."""
        parts = self._ranked["part"]
        romans = [index for index in self._ranked["roman"] if is_styled(self._blocks[index])]
        below = any(self._numerals[index].value == (1,) and index > parts[0] for index in romans) if parts else True
        named = any(not set(self._numerals[index].shown) <= set("IVXL") for index in parts)
        if below or named or self._ranked["article"] or self._ranked["chapter"]:
            return False
        for index in romans:
            self._numerals[index] = replace(self._numerals[index], rank="part")
        self._ranked["part"] = sorted([*parts, *romans])
        self._ranked["roman"] = [index for index in self._ranked["roman"] if index not in set(romans)]
        return True

    def _choose(self) -> None:
        self._take(self._series(self._ranked["part"]))
        chapters = self._series(self._ranked["chapter"])
        by_part = [i for _, members in self._regions(self._ranked["chapter"]) for i in self._series(members)]
        self._take(max(chapters, by_part, key=len))
        for rank in ("division", "subdivision"):
            for _, members in self._regions(self._ranked[rank]):
                self._take(self._series(members))
        articles = self._series(self._ranked["article"], ARTICLES)
        for _, members in self._regions(self._ranked["letter"]):
            letters = self._series([i for i in members if self._is_head(i)])
            self._take(letters if len(letters) > 1 else [])
        self._take_romans(bool(articles))
        self._take(articles)
        self._take_items()

    def _take(self, indexes: Sequence[int]) -> None:
        self.chosen.update({index: self._numerals[index] for index in indexes})

    def _series(self, indexes: Sequence[int], gaps: Gaps = STRICT) -> list[int]:
        numerals = [self._numerals[index] for index in indexes]
        return [indexes[i] for i in rising([(numeral.value[-1], numeral.suffix) for numeral in numerals], gaps)]

    def _is_head(self, index: int) -> bool:
        return is_styled(self._blocks[index]) or self._numerals[index].title.isupper()

    def _regions(self, indexes: Sequence[int]) -> list[tuple[int | None, list[int]]]:
        """Return the indexes in groups that stand below the same chosen block, with that block; None for none."""
        edges = sorted(self.chosen)
        groups: dict[int | None, list[int]] = {}
        for index in indexes:
            position = bisect_left(edges, index)
            groups.setdefault(edges[position - 1] if position else None, []).append(index)
        return list(groups.items())

    def _take_romans(self, law_like: bool) -> None:
        """Take "I.", "II.": those set as headings; where none is, and there is no Điều, short lines of a series."""
        styled = [index for index in self._ranked["roman"] if is_styled(self._blocks[index])]
        if styled or law_like:
            for _, members in self._regions(styled):
                self._take(self._series(members))
            return
        for _, members in self._regions(self._ranked["roman"]):
            short = [i for i in members if self._is_title(i)]
            series = self._series(short)
            if len(series) > 1 or any(self._numerals[index].title.isupper() for index in series):
                self._take(series)

    def _is_title(self, index: int) -> bool:
        text = self._blocks[index].text.text
        return len(text) < HEADING_LENGTH and not text.endswith((".", ";", ","))

    def _take_items(self) -> None:
        """Take "1." and, inside each, "1.1."; under a Điều all of a series, elsewhere headings before paragraphs."""
        has_holders = bool(self.chosen)
        for holder, members in self._regions(self._ranked["arabic"]):
            if holder is None and has_holders:
                continue
            self._take_below(members, self.chosen[holder] if holder is not None else None)

    def _take_below(self, members: list[int], holder: Numeral | None) -> None:
        first = [index for index in members if len(self._numerals[index].value) == 1]
        in_article = holder is not None and holder.rank == "article"
        styled = [] if in_article else [index for index in first if is_styled(self._blocks[index])]
        series = self._series(styled or self._without_lists(first))
        if holder is None and not styled and not self._may_be_plain(series):
            return
        own = [i for i in members if holder and self._numerals[i].value[:-1] == holder.value]
        if not series and len(own_series := self._series(own)) > 1:
            series = own_series
        self._take(series)
        self._take_inner(members, series)

    def _may_be_plain(self, series: list[int]) -> bool:
        """Tell whether plain paragraphs make the sections: several, in a document without unnumbered headings."""
        headings = sum(block.kind == "heading" for block in self._blocks)
        return len(series) >= FEWEST_PLAIN and headings < 2

    def _take_inner(self, members: list[int], series: list[int]) -> None:
        """Take what is numbered below each of a series: "1.1.", "1.2." below "1."."""
        for start, end in pairwise([*series, members[-1] + 1]):
            value = self._numerals[start].value
            inside = members[bisect_right(members, start) : bisect_left(members, end)]
            below = [index for index in inside if self._numerals[index].value[:-1] == value]
            styled = [index for index in below if is_styled(self._blocks[index])]
            inner = self._series(styled or below)
            self._take(inner)
            if inner:
                self._take_inner(inside, inner)

    def _without_lists(self, indexes: list[int]) -> list[int]:
        """Leave out lists inside an item: they begin with 1 after a colon, while the outer series stands at its own."""
        values = [self._numerals[index].value[0] for index in indexes]
        last = {value: position for position, value in enumerate(values)}
        kept: list[int] = []
        outer, inner = 0, 0
        for position, (index, value) in enumerate(zip(indexes, values, strict=True)):
            after_colon = index > 0 and self._blocks[index - 1].text.text.rstrip().endswith(":")
            if inner and value == inner + 1 and (value != outer + 1 or last[value] > position):
                inner = value
            elif value == 1 and outer and after_colon:
                inner = 1
            else:
                kept.append(index)
                outer, inner = value, 0
        return kept
