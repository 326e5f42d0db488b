"""``hoidap gold``: what it prints, writes and returns."""

import argparse
import json
from pathlib import Path

import pytest

from app.config import Config
from corpus.library import open_library
from eval.gold import load_gold
from eval.gold_tools.cli import add_arguments, run
from eval.gold_tools.pick import Search
from tests.eval.gold_tools.scripted import ScriptedTerminal, WordSearch, corpus_folder, gold_file, line
from tests.small_library import COOPERATION_ID

ROSES = ("1", "32,8", "1", "huyện Tam Đường 32,8 ha", "", "32,8", "", "32,8 ha.", "", "c")
COMPLAINT = {
    "question": "Tam Đường trồng bao nhiêu hoa hồng?",
    "history": [],
    "answer_id": "a1",
    "rating": -1,
    "reason": "wrong-source",
}


@pytest.fixture(autouse=True)
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The first small report is all there is."""
    folder = corpus_folder(tmp_path)
    monkeypatch.setenv("HOIDAP_CORPUS", str(folder))
    return folder


def by_words(config: Config) -> Search:
    """Open a search without a model."""
    return WordSearch(open_library(config.corpus))


def gold(*options: str, typed: tuple[str | BaseException, ...] = ()) -> tuple[int, list[str]]:
    """Run ``hoidap gold`` with these options; return its status and what it said."""
    parser = argparse.ArgumentParser()
    add_arguments(parser)
    terminal = ScriptedTerminal(list(typed))
    return run(parser.parse_args(options), terminal, by_words), terminal.told


def test_a_file_without_errors_ends_with_status_zero_but_strictly_with_one(tmp_path: Path) -> None:
    path = str(gold_file(tmp_path, line()))
    status, told = gold("check", path)
    assert status == 0
    assert told[-1] == "Đã kiểm tra 1 câu trong 1 tệp: 0 lỗi, 1 cảnh báo."
    assert told[0].startswith("cảnh báo: bộ chưa có câu hỏi có lời đáp cho dev: Phần mở đầu; ")
    assert gold("check", path, "--strict")[0] == 1
    assert gold("check", path, "--lang", "en")[1][-1] == "Checked 1 questions in 1 files: 0 errors, 1 warnings."


def test_all_errors_are_told_not_only_the_first(tmp_path: Path) -> None:
    lines = ("{\n", line(split="train"), line(), line(reference="Không."))
    path = gold_file(tmp_path, *lines)
    status, told = gold("check", str(path))
    assert status == 1
    assert told[0].startswith(f"lỗi · {path}, dòng 1: không phải JSON")
    assert told[1].startswith(f"lỗi · {path}, dòng 2, trường “split”: giá trị không hợp lệ")
    assert any(f"dòng 4 · dev-001: mã này đã dùng ở {path}:3" in text for text in told)
    assert any(text.startswith(f"lỗi · {path}, dòng 4 · dev-001: câu trả lời mẫu thiếu “32,8”") for text in told)
    assert "Đã kiểm tra 2 câu trong 1 tệp: 4 lỗi" in told[-1]


def test_an_empty_file_is_an_error_and_a_missing_one_cannot_be_checked(tmp_path: Path) -> None:
    status, told = gold("check", str(gold_file(tmp_path)))
    assert (status, "không có câu hỏi nào" in told[0]) == (1, True)
    status, told = gold("check", str(tmp_path / "none.jsonl"))
    assert (status, "không đọc được" in told[0]) == (2, True)


def test_a_question_is_added_to_a_file_that_the_check_accepts(tmp_path: Path) -> None:
    path = tmp_path / "mine.jsonl"
    assert gold("add", "--to", str(path), typed=ROSES)[0] == 0
    assert [question.id for question in load_gold(path)] == ["mine-001"]
    assert gold("check", str(path))[0] == 0
    again = ("1", "32,8", "ha; huyện", *ROSES[2:])  # the same question is refused, another one is taken
    status, told = gold("add", "--to", str(path), typed=again)
    assert (status, "Câu này đã có. Hãy hỏi điều khác." in told) == (0, True)
    assert [question.id for question in load_gold(path)] == ["mine-001", "mine-002"]


def test_a_question_goes_to_the_split_of_its_file(tmp_path: Path) -> None:
    gold_file(tmp_path, line(id="t-1", split="test", question="Ai ký vậy?"), name="own.jsonl")
    assert gold("add", "--to", str(tmp_path / "own.jsonl"), typed=ROSES)[0] == 0
    assert [(q.id, q.split) for q in load_gold(tmp_path / "own.jsonl")] == [("t-1", "test"), ("t-002", "test")]


def test_stopping_says_that_nothing_was_written(tmp_path: Path) -> None:
    path = tmp_path / "mine.jsonl"
    status, told = gold("add", "--to", str(path), typed=("1",))
    assert (status, told[-1]) == (2, "\nĐã dừng. Tệp không thay đổi.")
    with pytest.raises(KeyboardInterrupt):
        gold("add", "--to", str(path), typed=("1", KeyboardInterrupt()))
    assert not path.exists()


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    path = tmp_path / "none" / "mine.jsonl"
    status, told = gold("add", "--to", str(path), typed=ROSES)
    assert (status, told[-1].startswith(f"Không ghi được {path}")) == (2, True)


def feedback_file(folder: Path, *records: dict[str, object]) -> Path:
    """Write a file of feedback."""
    path = folder / "feedback.jsonl"
    path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    return path


def test_complaints_become_candidates_that_the_check_accepts(tmp_path: Path) -> None:
    text = open_library(tmp_path / "reports").reports[0].text
    start = text.index("huyện Tam Đường 32,8 ha")
    picked = {"report_id": COOPERATION_ID, "section": "I.1", "footnote": None, "start": start, "end": start + 23}
    source = feedback_file(
        tmp_path,
        {**COMPLAINT, "picked": picked},
        {**COMPLAINT, "picked": picked, "answer_id": "a2"},  # the same once more
        {**COMPLAINT, "picked": None},
        {**COMPLAINT, "picked": {**picked, "section": "I.2"}},
    )
    out = tmp_path / "out.jsonl"
    status, told = gold("candidates", str(source), "--out", str(out))
    assert status == 1  # one span was no evidence
    assert told[0].startswith(f"{source}, dòng 4: đoạn đã chọn không nằm trọn")
    assert told[1].startswith(f"Đã viết 1 câu hỏi dự tuyển từ 4 phản hồi vào {out}.")
    assert [(q.id, q.must_include) for q in load_gold(out)] == [("fb-001", ("32,8",))]
    assert gold("check", str(out))[0] == 0
    assert gold("candidates", str(source), "--out", str(out)) == (2, [f"Tệp {out} đã có. Hãy chọn tên khác sau --out."])


def test_without_a_usable_complaint_no_file_is_written(tmp_path: Path) -> None:
    source = feedback_file(tmp_path, {**COMPLAINT, "picked": None})
    status, told = gold("candidates", str(source), "--out", str(tmp_path / "out.jsonl"))
    assert (status, (tmp_path / "out.jsonl").exists()) == (0, False)
    assert told[0].startswith("Trong 1 phản hồi không có phản hồi “nguồn sai” nào")
    source.write_text("[]\n", encoding="utf-8")
    status, told = gold("candidates", str(source), "--out", str(tmp_path / "out.jsonl"))
    assert (status, told) == (2, [f"{source}, dòng 1: sai kiểu, có list (object)."])
