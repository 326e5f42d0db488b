"""A report answers which section, footnote or paragraph a character belongs to."""

from pathlib import Path

import pytest

from corpus.models import Report
from corpus.parse import parse_report


@pytest.fixture
def small() -> Report:
    """A report of 31 characters: "Mở.", "I. A", "1. một", "Hai.", the footnote "Chú." and "II. B"."""
    source = "Mở.\n\n## I. A\n\n### 1. một\n\nHai<sup>1</sup>.\n\n<sup>1</sup> Chú.\n\n## II. B\n"
    return parse_report(source, Path("mau.md"))


def test_a_character_belongs_to_its_innermost_section(small: Report) -> None:
    assert small.text == "Mở.\nI. A\n1. một\nHai.\nChú.\nII. B"
    assert [small.section_at(offset).code for offset in (0, 3, 4, 8, 9, 20, 21, 25, 26, 30)] == [
        *("header", "header", "I", "I", "I.1", "I.1", "I.1", "I.1", "II", "II")
    ]


@pytest.mark.parametrize("offset", [-1, 31, 1_000])
def test_a_character_outside_the_text_has_no_section(small: Report, offset: int) -> None:
    with pytest.raises(IndexError, match="outside the text of mau"):
        small.section_at(offset)


def test_a_character_belongs_to_its_paragraph(small: Report) -> None:
    assert [small.paragraph_at(offset).id for offset in (0, 4, 9, 16, 21, 30)] == [
        *("mau#header.p1", "mau#I.h", "mau#I.1.h", "mau#I.1.p1", "mau#fn1", "mau#II.h")
    ]


def test_sections_and_footnotes_are_found_by_name(small: Report) -> None:
    assert small.section("I.1").title == "một"
    assert small.footnote("1").section == "I.1"
    assert small.title == "Mở."
    for lookup in (small.section, small.footnote):
        with pytest.raises(KeyError, match="IX"):
            lookup("IX")
