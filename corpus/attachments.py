"""Finds what is attached to a document in one file: a Quy chế below its Quyết định, annexes. Reads no numbering."""

import re
from dataclasses import dataclass
from itertools import pairwise

from corpus.blocks import Block
from corpus.components import is_attached, opens_recipients, opens_signature, type_of
from corpus.letterhead import is_motto
from corpus.numerals import read_numeral

_ANNEX = re.compile(
    r"^(?P<name>(?:PHỤ LỤC|Phụ lục)(?:\s+(?:(?:SỐ|số)\s+)?(?:[IVXL]{1,6}|\d{1,2}|[A-HĐ])(?![\w/]))?)"
    r"\s*(?P<rest>[.:–-]?.*)$",
    re.DOTALL,
)
_BODY = re.compile(
    r"(?:QUY CHẾ|QUY ĐỊNH|ĐIỀU LỆ|NỘI QUY|CHƯƠNG TRÌNH|KẾ HOẠCH|ĐỀ ÁN|DANH MỤC|DANH SÁCH|HƯỚNG DẪN|QUY TRÌNH"
    r"|PHƯƠNG ÁN|CHIẾN LƯỢC|QUY HOẠCH|BIỂU|MẪU)\b"
)
REACH = 6
"""So many blocks above "(Ban hành kèm theo …)" its own title may begin."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """What is attached: ``start`` and ``end`` count blocks, ``name`` is what citations call it: "Quy chế"."""

    start: int
    end: int
    name: str
    title: str


def _annex(blocks: list[Block], index: int) -> bool:
    """Tell whether a block is the heading of an annex, not a sentence that names one."""
    block = blocks[index]
    match = _ANNEX.match(block.text.text)
    if not match or block.kind not in ("heading", "paragraph") or len(block.text) > 250:
        return False
    rest = match["rest"].strip(" .:–-")
    return block.kind == "heading" or not rest or rest.isupper() or is_attached(rest) or _says_attached(blocks, index)


def _says_attached(blocks: list[Block], index: int) -> bool:
    return any(is_attached(block.text.text) for block in blocks[index + 1 : index + 3])


def _title_above(blocks: list[Block], index: int, least: int) -> int:
    """Return where the title above "(Ban hành kèm theo …)" begins, ``index`` itself where there is none."""
    for above in range(index - 1, max(index - REACH, least) - 1, -1):
        text = blocks[above].text.text
        if opens_recipients(text) or blocks[above].row:
            break
        if (_BODY.match(text) and text.isupper()) or (_BODY.match(text.upper()) and blocks[above].kind == "heading"):
            return above
    return index


def _with_letterhead(blocks: list[Block], start: int, least: int) -> int:
    """Move the start up over a letterhead of its own."""
    above = range(start - 1, max(start - REACH - 2, least) - 1, -1)
    mottos = [index for index in above if is_motto(blocks[index].text.text)]
    if not mottos:
        return start
    first = mottos[-1]
    while first > least and blocks[first - 1].text.text.isupper() and not opens_signature(blocks[first - 1].text.text):
        first -= 1
    return first


def _described(blocks: list[Block], index: int) -> tuple[str, str]:
    """Return what an attachment is called, and its title, from the block at which its title begins."""
    text = " ".join(blocks[index].text.text.split())
    annex = _ANNEX.match(text)
    following = [" ".join(block.text.text.split()) for block in blocks[index + 1 : index + 4]]
    titles: list[str] = []
    for line in following:
        if is_attached(line) or read_numeral(line) or not (line.isupper() or (annex and not titles)) or len(line) > 250:
            break
        titles.append(line)
    if annex:
        name = annex["name"].capitalize().split()
        shown = " ".join(["Phụ lục", *(word.upper() for word in name[2:] if word != "số")])
        return shown, " ".join([annex["rest"].strip(" .:–-"), *titles]).strip() or shown
    body = _BODY.match(text.upper())
    return (body[0].capitalize() if body else "Phụ lục"), " ".join([text, *titles])


def attachments(blocks: list[Block]) -> list[Attachment]:
    """Return what is attached, in order; nothing is attached before the document itself has a numbered unit."""
    first = next((index for index, block in enumerate(blocks) if read_numeral(block.text.text)), len(blocks))
    ended = next((i for i, block in enumerate(blocks) if opens_recipients(block.text.text)), len(blocks))
    found: list[tuple[int, str, str]] = []
    least = min(first, ended) + 1
    named = -REACH  # where the title of the last attachment stands
    for index in range(least, len(blocks)):
        text = blocks[index].text.text
        title = index
        if is_attached(text) and index - named < REACH:
            continue
        if is_attached(text) and index >= least:
            title = _title_above(blocks, index, least)
        elif not (_annex(blocks, index) or (index > ended and _BODY.match(text) and type_of(text))):
            continue
        start = _with_letterhead(blocks, title, least)
        if title >= least and start >= least:
            found.append((start, *_described(blocks, title)))
            least, named = index + 1, index
    found.append((len(blocks), "", ""))
    return [Attachment(start, end, name, title) for (start, name, title), (end, _, _) in pairwise(found)]
