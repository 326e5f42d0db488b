"""Markdown is cut into headings, paragraphs, bullets, footnote bodies and page breaks."""

import pytest

from corpus.blocks import Block, read_blocks
from corpus.inline import Mark, Removed
from corpus.traced import trace


def blocks(source: str) -> list[Block]:
    """Cut a source text into blocks."""
    return read_blocks(trace(source))


def outline(source: str) -> list[tuple[str, str]]:
    """Return kind and text of each block."""
    return [(block.kind, block.text.text) for block in blocks(source)]


@pytest.mark.parametrize(
    ("line", "kind", "text"),
    [
        ("# Một", "heading", "Một"),
        ("###### **Sáu**", "heading", "Sáu"),
        ("#không-phải-tiêu-đề", "paragraph", "#không-phải-tiêu-đề"),
        ("- Gạch", "bullet", "Gạch"),
        ("– Gạch dài", "bullet", "Gạch dài"),
        ("* Sao", "bullet", "Sao"),
        ("  + Cộng", "sub-bullet", "Cộng"),
        ("-10 độ", "paragraph", "-10 độ"),
        ("<sup>4</sup>Các đơn vị", "footnote", "Các đơn vị"),
        ("[^4]: Các đơn vị", "footnote", "Các đơn vị"),
        ("---", "page-break", "---"),
        ("***", "page-break", "***"),
        ("  12 ", "page-number", "  12 "),
        ("2022", "paragraph", "2022"),
        ("| Huyện | ha |", "paragraph", "| Huyện | ha |"),
        ("<script>x</script>", "paragraph", "<script>x</script>"),
    ],
)
def test_the_first_characters_of_a_line_say_what_it_is(line: str, kind: str, text: str) -> None:
    assert outline(line) == [(kind, text)]


def test_lines_without_a_blank_between_them_are_one_paragraph() -> None:
    assert outline("Trong năm\nđã hỗ trợ\n\nCăn cứ") == [("paragraph", "Trong năm đã hỗ trợ"), ("paragraph", "Căn cứ")]


def test_two_spaces_at_the_end_of_a_line_keep_the_line_break() -> None:
    assert outline("TM. ỦY BAN  \nCHỦ TỊCH") == [("paragraph", "TM. ỦY BAN\nCHỦ TỊCH")]


def test_a_heading_ends_with_its_line() -> None:
    assert outline("## I. A\nMột") == [("heading", "I. A"), ("paragraph", "Một")]


def test_bullets_need_no_blank_line_between_them() -> None:
    assert outline("- Một\ntiếp\n- Hai\n+ Ba") == [("bullet", "Một tiếp"), ("bullet", "Hai"), ("sub-bullet", "Ba")]


def test_a_numbered_line_opens_a_paragraph_and_a_decimal_does_not() -> None:
    assert outline("1. Một\n2. Hai") == [("paragraph", "1. Một"), ("paragraph", "2. Hai")]
    assert outline("đạt\n78.5 tấn") == [("paragraph", "đạt 78.5 tấn")]


def test_a_footnote_body_knows_its_number_and_goes_on_over_its_lines() -> None:
    (body,) = blocks("[^a-1]: Dòng một\n    dòng hai")
    assert (body.kind, body.number, body.text.text) == ("footnote", "a-1", "Dòng một dòng hai")


def test_a_footnote_mark_is_counted_in_the_text_of_its_block() -> None:
    (bullet,) = blocks("- **Về y tế**<sup>5</sup> tiếp")
    assert bullet.text.text == "Về y tế tiếp"
    assert bullet.marks == (Mark("5", 7),)


def test_what_opens_a_block_is_recorded_as_removed() -> None:
    (heading,) = blocks("## **I. A**")
    assert heading.removed == (Removed(0, 3, 0, "## "), Removed(3, 5, 0, "**"), Removed(9, 11, 4, "**"))


def test_blocks_without_any_text_are_dropped() -> None:
    assert blocks("\n  \n\t\n") == []
    assert blocks("##  \n\n<sup>1</sup>\n") == []


def test_crlf_gives_the_same_blocks() -> None:
    source = "## I. A\n\nMột  \nhai\n\n- Ba\n"
    assert outline(source.replace("\n", "\r\n")) == outline(source)


def test_a_signature_for_another_stays_one_block_and_loses_its_stars() -> None:
    blocks = read_blocks(trace("- Lưu: VT.\n\n**TM. ỦY BAN NHÂN DÂN  \nKT. CHỦ TỊCH  \nPHÓ CHỦ TỊCH**\n\n**(Đã ký)**"))
    assert [block.text.text for block in blocks] == [
        "Lưu: VT.",
        "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH",
        "(Đã ký)",
    ]
