"""``hoidap eval`` against earlier runs, baselines and other systems; interrupted, and in parallel."""

import json
from pathlib import Path

import pytest

from app.models import Answer
from eval.cli import run
from eval.record import read_run
from tests.eval.command import LINE, RIGHT, OneAnswer, OneIndex, beside, parsed, status
from tests.eval.scripted import library, refusal


def test_a_stored_run_is_compared_question_by_question(
    questions: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    earlier = tmp_path / "cũ.json"
    assert status(refusal(), "--set", str(questions), "--json", str(earlier)) == 0
    capsys.readouterr()
    assert status(RIGHT, "--set", str(questions), "--compare", str(earlier)) == 0
    out = capsys.readouterr().out
    assert "lần này so với hoidap (cũ), trên 1 câu chung" in out
    assert "Nay đúng, trước sai (1)\n\nt-1 · lookup: Tam Đường?" in out


def test_a_run_below_its_baseline_ends_with_status_one(
    questions: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    baseline = tmp_path / "mốc.json"
    options = ("--set", str(questions), "--baseline", str(baseline))
    assert status(RIGHT, "--set", str(questions), "--save-baseline", str(baseline)) == 0
    assert status(RIGHT, *options) == 0
    assert "Không chỉ số nào thấp hơn mốc" in capsys.readouterr().out
    assert status(refusal(), *options) == 1
    assert "THẤP HƠN MỐC: Trả lời đúng" in capsys.readouterr().out


def test_what_a_run_is_held_against_is_read_before_it_and_told_in_words(
    questions: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for option, said in (
        ("--baseline", "Không đọc được mốc"),
        ("--compare", "Không đọc được kết quả đã lưu"),
    ):
        assert status(RIGHT, "--set", str(questions), option, str(tmp_path / "không-có.json")) == 2
        captured = capsys.readouterr()
        assert said in captured.err
        assert captured.out == ""


def test_a_run_or_baseline_of_other_questions_or_another_mode_is_refused(
    questions: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run_file, baseline = tmp_path / "r.json", tmp_path / "m.json"
    written = ("--json", str(run_file), "--save-baseline", str(baseline))
    assert status(RIGHT, "--set", str(questions), *written) == 0
    assert status(RIGHT, "--set", str(questions), "--mode", "extractive", "--baseline", str(baseline)) == 2
    assert "ở chế độ khác (auto ≠ extractive)" in capsys.readouterr().err
    questions.write_text(json.dumps({**LINE, "id": "t-7"}), encoding="utf-8")
    assert status(RIGHT, "--set", str(questions), "--baseline", str(baseline)) == 2
    assert status(RIGHT, "--set", str(questions), "--compare", str(run_file)) == 2
    assert capsys.readouterr().err.count("không có câu hỏi nào chung") == 2


def test_other_systems_stand_beside_the_product_and_are_stored_beside_it(
    questions: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "out.json"
    options = ("--set", str(questions), "--json", str(target), "--peers", "--without", "hybrid")
    assert status(RIGHT, *options) == 0
    assert "Các hệ thống cạnh nhau" in capsys.readouterr().out
    assert [read_run(tmp_path / f"out.{name}.json").name for name in ("hybrid", "bm25")] == ["hybrid", "bm25"]


def test_forms_are_asked_on_demand(questions: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert status(RIGHT, "--set", str(questions)) == 0
    assert "không dấu" not in capsys.readouterr().out
    assert status(RIGHT, "--set", str(questions), "--robustness") == 0
    assert "không dấu" in capsys.readouterr().out


def test_markdown_and_the_page_are_written(questions: Path, tmp_path: Path) -> None:
    table, page = tmp_path / "out.md", tmp_path / "out.html"
    assert status(RIGHT, "--set", str(questions), "--markdown", str(table), "--html", str(page)) == 0
    assert "| Xử lý đúng (mọi câu) | 100,0 % |" in table.read_text(encoding="utf-8")
    assert "Tam Đường?" in page.read_text(encoding="utf-8")


def test_a_generative_run_asks_one_question_at_a_time(questions: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert status(RIGHT, "--set", str(questions), "--mode", "generative", "--jobs", "2") == 2
    assert "--jobs" in capsys.readouterr().err
    assert status(RIGHT, "--set", str(questions), "--jobs", "2") == 0


def test_an_interrupted_run_goes_on(questions: Path, cache: Path, capsys: pytest.CaptureFixture[str]) -> None:
    second = {**LINE, "id": "t-2", "question": "Tân Uyên?"}
    questions.write_text(json.dumps(LINE) + "\n" + json.dumps(second) + "\n", encoding="utf-8")

    class Interrupted(OneAnswer):
        def ask(self, question: str, *_: object, **__: object) -> Answer:
            if question == "Tân Uyên?":
                raise KeyboardInterrupt
            return self.said

    with pytest.raises(KeyboardInterrupt):
        run(parsed("--set", str(questions)), lambda _: Interrupted(RIGHT, library(), OneIndex()), beside)
    assert "thêm --resume" in capsys.readouterr().err
    assert len(list(cache.iterdir())) == 1
    assert status(refusal(), "--set", str(questions), "--resume") == 0
    captured = capsys.readouterr()
    assert "Chạy tiếp: đã có 1 câu." in captured.err
    assert "Xử lý đúng 50,0 %" in captured.out  # the first as it was answered then, the second refused now
    assert list(cache.iterdir()) == []


def test_where_outcomes_cannot_be_kept_the_run_is_made_all_the_same(
    questions: Path, cache: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cache.parent.write_text("a file where the folder should be", encoding="utf-8")
    assert status(RIGHT, "--set", str(questions)) == 0
    assert "Không giữ được kết quả dở dang" in capsys.readouterr().err


def test_a_set_without_questions_ends_with_status_two(questions: Path, capsys: pytest.CaptureFixture[str]) -> None:
    questions.write_text("\n", encoding="utf-8")
    assert status(RIGHT, "--set", str(questions)) == 2
    assert str(questions) in capsys.readouterr().err


def test_outside_data_takes_the_place_of_the_gold_set(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert status(RIGHT, "--squad", str(tmp_path / "không-có.json")) == 2
    assert "không-có.json" in capsys.readouterr().err
