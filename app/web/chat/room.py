"""What one chat page works with, and what its users may do there. Knows nothing of Gradio or HTML."""

import logging
from collections.abc import Iterator, Mapping
from concurrent.futures import Executor, ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from itertools import count
from typing import Any, Protocol, get_args

from pydantic import ValidationError

from app.across.facets import years_of
from app.across.names import report_name
from app.errors import NotReadyError
from app.messages import Language, say
from app.models import Mode
from app.store.errors import StoreError
from app.store.models import Feedback
from app.web.chat.actions import (
    Asking,
    Delete,
    Export,
    Fetch,
    Hello,
    Open,
    Rate,
    Rename,
    read_asking,
    read_leaving,
    read_noting,
)
from app.web.chat.conversation import Conversation
from app.web.chat.handlers import Outcome, answering, exporting, keeping, leaving
from app.web.chat.line import Line
from app.web.chat.rating import feedback, rated
from app.web.chat.reply import Desk
from app.web.chat.shelf import Shelf
from app.web.chat.view import Length, View
from app.web.chat.visitor import Visitor
from app.web.current import Current
from corpus.library import Library
from corpus.models import Report

log = logging.getLogger(__name__)

SERVED_AT_ONCE = 8
CROWD = 64
"""How many people may stand in the line, those who are served among them."""


class FeedbackKeeper(Protocol):
    """Whatever keeps what users say of answers."""

    def add(self, feedback: Feedback) -> None:
        """Keep it; returns when it is safe."""
        ...


