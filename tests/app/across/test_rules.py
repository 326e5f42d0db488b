"""A library of rules, figures and reports answers what is asked of each, and says what it does not hold."""

from pathlib import Path

import pytest

from app.assistant import Assistant
from index.build import build_index
from index.store import open_index
from tests.rules import rules
from tests.small_library import CloseEncoder


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder: Path = tmp_path_factory.mktemp("rules") / "index"
    library = rules()
    build_index(library, CloseEncoder(), folder)
    return Assistant(library, open_index(folder, library, CloseEncoder()))


@pytest.mark.parametrize(
    ("question", "said", "name"),
    [
        ("Theo Nghị định 14/2003, người lái thuyền tập sự mấy tháng?", "06 tháng", "Nghị định 14/2003/NĐ-CP"),
        ("Ai ký Nghị định 14?", "Lê Văn An", "Nghị định 14/2003/NĐ-CP"),
        ("Thông tư 40 ban hành ngày nào?", "ngày 15 tháng 5 năm 2000", "Thông tư 40/2000/TT/BM"),
        (
            "Theo quy chế chi tiêu nội bộ 2007, con kết hôn nghỉ mấy ngày?",
            "01 ngày",
            "Quy chế chi tiêu nội bộ năm 2007",
        ),
    ],
)
def test_the_named_document_answers(office: Assistant, question: str, said: str, name: str) -> None:
    answer = office.ask(question)
    assert said in answer.text
    assert {citation.report_name for citation in answer.citations} == {name}


def test_a_rule_answers_in_a_later_year_with_its_date(office: Assistant) -> None:
    answer = office.ask("Theo Nghị định 14/2003, năm 2024 người lái thuyền phải tập sự mấy tháng?")
    assert answer.text == (
        "Người lái thuyền phải tập sự 06 tháng. [1]\nTheo Nghị định 14/2003/NĐ-CP, ban hành 10/10/2003."
    )


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Theo Nghị định 14/2003, lương là bao nhiêu?", "Nghị định không nêu nội dung này."),
        ("Theo báo cáo năm 2022, lương là bao nhiêu đồng?", "Báo cáo không nêu nội dung này."),
        (
            "Theo Nghị định 99/2001, phí là bao nhiêu?",
            (
                "Không có văn bản được hỏi (Nghị định 99/2001) trong kho; hiện có: Báo cáo số 61/BC-UBND năm 2022; "
                "Nghị định 14/2003/NĐ-CP; Quy chế chi tiêu nội bộ năm 2007; Bảng số liệu FDI 08-2005; "
                "Thông tư 40/2000/TT/BM."
            ),
        ),
    ],
)
def test_a_refusal_names_what_does_not_say_it(office: Assistant, question: str, text: str) -> None:
    answer = office.ask(question)
    assert not answer.answerable
    assert answer.text == text


def test_what_a_document_that_is_only_told_of_says_is_not_taken_from_another(office: Assistant) -> None:
    answer = office.ask("Theo Nghị định 2/1999, phí chợ là bao nhiêu một ngày?")
    assert not answer.answerable
    assert answer.text.startswith("Không có văn bản được hỏi (Nghị định 2/1999) trong kho; hiện có: ")
