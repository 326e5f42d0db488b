"""Sections come from the numbering, never from the number of "#"."""

import pytest

from corpus.blocks import read_blocks
from corpus.numerals import roman_value
from corpus.outline import openings
from corpus.traced import trace


def sections(source: str) -> list[tuple[str, int, str, bool]]:
    """Return code, level, title and "is its own first paragraph" of each section that the source opens."""
    found = openings(read_blocks(trace(source)))
    return [(o.code, o.level, o.title, o.is_text) for _, o in sorted(found.items())]


def codes(source: str) -> list[str]:
    """Return the codes of the sections."""
    return [code for code, _, _, _ in sections(source)]


@pytest.mark.parametrize(("numeral", "value"), [("I", 1), ("IV", 4), ("VIII", 8), ("IX", 9), ("XIV", 14), ("XL", 40)])
def test_a_roman_numeral_has_its_value(numeral: str, value: int) -> None:
    assert roman_value(numeral) == value


def test_items_at_lying_heading_levels_are_siblings() -> None:
    source = "#### I. A\n\n#### 1. một\n\n## 2. hai\n\n##### 3. ba\n\n# II. B\n\n###### 1. bốn"
    assert sections(source) == [
        ("I", 1, "A", False),
        ("I.1", 2, "một", False),
        ("I.2", 2, "hai", False),
        ("I.3", 2, "ba", False),
        ("II", 1, "B", False),
        ("II.1", 2, "bốn", False),
    ]


def test_bold_lines_are_headings_too() -> None:
    assert sections("**I. A**\n\n**1. một**\n\nChữ.") == [("I", 1, "A", False), ("I.1", 2, "một", False)]


def test_numbered_paragraphs_of_a_part_without_headings_are_sections() -> None:
    source = "## I. VIỆC\n\n1. Các sở, ngành; UBND các huyện thực hiện.\n\n2. Tổ chức hội chợ. Tham gia."
    assert sections(source) == [
        ("I", 1, "VIỆC", False),
        ("I.1", 2, "Các sở, ngành", True),
        ("I.2", 2, "Tổ chức hội chợ", True),
    ]


def test_a_long_numbered_paragraph_is_named_by_its_first_words() -> None:
    # "trồng " is 6 characters: 80 of them end two letters into the 14th word, so 13 words are kept.
    title = sections("## I. A\n\n1. " + "trồng " * 20)[1][2]
    assert title == "trồng " * 12 + "trồng…"


def test_numbered_paragraphs_below_a_headed_item_are_not_sections() -> None:
    assert codes("## I. A\n\n### 1. một\n\n1. Thứ nhất.\n\n2. Thứ hai.\n\n### 2. hai") == ["I", "I.1", "I.2"]


@pytest.mark.parametrize("wrong", ["## C. Sai", "## III. Nhảy", "## I. Lặp", "## L. Sai", "## 2. Nhảy", "## 1.1. Con"])
def test_a_number_out_of_sequence_opens_nothing(wrong: str) -> None:
    assert codes(f"## I. A\n\n{wrong}\n\n## II. B") == ["I", "II"]


def test_a_part_out_of_sequence_does_not_shift_the_items_of_the_next() -> None:
    source = "## I. A\n\n## V. Sai\n\n### 1. x\n\n## II. B\n\n1. Một.\n\n2. Hai."
    assert codes(source) == ["I", "I.1", "II", "II.1", "II.2"]


def test_arabic_headings_alone_are_sections_of_the_first_level() -> None:
    assert sections("# Báo cáo\n\n## 1. một\n\nChữ.\n\n## 2. hai") == [("1", 1, "một", False), ("2", 1, "hai", False)]


def test_numbers_before_the_first_part_open_nothing() -> None:
    assert codes("**1. Căn cứ**\n\n## I. A\n\n### 1. một") == ["I", "I.1"]


def test_a_document_without_numbers_has_its_headings_as_sections() -> None:
    assert sections("# Thông báo\n\n## Mở\n\nMột.\n\n## Thân") == [("m1", 1, "Mở", False), ("m2", 1, "Thân", False)]


def test_a_document_without_headings_has_no_sections() -> None:
    assert sections("Một.\n\nHai.\n\n1. Ba.") == []


def test_a_part_may_say_that_it_is_one() -> None:
    assert codes("## PHẦN I. A\n\n## PHẦN THỨ II: B\n\n## III - C") == ["I", "II", "III"]
