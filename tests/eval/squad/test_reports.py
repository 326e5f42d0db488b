"""A paragraph becomes a report whose text, sentences and places are its own."""

from corpus.models import Span
from eval.squad.read import SquadParagraph
from eval.squad.reports import SECTION, as_library, report_id

TEXT = "  Hồ rộng 500 ha. Hồ sâu 35 m. \n\nCầu dài."
PARAGRAPHS = (SquadParagraph("Hồ", TEXT), SquadParagraph("Cà phê", "Đắk Lắk."))


def test_sentences_are_spans_of_the_unchanged_text() -> None:
    library = as_library(PARAGRAPHS)
    assert [report.text for report in library.reports] == [TEXT, "Đắk Lắk."]
    passages = library.passages()
    assert [passage.text for passage in passages] == ["Hồ rộng 500 ha.", "Hồ sâu 35 m.", "Cầu dài.", "Đắk Lắk."]
    assert [Span(p.start, p.end) for p in passages[:3]] == [Span(2, 17), Span(18, 30), Span(33, 41)]
    assert [passage.report_id for passage in passages] == [report_id(0)] * 3 + [report_id(1)]


def test_whole_lines_are_one_sentence() -> None:
    passages = as_library(PARAGRAPHS, whole=True).passages()
    assert [passage.text for passage in passages] == ["Hồ rộng 500 ha. Hồ sâu 35 m.", "Cầu dài.", "Đắk Lắk."]


def test_the_title_names_the_place_and_is_not_searched() -> None:
    library = as_library(PARAGRAPHS)
    assert library.reports[0].section(SECTION).title == "Hồ"
    assert {passage.context for passage in library.passages()} == {""}
