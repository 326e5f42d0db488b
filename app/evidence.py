"""How well a passage supports a question, as numbers. Knows the question and the passage; decides nothing.

A passage is judged by its own text, and more loosely by what a reader has in mind there: the titles above it, the
line that introduces it and, for a footnote, the sentence that carries its mark.
"""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, fields, replace

from app.quantities import quantities
from app.understand.lexicon import Lexicon
from app.understand.names import capitalised_names
from app.understand.question import Question
from app.understand.words import Word
from corpus.models import Passage, Report
from index.models import Hit
from index.syllables import fold, normalise, syllables

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
_DIGIT = re.compile(r"\d")
_NAMING_FIGURE = re.compile(r"\b(?:số|lớp|thứ|khóa|quý|tháng|đề án|kế hoạch số) (?:mấy|bao nhiêu|nào)\b")
_DATE = re.compile(r"\d{1,2}/\d{1,2}/\d{4}|\b(?:năm|tháng|quý)\s+(?:\d+|[ivx]+)\b|\b(?:19|20)\d\d\b", re.IGNORECASE)
_REASON = re.compile(r"\b(?:do|vì|bởi|nhờ|nhằm|để|căn cứ|theo nhu cầu|từ đó|qua đó)\b", re.IGNORECASE)
_LIST = re.compile(r"[,;][^,;]+[,;]|:\s|\bvà\b")
_NAME = re.compile(r"(?:[^\W\d_a-zà-ỹ]|[ĐÀ-Ỹ])[^\W\d_]*(?:\s+(?:[A-ZĐÀ-Ỹ])[^\W\d_]*)+", re.UNICODE)


BACKGROUND_WEIGHT = 0.4
RARELY_COVERED = 0.3
"""A word of which less than this share is covered counts as missing."""
_KIND_TESTS = {"date": _DATE, "reason": _REASON, "list": _LIST, "entity": _NAME}
_ORGANISATION_HEADS = frozenset({"cơ quan", "đơn vị", "tổ chức", "ngành", "ai"})
_ORGANISATION = re.compile(
    r"\b(?:Trung tâm|Sở|Bộ|Ban|Cục|Chi cục|Tổng cục|Phòng|Công an|UBND|Ủy ban|Hiệp hội|Hội|Trường|Bệnh viện|Viện|Đài|"
    r"Công ty|Tổng Công ty|Nhà xuất bản|Ngành|ngành|Quỹ|Ngân hàng|Chi nhánh)\s+\w"
)


@dataclass(frozen=True, slots=True)
class Features:
    """The evidence of one passage for one question. Shares are in [0, 1]; the rest says its unit."""

    score: float  # fused retrieval score, standard deviations above the mean passage
    below_best: float  # how far the score lies under the best passage of the question
    similarity: float  # cosine of question and passage
    coverage: float  # share of the question's content words, weighted by rarity, in the passage itself
    wide_coverage: float  # the same, with context, anchor and titles
    noun_coverage: float  # the same as wide, nouns only
    missing_names: float  # share of the question's names that neither passage nor context has
    named: float  # share of the question's names that stand in the passage itself
    year_fits: float  # 1 the year asked for stands in it, 0 no year asked, -1 it speaks of another year
    kind_fits: float  # 1 it holds the kind of thing asked for, else 0
    unit_fits: float  # 1 the noun counted by "bao nhiêu …" stands after a figure, else 0
    footnote: float  # 1 for a footnote
    lead: float  # 1 for a line that only introduces others
    asked_coverage: float  # as wide coverage, of the words next to the question word only
    rarest_missing: float  # weight of the rarest word that neither passage nor context has, as a share of the rarest possible
    uncounted: float  # 1 the noun after "bao nhiêu" stands after no figure of the passage, else 0
    numbers_missing: float  # share of the figures given in the question that it does not hold

    def row(self) -> list[float]:
        """Return the values in the order of the fields."""
        return [float(getattr(self, field.name)) for field in fields(self)]


@dataclass(frozen=True, slots=True)
class Evidence:
    """A found passage with its features and, once ranked, how likely it is to hold the answer (in [0, 1])."""

    hit: Hit
    features: Features
    support: float = 0.0

    @property
    def passage(self) -> Passage:
        """The passage itself."""
        return self.hit.passage


@dataclass(frozen=True, slots=True)
class _Text:
    """A passage as it is matched: its own canonical syllables and those of its surroundings, padded with spaces."""

    own: str
    wide: str
    canonical: str
    folded: str
    years: frozenset[str]
    wide_years: frozenset[str]


