"""The plot of what the search brings up by each cut-off. Knows nothing of answers."""

from collections.abc import Sequence

from eval.match import COVERAGE
from eval.metrics.hit_at_k import hit_at_k
from eval.metrics.recall_at_k import recall_at_k
from eval.models import Evidence, Outcome
from eval.page.matched import stands_in
from eval.page.svg import Axis, Plot, share_axis
from eval.page.words import both
from index.models import Hit

CUTOFFS = range(1, 11)


def curves(outcomes: Sequence[Outcome]) -> tuple[list[float], list[float]] | None:
    """Return hit@k and recall@k for k = 1 … 10 over the questions that the reports answer; None without any.

    A stored run holds the words of hits, not where evidence stands, so evidence is found by its words here.
    """
    found = [
        ([_found(hit, o.attempt.question.evidence) for hit in o.attempt.hits], len(o.attempt.question.evidence))
        for o in outcomes
        if o.attempt.question.evidence
    ]
    if not found:
        return None
    hits = [sum(hit_at_k(ranks, k) for ranks, _ in found) / len(found) for k in CUTOFFS]
    recalls = [sum(recall_at_k(ranks, k, total) for ranks, total in found) / len(found) for k in CUTOFFS]
    return hits, recalls


def _found(hit: Hit, evidence: Sequence[Evidence]) -> frozenset[int]:
    """Return which pieces of evidence a hit holds at least half of."""
    passage = hit.passage
    spans = [stands_in(each, passage.section, passage.footnote, passage.text) for each in evidence]
    return frozenset(
        i for i, span in enumerate(spans) if span is not None and span[1] - span[0] >= COVERAGE * len(evidence[i].quote)
    )


def retrieval(outcomes: Sequence[Outcome]) -> str:
    """Return the plot, or nothing where the set has no evidence."""
    drawn = curves(outcomes)
    if drawn is None:
        return ""
    return (
        f'<figure class="panel"><h3 id="retrieval">{both("page.retrieval")}</h3>{_drawing(*drawn)}'
        '<p class="legend"><span class="key first">hit@k</span><span class="key second">recall@k</span></p>'
        f"<figcaption>{both('page.retrieval.about')}</figcaption></figure>"
    )


def _drawing(hits: Sequence[float], recalls: Sequence[float]) -> str:
    low = max(int(10 * min(*hits, *recalls)) - 1, 0) / 10
    plot = Plot(Axis(0.6, 10.4, tuple((k, str(k)) for k in CUTOFFS)), share_axis(low))
    body = ""
    for name, style, values in (("recall", "second", recalls), ("hit", "first", hits)):
        points = list(zip(map(float, CUTOFFS), values, strict=True))
        body += plot.line(points, f"curve {style}")
        for k, value in points:
            body += plot.dot(k, value, f"dot {style}", f"{name}@{k:.0f} = {100 * value:.1f} %")
    return plot.draw(body, "retrieval")
