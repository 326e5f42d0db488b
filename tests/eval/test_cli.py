"""``hoidap eval``: what it prints, writes and returns."""

import argparse
import json
from dataclasses import dataclass
from pathlib import Path

import pytest

from app.config import Config
from app.models import Answer, Mode, Turn
from corpus.library import Library
from eval.cli import add_arguments, gold_paths, run
from tests.eval.scripted import TAM_DUONG, ScriptedSearcher, answer, citation, hit, library, refusal

LINE: dict[str, object] = {
    "id": "t-1",
    "split": "test",
    "type": "lookup",
    "question": "Tam Đường?",
    "history": [],
    "answerable": True,
    "must_include": ["32,8"],
    "must_not_include": [],
    "evidence": [{"section": "I.3", "footnote": None, "quote": "Tam Đường 32,8 ha"}],
    "reference": "32,8 ha.",
    "note": "",
}


@dataclass(frozen=True, slots=True)
class OneIndex:
    """An index whose search finds the line on Tam Đường."""

    retriever: ScriptedSearcher = ScriptedSearcher({"Tam Đường?": (hit(TAM_DUONG),)})  # noqa: RUF009 - it is frozen


@dataclass(frozen=True, slots=True)
class OneAnswer:
    """An assistant that says the same to everything."""

    said: Answer
    library: Library
    index: OneIndex

    def ask(
        self,
        question: str,
        history: tuple[Turn, ...] = (),
        *,
        report_ids: tuple[str, ...] | None = None,
        mode: Mode = "auto",
        top_k: int | None = None,
    ) -> Answer:
        """Return the one answer."""
        return self.said


def parsed(*options: str) -> argparse.Namespace:
    """Parse options as the command line does."""
    parser = argparse.ArgumentParser()
    add_arguments(parser)
    return parser.parse_args(options)


def status(said: Answer, *options: str) -> int:
    """Run the command against an assistant that says this."""

    def opened(config: Config) -> OneAnswer:
        return OneAnswer(said, library(), OneIndex())

    return run(parsed(*options), opened)


@pytest.fixture
def questions(tmp_path: Path) -> Path:
    """A gold file of one question."""
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(LINE) + "\n", encoding="utf-8")
    return path


RIGHT = answer("Có 32,8 ha [1].", citation())


def test_a_set_is_a_name_or_a_path() -> None:
    assert [path.name for path in gold_paths("all")] == ["dev.jsonl", "test.jsonl"]
    assert [path.name for path in gold_paths("dev")] == ["dev.jsonl"]
    assert gold_paths("của-tôi.jsonl") == (Path("của-tôi.jsonl"),)
    assert parsed().gold == "test"


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


def test_a_share_outside_zero_to_one_is_refused_in_vietnamese(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parsed("--fail-under-correct", "85")
    assert "“85” không phải số từ 0 đến 1" in capsys.readouterr().err


def test_the_help_is_in_vietnamese(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parsed("--help")
    assert "bộ câu hỏi: dev, test, all" in capsys.readouterr().out
