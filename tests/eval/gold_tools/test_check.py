"""``hoidap gold check``: what it finds in a file, and in the files that come with the product."""

import json
from pathlib import Path

import pytest

from corpus.library import open_library
from eval.gold import GOLD_FOLDER, GoldLine, read_gold
from eval.gold_tools.check import check, check_one
from eval.gold_tools.flaws import Flaw, describe
from tests.eval.gold_tools.scripted import gold_lines, line
from tests.small_library import small_library

PAIRS = [{"role": "user", "content": "Hoa hồng?"}, {"role": "assistant", "content": "115 ha."}]
REST: list[dict[str, str | None]] = [
    {"section": "header", "footnote": None, "quote": "Lai Châu, ngày 05 tháng 02 năm 2023"},
    {"section": "I.1", "footnote": "1", "quote": "Công ty Song Thu"},
    {"section": "I.2", "footnote": None, "quote": "11 đơn vị vận tải"},
    {"section": "I.2", "footnote": "2", "quote": "08 đơn vị vận tải"},
    {"section": "II", "footnote": None, "quote": "Một số sự kiện còn ít khách"},
    {"section": "closing", "footnote": None, "quote": "Sở Nông nghiệp"},
    {"section": "header", "footnote": None, "quote": "Số: 20/BC-SYT"},
    {"section": "I", "footnote": None, "quote": "15.000 liều vắc xin"},
]
ROSES = {"section": "I.1", "footnote": None, "quote": "huyện Tam Đường 32,8 ha"}


def alone(folder: Path, **changes: object) -> list[tuple[str, str]]:
    """Return the faults and details of one question by itself."""
    (read,) = gold_lines(folder, line(**changes))
    return [(flaw.fault, flaw.detail) for flaw in check_one(read, small_library())]


def together(folder: Path, *lines: str) -> list[Flaw]:
    """Return the flaws of a file but for thin coverage."""
    return [flaw for flaw in check(gold_lines(folder, *lines), small_library()) if flaw.fault != "thin"]


def test_a_good_question_has_no_flaw(tmp_path: Path) -> None:
    assert alone(tmp_path) == []
    assert alone(tmp_path, type="follow-up", history=PAIRS) == []


@pytest.mark.parametrize(
    ("changes", "fault", "detail"),
    [
        ({"evidence": [{**ROSES, "section": "I.2"}]}, "quote-lost", "Mục I.2, “huyện Tam Đường 32,8 ha”"),
        ({"evidence": [ROSES, {**ROSES, "footnote": "1"}]}, "quote-lost", "Mục I.1, chú thích 1, “huyện Tam Đường"),
        ({"evidence": [ROSES, {**ROSES, "quote": " ha"}]}, "quote-ambiguous", "Mục I.1, “ ha”"),
        ({"must_include": ["32,8", "78,7"], "reference": "32,8 và 78,7"}, "fact-unfounded", "78,7"),
        ({"must_include": ["2,8"], "reference": "2,8"}, "fact-unfounded", "2,8"),
        ({"reference": "Không rõ."}, "reference-lacks", "32,8"),
        ({"must_not_include": ["ha"]}, "reference-forbidden", "ha"),
        ({"type": "follow-up"}, "history-missing", ""),
        ({"history": PAIRS}, "history-unexpected", ""),
        ({"type": "follow-up", "history": PAIRS[:1]}, "history-order", ""),
        ({"type": "follow-up", "history": PAIRS[::-1]}, "history-order", ""),
    ],
)
def test_a_flaw_of_one_question_is_found(tmp_path: Path, changes: dict[str, object], fault: str, detail: str) -> None:
    ((found, said),) = alone(tmp_path, **changes)
    assert found == fault
    assert said.startswith(detail)


def test_a_result_that_the_note_names_needs_no_evidence(tmp_path: Path) -> None:
    worked_out = {"must_include": ["32,8", "65,6"], "reference": "2 lần 32,8 ha là 65,6 ha."}
    assert alone(tmp_path, **worked_out) == [("fact-unfounded", "65,6")]
    assert alone(tmp_path, **worked_out, note="result: 65,6 (gấp đôi)") == []


