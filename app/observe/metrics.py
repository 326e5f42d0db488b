"""Counts and durations in Prometheus' form. Knows what is counted, not where it happens.

With several worker processes each writes into files of a shared folder (prometheus_client's multiprocess mode, which
starts where PROMETHEUS_MULTIPROC_DIR is set before the library is loaded), and any of them can give the sums of all.
"""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Literal

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.multiprocess import MultiProcessCollector

from app.models import Answer

SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.0, 5.0, 10.0, 30.0, 60.0)
"""Upper bounds of the duration classes."""
CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"

Wording = Literal["kept", "not_kept", "failed"]


class Metrics:
    """What this process counts. Labels take few values each: never a question, an id or an address."""

    def __init__(self, *, several: bool = False) -> None:
        own = CollectorRegistry()
        self._shown = CollectorRegistry() if several else own
        if several:
            MultiProcessCollector(self._shown)  # type: ignore[no-untyped-call]
        self._requests = Counter(
            "hoidap_requests", "HTTP requests by kind of address, method and status", ("area", "method", "status"),
            registry=own,
        )  # fmt: skip
        self._request_seconds = Histogram(
            "hoidap_request_seconds", "Seconds until a response began", ("area",), buckets=SECONDS, registry=own
        )
        self._answers = Counter("hoidap_answers", "Answers by how they were made", ("mode",), registry=own)
        self._refusals = Counter("hoidap_refusals", "Questions not answered, by reason", ("reason",), registry=own)
        self._stage_seconds = Histogram(
            "hoidap_stage_seconds", "Seconds of each stage of an answer", ("stage",), buckets=SECONDS, registry=own
        )
        self._failures = Counter("hoidap_failures", "Questions that ended in an error, by its type", ("error",),
                                 registry=own)  # fmt: skip
        self._wordings = Counter(
            "hoidap_wordings", "Fluent wordings: kept, not kept by the check, or failed", ("outcome",), registry=own
        )
        self._turned_away = Counter(
            "hoidap_turned_away", "Requests turned away at the edge, by the problem's code", ("code",), registry=own
        )
        live: Literal["livesum", "livemin", "livemax"] = "livesum"
        self._under_way = Gauge("hoidap_queue", "Questions under way or waiting", registry=own, multiprocess_mode=live)
        self._ready = Gauge("hoidap_ready", "Processes that can answer", registry=own, multiprocess_mode=live)
        self._reloads = Counter("hoidap_index_reloads", "Openings of a changed index", ("outcome",), registry=own)

    def answered(self, answer: Answer) -> None:
        """Count an answer, a refusal included, and its stages."""
        self._answers.labels("refused" if not answer.answerable else answer.mode).inc()
        if answer.refusal:
            self._refusals.labels(answer.refusal).inc()
        for stage, milliseconds in asdict(answer.timings).items():
            self._stage_seconds.labels(stage).observe(milliseconds / 1000)

    def failed(self, error: str) -> None:
        """Count a question that ended in an error of this type, one that cannot be read included."""
        self._failures.labels(error).inc()

    def worded(self, outcome: Wording) -> None:
        """Count what became of one attempt at a fluent wording."""
        self._wordings.labels(outcome).inc()

    def requested(self, area: str, method: str, status: int, seconds: float) -> None:
        """Count a request; ``seconds`` until its response began."""
        self._requests.labels(area, method, str(status)).inc()
        self._request_seconds.labels(area).observe(seconds)

    def turned_away(self, code: str) -> None:
        """Count a request that the edge refused."""
        self._turned_away.labels(code).inc()

    def queue(self, difference: int) -> None:
        """Count a question in (1) or out (-1)."""
        self._under_way.inc(difference)

    def ready(self, ready: bool) -> None:
        """Tell whether this process can answer."""
        self._ready.set(int(ready))

    def reloaded(self, outcome: Literal["opened", "kept_old"]) -> None:
        """Count an attempt to open a changed index."""
        self._reloads.labels(outcome).inc()

    def text(self) -> bytes:
        """Return all figures, of every worker where there are several."""
        return generate_latest(self._shown)


KNOWN_METHODS: Mapping[str, str] = {name: name for name in ("GET", "POST", "PUT", "DELETE", "HEAD", "OPTIONS", "PATCH")}
"""Methods that are counted by name; a label must not take whatever a client writes."""
