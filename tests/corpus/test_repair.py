"""Running text is put together again, and every repair says where."""

import pytest

from corpus.blocks import read_blocks
from corpus.repair import LocalRepair, RunningText, mend
from corpus.traced import trace

LONG = "Phòng Giáo dục và Đào tạo huyện Than Uyên phối hợp với Trường"  # 61 characters, no full stop


def mended(source: str) -> RunningText:
    """Mend a source text."""
    return mend(read_blocks(trace(source)))


def running(source: str) -> list[str]:
    """Return the running text, block by block."""
    return [block.block.text.text for block in mended(source).running]


def test_a_page_break_inside_a_sentence_is_closed() -> None:
    assert running("Trong năm đã\n\n---\n\nhỗ trợ 9 lượt.") == ["Trong năm đã hỗ trợ 9 lượt."]


def test_a_footnote_body_inside_a_sentence_is_lifted_out() -> None:
    text = mended("Trong năm<sup>1</sup> đã\n\n<sup>1</sup> Chú thích.\n\nhỗ trợ.")
    assert [block.block.text.text for block in text.running] == ["Trong năm đã hỗ trợ."]
    assert [(body.block.number, body.block.text.text) for body in text.footnotes] == [("1", "Chú thích.")]


def test_a_cut_before_a_capital_is_closed_where_a_page_ended() -> None:
    assert running("- hỗ trợ Sở\n\n---\n\nVăn hóa tổ chức.") == ["hỗ trợ Sở Văn hóa tổ chức."]


def test_a_long_line_without_a_full_stop_goes_on_even_before_a_capital() -> None:
    assert running(f"{LONG}\n\nĐại học Sư phạm.") == [f"{LONG} Đại học Sư phạm."]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Một câu trọn.", "Câu khác."),
        ("Như sau:", "câu khác."),
        ("Nội dung ngắn", "Câu khác."),
        ("Gồm có (trong đó 40 DN)", "có thêm."),
        ("ỦY BAN NHÂN DÂN", "Số 5."),
        ("## Nội dung khác", "năm 2022."),
        ("Trong năm đã", "- hỗ trợ"),
        ("Trong năm đã", "1. hỗ trợ"),
        ("Trong năm đã", "(hỗ trợ)"),
    ],
)
def test_what_was_not_cut_is_not_joined(first: str, second: str) -> None:
    assert len(running(f"{first}\n\n{second}")) == 2


def test_a_title_in_bold_does_not_go_on_in_the_paragraph_below_it() -> None:
    title = "**Kết quả thực hiện nhiệm vụ phát triển kinh tế xã hội của tỉnh năm 2022**"
    assert len(running(f"{title}\n\nThực hiện kế hoạch.")) == 2
    assert len(running("**Kết quả:** thực hiện nhiệm vụ phát triển kinh tế xã hội của\n\n---\n\ntỉnh.")) == 1


def test_a_page_number_on_a_line_of_its_own_is_removed() -> None:
    (block,) = mended("Trong năm đã\n\n12\n\nhỗ trợ.").running
    assert block.block.text.text == "Trong năm đã hỗ trợ."
    assert LocalRepair("page-number", 14, 16, 13, "12") in block.repairs


def test_a_page_number_inside_an_enumeration_is_removed() -> None:
    (block,) = mended("qua các hội nghị, 2 hội chợ, chương trình").running
    assert block.block.text.text == "qua các hội nghị, hội chợ, chương trình"
    assert block.repairs == (LocalRepair("page-number", 18, 20, 18, "2 "),)


@pytest.mark.parametrize(
    "counted",
    [
        "các hội nghị, 02 hội chợ, chương trình",
        "có 3 hội nghị, 2 hội chợ, chương trình",
        "các lớp 3, 7, 10, cho giáo viên",
    ],
)
def test_a_count_is_not_taken_for_a_page_number(counted: str) -> None:
    assert running(counted) == [counted]


def test_marks_and_repairs_after_a_page_number_move_with_the_text() -> None:
    (block,) = mended("các hội nghị, 2 hội chợ<sup>1</sup>, rồi\n\n<sup>1</sup> Chú.").running
    assert block.block.text.text[: block.block.marks[0].at] == "các hội nghị, hội chợ"
    removed = next(repair for repair in block.repairs if repair.kind == "mark-removed")
    assert removed.at == block.block.marks[0].at


def test_a_join_is_recorded_from_the_end_of_one_half_to_the_start_of_the_other() -> None:
    # "đã" ends at 5; the second half starts at 12, after a blank line, the break and another blank line.
    (block,) = mended("Ta đã\n\n---\n\nhỗ trợ.").running
    assert block.repairs == (LocalRepair("join", 5, 12, 5, ""), LocalRepair("mark-removed", 7, 10, 6, "---"))


def test_a_mark_in_the_second_half_is_counted_in_the_joined_text() -> None:
    (block,) = mended("Ta đã\n\n---\n\nhỗ trợ<sup>1</sup>.\n\n[^1]: Chú.").running
    assert block.block.text.text[: block.block.marks[0].at] == "Ta đã hỗ trợ"


def test_a_page_break_at_the_very_end_is_recorded() -> None:
    (block,) = mended("Một.\n\n---\n").running
    assert block.repairs == (LocalRepair("mark-removed", 6, 9, 4, "---"),)


def test_a_footnote_body_that_nothing_calls_for_stays_in_the_text() -> None:
    text = mended("Một.\n\n<sup>3</sup> Mồ côi.\n\nHai.")
    assert [block.block.text.text for block in text.running] == ["Một.", "Mồ côi.", "Hai."]
    assert text.footnotes == ()


def test_the_second_body_of_a_number_stays_in_the_text() -> None:
    text = mended("Một<sup>1</sup>.\n\n[^1]: Chú một.\n\nHai<sup>1</sup>.\n\n[^1]: Chú hai.")
    assert [block.block.text.text for block in text.running] == ["Một.", "Hai.", "Chú hai."]
    assert [body.block.text.text for body in text.footnotes] == ["Chú một."]
