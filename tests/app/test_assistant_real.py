"""The whole chain over the real report with the packaged model: what it answers, what it refuses, what it cites."""

import json
import re
from itertools import pairwise
from pathlib import Path

import pytest

from app.assistant import Assistant
from app.models import Answer, Turn
from index.layout import Layout
from tests.conftest import Hoidap

pytestmark = pytest.mark.model

ANSWERED = [
    ("Diện tích trồng hoa hồng ở huyện Tam Đường là bao nhiêu?", "32,8 ha", "I.3", None),
    ("Bao nhiêu đơn vị vận tải của Hà Nội chạy tuyến Lai Châu - Hà Nội?", "03 đơn vị", "I.2", "2"),
    ("dien tich trong hoa hong o huyen Tan Uyen", "3,5 ha", "I.3", None),
    ("Hà Nội cung cấp cho Lai Châu bao nhiêu con dê giống?", "300 con dê giống", "I.3", None),
    ("Quận Hoàng Mai hỗ trợ huyện Phong Thổ bao nhiêu tiền?", "425 triệu đồng", "I.7", None),
    ("Năm 2022 có bao nhiêu chuyến xe mỗi ngày giữa hai địa phương?", "32 chuyến/ngày", "I.2", None),
    ("Ai ký báo cáo?", "Trần Tiến Dũng", "closing", None),
]
REFUSED = [
    "Huyện Mường Tè trồng bao nhiêu ha hoa hồng?",
    "Huyện Tam Đường trồng bao nhiêu ha hoa hồng năm 2015?",
    "Dân số tỉnh Lai Châu là bao nhiêu?",
    "Giá vàng hôm nay thế nào?",
    "Viết cho tôi một bài thơ về mùa thu",
    "Chủ tịch thành phố Hải Phòng là ai?",
]


def check_marks(assistant: Assistant, answer: Answer) -> None:
    """Check what holds for every answer: verbatim quotes, marks and citations one to one, refusals without any."""
    for cited in answer.citations:
        assert assistant.library.report(cited.report_id).text[cited.start : cited.end] == cited.quote
    marks = [int(mark) for mark in re.findall(r"\[(\d+)\]", answer.text)]
    assert sorted(set(marks)) == [cited.marker for cited in answer.citations]
    assert answer.answerable == bool(answer.citations)
    assert answer.answerable == (answer.refusal is None)
    assert 0.0 <= answer.confidence <= 1.0


@pytest.mark.parametrize(("question", "said", "section", "footnote"), ANSWERED, ids=[q for q, *_ in ANSWERED])
def test_the_report_answers_with_the_place(
    assistant: Assistant, question: str, said: str, section: str, footnote: str | None
) -> None:
    answer = assistant.ask(question)
    check_marks(assistant, answer)
    assert said in answer.text
    assert any((cited.section, cited.footnote) == (section, footnote) for cited in answer.citations)


@pytest.mark.parametrize("question", REFUSED)
def test_what_the_report_does_not_say_is_refused(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    check_marks(assistant, answer)
    assert not answer.answerable
    assert answer.text.endswith(".")


def test_a_follow_up_is_understood_from_the_turn_before(assistant: Assistant) -> None:
    first = "Diện tích trồng hoa hồng ở huyện Tam Đường là bao nhiêu?"
    history = (Turn("user", first), Turn("assistant", assistant.ask(first).text))
    answer = assistant.ask("Còn huyện Tân Uyên?", history)
    check_marks(assistant, answer)
    assert "3,5 ha" in answer.text
    assert "Tân Uyên" in answer.standalone_question
    assert "hoa hồng" in answer.standalone_question


def test_the_same_question_gets_the_same_answer(assistant: Assistant) -> None:
    answers = [assistant.ask(ANSWERED[0][0]) for _ in range(2)]
    assert answers[0].text == answers[1].text
    assert answers[0].citations == answers[1].citations
    assert answers[0].id != answers[1].id


def test_markup_and_control_characters_in_a_question_do_not_harm(assistant: Assistant) -> None:
    for question in ("<script>alert(1)</script> hoa hồng Tam Đường?", "hoa\x00 hồng\x07 ở Tam Đường", "hoa " * 500):
        check_marks(assistant, assistant.ask(question))


def test_scores_never_rise_with_the_rank(assistant: Assistant) -> None:
    hits = assistant.index.retriever.search("hoa hồng Tam Đường", 10)
    assert [hit.rank for hit in hits] == list(range(1, 11))
    assert all(first.score >= second.score for first, second in pairwise(hits))


def test_the_command_builds_the_same_passages_and_answers_as_the_api_does(
    hoidap: Hoidap, index_folder: Path, tmp_path: Path
) -> None:
    built = hoidap("build")
    assert built.returncode == 0, built.stderr
    assert built.stdout.startswith("Đã lập chỉ mục 1 báo cáo, ")
    folders = (index_folder, tmp_path / "index")
    assert len({Layout(folder).passages.read_bytes() for folder in folders}) == 1
    body = json.loads(hoidap("ask", "--json", ANSWERED[0][0]).stdout)
    assert body["answerable"] is True
    assert body["citations"][0]["section"] == "I.3"
    failed = hoidap("build", "--index", str(tmp_path / "index" / "manifest.json" / "x"))
    assert failed.returncode == 2
    assert "Không ghi được chỉ mục" in failed.stderr
    assert "Traceback" not in failed.stderr


def test_the_command_asks_for_a_build_where_there_is_no_index(hoidap: Hoidap) -> None:
    done = hoidap("ask", "Hoa hồng?")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.strip().endswith("Hãy chạy: hoidap build")