def test_a_question_in_the_file_of_another_split_is_found(tmp_path: Path) -> None:
    (read,) = gold_lines(tmp_path, line(), name="test.jsonl")
    assert [flaw.fault for flaw in check_one(read, small_library())] == ["other-split"]


def test_an_id_used_twice_names_both_places(tmp_path: Path) -> None:
    (flaw,) = together(tmp_path, line(), line(question="Ai ký văn bản này vậy?"))
    assert (flaw.fault, flaw.line, flaw.detail) == ("duplicate-id", 2, f"{tmp_path / 'gold.jsonl'}:1")


def test_the_same_question_in_the_other_split_is_a_leak_and_an_error(tmp_path: Path) -> None:
    twin = line(id="test-001", split="test", question="tam duong trong bao nhieu HOA HONG")
    (flaw,) = together(tmp_path, line(), twin)
    assert (flaw.fault, flaw.severity, flaw.question_id, flaw.detail) == (
        "leak",
        "error",
        "test-001",
        "dev-001 (100 %)",
    )


def test_nearly_the_same_question_with_the_same_answer_is_a_leak(tmp_path: Path) -> None:
    # All 7 syllables and one more: 7 shared of 8; the answer is the same fact from the same quote.
    twin = line(id="test-001", split="test", question="Tam Đường trồng bao nhiêu hoa hồng vậy?")
    (flaw,) = together(tmp_path, line(), twin)
    assert (flaw.fault, flaw.severity, flaw.detail) == ("leak", "error", "dev-001 (88 %)")


def test_nearly_the_same_question_is_a_warning(tmp_path: Path) -> None:
    # 7 syllables of 7, one of them replaced: 6 shared of 8.
    near = "Tam Đường trồng mấy nhiêu hoa hồng?"
    (flaw,) = together(tmp_path, line(), line(id="test-001", split="test", question=near))
    assert (flaw.fault, flaw.severity, flaw.detail) == ("near-leak", "warning", "dev-001 (75 %)")
    (flaw,) = together(tmp_path, line(), line(id="dev-002", question=near))
    assert (flaw.fault, flaw.severity) == ("near-duplicate", "warning")


def test_places_without_a_question_are_told_once_a_split(tmp_path: Path) -> None:
    flaws = check(gold_lines(tmp_path, line()), small_library())
    assert [(flaw.fault, flaw.severity, flaw.line) for flaw in flaws] == [("thin", "warning", 0)]
    assert flaws[0].detail == (
        "dev: Phần mở đầu; Mục I.1, chú thích 1; Mục I.2; Mục I.2, chú thích 2; Mục II; Phần kết; Phần mở đầu; Mục I"
    )
    facts = [str(evidence["quote"]) for evidence in REST]
    all_places = line(evidence=[ROSES, *REST], must_include=facts, reference="; ".join(facts))
    assert check(gold_lines(tmp_path, all_places), small_library()) == ()


def test_a_flaw_is_told_with_file_line_id_and_what_to_do() -> None:
    flaw = Flaw("reference-lacks", Path("dev.jsonl"), 7, "dev-007", "32,8")
    assert describe(flaw) == (
        "lỗi · dev.jsonl, dòng 7 · dev-007: câu trả lời mẫu thiếu “32,8”. Hãy viết thêm vào reference."
    )
    assert describe(flaw, "en").startswith("error · dev.jsonl, line 7 · dev-007: the reference answer lacks “32,8”.")
    assert describe(Flaw("thin", None, detail="dev: Mục II")).startswith("cảnh báo: bộ chưa có câu hỏi")


def test_the_shipped_files_have_no_errors_and_cover_every_place() -> None:
    read = [found for split in ("dev", "test") for found in read_gold(GOLD_FOLDER / f"{split}.jsonl")]
    lines = [found for found in read if isinstance(found, GoldLine)]
    assert len(lines) == len(read)
    flaws = check(lines, open_library())
    assert [describe(flaw) for flaw in flaws if flaw.severity == "error" or flaw.fault == "thin"] == []


def test_every_line_that_is_no_question_is_told(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text("{\n" + line() + json.dumps({"id": "x"}) + "\n", encoding="utf-8")
    first, good, last = read_gold(path)
    assert "bad-json" in str(first)
    assert isinstance(good, GoldLine)
    assert "gold.jsonl:3 split" in str(last)
