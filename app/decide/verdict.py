"""Decides whether the report answers a question, and if not, why. Knows the evidence; writes nothing.

Refusing is a value with a reason. What is named in a question (places, years, offices, measures) must stand in the
evidence; only then does it matter how much of the rest does.
"""

import math
import re
from dataclasses import dataclass

from app.decide.causes import reason_missing
from app.decide.counted import cannot_count
from app.decide.events import direction_contradicted, event_missing
from app.decide.evidence import Judge
from app.decide.features import Evidence
from app.decide.kinds import holds_kind, names_no_place
from app.decide.measures import asks_amount, measure_missing, office_missing
from app.decide.wanted_names import asks_where, company_missing, holds_location, person_missing, species_missing
from app.models import Refusal
from app.understand.quantities import quantities
from app.understand.question import Question
from corpus.assemble import CLOSING, HEADER
from corpus.models import Passage
from index.syllables import fold, normalise, syllables

THRESHOLD = 0.4
"""Answers below this confidence are refused: 3 % of the answerable dev questions, 98 % of those about other texts."""

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


def carries_instruction(text: str) -> bool:
    """Tell whether a text tries to direct the assistant instead of asking about a report."""
    return bool(_INSTRUCTION.search(text))


def relevance(evidence: Evidence, question: Question) -> float:
    """Return how likely the evidence is about what is asked: what the threshold is for.

    A logistic regression on the development questions, with the questions of XQuAD-vi (Artetxe et al. 2020) as
    questions about something else; none of fifteen more features was of use (see eval/LOG.md).
    """
    f = evidence.features
    if question.english:
        # No word of an English question stands in a Vietnamese report: only the vectors can tell.
        return _logistic(40.0 * (f.similarity - 0.80))
    return _logistic(-32.9 + 0.54 * f.score + 34.8 * f.similarity + 3.37 * f.wide_coverage)


def confidence(evidence: Evidence, question: Question) -> float:
    """Return how likely an answer from the evidence is right, once nothing speaks against it.

    The same three features, fitted to the development questions alone: the detail asked for may be missing although
    the subject is right, so this is less sure than ``relevance``, which it never exceeds.
    """
    f = evidence.features
    about = relevance(evidence, question)
    if question.english:
        return about
    return min(about, _logistic(-15.8 + 0.53 * f.score + 15.9 * f.similarity + 2.15 * f.wide_coverage))


_ASKS_NAME = re.compile(
    r"\b(?:tên tuổi|danh tính|quý danh|tên (?:là )?gì|tên (?:của )?(?:các|những|từng)|"
    r"(?:kể|nêu|liệt kê|ghi) (?:rõ |đủ |ra )?(?:họ )?tên|họ tên|là những ai|là ai)\b"
)
_SUPERLATIVE = re.compile(
    r"\b(?:(?:nhiều|ít|lớn|nhỏ|cao|thấp|dài|ngắn|đông|tốt|xa|sớm|muộn|giải|hạng|đứng thứ)\b[^?,.]{0,25}\bnhất"
    r"|quán quân|vô địch|đứng đầu)\b"
)


def lacks_kind(question: Question, evidence: Evidence, judge: Judge) -> bool:
    """Tell whether the kind of thing asked for is plainly not there: no figure, no date, no name, no superlative."""
    passage, asked = evidence.passage, normalise(question.focus)
    if question.english:
        return False
    wanted = question.kinds[:1] == ("date",) or (question.kinds[:1] == ("figure",) and asks_amount(question.asked))
    if wanted and not holds_kind(question, passage.text):
        return True
    if names_no_place(question, passage.text) and not judge.names_listed(question, passage):
        return True
    own = judge.own_text(passage)
    if cannot_count(question.asked, own, judge.surroundings(passage)):
        return True
    around = f"{own} {judge.surroundings(passage)}"
    if event_missing(question.asked, around) or direction_contradicted(question.asked, around):
        return True
    if reason_missing(question.asked, own, judge.text_after(passage), judge.surroundings(passage)):
        return True
    if lacks_wanted_name(question, passage, judge):
        return True
    if _ASKS_NAME.search(asked) and not judge.names_other(question, passage):
        return True
    return bool(_SUPERLATIVE.search(asked)) and not (
        "nhất" in judge.canonical(passage) or len({q.value for q in quantities(passage.text)}) > 1
    )


