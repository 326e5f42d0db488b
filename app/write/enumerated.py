"""Tells whether a whole enumeration answers or one member of it, and quotes it. Knows documents that lay down rules.

"Hồ sơ gồm những gì?" is answered by the khoản with all its điểm, whichever of them was found. What one member says and
the others do not is answered by that member, with the line that introduces it.
"""

import re
from collections.abc import Mapping
from dataclasses import replace

from app.decide.evidence import Judge
from app.understand.question import Question
from app.write.citations import Quote
from corpus.enumerations import Enumeration, enumeration_of, is_written_as_rules
from corpus.library import Library
from corpus.models import Passage
from index.syllables import syllables

WITH_WHAT_FOLLOWS = 1500
"""Characters up to which what stands behind the last member in its khoản is quoted with the members."""
TELLING = 0.15
"""Share of a question, by rarity, that one member says and most others do not, where that member alone is meant."""
TITLED = 0.6
"""Share of a question that the title of an Điều must hold where it alone introduces the khoản below it."""
_ALL = re.compile(r"\b(?:gồm|liệt kê|kể ra)\b")
_HOW_MANY = re.compile(r"\b(?:bao nhiêu|mấy)\b")


class Enumerated:
    """Looks enumerations up in a library. Holds nothing of any question."""

    def __init__(self, library: Library, by_id: Mapping[str, Passage], judge: Judge) -> None:
        self._library = library
        self._judge = judge
        self._by_id = by_id
        self._ruling = frozenset(report.id for report in library.reports if is_written_as_rules(report))

    def whole(self, question: Question, passage: Passage) -> Quote | None:
        """Return the enumeration that a found passage stands in, where all of it answers; else None."""
        found = self._around(passage)
        if found is None or not _wants_things(question):
            return None
        lead = self._introducing(found)
        if lead is None:
            listed = question.asks("list") and self._titled(question, passage)
            return self._quote(found) if listed or self._opened_by_title(question, passage, found) else None
        if passage.paragraph == found.lead.id:
            return self._quote(found) if passage == lead or question.asks("list") else None
        if _ALL.search(question.asked) or not self._singled_out(question, passage, found, lead):
            return self._quote(found)
        return None

    def introduction(self, question: Question, passage: Passage) -> Passage | None:
        """Return the line that introduces a member, where it holds what is asked about and the member does not."""
        found = self._around(passage)
        lead = self._introducing(found) if found and found.lead.id != passage.paragraph else None
        return lead if lead and self._judge.adds(question, passage, lead) else None

    def _opened_by_title(self, question: Question, passage: Passage, found: Enumeration) -> bool:
        """Tell whether the title of an Điều ends as a line that introduces does, and all below it is asked for."""
        title = self._library.report(passage.report_id).text[found.lead.start : found.lead.end]
        return title.rstrip().endswith(":") and not self._singled_out(question, passage, found, None)

    def _titled(self, question: Question, passage: Passage) -> bool:
        titles = f" {' '.join(syllables(self._judge.titles(passage)))} "
        weights = {word: self._judge.weight(word) for word in question.words}
        held = sum(weight * self._judge.covers(titles, word) for word, weight in weights.items())
        return held >= TITLED * sum(weights.values()) > 0

    def _around(self, passage: Passage) -> Enumeration | None:
        if passage.report_id not in self._ruling:
            return None
        report = self._library.report(passage.report_id)
        return enumeration_of(report, report.paragraph(passage.paragraph))

    def _introducing(self, found: Enumeration) -> Passage | None:
        """Return the sentence that introduces an enumeration, or None where only a title does."""
        return self._by_id.get(found.lead.sentences[-1].id) if found.lead.sentences else None

    def _singled_out(self, question: Question, passage: Passage, found: Enumeration, lead: Passage | None) -> bool:
        """Tell whether a member says something of the question that neither the lead nor most other members say."""
        firsts = [self._by_id[one.sentences[0].id] for one in found.members if one.sentences]
        others = [one for one in firsts if one.paragraph != passage.paragraph]
        left = self._judge.lacking(question, [lead] if lead else [])

        def said(one: Passage, part: Question) -> bool:
            return self._judge.share_of(part, one) >= 1

        parts = [replace(left, words=(word,), names=(), years=()) for word in left.words]
        parts += [replace(left, words=(), names=(name,), years=()) for name in left.names]
        telling = [
            part for part in parts if said(passage, part) and 2 * sum(said(one, part) for one in others) < len(others)
        ]
        words = tuple(word for part in telling for word in part.words)
        if any(part.names for part in telling):
            return True
        weight = sum(self._judge.weight(word) for word in question.words)
        return sum(self._judge.weight(word) for word in words) >= TELLING * weight > 0

    def _quote(self, found: Enumeration) -> Quote:
        last, lead = found.members[-1], found.lead
        if last.end - lead.start > WITH_WHAT_FOLLOWS:
            listed = [one for one in found.members if one.kind != "paragraph" or one.section != found.section]
            last = listed[-1] if listed else last
        anchor = self._introducing(found) or next(
            self._by_id[one.sentences[0].id] for one in found.members if one.sentences
        )
        return Quote(replace(anchor, section=found.section), lead.start, last.end)


def _wants_things(question: Question) -> bool:
    """Tell whether things are asked for, not a figure, a date, or whether something is so."""
    if question.asks("yes-no") or question.kinds[:1] == ("date",):
        return False
    return not (question.asks("figure") and _HOW_MANY.search(question.asked))
