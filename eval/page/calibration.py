"""The plot of what confidence is worth: how sure answers are against how often they are right. Knows no question."""

from collections.abc import Sequence

from eval.models import Outcome
from eval.page.svg import Axis, Plot, share_axis
from eval.page.words import both, number, percent
from eval.reliability import Reliability, claims, reliability

_TICKS = tuple((tick / 10, f"{10 * tick} %") for tick in range(0, 11, 2))


def calibration(outcomes: Sequence[Outcome]) -> str:
    """Return the plot, or nothing where no answer was given."""
    found = reliability(claims(outcomes))
    if found is None:
        return ""
    sure = f"{percent(found.sure_right)} ({found.sure})"
    return (
        f'<figure class="panel"><h3 id="calibration">{both("page.calibration")}</h3>{_drawing(found)}'
        f"<figcaption>{both('page.calibration.about')}</figcaption>"
        f'<dl class="facts"><div><dt>Brier</dt><dd>{number(found.brier, 3)}</dd></div>'
        f"<div><dt>ECE</dt><dd>{number(found.error, 3)}</dd></div>"
        f"<div><dt>{both('page.calibration.sure')}</dt><dd>{sure}</dd></div></dl></figure>"
    )


def _drawing(found: Reliability) -> str:
    """Draw a bar per bin, its count above the plot, its mean confidence as a point, and where all would be honest."""
    plot = Plot(Axis(0.0, 1.0, _TICKS), share_axis())
    bars = "".join(
        plot.bar(each.low, each.high, each.right, f"{each.right:.0%} · n = {each.count}")
        + plot.above((each.low + each.high) / 2, str(each.count))
        for each in found.bins
    )
    honest = plot.line([(0.0, 0.0), (1.0, 1.0)], "honest")
    dots = "".join(
        plot.dot(each.confidence, each.right, "dot", f"{each.confidence:.0%} → {each.right:.0%}") for each in found.bins
    )
    return plot.draw(bars + honest + dots, "calibration")
