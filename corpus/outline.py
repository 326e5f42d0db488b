"""Says which blocks open the sections of a document and of what is attached to it. Knows nothing of spans."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from corpus.attachments import attachments
from corpus.blocks import Block
from corpus.headings import heads_tables_only, is_sentence, is_styled, short_title, table_captions, titles_below
from corpus.labels import Named, name
from corpus.numbering import DEPTH, Numbering
from corpus.numerals import Numeral


@dataclass(frozen=True, slots=True)
class Opening:
    """A section that a block opens: its code, level, title, and whether the block is also its first paragraph.

    ``mark`` is the length of the numbering before the text; ``titles`` are the blocks below that hold the title.
    """

    code: str
    level: int
    title: str
    is_text: bool
    label: str = ""
    mark: int = 0
    titles: tuple[int, ...] = ()


def openings(blocks: Sequence[Block]) -> dict[int, Opening]:
    """Return, by index of the block, the sections that the blocks of one document open.

    Without any number in the document, its unnumbered headings are sections "m1", "m2" and so on; without headings,
    the captions of its tables are, where there are several. A workbook has a section a sheet with its tables inside.
    """
    numbering = Numbering(blocks)
    if numbering.chosen:
        return _named(blocks, numbering)
    headings = [index for index, block in enumerate(blocks) if block.kind == "heading"]
    captions = table_captions(blocks)
    if heads_tables_only(blocks, headings, captions):
        return _sheets(blocks, headings, captions)
    headings = headings[1:] or (captions if len(captions) > 1 else [])
    return {index: _unnumbered(blocks[index], f"m{rank}", 1) for rank, index in enumerate(headings, start=1)}


def _unnumbered(block: Block, code: str, level: int) -> Opening:
    title = " ".join(block.text.text.split())
    return Opening(code, level, title, is_text=False, label=f"Mục “{title}”")


def _sheets(blocks: Sequence[Block], headings: Sequence[int], captions: Sequence[int]) -> dict[int, Opening]:
    """Open a section a sheet and, inside it, one a caption: its tables "m1.b1", "m1.b2"."""
    found: dict[int, Opening] = {}
    sheet = table = 0
    for index in sorted([*headings, *captions]):
        if index in headings:
            sheet, table = sheet + 1, 0
            found[index] = _unnumbered(blocks[index], f"m{sheet}", 1)
        else:
            table += 1
            found[index] = _unnumbered(blocks[index], f"m{sheet}.b{table}", 2)
    return found


def _named(blocks: Sequence[Block], numbering: Numbering) -> dict[int, Opening]:
    chosen = numbering.chosen
    found: dict[int, Opening] = {}
    around: list[Named] = []
    seen: dict[str, int] = {}
    order = sorted(chosen)
    for index, following in pairwise([*order, len(blocks)]):
        numeral = chosen[index]
        while around and _depth(around[-1].numeral) >= _depth(numeral):
            around.pop()
        named = name(numeral, around, plain_parts=numbering.plain_parts)
        if named.code in seen and around and numeral.rank == "chapter":
            named = replace(named, code=f"{around[-1].code}.{named.code}")
        seen[named.code] = seen.get(named.code, 0) + 1
        if seen[named.code] > 1:
            named = replace(named, code=f"{named.code}-{seen[named.code]}")
        inner = following < len(blocks) and _depth(chosen[following]) > _depth(numeral)
        found[index] = _opening(blocks, index, named, len(around) + 1, chosen, has_body=inner or following > index + 1)
        around.append(named)
    return found


def _depth(numeral: Numeral) -> int:
    return DEPTH[numeral.rank] + len(numeral.value) - 1


def _opening(
    blocks: Sequence[Block], index: int, named: Named, level: int, chosen: dict[int, Numeral], *, has_body: bool
) -> Opening:
    numeral, block = named.numeral, blocks[index]
    title = numeral.title
    titles = () if title or numeral.rank == "arabic" else titles_below(blocks, index, chosen)
    if numeral.rank == "arabic":
        is_text = not is_styled(block)
    elif numeral.rank == "article":
        is_text = bool(title) and (not has_body or (not is_styled(block) and is_sentence(title)))
    else:
        is_text = False
    if is_text:
        title = short_title(title)
    elif titles:
        title = " ".join(blocks[below].text.text for below in titles)
    title = title.replace("\n", " ") if numeral.rank == "arabic" else " ".join(title.split()).rstrip(": ")
    return Opening(named.code, level, title or named.label, is_text, named.label, numeral.end, titles)


def outline(blocks: list[Block]) -> tuple[dict[int, Opening], int]:
    """Return the sections that the blocks open, what is attached included, and where the document itself ends.

    The codes of the first attachment begin with "A1-", its labels end with its name: "Điều 5 Quy chế".
    """
    attached = attachments(blocks)
    end = attached[0].start if attached else len(blocks)
    found = openings(blocks[:end])
    for number, attachment in enumerate(attached, start=1):
        start, code = attachment.start, f"A{number}"
        found[start] = Opening(code, 1, attachment.title, is_text=True, label=attachment.name)
        inner = Numbering(blocks[start + 1 : attachment.end])
        for index, opening in _named(blocks[start + 1 : attachment.end], inner).items():
            found[start + 1 + index] = replace(
                opening,
                code=f"{code}-{opening.code}",
                level=opening.level + 1,
                label=f"{opening.label} {attachment.name}",
                titles=tuple(start + 1 + below for below in opening.titles),
            )
    return found, end
