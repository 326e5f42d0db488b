"""Holds what answers at the moment, replaced as a whole when an index is rebuilt. Knows neither HTTP nor indexes.

A request takes what serves once and keeps it to its end, so that a switch never changes an answer half made.
"""

from dataclasses import dataclass

from app.errors import NotReadyError
from app.models import Answer, FluentAsker, Grow, Mode, Turn, unheard
from corpus.library import Library


@dataclass(frozen=True, slots=True)
class Serving:
    """An asker and the reports it answers from, opened together."""

    asker: FluentAsker
    library: Library


class Current:
    """What serves now, or nothing yet. An asker itself: every call goes to the one that serves at that moment."""

    def __init__(self, serving: Serving | None = None) -> None:
        self._serving = serving

    @property
    def ready(self) -> bool:
        """Whether there is anything that answers."""
        return self._serving is not None

    def take(self) -> Serving:
        """Return what serves now. Raises ``NotReadyError`` where nothing does."""
        serving = self._serving
        if serving is None:
            raise NotReadyError
        return serving

    def switch(self, serving: Serving | None) -> None:
        """Let something else serve from now on, or nothing; calls under way end with what they began with."""
        self._serving = serving

    @property
    def library(self) -> Library:
        """The reports of the moment. Raises ``NotReadyError``."""
        return self.take().library

    def ask(
        self,
        question: str,
        history: tuple[Turn, ...] = (),
        *,
        report_ids: tuple[str, ...] | None = None,
        mode: Mode = "auto",
        top_k: int | None = None,
    ) -> Answer:
        """Answer one question. Raises ``QuestionError``, and ``NotReadyError`` where nothing serves."""
        return self.take().asker.ask(question, history, report_ids=report_ids, mode=mode, top_k=top_k)

    @property
    def fluent(self) -> bool:
        """Whether a writer is there that words answers anew."""
        serving = self._serving
        return serving is not None and serving.asker.fluent

    def reword(self, answer: Answer, grow: Grow = unheard) -> Answer | None:
        """Return an answer in fluent, checked words; None where there is no writer or its words do not stand."""
        return self.take().asker.reword(answer, grow)
