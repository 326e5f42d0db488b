"""Finds the điểm of a document, "a) …" to "y) …", and what stands inside each. Knows nothing of sections' names."""

from collections.abc import Container, Sequence
from dataclasses import dataclass

from corpus.blocks import Block
from corpus.numerals import Point, read_point
from corpus.quoting import quoted
from corpus.sequence import rising


@dataclass(frozen=True, slots=True)
class Points:
    """``opened`` gives the letter of each block that opens a điểm, ``inside`` the letter that a block stands under."""

    opened: dict[int, Point]
    inside: dict[int, str]


def find_points(blocks: Sequence[Block], sections: Container[int]) -> Points:
    """Return the điểm, given the blocks that open sections. Letters start again with "a" and in each section."""
    skipped = quoted([block.text.text for block in blocks])
    runs: list[list[tuple[int, Point]]] = [[]]
    ends: list[int] = []
    for index, block in enumerate(blocks):
        if index in sections:
            ends.append(index)
            runs.append([])
        point = read_point(block.text.text) if block.kind == "paragraph" and index not in skipped else None
        if point is None or index in sections:
            continue
        if point.value == 1 and runs[-1]:
            ends.append(index)
            runs.append([])
        runs[-1].append((index, point))
    found = Points({}, {})
    for run, end in zip(runs, [*ends, len(blocks)], strict=True):
        _take(blocks, run, end, found)
    return found


def _take(blocks: Sequence[Block], run: list[tuple[int, Point]], end: int, found: Points) -> None:
    """Keep the letters of a run that rise from "a"; "a." and "a-" only where another follows."""
    chosen = [run[i] for i in rising([(point.value, "") for _, point in run])]
    if len(chosen) == 1 and not chosen[0][1].sure:
        return
    for rank, (index, point) in enumerate(chosen):
        found.opened[index] = point
        found.inside[index] = point.letter
        last = rank + 1 == len(chosen)
        for below in range(index + 1, end if last else chosen[rank + 1][0]):
            # What follows the last letter belongs to it only as long as it is a list.
            if last and blocks[below].kind not in ("bullet", "sub-bullet"):
                break
            found.inside[below] = point.letter