def lacks_wanted_name(question: Question, passage: Passage, judge: Judge) -> bool:
    """Tell whether the name of a company, person, plant or place is asked for and only those of the question stand."""
    text = judge.with_notes(passage)
    keys = [name.key for name in question.names]
    if company_missing(question.heads, text, f" {' '.join(syllables(fold(question.text)))} "):
        return True
    if person_missing(question.asked, text) or species_missing(question.heads, text, question.asked):
        return True
    told = any(name.place for name in question.names)
    return (
        asks_where(question.asked)
        and told
        and not judge.names_new(question, passage)
        and not holds_location(text, keys)
    )


def _logistic(value: float) -> float:
    return 1.0 / (1.0 + math.exp(-value))


def _missing_name(question: Question, evidence: Evidence, judge: Judge) -> tuple[str, bool] | None:
    """Return the first name that neither the passage nor its surroundings have, and whether it is a place."""
    for name in question.required_names:
        if not judge.mentions(evidence.passage, name.key):
            return name.text, name.place
    return None


DOCUMENT_COVERAGE = 0.25
"""Lines about the document itself (date, number, signature) answer only questions that share this much with them."""
CLOSE = 0.25
"""Points between a passage that lacks the kind of thing asked for and one as near that has it."""
LOOKED_AT = 4
"""How many of the best passages may answer when better ones speak of another place or year."""


def decide(question: Question, ranked: list[Evidence], judge: Judge) -> Verdict:
    """Judge the best evidence for a question; ``ranked`` is best first and may be empty.

    A passage about another place or year gives way to the next one; the first that is about what was asked decides.
    """
    if carries_instruction(question.text):
        return Verdict("out-of-scope", 0.95)
    if not ranked:
        return Verdict("not-in-report", 0.9)
    verdicts = [_judge_one(question, evidence, judge) for evidence in ranked[:LOOKED_AT]]
    deciding = next((i for i, verdict in enumerate(verdicts) if not verdict.missing), 0)
    if verdicts[deciding].answerable:
        return verdicts[deciding]
    close = ranked[deciding].support - CLOSE
    others = (v for v, e in zip(verdicts, ranked, strict=False) if v.answerable and e.support >= close)
    return next(others, verdicts[0])


def never_refusing(question: Question, ranked: list[Evidence], _judge: Judge) -> Verdict:
    """Let the best passage answer whatever is asked; only where none was found is there nothing to answer with.

    The product never decides so: it measures what ``decide`` is worth (``app.ablation``).
    """
    if not ranked:
        return Verdict("not-in-report", 0.9)
    return Verdict(None, confidence(ranked[0], question), passage=ranked[0].passage)


def _judge_one(question: Question, evidence: Evidence, judge: Judge) -> Verdict:
    passage = evidence.passage
    missing = _missing_name(question, evidence, judge)
    if missing:
        return Verdict("other-place" if missing[1] else "not-in-report", 0.9, missing[0])
    if evidence.features.year_fits < 0:
        return Verdict("other-year", 0.9, ", ".join(question.years))
    absent = [time for time in question.times if not judge.says_time(passage, time)]
    if absent:
        return Verdict("other-year", 0.8, absent[0])
    if lacks_kind(question, evidence, judge):
        return Verdict("not-in-report", 0.8)
    own = judge.canonical(passage)
    if measure_missing(question.asked, own) or office_missing(question.asked, own):
        return Verdict("not-in-report", 0.8)
    if passage.section in (HEADER, CLOSING) and evidence.features.wide_coverage < DOCUMENT_COVERAGE:
        return Verdict("not-in-report", 0.8)  # the date of the report is not the date of what it reports
    about = relevance(evidence, question)
    if about >= THRESHOLD:
        return Verdict(None, confidence(evidence, question), passage=passage)
    unrelated = evidence.features.wide_coverage < 0.2 and not question.names and not question.english
    return Verdict("out-of-scope" if unrelated else "not-in-report", 1.0 - about)
