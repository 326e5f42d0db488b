"""What one user has asked and been answered so far. Knows nothing of how it is shown."""

from dataclasses import dataclass, replace

from app.models import Answer, Turn

HISTORY_TURNS = 20
"""How many of the latest turns are passed on with a question, as many as the HTTP interface takes."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """One question and what became of it: an answer, a failure said in words, or neither yet.

    ``revealed`` is how many characters of the answer are shown so far; None when all of it is.
    """

    question: str
    answer: Answer | None = None
    revealed: int | None = None
    failure: str = ""


@dataclass(frozen=True, slots=True)
class Conversation:
    """The exchanges of one user, oldest first."""

    exchanges: tuple[Exchange, ...] = ()

    def asking(self, question: str) -> "Conversation":
        """Return the conversation with a new question that waits; a failed one before it makes room for the retry."""
        kept = self.exchanges[:-1] if self.exchanges and self.exchanges[-1].failure else self.exchanges
        return Conversation((*kept, Exchange(question)))

    def answered(self, answer: Answer, revealed: int | None = None) -> "Conversation":
        """Return the conversation with its last question answered."""
        return self._with_last(replace(self.exchanges[-1], answer=answer, revealed=revealed))

    def failed(self, failure: str) -> "Conversation":
        """Return the conversation with its last question given up for the reason said in ``failure``."""
        return self._with_last(replace(self.exchanges[-1], failure=failure))

    def history(self) -> tuple[Turn, ...]:
        """Return the latest turns of answered questions, oldest first, never half an exchange."""
        turns: list[Turn] = []
        for exchange in self.exchanges:
            if exchange.answer:
                turns += [Turn("user", exchange.question), Turn("assistant", exchange.answer.text)]
        return tuple(turns[-HISTORY_TURNS:])

    def _with_last(self, exchange: Exchange) -> "Conversation":
        return Conversation((*self.exchanges[:-1], exchange))
