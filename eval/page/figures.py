"""The table of all figures of a run, with their intervals. Knows nothing of single questions or of other runs."""

from html import escape

from app.messages import Language
from eval.page.words import both, decimal, each_language, in_milliseconds, metric, number, percent
from eval.record import StoredRun
from eval.summary import Estimate, Summary

_SEARCH = ("hit", "recall", "mrr", "ndcg")
_RANKS = ("mrr", "ndcg")
"""Figures that are no shares and are written as decimals."""


def figures(run: StoredRun) -> str:
    """Return the main figures in large type and below them the tables of all."""
    summary = run.summary
    search = [(_short(each), each) for each in summary.estimates if each.metric.startswith(_SEARCH)]
    answers = [(metric(each.metric), each) for each in summary.estimates if not each.metric.startswith(_SEARCH)]
    about = f'<p class="about">{both("page.search.about")}</p>'
    return (
        f'<section id="figures"><h2>{both("page.figures")}</h2>{_tiles(summary)}<div class="panels">'
        f"{_table('eval.answers', answers)}{_table('eval.search', search, about)}</div></section>"
    )


def _short(estimate: Estimate) -> str:
    """Return what the literature calls a figure of the search."""
    return escape(estimate.metric.replace("mrr", "MRR").replace("ndcg", "nDCG"))


def _tiles(summary: Summary) -> str:
    tiles = [
        ("page.tile.right", percent(summary.right)),
        *(
            (f"page.tile.{name}", percent(found.mean))
            for name, found in (("correct", summary.estimate("correct")), ("refused", summary.estimate("refused")))
            if found is not None
        ),
        ("page.tile.unsupported", str(summary.unsupported)),
        ("page.tile.p50", in_milliseconds(summary.p50)),
        ("page.tile.p95", in_milliseconds(summary.p95)),
    ]
    return '<dl class="tiles">' + "".join(f"<div><dt>{both(k)}</dt><dd>{v}</dd></div>" for k, v in tiles) + "</dl>"


def _table(title: str, named: list[tuple[str, Estimate]], about: str = "") -> str:
    if not named:
        return ""
    rows = "".join(
        f'<tr><th scope="row">{name}</th><td>{_value(each)}</td><td>{_interval(each)}</td><td>{each.count}</td></tr>'
        for name, each in named
    )
    heads = "".join(f'<th scope="col">{both(f"page.{key}")}</th>' for key in ("value", "interval", "count"))
    return (
        f'<div class="panel"><table><thead><tr><th scope="col">{both(title)}</th>{heads}</tr></thead>'
        f"<tbody>{rows}</tbody></table>{about}</div>"
    )


def _value(estimate: Estimate) -> str:
    return number(estimate.mean, 3) if estimate.metric.startswith(_RANKS) else percent(estimate.mean)


def _interval(estimate: Estimate) -> str:
    ranks = estimate.metric.startswith(_RANKS)

    def word(language: Language) -> str:
        scale, digits = (1, 3) if ranks else (100, 1)
        return "–".join(decimal(scale * bound, digits, language) for bound in (estimate.low, estimate.high))

    return each_language(word)
