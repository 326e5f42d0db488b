"""What is counted and traced of answers, and that nothing else changes."""

import pytest

from app.errors import ConfigError, QuestionError
from app.models import Answer, Grow, unheard
from app.observe.asker import Observed
from app.observe.metrics import Metrics
from app.observe.tracing import NoTracer, OtelTracer, open_tracer
from tests.fakes import ScriptedAsker, answered, refused


def counted(metrics: Metrics) -> set[str]:
    """Return the lines of figures that are not 0."""
    lines = metrics.text().decode().splitlines()
    return {line for line in lines if not line.startswith("#") and not line.endswith(" 0.0") and "_created" not in line}


def test_answers_refusals_and_stages_are_counted() -> None:
    metrics = Metrics()
    asker = Observed(ScriptedAsker([answered("Có."), refused("Không có.")]), metrics, NoTracer())
    assert [asker.ask("Một?").text, asker.ask("Hai?").text] == ["Có.", "Không có."]
    lines = counted(metrics)
    assert 'hoidap_answers_total{mode="extractive"} 1.0' in lines
    assert 'hoidap_answers_total{mode="refused"} 1.0' in lines
    assert 'hoidap_refusals_total{reason="not-in-report"} 1.0' in lines
    assert 'hoidap_stage_seconds_count{stage="find"} 2.0' in lines
    assert 'hoidap_stage_seconds_sum{stage="find"} 0.004' in lines
    assert 'hoidap_stage_seconds_bucket{le="0.005",stage="find"} 2.0' in lines


def test_an_error_passes_through_and_is_counted_by_its_type() -> None:
    metrics = Metrics()
    asker = Observed(ScriptedAsker([QuestionError("empty"), ValueError("x")]), metrics, NoTracer())
    with pytest.raises(QuestionError):
        asker.ask("")
    with pytest.raises(ValueError, match="x"):
        asker.ask("?")
    assert {
        'hoidap_failures_total{error="QuestionError"} 1.0',
        'hoidap_failures_total{error="ValueError"} 1.0',
    } <= counted(metrics)


def test_what_became_of_a_wording_is_counted() -> None:
    metrics, answer = Metrics(), answered("Có.")

    class Failing(ScriptedAsker):
        def reword(self, answer: Answer, grow: Grow = unheard) -> Answer | None:
            raise RuntimeError

    asker = Observed(ScriptedAsker([], reworded=answer, fluent=True), metrics, NoTracer())
    assert asker.fluent
    assert asker.reword(answer) is answer
    assert Observed(ScriptedAsker([], fluent=True), metrics, NoTracer()).reword(answer) is None
    assert Observed(ScriptedAsker([]), metrics, NoTracer()).reword(answer) is None
    with pytest.raises(RuntimeError):
        Observed(Failing([], fluent=True), metrics, NoTracer()).reword(answer)
    wordings = {line for line in counted(metrics) if "wordings" in line}
    assert wordings == {f'hoidap_wordings_total{{outcome="{name}"}} 1.0' for name in ("kept", "not_kept", "failed")}


def test_a_trace_tells_the_stages_and_no_words() -> None:
    trace = pytest.importorskip("opentelemetry.sdk.trace")
    export = pytest.importorskip("opentelemetry.sdk.trace.export")
    memory = pytest.importorskip("opentelemetry.sdk.trace.export.in_memory_span_exporter").InMemorySpanExporter()
    provider = trace.TracerProvider()
    provider.add_span_processor(export.SimpleSpanProcessor(memory))
    tracer = OtelTracer(provider.get_tracer("hoidap"))
    Observed(ScriptedAsker([answered("Bí mật.")]), Metrics(), tracer).ask("Hoa hồng?")
    (span,) = memory.get_finished_spans()
    assert span.name == "ask"
    assert span.attributes["hoidap.find_ms"] == 2
    assert "Hoa hồng" not in span.to_json()
    assert "Bí mật" not in span.to_json()


def test_tracing_is_off_unless_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    assert isinstance(open_tracer(on=False), NoTracer)
    monkeypatch.setitem(__import__("sys").modules, "opentelemetry.sdk.trace", None)
    with pytest.raises(ConfigError, match="HOIDAP_OTEL"):
        open_tracer(on=True)
