"""The shapes of the page's plots, as SVG inside the page. Knows nothing of what is drawn.

Three shapes are needed, with few points. A plotting library would be the largest dependency of the project and would
turn letters into outlines of hundreds of kilobytes that can be neither searched nor read aloud nor switched between
languages; these take their colours and type from the page's style, in light and dark and in print.
"""

from dataclasses import dataclass

WIDTH, HEIGHT = 420, 250
LEFT, RIGHT, TOP, BOTTOM = 48, 22, 24, 32
"""The margins around the plot area, in units of the drawing."""


@dataclass(frozen=True, slots=True)
class Axis:
    """A linear scale from ``low`` to ``high``; ``ticks`` are places on it with what is written there."""

    low: float
    high: float
    ticks: tuple[tuple[float, str], ...]

    def share(self, value: float) -> float:
        """Return how far along the axis a value lies, 0 to 1 inside it."""
        return (value - self.low) / (self.high - self.low)


@dataclass(frozen=True, slots=True)
class Plot:
    """Two axes. Labels must be escaped by whoever gives them."""

    x: Axis
    y: Axis

    def at_x(self, value: float) -> float:
        """Return the horizontal coordinate of a value."""
        return LEFT + self.x.share(value) * (WIDTH - LEFT - RIGHT)

    def at_y(self, value: float) -> float:
        """Return the vertical coordinate of a value."""
        return HEIGHT - BOTTOM - self.y.share(value) * (HEIGHT - TOP - BOTTOM)

    def line(self, points: list[tuple[float, float]], style: str) -> str:
        """Return a line through points."""
        path = " ".join(f"{self.at_x(x):.1f},{self.at_y(y):.1f}" for x, y in points)
        return f'<polyline class="{style}" points="{path}"/>'

    def dot(self, x: float, y: float, style: str, label: str) -> str:
        """Return a point; its label shows when the pointer rests on it."""
        return (
            f'<circle class="{style}" cx="{self.at_x(x):.1f}" cy="{self.at_y(y):.1f}" r="4">'
            f"<title>{label}</title></circle>"
        )

    def bar(self, start: float, end: float, height: float, label: str) -> str:
        """Return a bar from the foot of the plot, one unit apart from its neighbours."""
        left, right, top, foot = self.at_x(start), self.at_x(end), self.at_y(height), self.at_y(self.y.low)
        return (
            f'<rect class="bar" x="{left + 1:.1f}" y="{top:.1f}" width="{max(right - left - 2, 1):.1f}" '
            f'height="{foot - top:.1f}"><title>{label}</title></rect>'
        )

    def mark(self, x: float, label: str, anchor: str) -> str:
        """Return a vertical line with its name above, to its left (``end``) or right (``start``)."""
        at = self.at_x(x)
        beside = at - 4 if anchor == "end" else at + 4
        return (
            f'<line class="mark" x1="{at:.1f}" x2="{at:.1f}" y1="{TOP - 14}" y2="{HEIGHT - BOTTOM}"/>'
            f'<text class="mark-name" x="{beside:.1f}" y="{TOP - 5}" text-anchor="{anchor}">{label}</text>'
        )

    def above(self, x: float, label: str) -> str:
        """Return a short text above the plot area."""
        return f'<text x="{self.at_x(x):.1f}" y="{TOP - 8}" text-anchor="middle">{label}</text>'

    def draw(self, body: str, named_by: str) -> str:
        """Return the whole drawing; ``named_by`` is the id of the element that says what it shows."""
        right, foot = WIDTH - RIGHT, HEIGHT - BOTTOM
        grid = "".join(
            f'<line class="grid" x1="{LEFT}" x2="{right}" y1="{self.at_y(y):.1f}" y2="{self.at_y(y):.1f}"/>'
            f'<text x="{LEFT - 6}" y="{self.at_y(y) + 4.5:.1f}" text-anchor="end">{label}</text>'
            for y, label in self.y.ticks
        )
        ticks = "".join(
            f'<text x="{self.at_x(x):.1f}" y="{foot + 20}" text-anchor="middle">{label}</text>'
            for x, label in self.x.ticks
        )
        return (
            f'<svg class="plot" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-labelledby="{named_by}">'
            f'{grid}{ticks}<line class="axis" x1="{LEFT}" x2="{right}" y1="{foot}" y2="{foot}"/>{body}</svg>'
        )


def share_axis(low: float = 0.0) -> Axis:
    """Return an axis of shares from ``low`` to 1 with a tick every 20 points, or every 10 where it starts late."""
    step = 20 if low < 0.5 else 10
    first = round(100 * low)
    return Axis(low, 1.0, tuple((tick / 100, f"{tick} %") for tick in range(100, first - 1, -step)))


def interval_bar(value: float, low: float, high: float) -> str:
    """Return a horizontal bar of a share in [0, 1] with its interval, as wide as where it stands."""
    line, ends = f"M{100 * low:.2f} 6H{100 * high:.2f}", f"M{100 * low:.2f} 3V9M{100 * high:.2f} 3V9"
    return (
        '<svg class="row-bar" viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true">'
        '<rect class="track" width="100" height="12"/>'
        f'<rect class="bar" width="{100 * value:.2f}" height="12"/>'
        f'<path class="whisker" d="{line}{ends}"/></svg>'
    )
