"""Turns feedback on wrong sources into gold questions for a person to finish. Knows nothing of files.

The evidence is what the reviewer picked, word for word. The type is guessed by rules, the decisive fact and the
reference answer are the quote itself, and the note says that a person has to look: shorter facts judge more fairly.
"""

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from app.messages import Language, say
from app.models import Turn
from app.understand.language import is_english
from app.understand.lexicon import Lexicon
from app.understand.question import Kind, analyse
from corpus.library import Library
from corpus.models import Report
from eval.gold_tools.feedback import Feedback, Picked
from eval.match import occurrences
from eval.models import Evidence, GoldQuestion, QuestionType, Split
from index.syllables import has_diacritics

PREFIX = "fb"
"""What the ids of candidates begin with."""
SpanFault = Literal["no-report", "no-text", "other-place", "ambiguous"]

_BY_KIND: tuple[tuple[Kind, QuestionType], ...] = (
    ("reason", "why"),
    ("date", "date"),
    ("list", "list"),
    ("figure", "lookup"),
    ("yes-no", "yesno"),
    ("entity", "entity"),
)
_BY_TITLE: tuple[tuple[re.Pattern[str], QuestionType], ...] = (
    (re.compile(r"hạn chế|khó khăn|tồn tại", re.IGNORECASE), "limitation"),
    (re.compile(r"phương hướng|nhiệm vụ|kế hoạch", re.IGNORECASE), "plan"),
)
_FIGURE = re.compile(r"(?<!\w)\d+(?:[.,]\d+)*(?!\w)")


@dataclass
class SpanError(Exception):
    """A picked span that is no evidence: of an unknown report, without words, not of its section, or said twice."""

    fault: SpanFault
    picked: Picked

    def __str__(self) -> str:
        return f"{self.fault}: {self.picked.report_id} [{self.picked.start}, {self.picked.end})"


def usable(feedback: Feedback) -> bool:
    """Tell whether a question can be made of it: the source was wrong and a reviewer picked the right one."""
    return feedback.reason == "wrong-source" and feedback.picked is not None


def candidate(
    feedback: Feedback,
    library: Library,
    lexicon: Lexicon,
    identity: str,
    split: Split = "dev",
    language: Language = "vi",
) -> GoldQuestion:
    """Return a gold question that ``hoidap gold check`` accepts; ``language`` is that of its note.

    Raises ``SpanError`` for a span that is no evidence and ``ValueError`` for feedback that is not usable.
    """
    if feedback.picked is None or not usable(feedback):
        raise ValueError(f"no picked source in the feedback on answer {feedback.answer_id}")
    evidence = evidence_of(feedback.picked, library)
    history = _whole_turns(feedback.history)
    report = library.report(feedback.picked.report_id)
    return GoldQuestion(
        id=identity,
        split=split,
        type=guess_type(feedback.question, history, evidence, report, lexicon),
        question=feedback.question,
        history=history,
        answerable=True,
        must_include=(_decisive(feedback.question, evidence.quote, lexicon),),
        must_not_include=(),
        evidence=(evidence,),
        reference=evidence.quote,
        note=say("gold.candidate.note", language, answer=feedback.answer_id),
    )


def evidence_of(picked: Picked, library: Library) -> Evidence:
    """Return the picked words as evidence; words that their place says twice are widened to their sentence."""
    if all(report.id != picked.report_id for report in library.reports):
        raise SpanError("no-report", picked)
    report = library.report(picked.report_id)
    said = report.text[picked.start : picked.end]
    if not any(char.isalnum() for char in said):
        raise SpanError("no-text", picked)
    start = picked.start + len(said) - len(said.lstrip())
    end = start + len(said.strip())
    paragraph = report.paragraph_at(start)
    if (paragraph.section, paragraph.footnote) != (picked.section, picked.footnote) or end > paragraph.end:
        raise SpanError("other-place", picked)
    sentences = [(s.start, s.end) for s in paragraph.sentences if s.start <= start and end <= s.end]
    for span in ((start, end), *sentences):
        evidence = Evidence(picked.section, picked.footnote, report.text[slice(*span)])
        if len(occurrences(evidence, library)) == 1:
            return evidence
    raise SpanError("ambiguous", picked)


def guess_type(
    question: str, history: tuple[Turn, ...], evidence: Evidence, report: Report, lexicon: Lexicon
) -> QuestionType:
    """Guess the type: how it is asked first, then where the answer stands, then what is asked for."""
    if history:
        return "follow-up"
    if is_english(question):
        return "english"
    if not has_diacritics(question):
        return "no-diacritics"
    if evidence.footnote:
        return "footnote"
    titles = " ".join(report.section(evidence.section).path)
    by_title = [kind for pattern, kind in _BY_TITLE if pattern.search(titles)]
    asked = analyse(question, lexicon)
    by_kind = [kind for wanted, kind in _BY_KIND if asked.asks(wanted)]
    return next(iter([*by_title, *by_kind]), "lookup")


def _decisive(question: str, quote: str, lexicon: Lexicon) -> str:
    """Return the only figure of a quote where one is asked for, else the whole quote."""
    found = _FIGURE.findall(quote)
    if len(found) == 1 and analyse(question, lexicon).asks("figure"):
        return str(found[0])
    return quote.rstrip(" .;,")


def _whole_turns(history: tuple[Turn, ...]) -> tuple[Turn, ...]:
    """Return the questions that were answered, each with its answer, as gold questions keep them."""
    kept: list[Turn] = []
    for asked, answered in pairwise(history):
        if (asked.role, answered.role) == ("user", "assistant"):
            kept += [asked, answered]
    return tuple(kept)
