"""Scores one attempt on every metric that applies to its question. Knows nothing of how it was made or is shown."""

from collections.abc import Sequence

from corpus.library import Library
from eval.match import found_by_rank, locate
from eval.metrics.citation_precision import citation_precision
from eval.metrics.citation_recall import citation_recall
from eval.metrics.correctness import correctness, missing_items
from eval.metrics.hit_at_k import hit_at_k
from eval.metrics.length import length
from eval.metrics.ndcg_at_k import ndcg_at_k
from eval.metrics.recall_at_k import recall_at_k
from eval.metrics.reciprocal_rank import reciprocal_rank
from eval.metrics.refusal import answered, refused
from eval.metrics.unsupported_figures import figures_supported, unsupported_figures
from eval.metrics.verbatim import verbatim
from eval.models import Attempt, MetricName, Outcome, Place, Score


def _on_answerable(attempt: Attempt, places: Sequence[Place]) -> list[tuple[MetricName, float]]:
    """Score the search, the answer and its citations against the evidence."""
    found = found_by_rank(attempt.hits, places)
    return [
        ("hit@1", hit_at_k(found, 1)),
        ("hit@3", hit_at_k(found, 3)),
        ("hit@5", hit_at_k(found, 5)),
        ("hit@10", hit_at_k(found, 10)),
        ("recall@5", recall_at_k(found, 5, len(places))),
        ("recall@10", recall_at_k(found, 10, len(places))),
        ("mrr", reciprocal_rank(found)),
        ("ndcg@10", ndcg_at_k(found, 10, len(places))),
        ("correct", correctness(attempt.question, attempt.answer)),
        ("citation-precision", citation_precision(attempt.answer, places)),
        ("citation-recall", citation_recall(attempt.answer, places)),
        ("answered", answered(attempt.answer)),
    ]


def judge(attempt: Attempt, library: Library) -> Outcome:
    """Score an attempt; which metrics apply is decided by the gold question alone, never by what came back.

    Raises ``EvidenceError`` where evidence of the question stands nowhere in the library.
    """
    question, answer = attempt.question, attempt.answer
    values: list[tuple[MetricName, float]] = [("refused", refused(question, answer))]
    if question.answerable:
        values = _on_answerable(attempt, locate(question, library))
    texts = {report.id: report.text for report in library.reports}
    values += [
        ("verbatim", verbatim(answer, texts)),
        ("figures-supported", figures_supported(answer)),
        ("length", length(question, answer)),
    ]
    scores = tuple(Score(question.id, metric, value) for metric, value in values)
    return Outcome(attempt, scores, missing_items(question, answer), unsupported_figures(answer))
