"""Automatic numbering is written out as Word shows it."""

from corpus.reading.read import read_document
from tests.corpus.reading.word_file import docx, levels, num, numbered, p, run

LISTS = (
    levels(0, ("upperRoman", "%1."), ("decimal", "%2."), ("lowerLetter", "%3)"), ("bullet", "\uf02d"), ("bullet", "+"))
    + levels(1, ("decimal", "Điều %1."), ("decimal", "%1.%2."))
    + num(1, 0)
    + num(2, 1)
    + num(3, 1)
    + num(4, 0, start=5)
)


def shown(*paragraphs: str, styles: str = "", numbering: str = LISTS) -> list[str]:
    data = docx("".join(paragraphs), numbering=numbering, styles=styles)
    return read_document(data, "a.docx").markdown.strip().split("\n\n")


def test_each_level_counts_in_its_own_form_and_anew_below_a_new_item() -> None:
    assert shown(
        numbered("A", 1, 0),
        numbered("B", 1, 1),
        numbered("C", 1, 2),
        numbered("D", 1, 2),
        numbered("E", 1, 3),
        numbered("F", 1, 4),
        numbered("G", 1, 1),
        numbered("H", 1, 0),
        numbered("I", 1, 1),
    ) == ["I. A", "1. B", "a) C", "b) D", "- E", "+ F", "2. G", "II. H", "1. I"]


def test_levels_above_are_named_and_two_numbers_of_one_list_go_on_counting() -> None:
    assert shown(numbered("A", 2, 0), numbered("B", 2, 1), numbered("C", 3, 0), numbered("D", 3, 1)) == [
        "Điều 1. A",
        "1.1. B",
        "Điều 2. C",
        "2.1. D",
    ]


def test_a_list_that_starts_over_does_so_once() -> None:
    assert shown(numbered("A", 1, 0), numbered("B", 4, 0), numbered("C", 4, 0)) == ["I. A", "V. B", "VI. C"]


def test_the_numbering_of_a_style_counts_and_number_zero_takes_it_away() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="M"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="N"><w:basedOn w:val="M"/></w:style>'
    )
    style = '<w:pStyle w:val="N"/>'
    without = f'{style}<w:numPr><w:numId w:val="0"/></w:numPr>'
    assert shown(p("A", style), p("B", without), p("C", style), styles=styles) == ["Điều 1. A", "B", "Điều 2. C"]


def test_an_empty_item_counts_but_shows_nothing() -> None:
    assert shown(numbered("A", 1, 0), numbered("<w:r/>", 1, 0), numbered("C", 1, 0)) == ["I. A", "III. C"]


def test_the_number_is_bold_where_its_line_is_and_a_typed_dash_is_not_doubled() -> None:
    assert shown(numbered(run("A", "<w:b/>"), 1, 0), numbered("- B", 1, 3)) == ["**I. A**", "- B"]


def test_a_damaged_list_shows_no_number() -> None:
    assert shown(numbered("A", 9, 0), numbered("B", 1, 8), numbering=LISTS) == ["A", "B"]
    assert shown(numbered("A", 1, 0)) == ["I. A"]
