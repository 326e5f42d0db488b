"""A stored run is read back as it was."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from eval.models import Attempt, Outcome
from eval.record import Conditions, RunError, read_run, write_run
from eval.robustness import FormLine
from eval.run import evaluate
from eval.summary import summarise
from tests.eval.runs import run_of
from tests.eval.scripted import ScriptedAsker, ScriptedSearcher, library, refusal, unanswerable


def faster(outcome: Outcome) -> Outcome:
    """An outcome whose milliseconds have as many places as are stored."""
    attempt = outcome.attempt
    return replace(outcome, attempt=replace(attempt, milliseconds=round(attempt.milliseconds, 3)))


def refused(path: Path) -> RunError:
    """Read a file that must be refused."""
    with pytest.raises(RunError) as caught:
        read_run(path)
    return caught.value


def test_a_run_is_read_back_as_it_was_written(tmp_path: Path) -> None:
    conditions = Conditions("packaged", "off", ("Báo cáo thử",), None, 2, "2026-01-01T00:00:00+00:00", "CPU", 1.5, 9.0)
    forms = (FormLine("nfd", 2, 0.5, 50.0, ("t-1",)),)
    run = replace(run_of(True, False), conditions=conditions, robustness=forms)
    run = replace(run, outcomes=tuple(map(faster, run.outcomes)))
    path = tmp_path / "run.json"
    write_run(path, run)
    assert read_run(path) == run


def test_refusals_and_failures_are_read_back_too(tmp_path: Path) -> None:
    script = {"Mường Tè?": refusal()}
    (outcome,) = evaluate([unanswerable()], ScriptedAsker(script), ScriptedSearcher({}), library())
    failed = Outcome(Attempt(unanswerable("t-9"), None, (), 1.0, "RuntimeError: hỏng"), (), (), ())
    run = replace(run_of(True), outcomes=(faster(outcome), failed), summary=summarise([outcome]))
    write_run(tmp_path / "run.json", run)
    assert read_run(tmp_path / "run.json").outcomes == run.outcomes


def test_a_passage_that_several_questions_find_stands_once(tmp_path: Path) -> None:
    write_run(tmp_path / "run.json", run_of(True, True, True))
    stored = json.loads((tmp_path / "run.json").read_text(encoding="utf-8"))
    assert [len(outcome["hits"]) for outcome in stored["outcomes"]] == [2, 2, 2]
    assert [passage["id"] for passage in stored["passages"]] == ["bc#19", "bc#0"]


def test_a_file_that_is_none_says_what_is_wrong(tmp_path: Path) -> None:
    assert refused(tmp_path / "không-có.json").fault == "unreadable"
    path = tmp_path / "run.json"
    for content, place in (("{", "JSON"), ("{}", "name"), ("[]", "JSON")):
        path.write_text(content, encoding="utf-8")
        error = refused(path)
        assert (error.fault, error.detail) == ("malformed", place)
    assert str(path) in str(refused(path))


def test_a_changed_field_is_named_with_its_place(tmp_path: Path) -> None:
    path = tmp_path / "run.json"
    write_run(path, run_of(True))
    stored = json.loads(path.read_text(encoding="utf-8"))
    stored["outcomes"][0]["question"]["answerable"] = "có lẽ"
    path.write_text(json.dumps(stored), encoding="utf-8")
    assert refused(path).detail == "outcomes.0.question.answerable"


def test_a_hit_on_a_passage_that_is_not_there_is_told(tmp_path: Path) -> None:
    path = tmp_path / "run.json"
    write_run(path, run_of(True))
    stored = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps({**stored, "passages": []}), encoding="utf-8")
    assert refused(path).detail == "passages: bc#19"
