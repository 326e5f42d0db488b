"""Answers in a model's words with a stop-watch on the first of them. Knows nothing of sets, figures or files."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from time import perf_counter

from app.models import Answer, Citation, FluentAsker, Mode, Turn
from app.write.writer import Words, Writer


@dataclass(slots=True)
class Heard:
    """A writer, and the moment (``perf_counter``) of the first word of its last answer; 0 for none."""

    writer: Writer
    at: float = 0.0

    def write(self, question: str, citations: Sequence[Citation], *, english: bool) -> Iterator[Words]:
        """Write as the writer does."""
        self.at = 0.0
        for words in self.writer.write(question, citations, english=english):
            self.at = self.at or perf_counter()
            yield words


@dataclass(frozen=True, slots=True)
class Worded:
    """Milliseconds from asking to the first word of the model, the first checked words, the whole: of one answer."""

    heard: float
    shown: float
    whole: float


@dataclass(slots=True)
class InWords:
    """An asker that keeps the times of every answer that a model worded; where quotes took its place there are none.

    ``writer`` is what writes for ``assistant``.
    """

    assistant: FluentAsker
    writer: Heard
    times: list[Worded] = field(default_factory=list)

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
        shown: list[float] = []
        quoted = self.assistant.ask(question, history, report_ids=report_ids, mode="extractive", top_k=top_k)
        fluent = self.assistant.reword(quoted, lambda _words: shown.append(perf_counter()))
        if fluent is None:
            return quoted
        moments = (self.writer.at, shown[0], perf_counter())
        self.times.append(Worded(*((moment - begun) * 1000 for moment in moments)))
        return fluent
