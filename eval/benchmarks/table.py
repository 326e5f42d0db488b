"""Lays the figures of a run out as Markdown, for the README to quote. Knows nothing of how they were measured."""

from collections.abc import Iterable, Sequence

from eval.benchmarks.models import CheckLine, GoldLine, Results, Speed, SystemLine
from eval.reliability import Reliability
from eval.report import percent
from eval.robustness import FormLine


def markdown(results: Results) -> str:
    """Return all figures as Markdown tables, in Vietnamese with the English name beside where it is usual."""
    machine, start = results.machine, results.start
    parts = [
        "# Kết quả đo",
        f"Đo bằng `python -m eval.benchmarks` trên {machine.processor}, {machine.cores} lõi, Python {machine.python}.",
        "## Bộ câu hỏi chuẩn",
        _table(["Tập · chế độ", "Câu", *_metric_names(results.gold)], map(_gold_row, results.gold)),
        "## Thời gian trả lời (ms, sau khi khởi động)",
        _table(
            [
                "Chế độ",
                "Lượt",
                "p50",
                "p95",
                "lời đầu của mô hình",
                "lời đầu đã đối chiếu",
                "trọn lời",
                "trung vị từng bước",
            ],
            map(_speed_row, results.speeds),
        ),
        "## Khởi động",
        _table(
            ["Nạp mô hình", "Lập chỉ mục", "Đoạn", "Bộ nhớ cao nhất"],
            [
                [
                    f"{_number(start.load_seconds)} s",
                    f"{_number(start.build_seconds)} s",
                    str(start.passages),
                    f"{start.memory:.0f} MiB",
                ]
            ],
        ),
        "## Cùng câu hỏi, cách gõ khác",
        _table(["Dạng", "Câu", "Đúng", "Kém bản gốc"], map(_form_row, results.robustness)),
        "## Độ tin cậy tự đánh giá",
        _reliability(results.reliability),
        "## Kiểm tra câu viết",
        _check(results.check),
        "## Cạnh hệ thống khác",
        _systems(results.systems),
    ]
    return "\n\n".join(parts) + "\n"


def _table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _number(value: float, digits: int = 1) -> str:
    return f"{value:.{digits}f}".replace(".", ",")


def _metric_names(lines: Sequence[GoldLine]) -> list[str]:
    return [*lines[0].shares, "số lạ"] if lines else []


def _gold_row(line: GoldLine) -> list[str]:
    return [
        f"{line.gold} · {line.mode}",
        str(line.questions),
        *map(percent, line.shares.values()),
        str(line.unsupported),
    ]


def _speed_row(line: Speed) -> list[str]:
    stages = ", ".join(f"{stage} {_number(value)}" for stage, value in line.stages.items())
    words = ["–" if time is None else _number(time) for time in (line.first_heard, line.first_words, line.worded)]
    return [line.mode, str(line.questions), _number(line.p50), _number(line.p95), *words, stages]


def _form_row(line: FormLine) -> list[str]:
    return [line.form, str(line.count), percent(line.right), f"{_number(line.loss)} điểm"]


def _reliability(found: Reliability | None) -> str:
    if found is None:
        return "–"
    rows = [
        [f"{_number(b.low)}–{_number(b.high)}", str(b.count), percent(b.confidence), percent(b.right)]
        for b in found.bins
    ]
    sure = (
        f"Từ 0,8 trở lên: {found.sure} câu, đúng {percent(found.sure_right)}. Brier {_number(found.brier, 3)}, "
        f"ECE {_number(found.error, 3)}."
    )
    return f"{_table(['Tin cậy', 'Câu', 'Tin cậy trung bình', 'Đúng'], rows)}\n\n{sure}"


def _systems(lines: Sequence[SystemLine]) -> str:
    if not lines:
        return "–"
    rows = [
        [line.name, str(line.questions), *map(percent, line.shares.values()), f"{_number(line.p50)} ms"]
        for line in lines
    ]
    return _table(["Hệ thống", "Câu", *lines[0].shares, "p50"], rows)


def _check(line: CheckLine) -> str:
    rows = [[kind, str(line.made[kind]), percent(share)] for kind, share in line.by_kind.items()]
    summed = (
        f"Câu sai bị phát hiện (số, địa danh, năm, đơn vị, cơ quan): {percent(line.caught)} của {line.changed}. "
        f"Câu đúng bị bắt lỗi: {percent(line.blamed)} của {line.right}."
    )
    return f"{summed}\n\n{_table(['Thay đổi', 'Câu sai', 'Phát hiện'], rows)}"
