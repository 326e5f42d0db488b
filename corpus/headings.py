"""Tells headings from text and finds the titles that stand below a number. Knows nothing of series."""

import re
from collections.abc import Container, Sequence

from corpus.blocks import Block

_BOLD = re.compile(r"^\*{2,3}")
_UNIT_LINE = re.compile(r"^\([^()]*\)[.:]?$|^đơn vị(?:\s+tính)?\s*:", re.IGNORECASE)
TITLE_LENGTH = 80
"""A numbered paragraph that has no title of its own is named by its first words, up to this many characters."""
HEADING_LENGTH = 200
"""A heading is shorter, in characters."""
MOST_TITLE_BLOCKS = 4


def short_title(text: str) -> str:
    """Return the first words of a paragraph, for a section without a heading."""
    first = re.split(r"[.;:]\s", text, maxsplit=1)[0].removesuffix("./.").rstrip(".;: \t")
    if len(first) <= TITLE_LENGTH:
        return first
    return first[:TITLE_LENGTH].rsplit(" ", 1)[0].rstrip(",") + "…"


def is_styled(block: Block) -> bool:
    """A heading is marked as one, or is a short line that the source set in bold from its first character."""
    if block.kind == "heading":
        return True
    bold = bool(block.removed) and block.removed[0].at == 0 and bool(_BOLD.match(block.removed[0].text))
    return block.kind == "paragraph" and bold and len(block.text) < HEADING_LENGTH and not block.text.text.endswith(".")


def is_capitals(text: str) -> bool:
    """Tell whether a text is set in capitals, even where a lost font left some letters small ("CHươNG")."""
    letters = [char for char in text if char.isalpha()]
    return sum(char.isupper() for char in letters) * 2 > len(letters)


def is_sentence(text: str) -> bool:
    """Tell whether a text reads as a sentence rather than as a title."""
    stops = (".", ";") if is_capitals(text) else (".", ";", ",")
    return len(text) >= HEADING_LENGTH or text.rstrip().endswith(stops)


def titles_below(blocks: Sequence[Block], index: int, opened: Container[int]) -> tuple[int, ...]:
    """Return the blocks below a bare number ("Chương II") that are its title.

    That is the next block where it looks like one, and where its capitals go on, those after it.
    """
    found: list[int] = []
    for below in range(index + 1, min(index + 1 + MOST_TITLE_BLOCKS, len(blocks))):
        block = blocks[below]
        text = block.text.text
        if below in opened or block.kind not in ("heading", "paragraph") or is_sentence(text):
            break
        if found and not (is_capitals(text) and is_capitals(blocks[found[0]].text.text)):
            break
        # A title in small letters is one only where a numbered unit follows it at once.
        if not (is_styled(block) or is_capitals(text) or found or below + 1 in opened):
            break
        found.append(below)
    return tuple(found)


def is_unit_line(text: str) -> bool:
    """Tell whether a line between a caption and its table says how to read it: "(triệu đồng)", "Đơn vị tính: ha"."""
    return len(text) < HEADING_LENGTH and bool(_UNIT_LINE.match(text))


def table_captions(blocks: Sequence[Block]) -> list[int]:
    """Return the blocks that stand right above tables, over the line of the unit, and read as captions."""
    found: list[int] = []
    for index, block in enumerate(blocks):
        if block.table == 0 or (index and blocks[index - 1].table == block.table):
            continue
        above = index - 1
        while above >= 0 and is_unit_line(blocks[above].text.text):
            above -= 1
        if above >= 0 and blocks[above].kind == "paragraph" and not is_sentence(blocks[above].text.text):
            found.append(above)
    return found


def heads_tables_only(blocks: Sequence[Block], headings: Sequence[int], captions: Sequence[int]) -> bool:
    """Tell whether headings are the names of sheets: the first block is one, and each stands right above a table."""
    tops = {*captions, *(index for index, block in enumerate(blocks) if block.table)}
    return bool(headings) and headings[0] == 0 and all(index + 1 in tops for index in headings)
