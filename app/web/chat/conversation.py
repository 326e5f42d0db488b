"""What one user has asked and been answered so far. Knows nothing of how it is shown or kept."""

import uuid
from dataclasses import dataclass, replace
from typing import Literal

from app.models import Answer, Turn

HISTORY_TURNS = 20
"""How many of the latest turns are passed on with a question, as many as the HTTP interface takes."""

TITLE_LENGTH = 80
"""Characters of the first question that name a conversation."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """One question and what became of it: an answer, a failure said in words, or neither yet.

    ``revealed`` is how many characters of the answer are shown so far; None when all of it is. ``growing`` are the
    words that are shown in place of the answer while it is worded anew. ``waiting`` says what
    is being waited for, before the answer or for its fluent wording; ``note`` says what became of such a wish.
    ``rating`` is what the user said of the answer, 0 for nothing.
    """

    question: str
    answer: Answer | None = None
    revealed: int | None = None
    growing: str = ""
    failure: str = ""
    waiting: str = ""
    note: str = ""
    rating: Literal[-1, 0, 1] = 0

    @property
    def busy(self) -> bool:
        """Whether the answer is under way."""
        return self.revealed is not None or bool(self.growing or self.waiting) or not (self.answer or self.failure)

    def stopped(self, failure: str) -> "Exchange":
        """Return the exchange with nothing under way: an answer that is there stands whole, else it is a failure."""
        if not self.busy:
            return self
        return replace(self, revealed=None, growing="", waiting="", failure="" if self.answer else failure)


@dataclass(frozen=True, slots=True)
class Conversation:
    """The exchanges of one user, oldest first; ``id`` is "" before the first, ``title`` until a user gives one."""

    exchanges: tuple[Exchange, ...] = ()
    id: str = ""
    title: str = ""

    def asking(self, question: str, waiting: str = "") -> "Conversation":
        """Return the conversation with a new question that waits; a failed one before it makes room for the retry."""
        kept = self.exchanges[:-1] if self.exchanges and self.exchanges[-1].failure else self.exchanges
        name = self.id or uuid.uuid4().hex
        return replace(self, exchanges=(*kept, Exchange(question, waiting=waiting)), id=name)

    def waiting(self, waiting: str) -> "Conversation":
        """Return the conversation with its last question waiting for something else."""
        return self._with_last(replace(self.exchanges[-1], waiting=waiting))

    def answered(
        self, answer: Answer, revealed: int | None = None, waiting: str = "", note: str = ""
    ) -> "Conversation":
        """Return the conversation with its last question answered."""
        last = self.exchanges[-1]
        return self._with_last(replace(last, answer=answer, revealed=revealed, growing="", waiting=waiting, note=note))

    def growing(self, answer: Answer, words: str) -> "Conversation":
        """Return the conversation with words shown in place of the answer that stands until they do."""
        return self._with_last(replace(self.exchanges[-1], answer=answer, growing=words, waiting=""))

    def failed(self, failure: str) -> "Conversation":
        """Return the conversation with its last question given up for the reason said in ``failure``."""
        return self._with_last(replace(self.exchanges[-1], failure=failure, waiting=""))

    def stopped(self, failure: str) -> "Conversation":
        """Return the conversation with nothing under way: an answer that is there stands whole, else a failure."""
        return replace(self, exchanges=tuple(exchange.stopped(failure) for exchange in self.exchanges))

    def rated(self, at: int, rating: Literal[-1, 1]) -> "Conversation":
        """Return the conversation with the answer at this place rated."""
        exchanges = list(self.exchanges)
        exchanges[at] = replace(exchanges[at], rating=rating)
        return replace(self, exchanges=tuple(exchanges))

    def before(self, at: int) -> "Conversation":
        """Return the conversation as it was before the question at this place."""
        return replace(self, exchanges=self.exchanges[:at])

    @property
    def busy(self) -> bool:
        """Whether an answer is under way."""
        return any(exchange.busy for exchange in self.exchanges)

    @property
    def name(self) -> str:
        """The title that the user gave, or the beginning of the first question."""
        first = " ".join(self.exchanges[0].question.split()) if self.exchanges else ""
        return self.title or first[:TITLE_LENGTH]

    def history(self, before: int | None = None) -> tuple[Turn, ...]:
        """Return the latest turns of answered questions before a place (None: all), oldest first, none halved."""
        turns: list[Turn] = []
        for exchange in self.exchanges[:before]:
            if exchange.answer:
                turns += [Turn("user", exchange.question), Turn("assistant", exchange.answer.text)]
        return tuple(turns[-HISTORY_TURNS:])

    def _with_last(self, exchange: Exchange) -> "Conversation":
        return replace(self, exchanges=(*self.exchanges[:-1], exchange))
