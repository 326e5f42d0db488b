"""Shows what was measured on a SQuAD set as a table, in Vietnamese. Measures nothing."""

from collections.abc import Sequence

from app.messages import Language, say
from eval.metrics.latency import percentile
from eval.squad.measure import SquadFigures
from eval.summary import interval

_WAYS = ("dense_whole", "hybrid_whole", "dense_sentences", "product")
_DEPTHS = (1, 5, 10)


def render(figures: SquadFigures, name: str, language: Language = "vi") -> str:
    """Return the table; without a last line feed."""
    counts = {"paragraphs": figures.paragraphs, "sentences": figures.sentences, "questions": len(figures.answers)}
    lines = [say("squad.title", language, name=name, **counts)]
    if figures.ranks.product:
        lines += ["", *_aligned([tuple(say("squad.search", language).split("|")), *_search_rows(figures, language)])]
    lines += ["", *_aligned([tuple(say("squad.answers", language).split("|")), *_answer_rows(figures, language)])]
    milliseconds = [answered.milliseconds for answered in figures.answers]
    p50, p95 = (f"{percentile(milliseconds, share):.0f}" for share in (50, 95))
    return "\n".join([*lines, "", say("squad.latency", language, p50=p50, p95=p95), say("squad.note", language)])


def _number(value: float, language: Language) -> str:
    text = f"{value:.3f}"
    return text.replace(".", ",") if language == "vi" else text


def _with_interval(values: Sequence[float], language: Language) -> tuple[str, str, str]:
    low, high = interval(values)
    mean, least, most = (_number(value, language) for value in (sum(values) / len(values), low, high))
    return mean, f"{least}–{most}", str(len(values))


def _search_rows(figures: SquadFigures, language: Language) -> list[tuple[str, ...]]:
    """One row for each way to search: R@1 with its interval, R@5, R@10, MRR."""
    rows: list[tuple[str, ...]] = []
    for way in _WAYS:
        ranks: tuple[int, ...] = getattr(figures.ranks, way)
        first, spread, _ = _with_interval([float(rank == 1) for rank in ranks], language)
        deeper = [sum(rank <= depth for rank in ranks) / len(ranks) for depth in _DEPTHS[1:]]
        mrr = sum(1 / rank for rank in ranks) / len(ranks)
        row = (say(f"squad.way.{way}", language), first, spread)
        rows.append((*row, *(_number(value, language) for value in (*deeper, mrr))))
    return rows


def _answer_rows(figures: SquadFigures, language: Language) -> list[tuple[str, ...]]:
    answerable = [one for one in figures.answers if one.question.answers]
    impossible = [one for one in figures.answers if not one.question.answers]
    given = [one for one in answerable if not one.refused]
    measured = (
        ("answered", [float(not one.refused) for one in answerable]),
        ("holds", [one.holds for one in answerable]),
        ("holds-given", [one.holds for one in given]),
        ("exact", [one.exact for one in answerable]),
        ("f1", [one.f1 for one in answerable]),
        ("f1-given", [one.f1 for one in given]),
        ("impossible", [float(one.refused) for one in impossible]),
    )
    return [(say(f"squad.{key}", language), *_with_interval(values, language)) for key, values in measured if values]


def _aligned(rows: Sequence[tuple[str, ...]]) -> list[str]:
    """Lay rows out in columns, the first to the left, the others to the right."""
    widths = [max(len(cell) for cell in column) for column in zip(*rows, strict=True)]
    return [
        row[0].ljust(widths[0])
        + "".join(f"  {cell.rjust(width)}" for cell, width in zip(row[1:], widths[1:], strict=True))
        for row in rows
    ]
