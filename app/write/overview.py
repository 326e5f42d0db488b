"""Answers a question for a whole section ("những hạn chế là gì?") by the opening sentence of each of its paragraphs.

Knows the outline of the reports, nothing of scores. A question about one thing inside a section is not its
business, nor are documents that lay down rules.
"""

from collections.abc import Sequence

from app.understand.lexicon import Lexicon
from app.understand.question import Question
from app.understand.words import content_words
from app.write.citations import Quote
from corpus.enumerations import lays_down_rules
from corpus.library import Library
from corpus.models import Passage, Report, Section
from index.syllables import fold, syllables

MOST_QUOTES = 6
"""An overview quotes at most so many paragraphs; the section itself is one click away."""
TITLE_SHARE = 0.5
"""A question is for a section when it says at least this share of its title, and nothing else."""
CERTAINTY = 0.9


class Outline:
    """The headed sections of all reports by what their titles say. Holds nothing of any question."""

    def __init__(self, library: Library, passages: Sequence[Passage], lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._by_id = {passage.id: passage for passage in passages}
        self._sections = [
            (report, section, self._telling(section.title))
            for report in library.reports
            if not lays_down_rules(report)  # an Điều is answered by its khoản, which are found like anything else
            for section in report.sections
            if _is_headed_leaf(report, section)
        ]

    def _telling(self, title: str) -> frozenset[str]:
        words = content_words(self._lexicon.variants.written_out(title.lower()))
        return frozenset(part for word in words for part in word.syllables if not part.isdigit())

    def overview(self, question: Question, report_ids: Sequence[str] | None) -> list[Quote]:
        """Return the opening sentences of the section that a question asks for as a whole, or nothing."""
        asked = frozenset(part for word in question.words for part in word.syllables)
        if not set(question.kinds) <= {"list", "entity"} or question.focus != question.text:
            return []
        for report, section, title in self._sections:
            subject = syllables(report.title)
            beside = asked - frozenset(subject)
            named = [name for name in question.names if name.key not in fold(report.title)]
            says_title = bool(beside) and beside <= title and len(asked & title) >= TITLE_SHARE * len(title)
            in_time = all(year in " ".join(section.path) or year == report.metadata.period for year in question.years)
            if says_title and in_time and not named and (report_ids is None or report.id in report_ids):
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
        firsts = [self._by_id[paragraph.sentences[0].id] for paragraph in leading[:MOST_QUOTES]]
        return [Quote(passage, passage.start, passage.end) for passage in firsts]


def _is_headed_leaf(report: Report, section: Section) -> bool:
    """Tell whether a section has a heading of its own and no headed section inside it."""
    headings = [p for p in report.paragraphs if p.kind == "heading" and section.start <= p.start < section.end]
    return len(headings) == 1 and headings[0].section == section.code