class Judge:
    """Measures passages against questions. Built once over all passages; keeps nothing of any question."""

    def __init__(self, passages: Sequence[Passage], lexicon: Lexicon, reports: Sequence[Report]) -> None:
        self._lexicon = lexicon
        self._periods = {report.id: report.metadata.period for report in reports}
        self._subjects = {
            report.id: f" {' '.join(syllables(fold(f'{report.title} {report.metadata.issuer or str()}')))} " for report in reports
        }
        by_id = {passage.id: passage for passage in passages}
        self._notes: dict[str, list[Passage]] = {}
        for passage in passages:
            if passage.anchor:
                self._notes.setdefault(passage.anchor, []).append(passage)
        self._texts = {passage.id: self._prepare(passage, by_id) for passage in passages}

    def _prepare(self, passage: Passage, by_id: dict[str, Passage]) -> _Text:
        anchor = by_id[passage.anchor].text if passage.anchor else ""
        wide = f"{passage.context}. {anchor} {passage.text}"
        own_tokens = syllables(self._lexicon.variants.canonical(passage.text))
        canonical = self._lexicon.variants.canonical(wide)
        wide_tokens = syllables(canonical)
        joined = f" {' '.join(wide_tokens)} "
        return _Text(
            own=f" {' '.join(own_tokens)} ",
            wide=joined,
            canonical=canonical,
            folded=fold(joined),
            years=frozenset(_YEAR.findall(passage.text)),
            wide_years=frozenset(_YEAR.findall(wide)),
        )

    def canonical(self, passage: Passage) -> str:
        """Return the passage and what is above it, written out and normalised, punctuation kept."""
        return self._texts[passage.id].canonical

    def mentions(self, passage: Passage, key: str) -> bool:
        """Tell whether the passage, its surroundings or the subject of its whole report have a folded name."""
        return f" {key} " in self._texts[passage.id].folded or f" {key} " in self._subjects[passage.report_id]

    def says(self, passage: Passage, phrase: str) -> bool:
        """Tell whether the passage or its surroundings have a normalised phrase such as "quý i"."""
        return phrase in self._texts[passage.id].canonical

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
        """Return how much of a question a piece of text holds: words, names, years, and a counted thing with its figure."""
        canonical = f" {' '.join(syllables(self._lexicon.variants.canonical(text)))} "
        folded = fold(canonical)
        held = sum(self.weight(word) * self.covers(canonical, word) for word in question.words)
        held += sum(3.0 for name in question.names if f" {name.key} " in folded)
        held += sum(3.0 for year in question.years if f" {year} " in canonical)
        counted = any(re.search(rf"\d\s(?:\w+\s)?{re.escape(unit)}\s", canonical) for unit in question.units)
        return held + 4.0 * counted + 2.0 * (question.asks("figure") and bool(quantities(text)))

    def adds(self, question: Question, passage: Passage, other: Passage) -> bool:
        """Tell whether another passage holds a telling part of the question that the first does not hold itself."""
        return self.share_of(self.lacking(question, [passage]), other) >= 0.5

    def names_other(self, question: Question, passage: Passage) -> bool:
        """Tell whether a passage, or a footnote of it, names something that neither question nor report title names."""
        said = {name.key for name in question.names}
        subject = self._subjects[passage.report_id]
        texts = [passage.text, *(note.text for note in self._notes.get(passage.id, ()))]
        names = [n for text in texts for n in capitalised_names(text, self._lexicon.joins, self._lexicon.names)]
        quoted = any("“" in text for text in texts)
        return quoted or any(n.key not in said and f" {n.key} " not in subject for n in names)

    def names_things(self, passage: Passage) -> bool:
        """Tell whether a passage is mostly an enumeration of names."""
        return bool(_NAME.search(passage.text)) and bool(_LIST.search(passage.text))

    def lacking(self, question: Question, passages: Sequence[Passage]) -> Question:
        """Return the question reduced to the words, names and years that none of the passages has in its own text."""
        texts = [self._texts[passage.id] for passage in passages]
        return replace(
            question,
            words=tuple(w for w in question.words if all(self.covers(text.own, w) < 1 for text in texts)),
            names=tuple(n for n in question.names if all(f" {n.key} " not in fold(text.own) for text in texts)),
            years=tuple(y for y in question.years if all(y not in text.years for text in texts)),
        )

    def share_of(self, question: Question, passage: Passage) -> float:
        """Return the share of a reduced question that a passage holds in its own text; 0 where nothing is left to hold."""
        text = self._texts[passage.id]
        total = sum(self.weight(word) for word in question.words) + 3.0 * (len(question.names) + len(question.years))
        if not total:
            return 0.0
        held = sum(self.weight(word) * self.covers(text.own, word) for word in question.words)
        held += 3.0 * sum(f" {name.key} " in fold(text.own) for name in question.names)
        held += 3.0 * sum(year in text.wide_years for year in question.years)
        return held / total

    def _rarest_missing(self, text: str, words: Sequence[Word]) -> float:
        missing = [self.weight(word) for word in words if self.covers(text, word) < RARELY_COVERED]
        return max(missing, default=0.0) / self._lexicon.idf("")

    def _year_fit(self, question: Question, text: _Text, report_id: str) -> float:
        if not question.years:
            return 0.0
        asked = set(question.years)
        if asked <= text.wide_years:
            return 1.0
        spoken_of = text.years or text.wide_years
        if asked == {self._periods.get(report_id) or ""}:
            # The report as a whole speaks of its period; only a passage of another year contradicts that.
            return 0.5 if not text.years or asked & text.years else -0.5
        return -1.0 if not asked & spoken_of else 0.2

    def _kind_fit(self, question: Question, passage: Passage) -> float:
        """Return 1 where the passage holds the kind of thing asked for; "huyện nào" wants "huyện" before a name."""
        fits = float(self.holds_kind(question, passage))
        if question.heads and (question.asks("entity") or question.asks("list")):
            named = any(self._names_head(head, passage.text) for head in question.heads)
            return (fits + float(named)) / 2
        return fits

    def holds_kind(self, question: Question, passage: Passage) -> bool:
        """Tell whether the passage holds the first kind of thing asked for: a figure that counts, a date, a reason."""
        first = next((kind for kind in question.kinds if kind != "yes-no"), None)
        if first is None:
            return True
        if first == "figure":
            naming = _NAMING_FIGURE.search(question.canonical)
            return bool(_DIGIT.search(passage.text)) if naming else bool(quantities(passage.text))
        return bool(_KIND_TESTS[first].search(passage.text))

    def _names_head(self, head: str, text: str) -> bool:
        """Tell whether a text names a thing of this kind: "huyện Tam Đường", or an organisation for "cơ quan nào"."""
        last = head.split()[-1]
        if head in _ORGANISATION_HEADS or last in _ORGANISATION_HEADS:
            return bool(_ORGANISATION.search(text))
        spelled = normalise(text)
        places = [m.end() for noun in {head, last} for m in re.finditer(rf"\b{re.escape(noun)}\s+[“\"]?", spelled)]
        return any(end < len(text) and text[end].isupper() for end in places if len(spelled) == len(text))

    def measure(self, question: Question, hits: Sequence[Hit]) -> list[Evidence]:
        """Return the hits with their features, in the same order."""
        best = max((hit.score for hit in hits), default=0.0)
        return [Evidence(hit, self._features(question, hit, best)) for hit in hits]

    def _features(self, question: Question, hit: Hit, best: float) -> Features:
        passage = hit.passage
        text = self._texts[passage.id]
        keys = [name.key for name in question.names]
        nouns = [word for word in question.words if word.noun]
        own_folded = fold(text.own)
        counted = any(re.search(rf"\d\s(?:\w+\s)?{re.escape(unit)}\s", text.own) for unit in question.units)
        return Features(
            score=hit.score,
            below_best=best - hit.score,
            similarity=hit.similarity,
            coverage=self._coverage(text.own, question.words, question.background),
            wide_coverage=self._coverage(text.wide, question.words, question.background),
            noun_coverage=self._coverage(text.wide, nouns, question.background),
            missing_names=_share(not self.mentions(passage, key) for key in keys),
            named=_share(f" {key} " in own_folded for key in keys),
            year_fits=self._year_fit(question, text, passage.report_id),
            kind_fits=self._kind_fit(question, passage),
            unit_fits=float(counted),
            uncounted=float(bool(question.units) and not counted),
            asked_coverage=self._coverage(text.wide, question.near_asking),
            rarest_missing=self._rarest_missing(text.wide, question.words),
            footnote=float(passage.footnote is not None),
            lead=float(passage.text.rstrip().endswith(":")),
            numbers_missing=_share(f" {number} " not in text.wide for number in question.numbers),
        )


def _share(tests: Iterable[bool]) -> float:
    values = list(tests)
    return sum(values) / len(values) if values else 0.0
