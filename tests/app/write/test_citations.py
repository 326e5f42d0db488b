"""Citations: verbatim spans with the name of their place, numbered, none inside another."""

from pathlib import Path

from app.write.citations import Quote, cite, near, without_overlap
from app.write.places import label
from corpus.library import Library
from corpus.models import Passage
from corpus.parse import parse_report
from tests.small_library import COOPERATION_ID


def passage(library: Library, text: str) -> Passage:
    return next(found for found in library.passages() if text in found.text)


def quote(library: Library, text: str, inside: Passage | None = None) -> Quote:
    found = inside or passage(library, text)
    start = library.report(found.report_id).text.index(text)
    return Quote(found, start, start + len(text))


def test_a_citation_is_verbatim_and_names_its_place(small: Library) -> None:
    (cited,) = cite([quote(small, "huyện Tam Đường 32,8 ha")], small)
    report = small.report(COOPERATION_ID)
    assert cited.quote == report.text[cited.start : cited.end] == "huyện Tam Đường 32,8 ha"
    assert (cited.marker, cited.section, cited.section_title, cited.footnote) == (1, "I.1", "Nông nghiệp", None)
    assert (cited.report_title, cited.label) == (report.title, "Mục I.1")
    assert cited.passage_id == "bc-hop-tac-2022#I.1.p1.s1"


def test_citations_are_numbered_from_one_in_order(small: Library) -> None:
    cited = cite([quote(small, "Công ty Song Thu"), quote(small, "115 ha")], small)
    assert [(one.marker, one.label) for one in cited] == [(1, "Mục I.1, chú thích 1"), (2, "Mục I.1")]
    assert cite([], small) == ()


def test_places_are_named_in_both_languages(small: Library) -> None:
    report = small.report(COOPERATION_ID)
    assert label(report, "I.2", "2") == "Mục I.2, chú thích 2"
    assert label(report, "header", None) == "Phần mở đầu"
    assert label(report, "closing", None) == "Phần kết"
    assert label(report, "I.2", "2", "en") == "Section I.2, footnote 2"


def test_a_section_without_a_number_is_named_by_its_title() -> None:
    report = parse_report("# Báo cáo\n\nChào.\n\n## Kết luận\n\nTốt.\n\n## Kiến nghị\n\nHai.\n", Path("bc.md"))
    assert label(report, "m1", None) == "Mục “Kết luận”"


def test_what_is_near_has_the_same_span_as_a_citation(small: Library) -> None:
    one = quote(small, "15.000 liều")
    (cited,), close = cite([one], small), near(one, small)
    assert (close.start, close.end, close.quote, close.label) == (cited.start, cited.end, cited.quote, cited.label)


def test_a_quote_inside_another_goes_whichever_comes_first(small: Library) -> None:
    outer, inner = quote(small, "huyện Tam Đường 32,8 ha"), quote(small, "32,8 ha", passage(small, "115 ha"))
    assert without_overlap([outer, inner]) == [outer]
    assert without_overlap([inner, outer]) == [outer]


def test_of_equal_quotes_the_first_stays(small: Library) -> None:
    one = quote(small, "115 ha")
    assert without_overlap([one, one]) == [one]


def test_quotes_side_by_side_or_of_different_reports_both_stay(small: Library) -> None:
    here, there = passage(small, "115 ha"), passage(small, "15.000")
    side = [Quote(here, 210, 220), Quote(here, 220, 230)]
    apart = [Quote(here, 60, 90), Quote(there, 70, 80)]
    assert without_overlap(side) == side
    assert without_overlap(apart) == apart
