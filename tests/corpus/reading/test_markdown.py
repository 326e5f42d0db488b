"""Each line of the Markdown contract, as the one writer writes it and the parser's cleaner reads it back."""

import pytest

from corpus.inline import clean
from corpus.reading import markdown
from corpus.traced import trace


@pytest.mark.parametrize(
    "text",
    [
        "5*3 = 15",
        "(*) Ghi chú",
        "[^1] là gì",
        "[tên](địa chỉ)",
        "<sup>1</sup>",
        r"a\*b",
        "`mã`",
        "**đậm**",
        "a < b",
        "[1]",
    ],
)
def test_escaped_text_is_read_back_as_it_was(text: str) -> None:
    inline = clean(trace(markdown.escape(text)))
    assert inline.text.text == text
    assert inline.marks == ()


def test_plain_prose_needs_no_backslash() -> None:
    prose = "Số: 05/BC-UBND; tăng 12,5% (trong đó: 3.000 m²) – xem [2]."
    assert markdown.escape(prose) == prose


def test_a_hard_break_is_two_spaces_and_a_line_feed() -> None:
    assert markdown.paragraph("Dòng  một\n\n dòng\u00a0hai ") == "Dòng một  \ndòng hai"


@pytest.mark.parametrize("line", ["# không phải tiêu đề", "> trích", "| ô"])
def test_what_would_open_another_block_is_escaped_at_the_start_of_a_line(line: str) -> None:
    assert markdown.paragraph(line) == "\\" + line


@pytest.mark.parametrize("line", ["---", "_______", "\\*\\*\\*\\*\\*", "**======**", "- - -", "–––"])
def test_a_line_drawn_with_signs_is_left_out(line: str) -> None:
    assert markdown.paragraph(f"Trên\n{line}\nDưới") == "Trên  \nDưới"
    assert markdown.paragraph("...") == "..."


@pytest.mark.parametrize("line", ["- gạch", "+ cộng", "1. số", "a) chữ", "Điều 5. Tên", "#1"])
def test_list_items_and_numbers_stand_as_typed(line: str) -> None:
    assert markdown.paragraph(line) == line


def test_a_bold_bullet_is_still_a_bullet() -> None:
    assert markdown.bold("- Kinh tế") == "- **Kinh tế**"
    assert markdown.bold("1. Kinh tế") == "**1. Kinh tế**"


def test_a_heading_is_one_line_of_level_one_to_six() -> None:
    assert markdown.heading("Phần I\nTÊN", 2) == "## Phần I TÊN"
    assert markdown.heading("Sâu", 9) == "###### Sâu"


def test_a_table_has_one_header_line_and_one_line_a_row() -> None:
    written = markdown.table(["Tên", "Số – 2022"], [["a|b", "1"], ["hai\ndòng", ""]])
    assert written == "| Tên | Số – 2022 |\n| --- | --- |\n| a\\|b | 1 |\n| hai<br>dòng |  |"


def test_a_footnote_body_is_one_block() -> None:
    assert markdown.mark("3") == "[^3]"
    assert markdown.footnote("3", "Một.\n- Hai.") == "[^3]: Một.<br>- Hai."


def test_a_document_is_nfc_and_keeps_compatibility_characters() -> None:
    assert markdown.document(["Ba\u0301o ca\u0301o", "", "½ m²"]) == "Báo cáo\n\n½ m²\n"
    assert markdown.document([]) == ""
