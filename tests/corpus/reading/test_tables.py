"""What a grid of cells is: data with header and captions, a letterhead, a signature, a formula."""

from corpus.reading.compose import compose
from corpus.reading.models import Doubt, Findings
from corpus.reading.pieces import Cell, Paragraph, Piece, Table
from corpus.reading.tables import is_layout, split


def grid(*rows: tuple[str, ...], ruled: bool | None = True) -> Table:
    cells = tuple(tuple(Cell(text, at, column) for column, text in enumerate(row)) for at, row in enumerate(rows))
    return Table(cells, ruled=ruled)


def blocks(*pieces: Piece) -> list[str]:
    return compose(list(pieces), Findings("docx")).markdown.strip().split("\n\n")


def test_a_signature_with_a_row_for_each_recipient_is_read_column_by_column() -> None:
    rows = [
        ("Nơi nhận:", "KT. CHỦ TỊCH"),
        *((f"- Sở {name};", "") for name in "ABCDEFGHIKLM"),
        ("- Lưu: VT.", "Lê Văn B"),
    ]
    table = grid(*rows, ruled=False)
    assert is_layout(table)
    assert blocks(table)[-3:] == ["- Lưu: VT.", "KT. CHỦ TỊCH", "Lê Văn B"]


def test_a_table_of_figures_is_data_with_and_without_lines() -> None:
    rows = ("Xã", "Thu"), ("A", "1.000"), ("B", "2.000")
    assert not is_layout(grid(*rows))
    assert not is_layout(grid(*rows, ruled=False))


def test_a_list_of_officials_that_names_a_signature_is_data() -> None:
    people = [(str(number), f"Người {number}", "5") for number in range(1, 12)]
    assert not is_layout(grid(("TT", "Họ tên", "Số ngày"), *people, ("12", "Ký tên", "")))


def test_a_frame_around_paragraphs_is_no_table() -> None:
    assert blocks(grid(("Một\nhai",))) == ["Một", "hai"]


def test_a_formula_set_in_a_table_is_a_line_and_doubted() -> None:
    reading = compose([grid(("Hệ số", "=", "Tổng thu", "x", "2"), ruled=None)], Findings("docx"))
    assert reading.markdown == "Hệ số = Tổng thu x 2\n"
    assert reading.findings.doubts == (Doubt("formula"),)
    assert reading.findings.tables == 0


def test_key_and_value_have_no_header_and_words_above_figures_are_one() -> None:
    assert split(grid(("Tên", "Công ty A"), ("Địa chỉ", "Lai Châu")))[1] == ("", "")
    assert split(grid(("Xã", "Thu"), ("A", "1.000")))[1] == ("Xã", "Thu")
    assert split(grid(("A", "1.000"), ("B", "2.000")))[1] == ("", "")
    assert split(grid(("Xã", "2021", "2022"), ("A", "5", "6")))[1] == ("Xã", "2021", "2022")


def test_a_title_across_the_table_is_its_caption_and_empty_columns_go() -> None:
    table = grid(("Biểu 1", "", ""), ("TT", "", "Thu"), ("1", "", "5"), ("", "", ""))
    assert split(table) == (("Biểu 1",), ("TT", "Thu"), [("1", "5")])


def test_tables_that_follow_each_other_are_one_only_where_the_second_has_no_header_of_its_own() -> None:
    first, goes_on, other = (
        grid(("TT", "Thu"), ("1", "5")),
        grid(("2", "6"), ("3", "7")),
        grid(("TT", "Chi"), ("1", "8")),
    )
    assert len(blocks(first, goes_on, other)) == 2
    assert blocks(first, Paragraph("Giữa."), goes_on)[1] == "Giữa."
