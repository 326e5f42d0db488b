"""The nouns of a report: what it consists of and where each part stands. Knows nothing of files, formats or search.

All spans are ``[start, end)`` in characters of ``Report.text``, the canonical NFC text of the report.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from corpus.places import Places, find_places

ParagraphKind = Literal["heading", "paragraph", "bullet", "sub-bullet", "item", "row"]
"""``bullet`` opens with "-", ``sub-bullet`` with "+"; the mark itself is layout and not part of the text.

``item`` is a điểm, "a) …", whose mark stands in the text before its first sentence. ``row`` is a row of a table.
"""

ParagraphRole = Literal["motto", "issuer", "number", "place-date", "type", "title", "body", "recipients", "signature"]
"""The component of an official document that a paragraph is (Nghị định 30/2020/NĐ-CP, Điều 8); ``motto`` is Quốc hiệu
and Tiêu ngữ."""

RepairKind = Literal["join", "footnote-lifted", "mark-removed", "page-number"]


@dataclass(frozen=True, slots=True)
class Span:
    """A run of characters ``[start, end)`` of the canonical text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a paragraph. ``items`` are the members of an enumeration after a colon, or empty."""

    id: str  # "<report>#I.2.p3.s2" or "<report>#fn2.s1"
    start: int
    end: int
    items: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """A filled cell of a row of a table. ``column`` counts from 0 and takes in the empty ones.

    ``text[start:value]`` is the header of the column with its colon, empty where the column has none;
    ``text[value:end]`` is what the cell says.
    """

    column: int
    start: int
    value: int
    end: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, bullet, heading, row or footnote body. ``parent`` is the paragraph that introduces it, if any.

    The parent of a row is the heading row above it in its table, the line with the unit, or the caption.
    ``label_part`` is the unit below the section that it stands in, "điểm a", or "". ``table`` is the number of the
    table in the document that a row belongs to, from 1; 0 where it is no row.
    """

    id: str
    section: str  # section code
    footnote: str | None
    kind: ParagraphKind
    role: ParagraphRole
    parent: str | None
    start: int
    end: int
    sentences: tuple[Sentence, ...]
    label_part: str = ""
    table: int = 0
    cells: tuple[Cell, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A part ("I"), an item of it ("I.3"), ``header`` or ``closing``. A child's span lies inside its parent's.

    Codes are ASCII: reports "I.3"; law-like documents "P1" (Phần), "C2" (Chương), "C2.M1" (Mục), "D5" (Điều),
    "D5.2" (khoản); without numbers "m1", in a workbook "m1" (a sheet) and "m1.b2" (the second captioned table in it);
    what is attached to a document is "A1", "A2", with its own sections as "A1-D5".
    ``label`` is the official form (Nghị định 30/2020/NĐ-CP, Phụ lục II.V.7): "Mục I.3", "khoản 2 Điều 5".
    """

    code: str
    title: str
    path: tuple[str, ...]  # titles from the outermost section down to this one
    level: int  # 1 for the outermost, header and closing; deeper ones count up
    start: int
    end: int
    label: str = ""


@dataclass(frozen=True, slots=True)
class Footnote:
    """A footnote: its body ``text[start:end]`` and the offset ``anchor`` where its mark stood in the running text.

    ``sentence`` is the id of the sentence that carries the mark; ``section`` the code of the section it stands in.
    """

    number: str
    section: str
    anchor: int
    sentence: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Repair:
    """A change of layout between the source and the canonical text; spelling is never changed.

    ``source_start`` and ``source_end`` are offsets in the decoded source; ``at`` is the offset in the canonical
    text where the trace of the repair is; ``removed`` is what stood in the source.
    """

    kind: RepairKind
    source_start: int
    source_end: int
    at: int
    removed: str


@dataclass(frozen=True, slots=True)
class Plan:
    """The document that a report answers to, for example plan 2923/KH-UBND of 14/12/2020."""

    number: str
    issued_on: str  # ISO 8601 date, or "" when the report gives none


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the document says of itself; a field the source leaves blank is None, never guessed."""

    title: str
    number: str | None  # None: the source leaves the number blank ("Số: /BC-UBND")
    sign: str | None  # the part after the slash: "BC-UBND"
    issuer: str | None
    issued_on: str | None  # ISO 8601, reduced where the day is blank: "2023-02"
    period: str | None  # the year or years reported on: "2022"
    plan: Plan | None
    signatory: str | None
    recipients: tuple[str, ...]
    kind: str | None = None  # tên loại: "Báo cáo", "Nghị định"; None for an official letter
    superior: str | None = None  # cơ quan chủ quản, named above the issuer


@dataclass(frozen=True, slots=True)
class Report:
    """One document of the corpus. Every character of ``text`` leads back to the source by ``source_offsets``."""

    id: str
    metadata: Metadata
    text: str
    sections: tuple[Section, ...]  # reading order, parts before their items
    paragraphs: tuple[Paragraph, ...]  # reading order; footnote bodies stand at the end of their section
    footnotes: tuple[Footnote, ...]
    repairs: tuple[Repair, ...]
    source_offsets: Sequence[int]  # len == len(text); offsets in the decoded source
    _places: Places = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        # The one way to fill a field of a frozen dataclass: what is looked up often is found without scanning.
        object.__setattr__(self, "_places", find_places(self.sections, self.paragraphs, self.footnotes))

    @property
    def title(self) -> str:
        """The subject line (trích yếu) of the report."""
        return self.metadata.title

    def section(self, code: str) -> Section:
        """Return the section with this code; KeyError when there is none."""
        return self._places.sections[code]

    def section_at(self, offset: int) -> Section:
        """Return the innermost section that holds this character of ``text``; IndexError outside the text."""
        last = bisect_right(self._places.section_starts, offset) - 1
        section = self.sections[last] if offset >= 0 and last >= 0 else None
        while section is not None and offset >= section.end:
            section = self._places.around[section.code]
        if section is None:
            raise IndexError(f"offset {offset} is outside the text of {self.id} (0 to {len(self.text) - 1})")
        return section

    def footnote(self, number: str) -> Footnote:
        """Return the footnote with this number; KeyError when there is none."""
        return self._places.footnotes[number]

    def paragraph(self, identity: str) -> Paragraph:
        """Return the paragraph with this id; KeyError when there is none."""
        return self._places.paragraphs[identity]

    def children(self, identity: str) -> list[Paragraph]:
        """Return the paragraphs that this paragraph introduces, in order."""
        return self._places.children.get(identity, [])

    def section_around(self, code: str) -> Section | None:
        """Return the section that a section stands in, or None for an outermost one; KeyError when there is none."""
        return self._places.around[code]

    def paragraphs_between(self, start: int, end: int) -> tuple[Paragraph, ...]:
        """Return the paragraphs that begin in ``[start, end)``, in reading order."""
        starts = self._places.paragraph_starts
        return self.paragraphs[bisect_left(starts, start) : bisect_left(starts, end)]

    def paragraph_at(self, offset: int) -> Paragraph:
        """Return the paragraph that holds this character, or the last one before it."""
        return self.paragraphs[max(bisect_right(self._places.paragraph_starts, offset) - 1, 0)]


@dataclass(frozen=True, slots=True)
class Passage:
    """What is embedded and found: one sentence of one paragraph, ``report.text[start:end] == text``.

    ``context`` is what a reader has in mind when reaching it (section titles, the line that introduces it); it is
    searched but never quoted. ``anchor`` is, for a footnote, the id of the passage that carries its mark.
    """

    id: str
    report_id: str
    section: str
    footnote: str | None
    paragraph: str
    start: int
    end: int
    text: str
    context: str
    anchor: str | None
