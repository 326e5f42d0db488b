"""Private characters of symbol fonts. Knows no files."""

import pytest

from corpus.reading.symbols import readable


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("\uf0a7 Chi cho con người", "- Chi cho con người"),
        ("\uf0a7", "- "),
        ("\uf0d8Chi cho con người", "- Chi cho con người"),
        ("\uf0e5K1 là tổng", "∑K1 là tổng"),
        ("từ 5 \uf0b1 2", "từ 5 ± 2"),
        ("hình \uf0aa lạ", "hình \uf0aa lạ"),
        ("Báo cáo", "Báo cáo"),
        ("", ""),
    ],
)
def test_a_symbol_is_read_as_what_it_drew_and_at_the_start_as_a_bullet(text: str, read: str) -> None:
    assert readable(text, opens=True) == read
