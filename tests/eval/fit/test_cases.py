"""Which questions a fit learns from."""

from pathlib import Path

from app.ablation import Ablation
from app.assistant import Assistant
from eval.fit.cases import ELSEWHERE, gold_cases, other_cases
from eval.models import GoldQuestion
from index.build import build_index
from index.store import open_index
from tests.eval.scripted import gold, unanswerable
from tests.small_library import CloseEncoder, small_library


def lenient(folder: Path) -> Assistant:
    library = small_library()
    build_index(library, CloseEncoder(), folder)
    return Assistant(library, open_index(folder, library, CloseEncoder()), parts=Ablation(relevance=False))


def test_a_case_says_whether_the_answer_was_right_and_who_was_answerable(tmp_path: Path) -> None:
    questions: list[GoldQuestion] = [
        gold(question="Huyện Tam Đường trồng bao nhiêu ha hoa hồng?"),
        unanswerable("t-2"),
    ]
    cases = gold_cases("dev", questions, lenient(tmp_path / "index"))
    assert [(case.gold, case.answerable, case.right) for case in cases] == [("dev", True, True)]


def test_a_question_about_something_else_is_a_case_where_nothing_but_relevance_speaks_against_it(
    tmp_path: Path,
) -> None:
    asked = ["Vì sao bầu trời xanh?", "Huyện Mường Tè trồng bao nhiêu ha hoa hồng?"]
    cases = other_cases(asked, lenient(tmp_path / "index"))
    assert [(case.gold, case.answerable, case.right) for case in cases] == [(ELSEWHERE, False, False)]
