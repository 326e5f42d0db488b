"""Passages are sentences with their place and with what leads to them."""

from pathlib import Path

from corpus.models import Passage, Report
from corpus.parse import parse_report
from corpus.passages import LEAD_LENGTH, cut_passages


def passages(source: str) -> list[Passage]:
    """Cut a small document with the id "mau"."""
    return cut_passages(parse_report(source, Path("mau.md")))


def test_each_sentence_is_a_passage_with_its_exact_place() -> None:
    found = passages("## I. A\n\nMột. Hai.\n")
    assert found == [
        Passage("mau#I.p1.s1", "mau", "I", None, "mau#I.p1", 5, 9, "Một.", "A", None),
        Passage("mau#I.p1.s2", "mau", "I", None, "mau#I.p1", 10, 14, "Hai.", "A", None),
    ]


def test_headings_are_context_and_not_passages() -> None:
    found = passages("## I. KẾT QUẢ\n\n### 1. Nông nghiệp\n\nTrồng 5 ha.\n")
    assert [(passage.text, passage.context) for passage in found] == [("Trồng 5 ha.", "KẾT QUẢ. Nông nghiệp")]


def test_a_footnote_passage_knows_its_number_and_the_passage_that_carries_its_mark() -> None:
    found = passages("## I. A\n\nMột. Hai<sup>1</sup>.\n\n<sup>1</sup> Chú.\n")
    assert [(p.id, p.footnote, p.anchor) for p in found] == [
        ("mau#I.p1.s1", None, None),
        ("mau#I.p1.s2", None, None),
        ("mau#fn1.s1", "1", "mau#I.p1.s2"),
    ]


def test_the_line_that_introduces_a_bullet_is_its_context() -> None:
    found = passages("## I. A\n\n- Về giáo dục:\n\n+ Mở lớp.\n")
    assert found[1].context == "A. Về giáo dục"


def test_of_a_long_introduction_only_the_first_words_are_context() -> None:
    found = passages(f"## I. A\n\n- {'a' * 500}:\n\n+ Mở lớp.\n")
    assert found[1].context == "A. " + "a" * LEAD_LENGTH


def test_a_section_named_by_its_own_words_is_not_its_context() -> None:
    assert passages("## I. A\n\n1. Mở lớp. Dạy nghề.\n")[0].context == "A"


def test_the_components_of_an_official_document_say_what_they_are() -> None:
    found = passages("Số: /BC-UBND\n\n## I. A\n\nMột./.\n\nNơi nhận:\n\n- UBND tỉnh.\n\nTM. ỦY BAN\n\nLê An\n")
    contexts = {passage.text: passage.context for passage in found}
    assert contexts["Số: /BC-UBND"].startswith("Số, ký hiệu của báo cáo")
    assert contexts["UBND tỉnh."].startswith("Nơi nhận báo cáo")
    assert contexts["TM. ỦY BAN\nLê An"].startswith("Người ký ban hành báo cáo")


def test_passages_of_the_real_report_quote_it_and_stay_inside_one_paragraph_and_section(report: Report) -> None:
    found = cut_passages(report)
    paragraphs = {paragraph.id: paragraph for paragraph in report.paragraphs}
    assert len({passage.id for passage in found}) == len(found)
    for passage in found:
        paragraph, section = paragraphs[passage.paragraph], report.section(passage.section)
        assert report.text[passage.start : passage.end] == passage.text == passage.text.strip()
        assert section.start <= paragraph.start <= passage.start < passage.end <= paragraph.end <= section.end
        assert (paragraph.section, paragraph.footnote) == (passage.section, passage.footnote)
        assert report.section_at(passage.start).code == passage.section


def test_the_line_that_only_names_the_kind_of_document_is_no_passage() -> None:
    found = passages("Số: 1/BC-UBND\n\n## BÁO CÁO\n\n### Kết quả năm 2022\n\n## I. A\n\nMột./.\n")
    assert [passage.text for passage in found] == ["Số: 1/BC-UBND", "Kết quả năm 2022", "Một./."]


def test_every_word_of_the_real_report_outside_headings_is_in_a_passage(report: Report) -> None:
    inside = {offset for passage in cut_passages(report) for offset in range(passage.start, passage.end)}
    for paragraph in [paragraph for paragraph in report.paragraphs if paragraph.role != "type"]:
        rest = "".join(report.text[i] for i in range(paragraph.start, paragraph.end) if i not in inside).strip()
        number = f"{paragraph.section.removeprefix('III.')}."
        assert paragraph.kind == "heading" or rest == (number if paragraph.section.startswith("III.") else "")


def test_footnotes_of_the_real_report_are_passages_of_their_sections(report: Report) -> None:
    found = {p.footnote: (p.section, p.anchor) for p in cut_passages(report) if p.footnote}
    name = report.id
    assert found == {
        "1": ("I.1", f"{name}#I.1.p1.s2"),
        "2": ("I.2", f"{name}#I.2.p2.s1"),
        "3": ("I.3", f"{name}#I.3.p2.s2"),
        "4": ("I.3", f"{name}#I.3.p4.s4"),
        "5": ("I.4", f"{name}#I.4.p1.s1"),
        "6": ("I.4", f"{name}#I.4.p1.s2"),
        "7": ("I.5", f"{name}#I.5.p6.s1"),
        "8": ("I.5", f"{name}#I.5.p7.s1"),
    }


def test_cutting_twice_gives_the_same_passages(report: Report) -> None:
    assert cut_passages(report) == cut_passages(report)
