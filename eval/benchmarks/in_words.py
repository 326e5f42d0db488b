"""Answers in a model's words with a stop-watch on the first of them. Knows nothing of sets, figures or files."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from time import perf_counter
from typing import Protocol

from app.models import Answer, Asker, Mode, Turn


class Rewording(Asker, Protocol):
    """An asker that also words its answers anew, sentence by sentence."""

    def rewording(self, answer: Answer) -> Iterator[Answer]:
        """Yield the growing answer; the last one is the given one where the words do not stand."""
        ...


@dataclass(slots=True)
class InWords:
    """An asker that remembers of each answer in a model's words when the first of them stood, checked.

    ``first`` are milliseconds from asking to the first checked sentence, of the answers that a model worded.
    """

    assistant: Rewording
    first: list[float] = field(default_factory=list)

    def ask(
        self,
        question: str,
        history: tuple[Turn, ...] = (),
        *,
        report_ids: tuple[str, ...] | None = None,
        mode: Mode = "generative",
        top_k: int | None = None,
    ) -> Answer:
        """Answer as the assistant does; see ``app.models.Asker``."""
        if mode != "generative":
            return self.assistant.ask(question, history, report_ids=report_ids, mode=mode, top_k=top_k)
        begun = perf_counter()
        quoted = last = self.assistant.ask(question, history, report_ids=report_ids, mode="extractive", top_k=top_k)
        shown = 0.0
        for worded in self.assistant.rewording(quoted):
            shown = shown or (perf_counter() - begun) * 1000
            last = worded
        if last is not quoted:
            self.first.append(shown)
        return last
