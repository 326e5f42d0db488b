"""``hoidap gold add``: whole sessions of a person at the terminal."""

from pathlib import Path

import pytest

from app.models import Turn
from eval.gold import GoldLine, read_gold
from eval.gold_tools.add import Target, add
from eval.gold_tools.pick import Desk
from eval.models import Evidence, GoldQuestion
from tests.eval.gold_tools.scripted import ScriptedTerminal, WordSearch, gold_lines, line
from tests.small_library import small_library

ROSES = ("1", "hoa hồng", "1", "huyện Tam Đường 32,8 ha", "", "32,8", "", "Tam Đường có 32,8 ha.", "", "c")


def session(path: Path, *typed: str | BaseException, known: tuple[GoldLine, ...] = ()) -> tuple[bool, ScriptedTerminal]:
    """Type these lines; tell whether a question was written."""
    library = small_library()
    terminal = ScriptedTerminal(list(typed))
    return add(Desk(terminal, library, WordSearch(library)), Target(path, "dev", known)), terminal


def only(path: Path) -> GoldQuestion:
    """Return the one question of a file."""
    (found,) = read_gold(path)
    assert isinstance(found, GoldLine)
    return found.question


def test_a_question_is_written_with_the_evidence_picked(tmp_path: Path) -> None:
    path = tmp_path / "mine.jsonl"
    written, terminal = session(path, *ROSES)
    assert written
    assert only(path) == GoldQuestion(
        id="mine-001",
        split="dev",
        type="lookup",
        question="hoa hồng",
        history=(),
        answerable=True,
        must_include=("32,8",),
        must_not_include=(),
        evidence=(Evidence("I.1", None, "huyện Tam Đường 32,8 ha"),),
        reference="Tam Đường có 32,8 ha.",
        note="",
    )
    assert "    Mục I.1: “huyện Tam Đường 32,8 ha”" in terminal.told
    assert terminal.told[-1] == f"Đã ghi mine-001 vào {path}."


def test_a_follow_up_has_its_turns_and_may_be_without_an_answer(tmp_path: Path) -> None:
    path = tmp_path / "mine.jsonl"
    typed = (
        "follow-up",
        "",
        "Tam Đường trồng bao nhiêu?",
        "32,8 ha.",
        "",
        "Còn Mường Tè?",
        "x",
        "k",
        "",
        "không nêu",
        "c",
    )
    assert session(path, *typed)[0]
    question = only(path)
    assert question.history == (Turn("user", "Tam Đường trồng bao nhiêu?"), Turn("assistant", "32,8 ha."))
    assert (question.answerable, question.evidence, question.note) == (False, (), "không nêu")


def test_a_type_without_an_answer_needs_no_evidence_but_a_reason(tmp_path: Path) -> None:
    path = tmp_path / "mine.jsonl"
    written, _ = session(path, "99", "unanswerable", "Giá một cành hồng?", "báo cáo không nêu giá", "c")
    assert written
    assert not only(path).answerable


def test_a_result_stands_last_and_in_the_note(tmp_path: Path) -> None:
    path = tmp_path / "mine.jsonl"
    facts = ("99", "k", "45,9", "c", "78,7", "32,8", "")
    typed = ("6", "hoa hồng", "1", "78,7 … 32,8", "", *facts, "45,9", "Hơn 45,9 ha (78,7 và 32,8).", "làm tròn", "c")
    written, terminal = session(path, *typed)
    assert written
    assert only(path).must_include == ("78,7", "32,8", "45,9")
    assert only(path).note == "result: 45,9; làm tròn"
    assert any("còn thiếu: 78,7 · 32,8" in text for text in terminal.told)


def test_a_question_that_is_there_already_is_refused(tmp_path: Path) -> None:
    known = tuple(gold_lines(tmp_path, line()))
    twin, near = "tam duong trong bao nhieu hoa hong", "Tam Đường trồng mấy nhiêu hoa hồng?"
    typed = (
        "1",
        twin,
        near,
        "k",
        near,
        "c",
        "/hoa hồng",
        "1",
        "huyện Tam Đường 32,8 ha",
        "",
        "32,8",
        "",
        "32,8",
        "",
        "c",
    )
    written, terminal = session(tmp_path / "mine.jsonl", *typed, known=known)
    assert written
    assert "Câu này đã có. Hãy hỏi điều khác." in terminal.told
    assert sum("giống 75 % câu dev-001: Tam Đường trồng" in text for text in terminal.told) == 2


def test_a_file_gets_ids_in_its_own_manner(tmp_path: Path) -> None:
    known = tuple(gold_lines(tmp_path, line(id="huyen-041")))
    assert Target(tmp_path / "gold.jsonl", "dev", known).fresh_id() == "huyen-042"
    assert Target(tmp_path / "fresh.jsonl", "dev", known).fresh_id() == "fresh-001"


@pytest.mark.parametrize("stop", [KeyboardInterrupt(), EOFError()])
@pytest.mark.parametrize("after", range(len(ROSES)))
def test_stopping_anywhere_leaves_the_file_untouched(tmp_path: Path, stop: BaseException, after: int) -> None:
    path = tmp_path / "mine.jsonl"
    path.write_bytes(b"not even JSON")
    with pytest.raises(type(stop)):
        session(path, *ROSES[:after], stop)
    assert path.read_bytes() == b"not even JSON"


def test_nothing_is_written_without_agreement(tmp_path: Path) -> None:
    path = tmp_path / "mine.jsonl"
    written, terminal = session(path, *ROSES[:-1], "ừ", "k")
    assert not written
    assert not path.exists()
    assert terminal.told[-2:] == ["Hãy gõ c (có) hoặc k (không).", f"Chưa ghi gì vào {path}."]
