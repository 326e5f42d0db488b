"""A run falls below its baseline when it loses more than chance would, or breaks a promise."""

from dataclasses import replace
from pathlib import Path

import pytest

from eval.baseline import BaselineError, against, baseline_of, check_fits, read_baseline, write_baseline
from eval.models import Outcome, Score
from eval.record import StoredRun
from tests.eval.runs import asked, run_of

PATH = Path("moc.json")


def fallen(baseline: StoredRun, run: StoredRun) -> list[str]:
    """Names of the figures that fell."""
    return [change.metric for change in against(baseline_of(baseline), run).fallen]


def broken(run: StoredRun, metric: str) -> StoredRun:
    """The same run with 0 on one metric at its first question."""
    first, *rest = run.outcomes
    scores = tuple(replace(score, value=0.0) if score.metric == metric else score for score in first.scores)
    return replace(run, outcomes=(replace(first, scores=scores), *rest))


def test_a_run_never_falls_below_itself() -> None:
    run = run_of(*[True] * 10, *[False] * 10)
    found = against(baseline_of(run), run)
    assert (found.fallen, found.left_out) == ((), 0)
    assert {change.mean for change in found.differences} == {0.0}


def test_three_lost_questions_of_forty_may_be_chance_and_four_are_not() -> None:
    # That a draw of 40 holds none of 3 has a probability of (37/40)^40 = 4.4 %, none of 4 of 1.5 %; the limit is 2.5 %.
    whole = run_of(*[True] * 40)
    assert fallen(whole, run_of(*[False] * 3, *[True] * 37)) == []
    assert fallen(whole, run_of(*[False] * 4, *[True] * 36)) == [
        "right",
        "correct",
        "citation-precision",
        "citation-recall",
    ]


def test_as_many_won_as_lost_is_no_fall() -> None:
    assert fallen(run_of(*[True] * 10, *[False] * 10), run_of(*[False] * 10, *[True] * 10)) == []


def test_one_broken_promise_is_a_fall_where_the_baseline_kept_it_throughout() -> None:
    run = run_of(*[True] * 40)
    assert fallen(run, broken(run, "verbatim")) == ["verbatim"]
    assert fallen(run, broken(run, "correct")) == []


def test_a_promise_that_was_not_kept_before_is_judged_like_the_rest() -> None:
    run = run_of(*[True] * 40)
    outcomes: list[Outcome] = list(run.outcomes)
    scores = tuple(Score(s.question_id, s.metric, 0.0) if s.metric == "verbatim" else s for s in outcomes[5].scores)
    outcomes[5] = replace(outcomes[5], scores=scores)
    once = replace(run, outcomes=tuple(outcomes))
    assert fallen(once, broken(once, "verbatim")) == []


def test_questions_that_changed_or_are_gone_are_left_out_and_counted() -> None:
    baseline = baseline_of(run_of(True, True, True))
    run = run_of(True, True)
    reworded = replace(run.outcomes[1].attempt.question, reference="Khác.")
    second = replace(run.outcomes[1], attempt=replace(run.outcomes[1].attempt, question=reworded))
    found = against(baseline, replace(run, outcomes=(run.outcomes[0], second)))
    assert found.left_out == 2
    assert {change.count for change in found.differences} == {1}


def test_a_baseline_is_read_back_and_has_a_line_a_question(tmp_path: Path) -> None:
    baseline = baseline_of(run_of(True, False))
    path = tmp_path / "moc.json"
    write_baseline(path, baseline)
    assert read_baseline(path) == baseline
    assert sum('"t-' in line for line in path.read_text(encoding="utf-8").splitlines()) == 2


def test_a_baseline_of_another_mode_or_other_questions_does_not_fit() -> None:
    baseline = baseline_of(run_of(True))
    check_fits(PATH, baseline, "extractive", asked(1))
    with pytest.raises(BaselineError, match="other-mode"):
        check_fits(PATH, baseline, "generative", asked(1))
    with pytest.raises(BaselineError, match="other-questions"):
        check_fits(PATH, baseline, "extractive", [replace(asked(1)[0], id="khác")])


def test_a_baseline_that_is_none_says_what_is_wrong(tmp_path: Path) -> None:
    with pytest.raises(BaselineError, match="unreadable"):
        read_baseline(tmp_path / "không-có.json")
    path = tmp_path / "moc.json"
    path.write_text('{"gold": "test", "mode": "auto", "questions": {"t-1": {"digest": 5}}}', encoding="utf-8")
    with pytest.raises(BaselineError, match=r"questions\.t-1\.digest"):
        read_baseline(path)
