"""What comes out of reading a file: Markdown, and what was found, lost or doubted. Knows nothing of any format."""

from dataclasses import dataclass
from typing import Literal

Format = Literal["docx", "doc", "rtf", "pdf", "md", "txt", "html", "xlsx", "xls", "scan"]

DoubtKind = Literal[
    "image",  # a picture, of which nothing is read
    "text-box",  # the text of a box, set where the box is anchored
    "formula",  # an equation, or a cell whose formula was saved without its value
    "embedded",  # a file inside the file (a chart, a sheet in a document)
    "comment",  # a remark of a reviewer, left out
    "hidden",  # hidden text, rows, columns or sheets
    "sheet-cut",  # rows or columns beyond the limit
    "footnote",  # a mark without its body, or a body without its mark
    "encoding",  # characters that no encoding explains
    "ocr",  # words that character recognition was not sure of
    "no-end",  # an official document without "./.", recipients or signature
]
"""What is not certain; the catalogue has its words."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something not read or not certain: ``where`` names the place (a sheet, a page) or is "", ``count`` how many."""

    kind: DoubtKind
    where: str = ""
    count: int = 1


@dataclass(frozen=True, slots=True)
class Findings:
    """What the reading of a file found, and what it lost or doubts."""

    format: Format
    encodings: tuple[str, ...] = ()  # legacy encodings that were turned into Unicode: "tcvn3", "vni", "viscii"
    converted: int = 0  # characters that were turned into Unicode
    pages: int = 0  # 0 where the format has none
    tables: int = 0
    insertions: int = 0  # tracked, read
    deletions: int = 0  # tracked, left out
    footnotes: int = 0  # bodies in the file, endnotes included
    doubts: tuple[Doubt, ...] = ()

    @property
    def whole(self) -> bool:
        """Whether the format tells that the file was read to its end; a text that was cut off looks like any other."""
        return self.format not in ("md", "txt")


@dataclass(frozen=True, slots=True)
class Reading:
    """The Markdown of a file, NFC with line feeds, and the findings."""

    markdown: str
    findings: Findings
