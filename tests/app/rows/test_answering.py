"""The whole chain over a report with tables: rows answer with their marks, and nothing else is made up."""

import re
from pathlib import Path

import pytest

from app.assistant import Assistant
from app.models import Turn
from index.build import build_index
from index.store import open_index
from tests.app.rows.conftest import LIBRARY
from tests.small_library import CloseEncoder


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """An assistant over the small office, without the packaged model."""
    folder: Path = tmp_path_factory.mktemp("rows") / "index"
    encoder = CloseEncoder()
    build_index(LIBRARY, encoder, folder)
    return Assistant(LIBRARY, open_index(folder, LIBRARY, encoder))


@pytest.mark.parametrize(
    "question",
    [
        "Mỹ có mấy dự án cấp mới, vốn pháp định bao nhiêu?",
        "Vân Hòa và Ba Trại chênh nhau bao nhiêu hộ nghèo?",
        "Thu tiền sử dụng đất thực hiện được bao nhiêu?",
        "Mỹ có bao nhiêu dự án?",
    ],
)
def test_every_quote_is_verbatim_and_every_mark_is_used(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    text = LIBRARY.reports[0].text
    assert answer.answerable
    assert all(citation.quote == text[citation.start : citation.end] for citation in answer.citations)
    assert {int(mark) for mark in re.findall(r"\[(\d+)\]", answer.text)} == {c.marker for c in answer.citations}


def test_two_cells_of_one_row_answer_a_question_in_two_parts(assistant: Assistant) -> None:
    answer = assistant.ask("Mỹ có mấy dự án cấp mới, vốn pháp định bao nhiêu?")
    assert answer.text == "Hoa Kỳ: Số dự án: 3; Vốn PĐ: 1.000.000 [1]"


def test_a_follow_up_asks_the_same_cells_of_another_row(assistant: Assistant) -> None:
    before = "Xã Vân Hòa có bao nhiêu hộ nghèo?"
    answer = assistant.ask("còn Ba Trại thì sao?", (Turn("user", before), Turn("assistant", "84")))
    assert answer.text == "Ba Trại: Hộ nghèo: 52 [1]"


@pytest.mark.parametrize(
    "question",
    ["Xã Vân Hòa có bao nhiêu học sinh?", "Xã Cẩm Lĩnh có bao nhiêu hộ nghèo?", "Xã nào có ít dự án nhất?"],
)
def test_a_row_of_figures_does_not_answer_what_it_does_not_say(assistant: Assistant, question: str) -> None:
    assert not assistant.ask(question).answerable
