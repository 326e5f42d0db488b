"""Derives questions from the sentences and titles of a report. Knows nothing of whether they are answered.

Vietnamese asks in place: a clause with one figure becomes a question by putting "bao nhiêu" where the figure stands.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from app.messages import say
from corpus.assemble import CLOSING, HEADER
from corpus.models import Report, Section, Sentence

_CLAUSE = re.compile(r"[^,;:()\n]+")
_FIGURE = re.compile(
    r"(?:\b(?:trên|hơn|gần|khoảng|tổng số)\s+)?\b\d+(?:[.,]\d+)*(?![\d/%])\s+(?=[^\W\d])", re.IGNORECASE
)
_IDENTIFIER = re.compile(
    r"\d\S*[/\-]\S|%|\b(?:năm|ngày|tháng|quý|số|lớp|đề án|khóa|lần thứ|điều|khoản)\s+\d", re.IGNORECASE
)
_OPENS_CLAUSE = re.compile(r"\s*(?:đến nay|hiện nay|hiện có|có|đã có)\s", re.IGNORECASE)
_SAYS_WHEN = re.compile(r"\s*(?:trong|năm|đến|hiện|từ|sau|kết quả)\b", re.IGNORECASE)
_DANGLING = re.compile(r"\s+(?:và|với|cho|của|tại|do|để|như|là|gồm|thì|mà|từ|trong|trên|về)$", re.IGNORECASE)
FEWEST_SYLLABLES, MOST_SYLLABLES = 9, 26
"""A shorter clause lacks what it is about, a longer one nobody would ask."""
LONGEST_TITLE = 10
_TELLS_NOTHING = re.compile(r"\bkhác$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Proposal:
    """A question and the span ``[start, end)`` of the report that should answer it."""

    text: str
    report_id: str
    section: str
    start: int
    end: int
    about: Literal["section", "figure"]


def _asked(clause: str) -> str | None:
    """Return a clause as a question for its only figure, or None where it is no good one."""
    clause = _DANGLING.sub("", " ".join(clause.split()).rstrip("./ "))
    figures = list(_FIGURE.finditer(clause))
    if len(figures) != 1 or len(re.findall(r"\d+(?:[.,]\d+)*", clause)) != 1 or _IDENTIFIER.search(clause):
        return None
    if not FEWEST_SYLLABLES <= len(clause.split()) <= MOST_SYLLABLES:
        return None
    figure = figures[0]
    before = clause[: figure.start()]
    if before.split() and before.split()[-1][0].isupper():
        return None  # part of a name: "SEA Game 31"
    asked = f"{before}bao nhiêu {clause[figure.end() :]}" if before else f"có bao nhiêu {clause[figure.end() :]}"
    return asked[0].upper() + asked[1:] + "?"


def _clauses(sentence: str) -> Iterator[str]:
    """Yield the clauses that can stand alone: what follows a comma is mostly the rest of an enumeration."""
    last = ""
    for match in _CLAUSE.finditer(sentence):
        after_comma = sentence[match.start() - 1 : match.start()] == ","
        if not after_comma or _OPENS_CLAUSE.match(match[0]) or _SAYS_WHEN.match(last):
            yield match[0]
        last = match[0]


def _for_figures(report: Report, section: str, sentence: Sentence) -> Iterator[Proposal]:
    for clause in _clauses(report.text[sentence.start : sentence.end]):
        if text := _asked(clause):
            yield Proposal(text, report.id, section, sentence.start, sentence.end, "figure")


def _for_section(report: Report, section: Section) -> Iterator[Proposal]:
    if section.code in (HEADER, CLOSING) or len(section.title.split()) > LONGEST_TITLE:
        return
    if "…" in section.title or _TELLS_NOTHING.search(section.title):
        return
    title = section.title.lower() if section.title.isupper() else section.title[0].lower() + section.title[1:]
    text = say("suggest.section", title=title)
    yield Proposal(text, report.id, section.code, section.start, section.end, "section")


def proposals(report: Report) -> list[Proposal]:
    """Return the questions that a report suggests, in its order: for each short section, and for single figures."""
    found = section_proposals(report)
    for paragraph in report.paragraphs:
        if (
            paragraph.role == "body"
            and paragraph.kind not in ("heading", "row")
            and paragraph.section not in (HEADER, CLOSING)
        ):
            found += [p for sentence in paragraph.sentences for p in _for_figures(report, paragraph.section, sentence)]
    return _in_order(found)


def section_proposals(report: Report) -> list[Proposal]:
    """Return the questions for the short sections of a report, in its order; its sentences are not looked at."""
    return _in_order(proposal for section in report.sections for proposal in _for_section(report, section))


def _in_order(found: Iterable[Proposal]) -> list[Proposal]:
    return sorted({proposal.text: proposal for proposal in found}.values(), key=lambda p: (p.start, p.end))
