"""Decides whether the report answers a question, and if not, why. Knows the evidence; writes nothing.

Refusing is a value with a reason. What is named in a question (places, years, offices, measures) must stand in the
evidence; only then does it matter how much of the rest does.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from app.decide.basis import in_preamble
from app.decide.causes import asks_cause
from app.decide.events import limit_contradicted
from app.decide.evidence import Judge
from app.decide.features import Evidence
from app.decide.frame import heads_a_table, only_of_document
from app.decide.instructions import carries_instruction
from app.decide.likelihood import confidence, fitted, relevance
from app.decide.measures import asks_period
from app.decide.numbered import unknown_number
from app.decide.signals import signals
from app.decide.stretches import spelled
from app.decide.unknown import foreign_country, unknown_body, unknown_organisation
from app.decide.vetoes import lacks_kind
from app.models import Refusal
from app.understand.question import Question
from corpus.models import Passage
from index.syllables import normalise


@dataclass(frozen=True, slots=True)
class Verdict:
    """``refusal`` is None where the report answers. ``confidence`` in [0, 1] is that the answer is right."""

    refusal: Refusal | None
    confidence: float
    missing: str = ""  # what the evidence lacks, as typed: "Sìn Hồ", "2021"
    passage: Passage | None = None  # the passage that answers

    @property
    def answerable(self) -> bool:
        """Tell whether the report answers."""
        return self.refusal is None


Decide = Callable[[Question, list[Evidence], Judge], Verdict]
"""A decision on the evidence for a question, best first."""


def _missing_name(question: Question, evidence: Evidence, judge: Judge) -> tuple[str, bool] | None:
    """Return the first name that neither the passage nor its surroundings have, and whether it is a place."""
    for name in question.required_names:
        if not judge.mentions(evidence.passage, name.key):
            return name.text, name.place
    passage = evidence.passage
    around = f"{judge.with_notes(passage)} {judge.surroundings(passage)} {judge.subject(passage)}"
    if country := foreign_country(question.focus, around):
        return country, True
    if numbered := unknown_number(question.asked, judge.is_known, f"{around} {judge.paragraph(passage)}"):
        return numbered, False
    organisation = unknown_organisation(question.asked, judge.is_known) or unknown_body(question.focus, judge.is_known)
    return (organisation, False) if organisation else None


CLOSE = 0.25
"""Points between a passage that lacks the kind of thing asked for and one as near that has it."""
CLOSE_BESIDE = 1.5
"""The same within one paragraph for a reason, which often stands in the sentence before or after; anywhere for a
cause, since what was planned is told more often than why it did not come about."""
PERIOD_BESIDE = 3.0
"""The same for a period: rules tell what may happen, and in the next sentence for how long."""
DATE_BEHIND, SAME_THING = 2.5, 0.6
"""The same for a date, where this share of the question is in the passage: what happened and by when it is to be
settled are told in two sections."""
FIGURE_BEHIND = 1.5
"""The same for a figure in the unit asked for, and for what members are named where only their number came first."""
LISTED_BEHIND = 2.0
"""The same for a footnote that lists, where a list is asked for: the sentences speak more of the thing, without it."""
UNTOLD = 4
"""Words of a question of which a passage about it holds one at least, beside its names."""
LOOKED_AT = 4
"""How many of the best passages may answer when better ones speak of another place or year."""


def decide(question: Question, ranked: list[Evidence], judge: Judge, threshold: float | None = None) -> Verdict:
    """Judge the best evidence for a question; ``ranked`` is best first and may be empty.

    A passage about another place or year gives way to the next one; the first that is about what was asked decides.
    Below a relevance of ``threshold`` (None: the fitted one) nothing is answered.
    """
    if carries_instruction(question.text):
        return Verdict("out-of-scope", 0.95)
    if not ranked:
        return Verdict("not-in-report", 0.9)
    least = fitted().threshold if threshold is None else threshold
    ranked = [evidence for evidence in ranked if not _beside_the_point(question, evidence, judge)] or ranked
    verdicts = [_judge_one(question, evidence, ranked, judge, least) for evidence in ranked[:LOOKED_AT]]
    deciding = next((i for i, verdict in enumerate(verdicts) if not verdict.missing), 0)
    best = ranked[deciding]
    if verdicts[deciding].answerable:
        return replace(verdicts[deciding], passage=in_preamble(question, best, ranked).passage)
    others = (
        verdict
        for verdict, evidence in zip(verdicts, ranked, strict=False)
        if verdict.answerable and evidence.support >= best.support - may_be_behind(question, evidence, best)
    )
    return next(others, verdicts[0])


def _beside_the_point(question: Question, evidence: Evidence, judge: Judge) -> bool:
    """Tell whether a passage tells of the document only, or of what is on the other side of a limit: "dưới 5 năm"."""
    return (
        only_of_document(question, evidence, judge)
        or heads_a_table(evidence.passage, judge)
        or limit_contradicted(question.asked, judge.own_text(evidence.passage))
    )


def may_be_behind(question: Question, evidence: Evidence, best: Evidence) -> float:
    """Return how many points a passage may be behind the best one and still answer in its stead."""
    beside = evidence.passage.paragraph == best.passage.paragraph
    if (beside and question.asks("reason")) or asks_cause(normalise(question.focus)):
        return CLOSE_BESIDE
    if question.kinds[:1] == ("date",) and evidence.features.own_coverage >= SAME_THING:
        return DATE_BEHIND
    features = evidence.features
    if question.asks("list") and features.footnote and features.wide_coverage >= best.features.wide_coverage:
        return LISTED_BEHIND
    if beside and asks_period(question.asked):
        return PERIOD_BESIDE
    return FIGURE_BEHIND if _same_thing(question, evidence, best) else CLOSE


def _same_thing(question: Question, evidence: Evidence, best: Evidence) -> bool:
    """Tell whether a passage is about what is asked, and gives it in the unit, as the list or by the name asked for."""
    features = evidence.features
    if question.kinds[:1] == ("entity",):
        return features.kind_fits > best.features.kind_fits and features.own_coverage >= best.features.own_coverage
    if question.kinds[:1] == ("figure",):
        return bool(features.unit_fits) and features.own_coverage >= SAME_THING
    return question.kinds[:1] == ("list",) and features.kind_fits == 1 and features.wide_coverage >= SAME_THING


def never_refusing(question: Question, ranked: list[Evidence], _judge: Judge) -> Verdict:
    """Let the best passage answer whatever is asked; only where none was found is there nothing to answer with.

    The product never decides so: it measures what ``decide`` is worth (``app.ablation``).
    """
    if not ranked:
        return Verdict("not-in-report", 0.9)
    sure = confidence(signals(question, ranked[0], ranked), english=question.english)
    return Verdict(None, sure, passage=ranked[0].passage)


def _judge_one(
    question: Question, evidence: Evidence, ranked: Sequence[Evidence], judge: Judge, threshold: float
) -> Verdict:
    passage = evidence.passage
    missing = _missing_name(question, evidence, judge)
    if missing:
        return Verdict("other-place" if missing[1] else "not-in-report", 0.9, missing[0])
    if evidence.features.year_fits < 0:
        return Verdict("other-year", 0.9, ", ".join(question.years))
    absent = [time for time in question.times if not judge.says_time(passage, time, question)]
    if absent:
        return Verdict("other-year", 0.8, spelled(absent[0]))
    if lacks_kind(question, passage, judge):
        return Verdict("not-in-report", 0.8)
    if only_of_document(question, evidence, judge):
        return Verdict("not-in-report", 0.8)
    if len(question.words) >= UNTOLD and not evidence.features.wide_coverage and not question.english:
        return Verdict("out-of-scope", 0.8)
    spoken = signals(question, evidence, ranked)
    about = relevance(spoken, english=question.english)
    if about >= threshold:
        return Verdict(None, confidence(spoken, english=question.english), passage=passage)
    unrelated = evidence.features.wide_coverage < 0.2 and not question.names and not question.english
    return Verdict("out-of-scope" if unrelated else "not-in-report", 1.0 - about)
