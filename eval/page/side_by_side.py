"""The table of several systems on the same questions, and who won which. Knows nothing of how they work."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from eval.compare import Comparison, compare
from eval.models import MetricName
from eval.page.words import both, in_milliseconds, percent, points
from eval.record import StoredRun

SHOWN: tuple[MetricName, ...] = (
    "right",
    "correct",
    "refused",
    "citation-precision",
    "citation-recall",
    "figures-supported",
    "hit@5",
)


@dataclass(frozen=True, slots=True)
class Rival:
    """Another system and how the judged one compares; None where they share no question."""

    number: int  # from 1, its name in filters
    run: StoredRun
    comparison: Comparison | None


def rivals(run: StoredRun, compared: Sequence[StoredRun]) -> list[Rival]:
    """Compare a run with others on the questions that each shares with it."""
    return [Rival(i, other, _compared(run, other)) for i, other in enumerate(compared, start=1)]


def _compared(run: StoredRun, other: StoredRun) -> Comparison | None:
    asked = {outcome.attempt.question for outcome in other.outcomes}
    return compare(run, other) if any(outcome.attempt.question in asked for outcome in run.outcomes) else None


def side_by_side(run: StoredRun, others: Sequence[Rival]) -> str:
    """Return the table, the judged system first; "" where there is no other."""
    if not others:
        return ""
    heads = "".join(f'<th scope="col">{both(f"page.short.{name}")}</th>' for name in SHOWN)
    rows = _own_row(run) + "".join(map(_row, others))
    return (
        f'<section id="side-by-side"><h2 id="systems">{both("page.side-by-side")}</h2>'
        '<div class="panel scroll" role="region" tabindex="0" aria-labelledby="systems">'
        f'<table class="systems"><thead><tr><th scope="col">{both("page.system")}</th>'
        f'<th scope="col">{both("page.count")}</th>{heads}<th scope="col">p50</th>'
        f'<th scope="col">{both("page.wins-losses")}</th></tr></thead><tbody>{rows}</tbody></table></div>'
        f'<p class="about">{both("page.side-by-side.about", name=run.name)}</p></section>'
    )


def _own_row(run: StoredRun) -> str:
    cells = ""
    for name in SHOWN:
        found = run.summary.estimate(name)
        cells += f"<td>{percent(found.mean) if found else '–'}</td>"
    return (
        f'<tr class="own"><th scope="row">{escape(run.name)}</th><td>{run.summary.questions}</td>{cells}'
        f"<td>{in_milliseconds(run.summary.p50)}</td><td>–</td></tr>"
    )


def _row(rival: Rival) -> str:
    """Return the values of another system on the shared questions, and below each what the judged one has more."""
    name, found = escape(rival.run.name), rival.comparison
    if found is None:
        cell = f'<td colspan="{len(SHOWN) + 3}">{both("page.nothing-shared")}</td>'
        return f'<tr><th scope="row">{name}</th>{cell}</tr>'
    cells = "".join(_cell(found, metric_name) for metric_name in SHOWN)
    links = " · ".join(
        f'<a href="#questions" data-changed="{kind}-{rival.number}">{both(f"page.{kind}", count=len(ids))}</a>'
        for kind, ids in (("win", found.wins), ("loss", found.losses))
    )
    return (
        f'<tr><th scope="row">{name}</th><td>{found.questions}</td>{cells}'
        f"<td>{in_milliseconds(rival.run.summary.p50)}</td><td>{links}</td></tr>"
    )


def _cell(comparison: Comparison, name: MetricName) -> str:
    found = comparison.difference(name)
    if found is None:
        return "<td>–</td>"
    style = "better" if found.better else "worse" if found.worse else "even"
    apart = points(found.mean, found.low, found.high)
    return f'<td>{percent(found.second)}<span class="apart {style}">{apart}</span></td>'
