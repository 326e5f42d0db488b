"""The plot of how long answers take. Knows nothing of what they say."""

from collections.abc import Sequence
from math import ceil, floor, log10

from eval.metrics.latency import percentile
from eval.page.svg import Axis, Plot
from eval.page.words import both, in_milliseconds

_PER_DECADE = 10
"""Bars between one power of ten and the next; the scale is logarithmic, since a written answer takes 50 times as long
as a quoted one."""
_LEAST = 0.1
"""Milliseconds below which times are drawn as this."""


def latency(milliseconds: Sequence[float]) -> str:
    """Return the histogram with its median and 95th percentile. Raises ``ValueError`` for no times."""
    p50, p95 = percentile(milliseconds, 50), percentile(milliseconds, 95)
    figures = (("p50", p50), ("p95", p95), ("max", max(milliseconds)))
    facts = "".join(f"<div><dt>{name}</dt><dd>{in_milliseconds(value)}</dd></div>" for name, value in figures)
    return (
        f'<figure class="panel"><h3 id="latency">{both("page.latency")}</h3>{_drawing(milliseconds, p50, p95)}'
        f'<figcaption>{both("page.latency.about")}</figcaption><dl class="facts">{facts}</dl></figure>'
    )


def _at(milliseconds: float) -> float:
    return log10(max(milliseconds, _LEAST))


def bins(milliseconds: Sequence[float]) -> list[tuple[float, float, int]]:
    """Return bars as (start, end, count), ends in powers of ten; at least half a decade, empty ones inside too."""
    places = [_at(value) for value in milliseconds]
    first = floor(min(places) * _PER_DECADE)
    last = max(floor(max(places) * _PER_DECADE) + 1, first + _PER_DECADE // 2)
    counts = dict.fromkeys(range(first, last), 0)
    for place in places:
        counts[floor(place * _PER_DECADE)] += 1
    return [(i / _PER_DECADE, (i + 1) / _PER_DECADE, count) for i, count in counts.items()]


def _drawing(milliseconds: Sequence[float], p50: float, p95: float) -> str:
    bars = bins(milliseconds)
    low, high = bars[0][0], bars[-1][1]
    plot = Plot(Axis(low, high, _times(low, high)), _counts(max(count for _, _, count in bars)))
    drawn = "".join(
        plot.bar(start, end, count, f"{_time(10**start)} – {_time(10**end)}: {count}")
        for start, end, count in bars
        if count
    )
    marks = plot.mark(_at(p50), "p50", "end") + plot.mark(_at(p95), "p95", "start")
    return plot.draw(drawn + marks, "latency")


def _times(low: float, high: float) -> tuple[tuple[float, str], ...]:
    """Return ticks at 1, 2, 5 times each power of ten, only at 1 where these would be many."""
    steps = (1, 2, 5) if high - low <= 2 else (1,)
    places = [step * 10.0**power for power in range(floor(low), ceil(high) + 1) for step in steps]
    return tuple((log10(place), _time(place)) for place in places if low <= log10(place) <= high)


def _time(milliseconds: float) -> str:
    return f"{milliseconds / 1000:.3g} s" if milliseconds >= 1000 else f"{milliseconds:.3g} ms"


def _counts(most: int) -> Axis:
    """Return an axis of counts with about four ticks."""
    step = next(s * 10**power for power in range(9) for s in (1, 2, 5) if s * 10**power * 4 >= most)
    top = step * ceil(most / step)
    return Axis(0, top, tuple((tick, str(tick)) for tick in range(0, top + 1, step)))
