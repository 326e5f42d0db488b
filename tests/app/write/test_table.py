"""Tables in the text of an answer, written and found again."""

from app.write.table import Run, Table, blocks, written

TEXT = "Trước.\n| A | B |\n| --- | --- |\n| 1 | x [1] |\n\nSau."


def test_rows_are_written_as_markdown_and_a_bar_in_a_cell_is_none() -> None:
    assert written([["A", "B"], ["1", "x|y\nz"]]) == "| A | B |\n| --- | --- |\n| 1 | x/y z |"


def test_a_table_is_found_with_the_place_of_every_cell() -> None:
    before, table, after = blocks(TEXT)
    assert before == Run("Trước.", 0)
    assert after == Run("Sau.", TEXT.index("Sau."))
    assert isinstance(table, Table)
    assert [[cell.text for cell in row] for row in table.rows] == [["A", "B"], ["1", "x [1]"]]
    for row in table.rows:
        for cell in row:
            assert TEXT[cell.start : cell.start + len(cell.text)] == cell.text


def test_bars_without_a_rule_below_are_lines() -> None:
    assert list(blocks("| A |\nB")) == [Run("| A |", 0), Run("B", 6)]
