"""The words of an answer from quotes alone: marks, ellipses, a computation, the parts that are missing."""

from decimal import Decimal

from app.models import Citation
from app.understand.quantities import Quantity
from app.write.citations import Quote, cite
from app.write.computing.computation import Operand, difference_of
from app.write.extractive import write
from corpus.library import Library
from tests.fakes import cite as cite_text
from tests.small_library import COOPERATION_ID

SENTENCE = "Một số sự kiện còn ít khách do thời gian chuẩn bị ngắn."


def cited(library: Library, text: str, marker: int = 1) -> Citation:
    return cite_text(library.report(COOPERATION_ID), text, marker)


def test_a_whole_sentence_is_said_with_its_mark(small: Library) -> None:
    assert write([cited(small, SENTENCE)], small) == f"{SENTENCE} [1]"


def test_dots_show_on_which_side_a_sentence_was_cut(small: Library) -> None:
    first, middle, last = "Một số sự kiện", "còn ít khách", "chuẩn bị ngắn."
    assert write([cited(small, first)], small) == f"{first} … [1]"
    assert write([cited(small, middle)], small) == f"… {middle} … [1]"
    assert write([cited(small, last)], small) == f"… {last} [1]"


def test_every_quote_has_a_line_and_a_mark_of_its_own(small: Library) -> None:
    note = "Công ty Song Thu, Công ty Phước Nguyên Đường, Công ty Thiên Nhiên."
    assert write([cited(small, note, 1), cited(small, SENTENCE, 2)], small) == f"{note} [1]\n{SENTENCE} [2]"


def test_a_list_as_a_whole_is_not_cut(small: Library) -> None:
    report = small.report(COOPERATION_ID)
    lead = next(passage for passage in small.passages() if passage.text == "Nơi nhận:")
    end = report.text.index("VT.") + 3
    text = write(cite([Quote(lead, lead.start, end)], small), small)
    assert text == "Nơi nhận:\nUBND thành phố Hà Nội;\nSở Nông nghiệp;\nLưu: VT. [1]"


def test_a_computation_is_called_one_and_carries_the_mark_of_its_figures(small: Library) -> None:
    more, less = (Operand(Quantity(Decimal(n), "chuyến/ngày", 0, 2, str(n)), marker=1) for n in (32, 27))
    worked_out = difference_of(more, less)
    text = write([cited(small, SENTENCE)], small, worked_out)
    assert text.split("\n")[1] == "Tính từ số liệu trích dẫn: 32 − 27 = 5 chuyến/ngày [1]"


def test_a_part_that_the_report_does_not_answer_is_said_without_a_mark(small: Library) -> None:
    text = write([cited(small, SENTENCE)], small, unanswered=["giá vàng là bao nhiêu?"])
    assert text.split("\n")[1] == "Báo cáo không nêu phần: “giá vàng là bao nhiêu”."
