"""Shows a run on the terminal, in Vietnamese. Knows nothing of how it was judged."""

from collections.abc import Sequence
from itertools import chain

from app.messages import say
from eval.models import Evidence, FigureName, MetricName, Outcome
from eval.reliability import claims, reliability
from eval.summary import Estimate, Summary

_SEARCH: tuple[FigureName, ...] = ("hit@1", "hit@3", "hit@5", "hit@10", "recall@5", "recall@10", "mrr", "ndcg@10")
_ANSWERS: tuple[FigureName, ...] = (
    "right",
    "correct",
    "answered",
    "refused",
    "refusal-precision",
    "refusal-recall",
    "citation-precision",
    "citation-recall",
    "verbatim",
    "figures-supported",
    "length",
)
# What makes a question worth listing; hits and citations beside the evidence are shown, not held against it.
_MUST_HOLD: tuple[MetricName, ...] = ("correct", "refused", "verbatim", "figures-supported", "length")
_SHORT = 200
"""Characters of an answer or quote that the list of failures shows."""


def metric_name(metric: FigureName) -> str:
    """Return what a metric is called on the terminal."""
    name, _, cutoff = metric.partition("@")
    return say(f"eval.metric.{name}", k=cutoff)


def percent(value: float | None) -> str:
    """Return a share in [0, 1] as a Vietnamese percentage, "87,4 %", or a dash for None."""
    return "–" if value is None else f"{100 * value:.1f} %".replace(".", ",")


def place_name(evidence: Evidence) -> str:
    """Return the section, and footnote, of an evidence as citations name it: "Mục I.3, chú thích 4"."""
    named = evidence.section in ("header", "closing")
    section = say(f"label.{evidence.section}") if named else say("label.section", code=evidence.section)
    return say("label.footnote", section=section, number=evidence.footnote) if evidence.footnote else section


def short(text: str) -> str:
    """Return a text on one line, cut at a word where it is long."""
    line = " ".join(text.split())
    return line if len(line) <= _SHORT else line[:_SHORT].rsplit(" ", 1)[0] + " …"


def _estimate_row(estimate: Estimate) -> tuple[str, ...]:
    if estimate.metric in ("mrr", "ndcg@10"):
        value, low, high = (
            f"{number:.3f}".replace(".", ",") for number in (estimate.mean, estimate.low, estimate.high)
        )
    else:
        value, low, high = (percent(number) for number in (estimate.mean, estimate.low, estimate.high))
    return f"  {metric_name(estimate.metric)}", value, f"{low.removesuffix(' %')}–{high}", str(estimate.count)


def _aligned(rows: Sequence[tuple[str, ...]]) -> list[str]:
    """Lay rows out in columns, the first to the left, the others to the right."""
    widths = [max(len(cell) for cell in column) for column in zip(*rows, strict=True)]
    return [
        row[0].ljust(widths[0])
        + "".join(f"  {cell.rjust(width)}" for cell, width in zip(row[1:], widths[1:], strict=True))
        for row in rows
    ]


def _metrics(summary: Summary) -> list[str]:
    rows: list[tuple[str, ...]] = []
    for title, metrics in (("eval.search", _SEARCH), ("eval.answers", _ANSWERS)):
        estimates = [estimate for metric in metrics if (estimate := summary.estimate(metric))]
        if estimates:
            rows += [(say(title), *say("eval.columns").split("|")), *map(_estimate_row, estimates)]
    return _aligned(rows)


def _types(summary: Summary) -> list[str]:
    rows: list[tuple[str, ...]] = [tuple(say("eval.types").split("|"))]
    for line in summary.types:
        shares = (line.right, line.hit_at_3, line.recall_at_5, line.citation_precision, line.citation_recall)
        rows.append((f"  {line.type}", str(line.count), *map(percent, shares)))
    return _aligned(rows)


def failures(outcome: Outcome) -> tuple[MetricName, ...]:
    """Return on which metrics that must hold an outcome falls short."""
    return tuple(metric for metric in _MUST_HOLD if outcome.value(metric) not in (None, 1.0))


def _said(outcome: Outcome) -> str:
    answer = outcome.attempt.answer
    if answer is None:
        return say("eval.nothing")
    return ("" if answer.answerable else say("eval.line.refused")) + short(answer.text)


def _failure(outcome: Outcome) -> list[str]:
    """Return the lines on one question that went wrong; lines with nothing to say are left out."""
    question, answer = outcome.attempt.question, outcome.attempt.answer
    evidence = " · ".join(f"{place_name(e)} “{short(e.quote)}”" for e in question.evidence)
    lines = (
        ("question", question.question),
        ("answer", _said(outcome)),
        ("error", outcome.attempt.error),
        ("failed", "; ".join(map(metric_name, failures(outcome)))),
        ("missing", " · ".join(outcome.missing)),
        ("unsupported", " · ".join(outcome.unsupported)),
        ("evidence", evidence or say("eval.no-answer")),
        ("cited", " · ".join(c.label for c in answer.citations) if answer else ""),
    )
    named = [(say(f"eval.line.{name}"), " ".join(text.split())) for name, text in lines if text]
    return [f"{question.id} · {question.type}", *(f"    {name}: {text}" for name, text in named)]


def _reliability(outcomes: Sequence[Outcome]) -> list[str]:
    """Return the table of how often answers of each confidence are right; nothing where no answer was given."""
    found = reliability(claims(outcomes))
    if found is None:
        return []
    rows: list[tuple[str, ...]] = [tuple(say("eval.reliability").split("|"))]
    for each in found.bins:
        span = f"  {each.low:.1f}–{each.high:.1f}".replace(".", ",")
        rows.append((span, str(each.count), percent(each.confidence), percent(each.right)))
    brier, error = (f"{value:.3f}".replace(".", ",") for value in (found.brier, found.error))
    sure = say("eval.reliability.sure", count=found.sure, right=percent(found.sure_right), brier=brier, error=error)
    return [*_aligned(rows), sure]


def render(summary: Summary, outcomes: Sequence[Outcome], gold: str, mode: str) -> str:
    """Return the whole report: figures, figures by type, each question that went wrong; without a last line feed."""
    wrong = [outcome for outcome in outcomes if failures(outcome) or outcome.attempt.error]
    p50, p95 = (f"{value:.0f}" for value in (summary.p50, summary.p95))
    blocks = [
        [
            say("eval.title", count=summary.questions, gold=gold, mode=mode),
            say("eval.right", right=percent(summary.right), errors=summary.errors),
        ],
        _metrics(summary),
        [say("eval.unsupported", count=summary.unsupported), say("eval.latency", p50=p50, p95=p95)],
        _types(summary),
        _reliability(outcomes),
        [say("eval.wrong", count=len(wrong)) if wrong else say("eval.none-wrong")],
        list(chain.from_iterable(map(_failure, wrong))),
    ]
    return "\n\n".join("\n".join(block) for block in blocks if block)
