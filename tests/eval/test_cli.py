"""``hoidap eval``: what it prints, writes and returns."""

import json
from pathlib import Path

import pytest

from tests.eval.command import LINE, RIGHT, status
from tests.eval.scripted import refusal


def test_a_run_prints_the_report_and_writes_every_outcome(
    questions: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "out.json"
    assert status(RIGHT, "--set", str(questions), "--json", str(target)) == 0
    assert "Xử lý đúng 100,0 %" in capsys.readouterr().out
    written = json.loads(target.read_text(encoding="utf-8"))
    (outcome,) = written["outcomes"]
    assert outcome["question"]["id"] == "t-1"
    assert outcome["scores"]["correct"] == 1.0
    assert outcome["answer"]["citations"][0]["quote"] == "Tam Đường 32,8 ha."
    assert [found["id"] for found in outcome["hits"]] == ["bc#0"]
    assert written["summary"]["right"] == 1.0


def test_too_few_correct_answers_end_with_status_one(questions: Path, capsys: pytest.CaptureFixture[str]) -> None:
    options = ("--set", str(questions), "--fail-under-correct", "0.85")
    assert status(RIGHT, *options) == 0
    assert status(refusal(), *options) == 1
    assert "0,0 % thấp hơn mức yêu cầu 85,0 %" in capsys.readouterr().err


def test_a_bad_gold_file_ends_with_status_two_and_says_where(
    questions: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    questions.write_text(json.dumps({**LINE, "question": 5}), encoding="utf-8")
    assert status(RIGHT, "--set", str(questions)) == 2
    assert f"{questions}, dòng 1, trường “question”: sai kiểu" in capsys.readouterr().err
    assert status(RIGHT, "--set", "không-có.jsonl") == 2
    assert "không đọc được" in capsys.readouterr().err


def test_evidence_that_is_not_in_the_report_ends_with_status_two(
    questions: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lost = [{"section": "I.2", "footnote": "2", "quote": "không có"}]
    questions.write_text(json.dumps({**LINE, "evidence": lost}), encoding="utf-8")
    assert status(RIGHT, "--set", str(questions)) == 2
    assert "t-1: trích đoạn không có ở Mục I.2, chú thích 2: “không có”" in capsys.readouterr().err


def test_a_result_that_cannot_be_written_ends_with_status_two(
    questions: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert status(RIGHT, "--set", str(questions), "--json", str(tmp_path / "none" / "out.json")) == 2
    captured = capsys.readouterr()
    assert "Không ghi được" in captured.err
    assert "Xử lý đúng 100,0 %" in captured.out


def test_a_threshold_without_answerable_questions_ends_with_status_two(
    questions: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    unanswerable = {**LINE, "type": "unanswerable", "answerable": False, "must_include": [], "evidence": []}
    questions.write_text(json.dumps(unanswerable), encoding="utf-8")
    assert status(refusal(), "--set", str(questions), "--fail-under-correct", "0.5") == 2
    assert "--fail-under-correct" in capsys.readouterr().err
