"""Measuring asks every question as often as it says and loses none."""

import json
from pathlib import Path

import pytest

from eval.benchmarks.__main__ import write
from eval.benchmarks.measure import gold_line, speed
from eval.machine import machine
from eval.metrics.peak_memory import peak_memory
from eval.run import evaluate
from tests.eval.benchmarks.test_table import results
from tests.eval.scripted import ScriptedAsker, ScriptedSearcher, answer, citation, gold, library

ASKER = ScriptedAsker({gold().question: answer("Có 32,8 ha [1].", citation())})


def test_every_question_is_timed_in_every_pass() -> None:
    measured = speed([gold(), gold()], ASKER, "extractive", passes=3)
    assert measured.questions == 6
    assert 0 <= measured.p50 <= measured.p95
    assert set(measured.stages) == {"understand", "find", "write", "check"}


def test_no_question_cannot_be_timed() -> None:
    with pytest.raises(ValueError, match="no percentile"):
        speed([], ASKER, "extractive")


def test_shares_that_apply_to_no_question_are_none() -> None:
    line = gold_line("test", "auto", evaluate([gold()], ASKER, ScriptedSearcher({}), library()))
    assert (line.questions, line.unsupported) == (1, 0)
    assert (line.shares["right"], line.shares["correct"], line.shares["refused"]) == (1.0, 1.0, None)


def test_this_process_takes_memory_on_some_machine() -> None:
    assert peak_memory() > 1
    assert machine().cores >= 1


def test_results_are_written_for_programs_and_for_people(tmp_path: Path) -> None:
    write(results(), tmp_path / "new")
    plain = json.loads((tmp_path / "new" / "results.json").read_text(encoding="utf-8"))
    assert plain["check"]["caught"] == 0.995
    assert (tmp_path / "new" / "RESULTS.md").read_text(encoding="utf-8").startswith("# Kết quả đo\n")
