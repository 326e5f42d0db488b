"""Reads the numbering of headings: which section a block opens. Heading levels of the source are not trusted.

Order of an administrative report: part (Roman), item (Arabic). Knows nothing of footnotes or passages.
"""

import re
from dataclasses import dataclass

from corpus.blocks import Block

_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50}
_PART = re.compile(
    r"^(?:(?:PHẦN|Phần|CHƯƠNG|Chương)\s+(?:THỨ\s+)?)?(?P<roman>[IVXL]{1,6})(?:[.):]|\s*[-–])\s*(?P<title>\S.*)$",
    re.DOTALL,
)
_ITEM = re.compile(r"^(?P<arabic>\d{1,2})[.)]\s+(?P<title>\S.*)$", re.DOTALL)
_BOLD = re.compile(r"^\*{2,3}")
TITLE_LENGTH = 80
"""A numbered paragraph that has no title of its own is named by its first words, up to this many characters."""


@dataclass(frozen=True, slots=True)
class Opening:
    """A section that a block opens: its code, level, title, and whether the block is also its first paragraph."""

    code: str
    level: int
    title: str
    is_text: bool


def roman_value(numeral: str) -> int:
    """Return the value of a Roman numeral up to 89: "IX" is 9."""
    values = [_ROMAN_VALUES[letter] for letter in numeral]
    return sum(-v if any(w > v for w in values[i + 1 : i + 2]) else v for i, v in enumerate(values))


def _short_title(text: str) -> str:
    """Return the first words of a paragraph, for a section without a heading."""
    first = re.split(r"[.;:]\s", text, maxsplit=1)[0].rstrip(".;:")
    if len(first) <= TITLE_LENGTH:
        return first
    return first[:TITLE_LENGTH].rsplit(" ", 1)[0].rstrip(",") + "…"


def _is_heading(block: Block) -> bool:
    """A heading is marked as one, or is a short line that the source set in bold from its first character."""
    if block.kind == "heading":
        return True
    bold = bool(block.removed) and block.removed[0].at == 0 and bool(_BOLD.match(block.removed[0].text))
    return block.kind == "paragraph" and bold and len(block.text) < 200 and not block.text.text.endswith(".")


def _headed_parts(blocks: list[Block]) -> set[int]:
    """Return the indexes (0 for before the first part) of the parts whose items are headings, not paragraphs."""
    headed, part = set(), 0
    for block in blocks:
        as_part = _PART.match(block.text.text)
        if _is_heading(block) and as_part and roman_value(as_part["roman"]) == part + 1:
            part += 1
        elif _is_heading(block) and _ITEM.match(block.text.text):
            headed.add(part)
    return headed


def openings(blocks: list[Block]) -> dict[int, Opening]:
    """Return, by index of the block, the sections that the blocks open.

    A number counts only when it continues the sequence: parts I, II, III; items 1, 2, 3 within a part. Without any
    number in the document, its unnumbered headings are sections "m1", "m2" and so on.
    """
    found = _numbered(blocks)
    if found:
        return found
    headings = [index for index, block in enumerate(blocks) if block.kind == "heading"][1:]
    return {
        index: Opening(f"m{rank}", 1, blocks[index].text.text.strip(), is_text=False)
        for rank, index in enumerate(headings, start=1)
    }


def _numbered(blocks: list[Block]) -> dict[int, Opening]:
    headed = _headed_parts(blocks)
    has_parts = any(_is_heading(block) and _PART.match(block.text.text) for block in blocks)
    found: dict[int, Opening] = {}
    part, part_code, item = 0, "", 0
    for index, block in enumerate(blocks):
        text = block.text.text
        as_part, as_item = _PART.match(text), _ITEM.match(text)
        if as_part and _is_heading(block) and roman_value(as_part["roman"]) == part + 1:
            part, part_code, item = part + 1, as_part["roman"], 0
            found[index] = Opening(part_code, 1, as_part["title"].strip(), is_text=False)
        elif as_item and int(as_item["arabic"]) == item + 1 and block.kind in ("heading", "paragraph"):
            heading = _is_heading(block)
            if (part == 0 and has_parts) or (not heading and part in headed) or (part == 0 and not heading):
                continue
            item += 1
            code = f"{part_code}.{item}" if part_code else str(item)
            title = as_item["title"].strip() if heading else _short_title(as_item["title"])
            found[index] = Opening(code, 2 if part_code else 1, title, is_text=not heading)
    return found