@dataclass(frozen=True, slots=True)
class Choices:
    """What a user has chosen: how answers are made, how they are shown, from which reports (none: from all)."""

    mode: Mode = "auto"
    length: Length = "brief"
    report_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Room:
    """A chat page in one language over what serves at the moment."""

    current: Current
    language: Language = "vi"
    examples: tuple[str, ...] = ()
    feedback: FeedbackKeeper | None = None
    shelf: Shelf | None = None
    line: Line = field(default_factory=lambda: Line(SERVED_AT_ONCE))
    workers: Executor = field(default_factory=lambda: ThreadPoolExecutor(2 * SERVED_AT_ONCE, "chat"))
    crowd: int = CROWD
    _stamps: Iterator[int] = field(default_factory=count)

    @property
    def rewords(self) -> bool:
        """Whether a model is there that words answers anew."""
        return self.current.fluent

    def library(self) -> Library:
        """The reports of the moment, none while nothing serves."""
        try:
            return self.current.library
        except NotReadyError:
            return Library(())

    def reports(self) -> tuple[Report, ...]:
        """The reports that may be chosen from."""
        return self.library().reports

    def choosable(self) -> list[tuple[str, str]]:
        """The name and id of every report, those of one issuer together, its newest year first."""
        library = self.library()
        newest = sorted(library.reports, key=lambda report: max(years_of(report), default=""), reverse=True)
        together = sorted(newest, key=lambda report: report.metadata.issuer or "")
        return [
            (" – ".join(filter(None, (report_name(report, library, self.language), report.metadata.issuer))), report.id)
            for report in together
        ]

    def view(self, length: Length = "brief") -> View:
        """How a conversation is shown on this page."""
        rates = self.feedback is not None
        return View(self.library(), self.language, length, self.rewords, rates, self.examples)

    def remembered(self, kept: object) -> Choices:
        """Read what a browser remembers of the choices; what is no longer there to choose falls away."""
        if not isinstance(kept, Mapping):
            return Choices()
        modes: tuple[Mode, ...] = get_args(Mode) if self.rewords else ("auto",)
        lengths: tuple[Length, ...] = get_args(Length)
        reports = kept.get("reports")
        return Choices(
            next((mode for mode in modes if mode == kept.get("mode")), "auto"),
            next((length for length in lengths if length == kept.get("length")), "brief"),
            tuple(r.id for r in self.reports() if r.id in reports) if isinstance(reports, list) else (),
        )

    def stamped(self, told: Mapping[str, Any]) -> dict[str, Any]:
        """Return the message with a number, so that the same one twice is heard twice."""
        return {**told, "stamp": next(self._stamps)}

    def answer_sent(
        self, sent: object, conversation: Conversation, choices: Choices, visitor: Visitor
    ) -> Iterator[Outcome]:
        """Answer what the page's script asks for; what cannot be read is logged and changes nothing."""
        try:
            action = read_asking(sent)
        except ValidationError as error:
            log.warning("the page sent something that is no question: %s", error)
            return
        yield from self.answer(action, conversation, choices, visitor)

    def answer(
        self, action: Asking, conversation: Conversation, choices: Choices, visitor: Visitor
    ) -> Iterator[Outcome]:
        """Answer, step by step, until the visitor does not want it."""
        visitor.halted = False
        there = {report.id for report in self.reports()}
        chosen = tuple(report_id for report_id in choices.report_ids if report_id in there)
        desk = Desk(
            asker=self.current,
            line=self.line,
            ready=lambda: self.current.ready,
            language=self.language,
            mode=choices.mode if self.rewords else "auto",
            report_ids=chosen or None,
            halted=lambda: visitor.halted,
            start=self.workers.submit,
        )
        for outcome in answering(action, conversation, desk):
            yield self._put(outcome, visitor)

    def leave(self, sent: object, conversation: Conversation, visitor: Visitor) -> Outcome:
        """Go to another conversation."""
        try:
            action = read_leaving(sent)
        except ValidationError as error:
            log.warning("the page sent something that is no conversation: %s", error)
            return Outcome(conversation)
        if isinstance(action, Fetch):
            kept = self.shelf.take(action.id, visitor.owner) if self.shelf else None
            action = Open(kind="open", kept=kept or {})
        return leaving(action, conversation, self.library(), self.language)

    def note(self, sent: object, conversation: Conversation, visitor: Visitor) -> Outcome:
        """Keep a rating, give a file, rename."""
        try:
            action = read_noting(sent)
        except ValidationError as error:
            log.warning("the page sent something that cannot be noted: %s", error)
            return Outcome(conversation)
        if isinstance(action, Hello):
            visitor.owner = action.owner
            return Outcome(conversation, None, {"shelf": self.shelf.titles(action.owner)} if self.shelf else None)
        if isinstance(action, Delete):
            if self.shelf:
                self.shelf.remove(action.id, visitor.owner)
            return Outcome(conversation)
        if isinstance(action, Rate):
            return self._put(self._rate(action, conversation), visitor)
        if isinstance(action, Export):
            return exporting(action, conversation, self.library(), self.language)
        return self._put(self._rename(action, conversation), visitor)

    def _put(self, outcome: Outcome, visitor: Visitor) -> Outcome:
        """Keep the conversation on the server too, where that is wished for and it has come to a rest."""
        if self.shelf and outcome.told and "keep" in outcome.told:
            self.shelf.put(outcome.conversation, visitor.owner)
        return outcome

    def _rename(self, action: Rename, conversation: Conversation) -> Outcome:
        if action.id != conversation.id:
            return Outcome(conversation)
        renamed = replace(conversation, title=" ".join(action.title.split()))
        return Outcome(renamed, None, keeping(renamed))

    def _rate(self, action: Rate, conversation: Conversation) -> Outcome:
        said = feedback(action, conversation, self.library())
        if said is None or self.feedback is None:
            return Outcome(conversation)
        try:
            self.feedback.add(said)
        except StoreError:
            log.exception("feedback could not be kept")
            return Outcome(conversation, None, {"say": say("chat.rate-lost", self.language)})
        shown = rated(action, conversation)
        return Outcome(shown, None, {**keeping(shown), "say": say("chat.rate-thanks", self.language)})
