"""The nouns of a report: what it consists of and where each part stands. Knows nothing of files, formats or search.

All spans are ``[start, end)`` in characters of ``Report.text``, the canonical NFC text of the report.
"""

from bisect import bisect_right
from dataclasses import dataclass
from typing import Literal

ParagraphKind = Literal["heading", "paragraph", "bullet", "sub-bullet"]
"""``bullet`` opens with "-", ``sub-bullet`` with "+"; the mark itself is layout and not part of the text."""

ParagraphRole = Literal["number", "place-date", "type", "title", "body", "recipients", "signature"]
"""The component of an official document that a paragraph is (Nghị định 30/2020/NĐ-CP, Điều 8)."""

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
class Paragraph:
    """A paragraph, bullet, heading or footnote body. ``parent`` is the paragraph that introduces it, if any."""

    id: str
    section: str  # section code
    footnote: str | None
    kind: ParagraphKind
    role: ParagraphRole
    parent: str | None
    start: int
    end: int
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A part ("I"), an item of it ("I.3"), ``header`` or ``closing``. A child's span lies inside its parent's."""

    code: str
    title: str
    path: tuple[str, ...]  # titles from the part down to this section
    level: int  # 1 for parts, header and closing; 2 for items
    start: int
    end: int


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
    source_offsets: tuple[int, ...]  # len == len(text); offsets in the decoded source

    @property
    def title(self) -> str:
        """The subject line (trích yếu) of the report."""
        return self.metadata.title

    def section(self, code: str) -> Section:
        """Return the section with this code; KeyError when there is none."""
        for section in self.sections:
            if section.code == code:
                return section
        raise KeyError(code)

    def section_at(self, offset: int) -> Section:
        """Return the innermost section that holds this character of ``text``."""
        holding = [section for section in self.sections if section.start <= offset < section.end]
        if not holding:
            raise IndexError(f"offset {offset} is outside the text of {self.id} (0 to {len(self.text) - 1})")
        return max(holding, key=lambda section: section.level)

    def footnote(self, number: str) -> Footnote:
        """Return the footnote with this number; KeyError when there is none."""
        for footnote in self.footnotes:
            if footnote.number == number:
                return footnote
        raise KeyError(number)

    def paragraph_at(self, offset: int) -> Paragraph:
        """Return the paragraph that holds this character, or the last one before it."""
        starts = [paragraph.start for paragraph in self.paragraphs]
        return self.paragraphs[max(bisect_right(starts, offset) - 1, 0)]


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
