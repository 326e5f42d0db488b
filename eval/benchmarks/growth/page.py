"""Lays a run out: a table, a plot, the law of each figure. Knows nothing of how anything was measured."""

from collections.abc import Callable
from math import ceil, floor, log10

from eval.benchmarks.growth.law import exponent
from eval.benchmarks.growth.models import Assisted, Growth, Size
from eval.page.svg import Axis, Plot

Figure = Callable[[Size], float]

CURVES: tuple[tuple[str, str, Figure], ...] = (
    ("Lập chỉ mục (s)", "#2563eb", lambda size: size.built.build_seconds),
    ("Thêm một báo cáo (s)", "#059669", lambda size: size.built.add_seconds),
    ("Mở (s)", "#d97706", lambda size: size.searched.open_seconds),
    ("Tìm p95 (s)", "#dc2626", lambda size: size.searched.p95 / 1000),
)
LAWS: tuple[tuple[str, Figure], ...] = (
    *((name, figure) for name, _, figure in CURVES),
    ("Đĩa (MB)", lambda size: size.built.disk),
    ("Bộ nhớ khi tìm (MB)", lambda size: size.searched.memory),
)
_HEAD = (
    "Đoạn", "Nhúng (đoạn/s)", "Lập (s)", "Đĩa (MB)", "Bộ nhớ lập (MB)", "Thêm một báo cáo (s)", "Mở (s)",
    "Bộ nhớ tìm (MB)", "Tìm p50 (ms)", "Tìm p95 (ms)", "Trong một báo cáo p95 (ms)", "Recall@10", "chỉ véc-tơ",
    "Mở trợ lý lần đầu (s)", "Mở trợ lý (s)", "Bộ nhớ trợ lý (MB)",
    "Trả lời p50 (ms)", "Trả lời p95 (ms)",
)  # fmt: skip
_STYLE = "text{font:12px sans-serif;fill:#475569}.grid{stroke:#e2e8f0}.axis{stroke:#64748b}polyline{fill:none}"


def markdown(growth: Growth) -> str:
    """Return the page in Markdown; the plot is the file beside it."""
    laws = _table([("Đại lượng", "b"), *_laws(growth)]) if len(growth.sizes) > 1 else "Cần ít nhất hai cỡ."
    parts = [
        "# Kho lớn lên thì tốn bao nhiêu",
        f"Đo bằng `python -m eval.benchmarks.growth` trên {growth.machine}.",
        "Mỗi báo cáo là một tệp có phần đầu, mục, nơi nhận; câu là câu thật ghép nửa này với nửa kia, đổi chữ số.",
        "Câu hỏi là câu hỏi thật, nhúng thật.",
        _about_vectors(growth),
        _table([_HEAD, *map(_row, growth.sizes)]),
        "![Thời gian theo số đoạn, hai trục lô-ga-rít](growth.svg)",
        "## Luật tăng\n\nGiá trị ≈ a · n^b, khớp bình phương tối thiểu trên lô-ga-rít; b = 1 là tỉ lệ thuận.",
        laws,
    ]
    return "\n\n".join(parts) + "\n"


def _about_vectors(growth: Growth) -> str:
    drawn = [size.passages for size in growth.sizes if size.built.made_up]
    if not drawn:
        return "Mọi véc-tơ đều nhúng thật."
    return (
        f"Từ {_number(min(drawn))} đoạn trở lên véc-tơ không nhúng mà rút ngẫu nhiên quanh trung bình véc-tơ thật của "
        "hai câu đã ghép thành đoạn, lệch theo hiệp phương sai của véc-tơ thật; thời gian lập ở các cỡ ấy không gồm "
        "việc nhúng, báo cáo thêm vào thì nhúng thật."
    )


def _laws(growth: Growth) -> list[tuple[str, str]]:
    sizes = [float(size.passages) for size in growth.sizes]
    return [(name, _number(exponent(sizes, [figure(size) for size in growth.sizes]), 2)) for name, figure in LAWS]


def _row(size: Size) -> tuple[str, ...]:
    built, searched = size.built, size.searched
    return (
        _number(size.passages), _number(built.embed_rate, 1), _number(built.build_seconds, 1), _number(built.disk, 1),
        _number(built.build_memory), _number(built.add_seconds, 1), _number(searched.open_seconds, 2),
        _number(searched.memory), _number(searched.p50, 1), _number(searched.p95, 1), _number(searched.filtered_p95, 1),
        _number(searched.recall, 3), _number(searched.vector_recall, 3),
        *_assisted(size.assisted),
    )  # fmt: skip


def _assisted(one: Assisted | None) -> tuple[str, ...]:
    if one is None:
        return ("–",) * 5
    seconds, rest = (one.first_seconds, one.open_seconds), (one.memory, one.p50, one.p95)
    return (*(_number(value, 1) for value in seconds), *map(_number, rest))


def _number(value: float, digits: int = 0) -> str:
    """Write a number as Vietnamese does: 1.000.000 and 0,95."""
    return f"{value:,.{digits}f}".translate(str.maketrans(",.", ".,"))


def _table(rows: list[tuple[str, ...]]) -> str:
    head, *body = [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join([head, f"|{' --- |' * len(rows[0])}", *body])


def svg(growth: Growth) -> str:
    """Return the plot of times over sizes as a file of its own, both axes in powers of ten."""
    sizes = [log10(size.passages) for size in growth.sizes]
    values = [log10(max(figure(size), 1e-4)) for _, _, figure in CURVES for size in growth.sizes]
    low, high = floor(min(values)), max(ceil(max(values)), floor(min(values)) + 1)
    right = max(sizes) if max(sizes) > min(sizes) else min(sizes) + 1
    ticks = tuple((float(power), f"{10.0**power:g} s") for power in range(low, high + 1))
    plot = Plot(Axis(min(sizes), right, tuple((at, _number(10**at)) for at in sizes)), Axis(low, high, ticks))
    body = "".join(_curve(plot, growth, number) for number in range(len(CURVES)))
    drawing = plot.draw(f"<style>{_STYLE}</style><title id='growth'>Thời gian theo số đoạn</title>{body}", "growth")
    return drawing.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1) + "\n"


def _curve(plot: Plot, growth: Growth, number: int) -> str:
    name, colour, figure = CURVES[number]
    points = [(log10(size.passages), log10(max(figure(size), 1e-4))) for size in growth.sizes]
    line = plot.line(points, "curve") + "".join(plot.dot(x, y, "dot", name) for x, y in points)
    label = f'<text x="60" y="{40 + 14 * number}" style="fill:{colour}">{name}</text>'
    return f'<g style="stroke:{colour};fill:{colour}" stroke-width="1">{line}</g>{label}'
