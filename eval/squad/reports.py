"""Makes a report of every paragraph, so that the product can search and answer it. Knows nothing of questions."""

import re
from collections.abc import Sequence

from corpus.library import Library
from corpus.models import Metadata, Paragraph, Report, Section, Sentence, Span
from corpus.sentences import split_sentences
from eval.squad.read import SquadParagraph

SECTION = "m1"
"""The code of the one section of such a report, which is called by its title."""
_LINE = re.compile(r"\S(?:.*\S)?")


def report_id(position: int) -> str:
    """Return the id of the report made of the paragraph at a position."""
    return f"squad-{position + 1:04d}"


def as_library(paragraphs: Sequence[SquadParagraph], *, whole: bool = False) -> Library:
    """Return one report a paragraph, its text unchanged; with ``whole`` each line counts as one sentence.

    The titles of the articles are not searched: published figures are of the paragraphs alone.
    """
    return Library(tuple(_report(paragraph, i, whole) for i, paragraph in enumerate(paragraphs)))


def _report(paragraph: SquadParagraph, position: int, whole: bool) -> Report:
    text, name = paragraph.text, report_id(position)
    lines = [Span(*match.span()) for match in _LINE.finditer(text)]
    return Report(
        id=name,
        metadata=Metadata(paragraph.title, None, None, None, None, None, None, None, ()),
        text=text,
        sections=(Section(SECTION, paragraph.title, (), 1, 0, len(text)),),
        paragraphs=tuple(_paragraph(f"{name}#{SECTION}.p{n}", text, line, whole) for n, line in enumerate(lines, 1)),
        footnotes=(),
        repairs=(),
        source_offsets=tuple(range(len(text))),
    )


def _paragraph(name: str, text: str, line: Span, whole: bool) -> Paragraph:
    spans = [Span(0, line.end - line.start)] if whole else split_sentences(text[line.start : line.end])
    sentences = tuple(
        Sentence(f"{name}.s{n}", line.start + span.start, line.start + span.end) for n, span in enumerate(spans, 1)
    )
    return Paragraph(name, SECTION, None, "paragraph", "body", None, line.start, line.end, sentences)
