"""Decides whether the report answers a question, and if not, why. Knows the evidence; writes nothing.

Refusing is a value with a reason. What is named in a question (places, years, offices, measures) must stand in the
evidence; only then does it matter how much of the rest does.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from app.decide.basis import in_preamble
from app.decide.causes import asks_cause
from app.decide.events import limit_contradicted
from app.decide.evidence import Judge
from app.decide.features import Evidence
from app.decide.likelihood import confidence, fitted, relevance
from app.decide.measures import asks_period
from app.decide.signals import signals
from app.decide.unknown import foreign_country, unknown_organisation
from app.decide.vetoes import lacks_kind
from app.models import Refusal
from app.understand.question import Question
from app.understand.which_report import RULES
from corpus.assemble import CLOSING, HEADER
from corpus.models import Passage
from index.syllables import normalise

_INSTRUCTION = re.compile(
    r"\b(?:bỏ qua|quên|phớt lờ)\b.{0,30}\b(?:chỉ dẫn|hướng dẫn|quy tắc|lệnh|yêu cầu|ràng buộc)\b"
    r"|system prompt|\[\s*/?\s*(?:system|inst)\b|ignore (?:all |any )?(?:the )?(?:previous|above)"
    r"|jailbreak|developer mode"
    r"|\b(?:bạn là|đóng vai|hãy làm|giả làm|giả vờ)\b.{0,40}\b(?:trợ lý|ai|chuyên gia|hacker|nhân vật)\b"
    r"|\b(?:hãy )?(?:khẳng định|xác nhận|trả lời|nói) (?:rằng|là)?\s*"
    r"(?:báo cáo|hà nội)?.{0,20}\b(?:ghi|tặng|bịa|nghĩ ra)\b"
    r"|\b(?:bịa|nghĩ ra|tự chế)\b.{0,30}\b(?:số|con số|câu trả lời|nguồn)\b",
    re.IGNORECASE,
)


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


def carries_instruction(text: str) -> bool:
    """Tell whether a text tries to direct the assistant instead of asking about a report."""
    return bool(_INSTRUCTION.search(text))


def _missing_name(question: Question, evidence: Evidence, judge: Judge) -> tuple[str, bool] | None:
    """Return the first name that neither the passage nor its surroundings have, and whether it is a place."""
    for name in question.required_names:
        if not judge.mentions(evidence.passage, name.key):
            return name.text, name.place
    if country := foreign_country(question.text, evidence.passage.text):
        return country, True
    organisation = unknown_organisation(question.asked, judge.is_known)
    return (organisation, False) if organisation else None


DOCUMENT_COVERAGE = 0.25
"""Lines about the document itself (date, number, signature) answer only questions that share this much with them."""
CLOSE = 0.25
"""Points between a passage that lacks the kind of thing asked for and one as near that has it."""
CLOSE_BESIDE = 1.0
"""The same within one paragraph for a reason, which often stands in the sentence before or after; anywhere for a
cause, since what was planned is told more often than why it did not come about."""
PERIOD_BESIDE = 3.0
"""The same for a period: rules tell what may happen, and in the next sentence for how long."""
_ON_DOCUMENT = re.compile(r"\b(?:báo cáo|văn bản)\b")
# The preamble of a decree tells what it rests on, and nothing of what it rules.
_GROUND = re.compile(r"(?:Căn cứ|Theo đề nghị|Xét(?: đề nghị)?)\b")
_ASKS_GROUND = re.compile(r"\b(?:căn cứ|dựa (?:vào|trên|theo)|cơ sở|đề nghị|theo (?:luật|nghị định|quyết định) nào)\b")
_NAMES_DOCUMENT = re.compile(rf"\b(?:luật|quyết định|quy định|{RULES})\b")
_ASKS_OF_DOCUMENT = re.compile(
    r"\b(?:ban hành|ký|số (?:bao nhiêu|mấy|nào|hiệu)|số, ký hiệu|căn cứ|nơi nhận|gửi|tên|trích yếu"
    r"|về (?:việc|vấn đề|nội dung)? ?gì|quy định (?:về )?(?:gì|những gì)|hướng dẫn (?:thi hành |thực hiện )?"
    r"(?:[^\W\d]+ ){0,2}(?:gì|nào)|của (?:cơ quan|ai|bộ) ?nào?|ai|ngày (?:nào|mấy|bao nhiêu)|năm nào)\b"
)
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
    return _only_of_document(question, evidence) or limit_contradicted(question.asked, judge.own_text(evidence.passage))


def _only_of_document(question: Question, evidence: Evidence) -> bool:
    """Tell whether a passage dates, numbers or signs the document and nothing of that is asked."""
    if evidence.passage.section not in (HEADER, CLOSING):
        return False
    if _GROUND.match(evidence.passage.text):
        return not _ASKS_GROUND.search(question.asked)
    if _NAMES_DOCUMENT.search(question.asked):
        return not _ASKS_OF_DOCUMENT.search(question.asked)
    if _ON_DOCUMENT.search(question.asked):
        return False
    # The date of the report is not the date of what it reports.
    return evidence.features.wide_coverage < DOCUMENT_COVERAGE


def may_be_behind(question: Question, evidence: Evidence, best: Evidence) -> float:
    """Return how many points a passage may be behind the best one and still answer in its stead."""
    beside = evidence.passage.paragraph == best.passage.paragraph
    if (beside and question.asks("reason")) or asks_cause(normalise(question.focus)):
        return CLOSE_BESIDE
    return PERIOD_BESIDE if beside and asks_period(question.asked) else CLOSE


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
    absent = [time for time in question.times if not judge.says_time(passage, time)]
    if absent:
        return Verdict("other-year", 0.8, absent[0])
    if lacks_kind(question, passage, judge):
        return Verdict("not-in-report", 0.8)
    if _only_of_document(question, evidence):
        return Verdict("not-in-report", 0.8)
    spoken = signals(question, evidence, ranked)
    about = relevance(spoken, english=question.english)
    if about >= threshold:
        return Verdict(None, confidence(spoken, english=question.english), passage=passage)
    unrelated = evidence.features.wide_coverage < 0.2 and not question.names and not question.english
    return Verdict("out-of-scope" if unrelated else "not-in-report", 1.0 - about)
