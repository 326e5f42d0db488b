"""Answers a question for a whole section ("những hạn chế là gì?") by the opening sentence of each of its paragraphs.

Knows the outline of the reports, nothing of scores. A question about one thing inside a section is not its
business, nor are documents that lay down rules.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from app.understand.lexicon import Lexicon
from app.understand.question import Question
from app.understand.words import content_words
from app.write.citations import Quote
from corpus.enumerations import is_written_as_rules
from corpus.library import Library
from corpus.models import Passage, Report, Section
from index.in_reports import in_reports
from index.syllables import fold, syllables

MOST_QUOTES = 6
"""An overview quotes at most so many paragraphs; the section itself is one click away."""
TITLE_SHARE = 0.5
"""A question is for a section when it says at least this share of its title, and nothing else."""
CERTAINTY = 0.9


@dataclass(frozen=True, slots=True)
class _Titled:
    """A report with what its title and the titles of its headed sections say."""

    report: Report
    subject: frozenset[str]
    folded: str
    sections: tuple[tuple[Section, frozenset[str]], ...]
    telling: frozenset[str]  # all that the titles of the sections say


class Outline:
    """The headed sections of all reports by what their titles say. Holds nothing of any question."""

    def __init__(self, library: Library, passages: Sequence[Passage], lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._telling = cache(self._told_by)  # many reports have the same titles
        self._passages = in_reports(passages)
        # An Điều is answered by its khoản, which are found like anything else.
        self._reports = [self._titled(report) for report in library.reports if not is_written_as_rules(report)]

    def _titled(self, report: Report) -> "_Titled":
        sections = tuple((section, self._telling(section.title)) for section in _headed_leaves(report))
        telling = frozenset(part for _, title in sections for part in title)
        return _Titled(report, frozenset(syllables(report.title)), fold(report.title), sections, telling)

    def _told_by(self, title: str) -> frozenset[str]:
        words = content_words(self._lexicon.variants.written_out(title.lower()))
        return frozenset(part for word in words for part in word.syllables if not part.isdigit())

    def overview(self, question: Question, report_ids: Sequence[str] | None) -> list[Quote]:
        """Return the opening sentences of the section that a question asks for as a whole, or nothing."""
        asked = frozenset(part for word in question.words for part in word.syllables)
        if not set(question.kinds) <= {"list", "entity"} or question.focus != question.text:
            return []
        among = None if report_ids is None else frozenset(report_ids)
        for one in self._reports:
            report, beside = one.report, asked - one.subject
            if not beside or not beside <= one.telling or (among is not None and report.id not in among):
                continue
            if any(name.key not in one.folded for name in question.names):
                continue
            for section, title in one.sections:
                says_title = beside <= title and len(asked & title) >= TITLE_SHARE * len(title)
                path = " ".join(section.path)
                if says_title and all(year in path or year == report.metadata.period for year in question.years):
                    return self._openings(report, section)
        return []

    def _openings(self, report: Report, section: Section) -> list[Quote]:
        leading = [
            paragraph
            for paragraph in report.paragraphs
            if section.start <= paragraph.start < section.end
            and paragraph.sentences
            and paragraph.parent is None
            and paragraph.footnote is None
        ]
        by_id = self._passages.report(report.id).by_id
        firsts = [by_id[paragraph.sentences[0].id] for paragraph in leading[:MOST_QUOTES]]
        return [Quote(passage, passage.start, passage.end) for passage in firsts]


def _headed_leaves(report: Report) -> list[Section]:
    """Return the sections that have a heading of their own and no headed section inside them."""
    headings = [paragraph for paragraph in report.paragraphs if paragraph.kind == "heading"]
    inside = ((one, [p for p in headings if one.start <= p.start < one.end]) for one in report.sections)
    return [section for section, found in inside if len(found) == 1 and found[0].section == section.code]
