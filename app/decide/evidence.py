"""How well a passage supports a question, as numbers. Knows the question and the passage; decides nothing.

A passage is judged by its own text, and more loosely by what a reader has in mind there: the titles above it, the
line that introduces it and, for a footnote, the sentence that carries its mark.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from app.decide.cues import cue
from app.decide.features import Evidence, Features
from app.decide.figures import counted, figure_of, figures_held, unit_given
from app.decide.kinds import defines, enumerates, holds_asked_figure, holds_name, kind_fit, lists_organisations
from app.decide.own import Whole
from app.decide.places import Places
from app.decide.texts import Text, prepare
from app.decide.told_times import tells_time
from app.decide.years import asks_rule, year_fit
from app.understand.lexicon import Lexicon
from app.understand.names import capitalised_names
from app.understand.quantities import quantities
from app.understand.question import Question
from app.understand.words import Word
from corpus.models import Passage, Report
from corpus.rules import lays_down_rules
from index.in_reports import in_reports
from index.models import Hit
from index.syllables import fold, normalise, syllables

PAIRS_SCALE = 10.0
"""Two or three rare pairs in common count 1."""
BACKGROUND_WEIGHT = 0.4
"""What a word of a follow-up's subject counts, against 1 for a word that is asked now."""
KEPT = 20_000
"""Passages whose spelled-out form is kept, 2 to 4 kB each."""


