"""Figures are laid out for people."""

from eval.benchmarks.models import CheckLine, GoldLine, Results, Speed, Start, SystemLine
from eval.benchmarks.table import markdown
from eval.machine import Machine
from eval.reliability import Claim, reliability
from eval.robustness import FormLine


def results() -> Results:
    """One line of each kind."""
    return Results(
        machine=Machine("CPU", 2, "3.11.7"),
        start=Start(3.25, 12.0, 104, 701.4),
        speeds=(Speed("extractive", 432, 18.04, 41.0, {"find": 13.5}),),
        gold=(GoldLine("test", "extractive", 144, 0, {"right": 0.95, "refused": None}),),
        robustness=(FormLine("typo", 60, 0.9, 3.33, ("t-1",)),),
        reliability=reliability([Claim(0.95, right=True)]),
        check=CheckLine(752, 0.005, 2411, 0.995, {"unit": 1.0}, {"unit": 396}),
        systems=(SystemLine("bm25", 144, {"right": 0.535, "refused": None}, 1.25),),
    )


def test_every_figure_stands_in_its_table() -> None:
    text = markdown(results())
    assert "| test · extractive | 144 | 95,0 % | – | 0 |" in text
    assert "| extractive | 432 | 18,0 | 41,0 | – | – | – | find 13,5 |" in text
    assert "| 3,2 s | 12,0 s | 104 | 701 MiB |" in text
    assert "| typo | 60 | 90,0 % | 3,3 điểm |" in text
    assert "| 0,9–1,0 | 1 | 95,0 % | 100,0 % |" in text
    assert "Từ 0,8 trở lên: 1 câu, đúng 100,0 %. Brier 0,003, ECE 0,050." in text  # (1 - 0.95)² = 0.0025
    assert "99,5 % của 2411" in text
    assert "| unit | 396 | 100,0 % |" in text
    assert "| bm25 | 144 | 53,5 % | – | 1,2 ms |" in text


def test_rows_have_as_many_cells_as_their_header() -> None:
    lines = [line for line in markdown(results()).splitlines() if line.startswith("|")]
    widths = [line.count("|") for line in lines]
    headers = [i for i, line in enumerate(lines) if set(line) <= set("|- ")]
    assert all(widths[i - 1] == widths[i] == widths[i + 1] for i in headers)


def test_without_answers_there_is_no_reliability() -> None:
    bare = results()
    text = markdown(Results(bare.machine, bare.start, bare.speeds, bare.gold, bare.robustness, None, bare.check))
    assert "## Độ tin cậy tự đánh giá\n\n–\n" in text
