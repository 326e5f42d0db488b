"""An asker whose every answer is in the audit log before anybody sees it. Knows nothing of HTTP."""

import contextvars
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol, TypeVar

from app.models import Answer, FluentAsker, Grow, Mode, Turn, unheard

Step = TypeVar("Step")

ASKER: contextvars.ContextVar[str | None] = contextvars.ContextVar("asker", default="")
"""The id of the key that a task or thread answers for; "" for somebody without a key, None for the product itself."""


class Recorder(Protocol):
    """Whatever keeps who asked what."""

    def record(self, asker: str, question: str, answer: Answer) -> object:
        """Keep it; returns when it is safe. Raises ``app.store.errors.StoreError``."""
        ...


@contextmanager
def on_own_account() -> Iterator[None]:
    """Mark what is asked inside as the product's own, such as its examples: nobody asked it, so nothing is recorded."""
    token = ASKER.set(None)
    try:
        yield
    finally:
        ASKER.reset(token)


def on_behalf(asker: str, steps: Iterator[Step]) -> Iterator[Step]:
    """Take each step for an asker, in whatever thread it is taken: a chat's steps do not share a context."""
    while True:
        ASKER.set(asker)
        try:
            step = next(steps)
        except StopIteration:
            return
        yield step


class Audited:
    """Passes every question on and records the answer; one that cannot be recorded is not given.

    Raises, besides what the asker behind raises, ``app.store.errors.StoreError``.
    """

    def __init__(self, asker: FluentAsker, recorder: Recorder) -> None:
        self._asker = asker
        self._recorder = recorder

    def ask(
        self,
        question: str,
        history: tuple[Turn, ...] = (),
        *,
        report_ids: tuple[str, ...] | None = None,
        mode: Mode = "auto",
        top_k: int | None = None,
    ) -> Answer:
        """Answer one question as the asker behind does."""
        answer = self._asker.ask(question, history, report_ids=report_ids, mode=mode, top_k=top_k)
        self._record(question, answer)
        return answer

    @property
    def fluent(self) -> bool:
        """Whether a writer is there that words answers anew."""
        return self._asker.fluent

    def reword(self, answer: Answer, grow: Grow = unheard) -> Answer | None:
        """Return the fluent wording as the asker behind does; it is recorded beside the answer that it replaces.

        ``grow`` is told of it when it is recorded: words that are still being written stand in no log.
        """
        fluent = self._asker.reword(answer)
        if fluent:
            self._record(answer.standalone_question, fluent)
            grow(fluent.text)
        return fluent

    def _record(self, question: str, answer: Answer) -> None:
        asker = ASKER.get()
        if asker is not None:
            self._recorder.record(asker, question, answer)
