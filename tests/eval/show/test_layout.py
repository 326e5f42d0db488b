"""The same blocks for a terminal and as Markdown."""

from eval.show.layout import Items, Lines, Table, Tables, markdown, terminal

TABLE = Tables((Table(("Loại", "số"), (("a|b", "1,0 %"), ("dài", "10"))), Table(("Khác", "số"), (("c", "2"),))))


def test_columns_stand_under_each_other_over_all_tables() -> None:
    assert terminal([TABLE]).splitlines() == [
        "Loại      số",
        "  a|b  1,0 %",
        "  dài     10",
        "Khác      số",
        "  c        2",
    ]


def test_blocks_are_parted_by_a_blank_line_and_entries_have_their_lines_under_them() -> None:
    items = Items("Sai (2)", (("t-1 · lookup", ("hỏi: x",)), ("t-2 · why", ())))
    assert terminal([Lines(("Một", "Hai")), items]) == ("Một\nHai\n\nSai (2)\n\nt-1 · lookup\n    hỏi: x\nt-2 · why")


def test_markdown_holds_the_same_tables_each_with_its_rule() -> None:
    assert markdown([Lines(("Đề",)), TABLE]).splitlines() == [
        "# Đề",
        "",
        "| Loại | số |",
        "|---|--:|",
        "| a\\|b | 1,0 % |",
        "| dài | 10 |",
        "",
        "| Khác | số |",
        "|---|--:|",
        "| c | 2 |",
    ]


def test_markdown_lists_entries_and_what_is_written_is_never_markup() -> None:
    items = Items("Sai (1)", (("t-1 · *x*", ("đáp: <b>_a_</b> [1]",)),))
    assert markdown([Lines(("Đề", "Hai")), items]) == (
        "# Đề\n\nHai\n\n## Sai (1)\n\n- t-1 · \\*x\\*\n  - đáp: \\<b>\\_a\\_\\</b> [1]\n"
    )
