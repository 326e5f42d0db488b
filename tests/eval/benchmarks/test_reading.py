"""How readings are compared with transcripts, on texts small enough to count by hand. Knows no formats."""

from pathlib import Path

import pytest

from eval.benchmarks.reading import compare, has_diacritic, measure, table, words_of


@pytest.mark.parametrize(("letter", "marked"), [("đ", True), ("Đ", True), ("ữ", True), ("é", True), ("d", False)])
def test_letters_with_a_mark_are_told_from_plain_ones(letter: str, marked: bool) -> None:
    assert has_diacritic(letter) is marked


def test_layout_and_the_points_of_thousands_are_no_words() -> None:
    assert words_of("| Số | 28.996.154 |\n| --- | --- |\n| a<br>b | 1,5[^1] |") == [
        "Số",
        "28996154",
        "a",
        "b",
        "1",
        "5",
    ]


def test_equal_texts_have_every_letter_right_whatever_their_punctuation() -> None:
    assert compare("Thủ tướng: nhà nước", "**Thủ tướng**, nhà nước") == (6, 6, 6, 4)


def test_a_lost_letter_counts_once_and_leaves_the_rest_of_its_word_right() -> None:
    # ủ, ư, ớ, à, ư, ớ: both ư are lost.
    assert compare("Thủ tướng nhà nước", "Thủ tớng nhà nớc") == (6, 4, 4, 2)


def test_capitals_are_told_apart_from_diacritics() -> None:
    assert compare("bộ tài chính", "BỘ TÀI chính") == (3, 3, 1, 3)


def test_missing_words_are_wrong_and_added_ones_are_not_counted() -> None:
    assert compare("một hai bà", "một") == (2, 1, 1, 1)
    assert compare("một", "một hai bà") == (1, 1, 1, 1)


def test_a_file_is_measured_against_the_transcript_beside_it(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# Báo cáo\n\nNăm nay tốt hơn.\n", encoding="utf-8")
    (tmp_path / "a.txt").write_text("Báo cáo\nNăm nay tốt hơn", encoding="utf-8")
    line = measure(tmp_path / "a.md")
    assert (line.letters, line.right, line.share, line.words_found) == (5, 5, 1.0, 6)
    assert "| a.md | 5 | 100.00% | 100.00% | 6 of 6 | 6 |" in table([line])
