"""Spans of OpenTelemetry around answers, where the extra "otel" is installed and HOIDAP_OTEL=1. Off, it costs nothing.

Where the spans go is set by OpenTelemetry's own OTEL_* variables. No question and no answer stands in a span.
"""

import contextlib
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any, Protocol

from app.errors import ConfigError
from app.models import Answer


class Span(Protocol):
    """What is said of one piece of work."""

    def tell(self, answer: Answer) -> None:
        """Note how an answer was made."""
        ...


class Tracer(Protocol):
    """Something that measures pieces of work."""

    def span(self, name: str) -> contextlib.AbstractContextManager[Span]:
        """Measure what is done inside."""
        ...


class _Silent:
    def tell(self, answer: Answer) -> None:
        """Note nothing."""


class NoTracer:
    """Measures nothing."""

    @contextlib.contextmanager
    def span(self, name: str) -> Iterator[Span]:  # noqa: ARG002 - the name is for tracers that keep it
        """Do what is inside."""
        yield _Silent()


class _Noted:
    def __init__(self, span: Any) -> None:
        self._span = span

    def tell(self, answer: Answer) -> None:
        """Note mode, refusal and stages."""
        self._span.set_attribute("hoidap.mode", answer.mode)
        self._span.set_attribute("hoidap.refusal", answer.refusal or "")
        for stage, milliseconds in asdict(answer.timings).items():
            self._span.set_attribute(f"hoidap.{stage}_ms", milliseconds)


class OtelTracer:
    """Makes spans with OpenTelemetry's tracer."""

    def __init__(self, tracer: Any) -> None:
        self._tracer = tracer

    @contextlib.contextmanager
    def span(self, name: str) -> Iterator[Span]:
        """Measure what is done inside, as a child of the span around it if there is one."""
        with self._tracer.start_as_current_span(name, record_exception=False) as span:
            yield _Noted(span)


def open_tracer(*, on: bool) -> Tracer:
    """Return the tracer of this process. Raises ``ConfigError`` where the extra is not installed."""
    if not on:
        return NoTracer()
    try:
        from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
        from opentelemetry.sdk.resources import Resource
        from opentelemetry.sdk.trace import TracerProvider
        from opentelemetry.sdk.trace.export import BatchSpanProcessor
    except ImportError as error:
        raise ConfigError("HOIDAP_OTEL", "1", "pip install 'hoidap[otel]'") from error
    provider = TracerProvider(resource=Resource.create({"service.name": "hoidap"}))
    provider.add_span_processor(BatchSpanProcessor(OTLPSpanExporter()))
    return OtelTracer(provider.get_tracer("hoidap"))
