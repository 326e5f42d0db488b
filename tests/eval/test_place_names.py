"""Evidence is told where it stands as citations tell it."""

from eval.models import Evidence
from eval.place_names import place_name, section_name


def test_a_footnote_is_named_with_its_section() -> None:
    assert place_name(Evidence("I.3", "4", "x")) == "Mục I.3, chú thích 4"


def test_the_closing_part_has_a_name_instead_of_a_code() -> None:
    assert place_name(Evidence("closing", None, "x")) == "Phần kết"


def test_the_code_stays_in_every_language() -> None:
    assert "I.3" in section_name("I.3", "en")
