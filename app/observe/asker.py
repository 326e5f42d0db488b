"""An asker that counts what another answers, and traces it where that is on. Knows nothing of HTTP or Prometheus."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from app.models import Answer, FluentAsker, Grow, Mode, Turn, unheard
from app.observe.metrics import Metrics, Wording
from app.observe.tracing import Tracer


class Observed:
    """Passes every question on and tells the metrics how it went. Keeps nothing of a question."""

    def __init__(self, asker: FluentAsker, metrics: Metrics, tracer: Tracer) -> None:
        self._asker = asker
        self._metrics = metrics
        self._tracer = tracer

    def ask(
        self,
        question: str,
        history: tuple[Turn, ...] = (),
        *,
        report_ids: tuple[str, ...] | None = None,
        mode: Mode = "auto",
        top_k: int | None = None,
    ) -> Answer:
        """Answer one question as the asker behind does; its errors pass through, counted."""
        with self._tracer.span("ask") as span, self._counting_failures():
            answer = self._asker.ask(question, history, report_ids=report_ids, mode=mode, top_k=top_k)
            span.tell(answer)
        self._metrics.answered(answer)
        return answer

    @property
    def fluent(self) -> bool:
        """Whether a writer is there that words answers anew."""
        return self._asker.fluent

    def reword(self, answer: Answer, grow: Grow = unheard) -> Answer | None:
        """Return the fluent wording as the asker behind does; whether it was kept is counted."""
        if not self._asker.fluent:
            return None
        outcome: Wording = "failed"
        try:
            with self._tracer.span("reword"):
                fluent = self._asker.reword(answer, grow)
            outcome = "kept" if fluent else "not_kept"
        finally:
            self._metrics.worded(outcome)
        return fluent

    @contextmanager
    def _counting_failures(self) -> Iterator[None]:
        try:
            yield
        finally:
            if failure := sys.exc_info()[0]:
                self._metrics.failed(failure.__name__)
