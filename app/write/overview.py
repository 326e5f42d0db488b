"""Answers a question for a whole section ("những hạn chế là gì?") by the opening sentence of each of its paragraphs.

Knows the outline of the reports and what their items say. A question about one thing inside a section is not its
business, nor are documents that lay down rules.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from app.decide.evidence import Judge
from app.understand.lexicon import Lexicon
from app.understand.part_asked import PartAsked, narrows, part_asked, parts_named, side_of_causes
from app.understand.quantities import YEAR
from app.understand.question import Question
from app.understand.words import Word, content_words
from app.write.addressed import addressed
from app.write.citations import Quote
from app.write.field import field_words, own_field
from app.write.items import items_of, quotes_of, within_reach
from corpus.assemble import HEADER
from corpus.enumerations import is_written_as_rules
from corpus.library import Library
from corpus.models import Passage, Report, Section
from index.in_reports import in_reports
from index.syllables import fold, normalise, syllables

TITLE_SHARE = 0.5
"""A question is for a section when it says at least this share of its title, and nothing else."""
OF_FIELD = 0.75
"""Share of the words for a field that an item of the section must have to be about it."""
HEAD_OF_FIELD = 0.4
"""The same where it is the only item with the first of these words."""
OPENING = 40
"""Characters of a line in which it says of which side the causes below it are."""
CERTAINTY, OF_FIELD_CERTAINTY = 0.9, 0.7


@dataclass(frozen=True, slots=True)
class _Titled:
    """A report with what its title and the titles of its headed sections say."""

    report: Report
    subject: frozenset[str]
    folded: str  # its title and head, where whoever tells is named
    sections: tuple[tuple[Section, frozenset[str]], ...]
    telling: frozenset[str]  # all that the titles of the sections say


@dataclass(frozen=True, slots=True)
class Overview:
    """The quotes for a section asked for as a whole, how many items were left out, and how sure it is."""

    quotes: Sequence[Quote]
    left_out: int = 0
    certainty: float = CERTAINTY


class Outline:
    """The headed sections of all reports by what their titles say. Holds nothing of any question."""

    def __init__(self, library: Library, passages: Sequence[Passage], lexicon: Lexicon, judge: Judge) -> None:
        self._lexicon = lexicon
        self._judge = judge
        self._telling = cache(self._told_by)  # many reports have the same titles
        self._passages = in_reports(passages)
        # An Điều is answered by its khoản, which are found like anything else.
        self._reports = [self._titled(report) for report in library.reports if not is_written_as_rules(report)]

    def _titled(self, report: Report) -> "_Titled":
        sections = tuple((section, self._telling(section.title)) for section in _headed_leaves(report))
        telling = frozenset(part for _, title in sections for part in title)
        own = f"{report.title} {report.metadata.issuer or ''}"
        head = " ".join(report.text[one.start : one.end] for one in report.sections if one.code == HEADER)
        written = self._lexicon.variants.written_out(own.lower())
        return _Titled(report, frozenset(syllables(f"{own} {written}")), _names_in(own, head), sections, telling)

    def _told_by(self, title: str) -> frozenset[str]:
        words = content_words(self._lexicon.variants.written_out(title.lower()))
        return frozenset(part for word in words for part in word.syllables if not part.isdigit())

    def overview(self, question: Question, report_ids: Sequence[str] | None) -> Overview | None:
        """Return the opening sentences of what a question asks for as a whole, or None where it asks for no section."""
        if question.focus != question.text or question.english:
            return None
        among = None if report_ids is None else frozenset(report_ids)
        part = part_asked(normalise(question.text))
        for one in self._reports:
            if among is not None and one.report.id not in among:
                continue
            section = self._titled_as_asked(question, one)
            found = self._overview(one.report, [section]) if section else part and self._of_part(question, part, one)
            if found:
                return found
        return None

    def _titled_as_asked(self, question: Question, one: "_Titled") -> Section | None:
        """Return the section whose title the question says, where it says nothing else."""
        asked = frozenset(part for word in question.words for part in word.syllables)
        if not set(question.kinds) <= {"list", "entity"}:
            return None
        beside = asked - one.subject
        if not beside or not beside <= one.telling or any(f" {name.key} " not in one.folded for name in question.names):
            return None
        for section, title in one.sections:
            says_title = beside <= title and len(asked & title) >= TITLE_SHARE * len(title)
            if says_title and _of_years(question, section, one.report):
                return None if own_field(question, _titles_beside([section], one)) else section
        return None

    def _of_part(self, question: Question, part: PartAsked, one: "_Titled") -> Overview | None:
        """Return the items of the sections that are a part of the report by their titles, those of a field alone."""
        told = self._part(part, one)
        sections = [section for section in told if _of_years(question, section, one.report)]
        if not sections:
            return None
        meant = self._addressed(question, [section.title for section in sections])
        if len(meant) < len(sections):
            return self._overview(one.report, [sections[index] for index in meant])
        titles = {syllable for section in sections for title in section.path for syllable in syllables(title)}
        beside = titles | one.subject | parts_named(normalise(question.text))
        field = replace(
            question,
            words=field_words(question, beside),
            names=tuple(name for name in question.names if f" {name.key} " not in one.folded),
            years=(),
        )
        labelled = self._labelled(question, one.report, sections)
        if not field.words and not field.names and not labelled:
            return self._whole(question, one, sections)
        quotes = self._of_field(field, one.report, sections) if field.words or field.names else labelled
        kept = within_reach(quotes)
        return Overview(kept, len(quotes) - len(kept), OF_FIELD_CERTAINTY) if kept else None

    def _whole(self, question: Question, one: "_Titled", sections: Sequence[Section]) -> Overview | None:
        """Return all items of a part but for those of another side, to another body or of another field than asked."""
        told = self._overview(one.report, sections, side_of_causes(normalise(question.text)))
        if told is None:
            return None
        meant = self._addressed(question, [quote.passage.text for quote in told.quotes])
        own = own_field(question, _titles_beside(sections, one))
        about = self._of_field(replace(question, words=own, names=(), years=()), one.report, sections) if own else []
        if about:
            return Overview(within_reach(about), certainty=OF_FIELD_CERTAINTY)
        if len(meant) == len(told.quotes):
            return told
        return Overview([told.quotes[index] for index in meant], certainty=OF_FIELD_CERTAINTY)

    def _addressed(self, question: Question, lines: Sequence[str]) -> list[int]:
        asked, *written = (self._lexicon.variants.written_out(text.lower()) for text in (question.text, *lines))
        return addressed(asked, written)

    def _labelled(self, question: Question, report: Report, sections: Sequence[Section]) -> list[Quote]:
        """Return the items that say before a colon that they are of a field of the report: "Thủy sản: …"."""
        by_id = self._passages.report(report.id).by_id
        items = [by_id[item.sentences[0].id] for section in sections for item in items_of(report, section)]
        labels = {one.id: f" {' '.join(syllables(one.text[: OPENING * 2].partition(':')[0]))} " for one in items}
        labels = {one.id: labels[one.id] for one in items if ":" in one.text[: OPENING * 2]}
        asked = [word.text for word in question.words if narrows(word) and not parts_named(word.text)]
        own = [one for one in items if any(f" {word} " in labels.get(one.id, "") for word in asked)]
        return [Quote(one, one.start, one.end) for one in own] if len(own) < len(items) else []

    def _of_field(self, field: Question, report: Report, sections: Sequence[Section]) -> list[Quote]:
        """Return the items about a field; of a numbered part of the section, which is about one thing, all of them.

        Where no item has nearly all words for it, the only one with its first word: Vietnamese begins with the head.
        """
        by_id = self._passages.report(report.id).by_id
        items = [item for section in sections for item in items_of(report, section)]
        told = [by_id[sentence.id] for item in items for sentence in item.sentences]
        about = [passage for passage in told if self._judge.share_of(field, passage) >= OF_FIELD]
        if not about and len(field.words) > 1 and not field.names:
            head = replace(field, words=field.words[:1])
            near = [one for one in told if self._judge.share_of(head, one) == 1]
            return [
                Quote(one, one.start, one.end)
                for one in near
                if len(near) == 1 and self._judge.share_of(field, one) >= HEAD_OF_FIELD
            ]
        whole = {passage.section for passage in about} - {section.code for section in sections}
        return [Quote(one, one.start, one.end) for one in told if one in about or one.section in whole]

    def _part(self, part: PartAsked, one: "_Titled") -> list[Section]:
        """Return the sections that are a part of the report by their own titles, or else by a title above theirs."""
        own = [section for section, _ in one.sections if self._is_part(section.title, part, one)]
        return own or [
            section
            for section, _ in one.sections
            if any(self._is_part(above, part, one) for above in section.path if above != section.title)
        ]

    def _is_part(self, title: str, part: PartAsked, one: "_Titled") -> bool:
        """Tell whether a title is that of a part of the whole report, and names no field of work besides."""
        plain = normalise(title)
        besides = self._telling(title) - one.subject - parts_named(plain)
        return bool(part.titles.search(plain)) and not any(narrows(Word((syllable,))) for syllable in besides)

    def _overview(self, report: Report, sections: Sequence[Section], side: str = "") -> Overview | None:
        by_id = self._passages.report(report.id).by_id
        quotes = [quote for section in sections for quote in quotes_of(report, section, by_id)]
        meant = _of_side(side, quotes, report)
        kept = within_reach(meant)
        return Overview(kept, len(meant) - len(kept)) if kept else None


def _titles_beside(part: Sequence[Section], one: _Titled) -> list[str]:
    return [section.title for section, _ in one.sections if section not in part]


def _names_in(*texts: str) -> str:
    return f" {' '.join(syllables(fold(' '.join(texts))))} "


def _of_side(side: str, quotes: Sequence[Quote], report: Report) -> list[Quote]:
    """Return the quotes under the line that opens with a side of causes, all where there is none such."""
    openings = [normalise(report.text[quote.start : quote.start + OPENING]) for quote in quotes]
    sides = [next((one for one in ("khách quan", "chủ quan") if one in text), "") for text in openings]
    if side not in sides:
        return list(quotes)
    kept, under = [], ""
    for quote, own in zip(quotes, sides, strict=True):
        under = own or under
        kept += [quote] if under == side else []
    return kept


def _of_years(question: Question, section: Section, report: Report) -> bool:
    """Tell whether a section is about the years that a question names: by its titles, or else the report's own."""
    path = " ".join(section.path)
    told = set(YEAR.findall(path)) or {report.metadata.period}
    return set(question.years) <= told


def _headed_leaves(report: Report) -> list[Section]:
    """Return the sections that have a heading of their own and no headed section inside them."""
    headings = [paragraph for paragraph in report.paragraphs if paragraph.kind == "heading"]
    inside = ((one, [p for p in headings if one.start <= p.start < one.end]) for one in report.sections)
    return [section for section, found in inside if len(found) == 1 and found[0].section == section.code]
