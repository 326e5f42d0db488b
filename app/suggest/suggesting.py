"""Adds to each answer what may be asked next. Knows an asker and what reports propose, not how answers are found.

Only what the asker itself answers from the place it was derived from is suggested; what was found out is kept.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from app.models import Answer, Citation, FluentAsker, Grow, Mode, Near, Turn, unheard
from app.suggest.proposals import Proposal, proposals
from corpus.library import Library
from corpus.models import Report

MOST = 3
"""Suggestions of one answer."""
LOOKED_AT = 30
"""Reports that are looked at where nothing tells one of them from the others."""
TRIED = 12
"""Proposals that are asked for one answer: half a second, or one in a large library."""


class Suggesting:
    """An asker whose answers carry suggestions. Threads may share it: at worst two find out the same thing."""

    def __init__(self, asker: FluentAsker, library: Library) -> None:
        self._asker = asker
        self._library = library
        self._proposed: dict[str, list[Proposal]] = {}
        self._answered: dict[Proposal, bool] = {}

    def ask(
        self,
        question: str,
        history: tuple[Turn, ...] = (),
        *,
        report_ids: tuple[str, ...] | None = None,
        mode: Mode = "auto",
        top_k: int | None = None,
    ) -> Answer:
        """Answer one question, with up to three that may follow it. Raises ``QuestionError``."""
        answer = self._asker.ask(question, history, report_ids=report_ids, mode=mode, top_k=top_k)
        asked = {turn.content for turn in history if turn.role == "user"} | {question, answer.standalone_question}
        said = {_key(text) for text in asked}
        near = (p for p in self._nearest(answer, report_ids) if _key(p.text) not in said)
        found = (p.text for p in self._few_new(near) if self._answers(p))
        return replace(answer, suggestions=tuple(islice(found, MOST)))

    @property
    def fluent(self) -> bool:
        """Whether a writer is there that words answers anew."""
        return self._asker.fluent

    def reword(self, answer: Answer, grow: Grow = unheard) -> Answer | None:
        """Return an answer in fluent, checked words with the same suggestions, or None."""
        reworded = self._asker.reword(answer, grow)
        return reworded and replace(reworded, suggestions=answer.suggestions)

    def prepare(self) -> None:
        """Find out about the proposals of the first reports now, so that no answer has to wait for them."""
        for report in self._library.reports[:LOOKED_AT]:
            for proposal in self._of(report):
                self._answers(proposal)

    def _of(self, report: Report) -> list[Proposal]:
        if report.id not in self._proposed:
            self._proposed[report.id] = proposals(report)
        return self._proposed[report.id]

    def _few_new(self, near: Iterable[Proposal]) -> Iterator[Proposal]:
        """Yield proposals until too many were to be tried of which nothing is known yet."""
        tried = 0
        for proposal in near:
            tried += proposal not in self._answered
            if tried > TRIED:
                return
            yield proposal

    def _looked_at(self, places: Sequence[Citation | Near], report_ids: Sequence[str] | None) -> Sequence[Report]:
        """Return the reports to propose from: all of a few; of many the one that answered, or else the first."""
        reports = self._library.among(report_ids)
        if len(reports) <= LOOKED_AT or not places:
            return reports[:LOOKED_AT]
        return [one for one in reports if one.id == places[0].report_id]

    def _answers(self, proposal: Proposal) -> bool:
        """Tell whether the question is answered from the place it was derived from."""
        if proposal not in self._answered:
            answer = self._asker.ask(proposal.text, mode="extractive")
            self._answered[proposal] = answer.answerable and any(_inside(c, proposal) for c in answer.citations)
        return self._answered[proposal]

    def _nearest(self, answer: Answer, report_ids: Sequence[str] | None) -> Iterator[Proposal]:
        """Yield what the answer has not told yet, nearest to it first; sections where it stands nowhere."""
        places: Sequence[Citation | Near] = answer.citations or answer.nearest
        new = [
            proposal
            for report in self._looked_at(places[:1], report_ids)
            for proposal in self._of(report)
            if not _told(proposal, answer.citations)
        ]
        if not places:
            yield from sorted(new, key=lambda p: p.about != "section")
            return
        place = places[0]
        yield from sorted(
            new,
            key=lambda p: (p.report_id != place.report_id, p.section != place.section, abs(p.start - place.start)),
        )


def _key(question: str) -> str:
    return " ".join(question.lower().strip(" ?").split())


def _inside(citation: Citation, proposal: Proposal) -> bool:
    same = citation.report_id == proposal.report_id
    return same and citation.start < proposal.end and proposal.start < citation.end


def _told(proposal: Proposal, citations: Sequence[Citation]) -> bool:
    """Tell whether an answer quotes the sentence, or two places of the section, that a proposal asks for."""
    quoted = sum(_inside(citation, proposal) for citation in citations)
    return quoted >= (2 if proposal.about == "section" else 1)