class Judge:
    """Measures passages against questions. Built once over all passages; keeps nothing of any question."""

    def __init__(self, passages: Sequence[Passage], lexicon: Lexicon, reports: Sequence[Report]) -> None:
        self._lexicon = lexicon
        self._periods = {report.id: report.metadata.period for report in reports}
        self._rules = frozenset(report.id for report in reports if lays_down_rules(report))
        self._issuers = {report.id: fold(report.metadata.issuer or "") for report in reports}
        self._titles = {report.id: lexicon.variants.canonical(report.title) for report in reports}
        self._passages = in_reports(passages)
        self.whole = Whole(reports, self._passages)
        # A few passages of many are ever looked at: each is prepared when it is, and kept while others are not more.
        self._text = lru_cache(maxsize=KEPT)(self._prepared)
        self._places = Places(lexicon.places)
        self._tied = lru_cache(maxsize=KEPT)(self._tied_to)

    def _prepared(self, passage: Passage) -> Text:
        return prepare(passage, self._anchor(passage), self._lexicon)

    def _anchor(self, passage: Passage) -> str:
        """Return the sentence that carries the mark of a footnote, "" for any other passage."""
        return self._passages.report(passage.report_id).by_id[passage.anchor].text if passage.anchor else ""

    def _tied_to(self, passage: Passage) -> str:
        notes = [note.text for note in self.notes(passage)]
        anchor = [self._anchor(passage)] if passage.anchor else []
        return self._lexicon.variants.canonical(". ".join([*notes, *anchor, passage.context]))

    def notes(self, passage: Passage) -> Sequence[Passage]:
        """Return the footnotes whose mark a passage carries, in order."""
        return self._passages.report(passage.report_id).notes.get(passage.id, ())

    def own_text(self, passage: Passage) -> str:
        """Return a passage alone, written out and normalised, punctuation kept."""
        return self._text(passage).written_out

    def surroundings(self, passage: Passage) -> str:
        """Return what is read with a passage: its footnotes, the sentence with its mark, the titles above it."""
        return self._tied(passage)

    def subject(self, passage: Passage) -> str:
        """Return what the whole report of a passage is about, normalised: its sentences need not say that again."""
        return self._titles.get(passage.report_id, "")

    def text_after(self, passage: Passage) -> str:
        """Return the next sentence of the paragraph, written out and normalised; "" after the last one."""
        following = self._passages.report(passage.report_id).after.get(passage.id)
        return self._text(following).written_out if following else ""

    def paragraph(self, passage: Passage) -> str:
        """Return all sentences of the paragraph of a passage, written out and normalised."""
        own = self._passages.report(passage.report_id).passages
        return " ".join(self._text(one).written_out for one in own if one.paragraph == passage.paragraph)

    def canonical(self, passage: Passage) -> str:
        """Return the passage and what is above it, written out and normalised, punctuation kept."""
        return self._text(passage).canonical

    def mentions(self, passage: Passage, key: str) -> bool:
        """Tell whether the passage, its surroundings or the subject of its whole report have a folded name."""
        return f" {key} " in self._text(passage).folded or f" {key} " in self.whole.own(passage.report_id).names

    def issuer(self, passage: Passage) -> str:
        """Return who issued the report of a passage, folded; "" where the report does not say."""
        return self._issuers[passage.report_id]

    def is_known(self, phrase: str) -> bool:
        """Tell whether a canonical phrase stands anywhere in the reports."""
        return self._lexicon.says(phrase) or self._lexicon.leads_with(phrase)

    def says_time(self, passage: Passage, time: str, question: Question) -> bool:
        """Tell whether the passage or its surroundings have a time of the question: "quý i", "tháng 4", "01/4/2024"."""
        ends = self.whole.own(passage.report_id).ends
        return tells_time(self._text(passage).canonical, time, question, ends)

    def names_listed(self, question: Question, passage: Passage) -> bool:
        """Tell whether a passage names, without its noun, a place that the reports elsewhere call what is asked for."""
        said = {name.key for name in question.names}
        return self._places.named(question.heads, self.with_notes(passage), said)

    def titles(self, passage: Passage) -> str:
        """Return the titles above a passage, normalised."""
        return self._text(passage).titles

    def is_short(self, word: str) -> bool:
        """Tell whether a word is an abbreviation of common words: "UBND"."""
        return self._lexicon.variants.canonical(word) != normalise(word)

    def weight(self, word: Word) -> float:
        """Return how telling a word is: the rarity of its rarest syllable or pair."""
        pairs = [f"{a}_{b}" for a, b in zip(word.syllables, word.syllables[1:], strict=False)]
        return max(self._lexicon.idf(term) for term in [*word.syllables, *pairs])

    def covers(self, text: str, word: Word) -> float:
        """Return 1 where a text has the word, a part where it has some of its syllables, else 0."""
        if f" {word.text} " in text:
            return 1.0
        if len(word.syllables) == 1:
            return 0.0
        present = sum(f" {syllable} " in text for syllable in word.syllables)
        return 0.5 * present / len(word.syllables)

    def _coverage(self, text: str, words: Sequence[Word], background: Collection[Word] = ()) -> float:
        """Return the weighted share of words that a text covers; words of a follow-up's subject count less."""
        weights = [self.weight(word) * (BACKGROUND_WEIGHT if word in background else 1.0) for word in words]
        if not sum(weights):
            return 1.0
        covered = (weight * self.covers(text, word) for weight, word in zip(weights, words, strict=True))
        return sum(covered) / sum(weights)

    def holds(self, text: str, question: Question) -> float:
        """Return how much of a question a text holds: words, names, years, and a counted thing with its figure."""
        canonical = f" {' '.join(syllables(self._lexicon.variants.canonical(text)))} "
        folded = fold(canonical)
        held = sum(self.weight(word) * self.covers(canonical, word) for word in question.words)
        held += sum(3.0 for name in question.names if f" {name.key} " in folded)
        held += sum(3.0 for year in question.years if f" {year} " in canonical)
        given = counted(question, canonical) or ("phần trăm" in question.units and "%" in text)
        told = quantities(text) if question.asks("figure") else []
        return held + 4.0 * given + 2.0 * bool(told) + 2.0 * figure_of(question, text, told)

    def adds(self, question: Question, passage: Passage, other: Passage) -> bool:
        """Tell whether another passage holds a telling part of the question that the first does not hold itself."""
        return self.share_of(self.lacking(question, [passage]), other) >= 0.5

    def names_other(self, question: Question, passage: Passage) -> bool:
        """Tell whether a passage, or a footnote of it, names something that neither question nor report title names."""
        text = self.with_notes(passage)
        return "“" in text or lists_organisations(text) or self.names_new(question, passage)

    def names_new(self, question: Question, passage: Passage) -> bool:
        """Tell the same of names alone, without what is only quoted."""
        said = [f" {name.key} " for name in question.names] + [self.whole.own(passage.report_id).names]
        texts = [passage.text, *(note.text for note in self.notes(passage))]
        names = [n for text in texts for n in capitalised_names(text, self._lexicon.joins, self._lexicon.names)]
        return any(all(f" {n.key} " not in one for one in said) for n in names)

    def names_of(self, passage: Passage, without: Collection[str] = ()) -> list[str]:
        """Return the folded names that stand in a passage, but for some."""
        names = capitalised_names(passage.text, self._lexicon.joins, self._lexicon.names)
        return [name.key for name in names if name.key not in without]

    def with_notes(self, passage: Passage) -> str:
        """Return a passage with its footnotes, as written."""
        return "\n".join([passage.text, *(note.text for note in self.notes(passage))])

    def names_things(self, passage: Passage) -> bool:
        """Tell whether a passage is mostly an enumeration of names."""
        return enumerates(passage.text) and holds_name(passage.text)

    def lacking(self, question: Question, passages: Sequence[Passage]) -> Question:
        """Return the question reduced to the words, names and years that none of the passages has in its own text."""
        texts = [self._text(passage) for passage in passages]
        return replace(
            question,
            words=tuple(w for w in question.words if all(self.covers(text.own, w) < 1 for text in texts)),
            names=tuple(n for n in question.names if all(f" {n.key} " not in text.own_folded for text in texts)),
            years=tuple(y for y in question.years if all(y not in text.years for text in texts)),
        )

    def share_of(self, question: Question, passage: Passage) -> float:
        """Return the share of a question's words, names, years that a passage holds itself; 0 with nothing to hold."""
        text = self._text(passage)
        total = sum(self.weight(word) for word in question.words) + 3.0 * (len(question.names) + len(question.years))
        if not total:
            return 0.0
        held = sum(self.weight(word) * self.covers(text.own, word) for word in question.words)
        held += 3.0 * sum(f" {name.key} " in text.own_folded for name in question.names)
        held += 3.0 * sum(year in text.wide_years for year in question.years)
        return held / total

    def _pairs(self, question: Question, text: Text) -> float:
        """Return the rarity of the adjacent syllables of what is asked that a passage has side by side too."""
        asked = pairwise(syllables(question.asked))
        return sum(self._lexicon.idf(f"{a}_{b}") for a, b in asked if f" {a} {b} " in text.own) / PAIRS_SCALE

    def measure(self, question: Question, hits: Sequence[Hit]) -> list[Evidence]:
        """Return the hits with their features, in the same order."""
        # A rule holds in every year; but what was counted in one year stands in no rule.
        ruled = asks_rule(question.asked) or all(hit.passage.report_id in self._rules for hit in hits)
        return [Evidence(hit, self._features(question, hit, ruled=ruled)) for hit in hits]

    def _features(self, question: Question, hit: Hit, *, ruled: bool) -> Features:
        passage = hit.passage
        text = self._text(passage)
        keys = [name.key for name in question.names]
        period, rules = self._periods.get(passage.report_id), ruled and passage.report_id in self._rules
        return Features(
            score=hit.score,
            similarity=hit.similarity,
            wide_coverage=self._coverage(text.wide, question.words, question.background),
            own_coverage=self._coverage(text.own, question.words, question.background),
            missing_names=_share(not self.mentions(passage, key) for key in keys),
            year_fits=year_fit(question, text, period, self.whole.own(passage.report_id).school_years, rules=rules),
            kind_fits=kind_fit(question, passage.text),
            unit_fits=float(unit_given(question, passage, text)),
            pairs=self._pairs(question, text),
            figures=figures_held(question, passage),
            cue=cue(question.asked, text.titles),
            footnote=float(passage.footnote is not None),
            lead=float(passage.text.rstrip().endswith(":") and not holds_asked_figure(question, passage.text)),
            defines=float(defines(question, text.own)),
        )


def _share(tests: Iterable[bool]) -> float:
    values = list(tests)
    return sum(values) / len(values) if values else 0.0
