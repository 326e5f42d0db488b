"""A file becomes a report with stable ids, whatever its form of Unicode or line endings."""

import unicodedata
from contextlib import suppress
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.errors import ReportError
from corpus.models import Report
from corpus.parse import parse_report, report_id

PATH = Path("mau.md")
MARKDOWN = st.lists(
    st.one_of(
        st.sampled_from(
            [
                "## I. A",
                "### 1. một",
                "2. Hai",
                "- Gạch:",
                "+ Cộng",
                "Điều 1. Tên",
                "Điều 2",
                "Chương I",
                "a) một",
                "b) hai",
                "1.1. con",
                "| A | B |\n| --- | --- |\n| c[^2] | |\n| **d** | 5 |",
                "PHỤ LỤC I",
                "(Kèm theo Quyết định số 5/QĐ-UBND)",
                "QUY CHẾ",
                "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                "====",
                "---",
                "7",
                "<sup>1</sup> Chú",
                "[^2]: Chú",
                "Một[^2]",
            ]
        ),
        st.sampled_from(
            ["Chữ<sup>1</sup> đã", "**", "***", "Số: /BC", "Nơi nhận:", "TM. ỦY BAN", "Trên đây./.", "", "  "]
        ),
        st.text(max_size=12),
    ),
    max_size=12,
).map("\n".join)
QUICK = settings(max_examples=100, deadline=None, database=None, derandomize=True)


def codes(report: Report) -> list[str]:
    """Return the codes of the sections."""
    return [section.code for section in report.sections]


@pytest.mark.parametrize(
    ("name", "identity"),
    [
        ("bc-hop-tac-lai-chau-ha-noi-2022.md", "bc-hop-tac-lai-chau-ha-noi-2022"),
        ("Báo cáo số 5 (Điện Biên).md", "bao-cao-so-5-dien-bien"),
        (unicodedata.normalize("NFD", "Báo cáo.md"), "bao-cao"),
        ("bc_2023.v2.md", "bc-2023.v2"),
        ("…….md", "report"),
    ],
)
def test_an_id_is_the_file_name_in_plain_letters(name: str, identity: str) -> None:
    assert report_id(Path("thư mục") / name) == identity


def test_a_decomposed_report_gives_the_same_canonical_text(source: str, report: Report) -> None:
    decomposed = unicodedata.normalize("NFD", source)
    again = parse_report(decomposed, Path(f"{report.id}.md"))
    assert decomposed != source
    assert (again.text, again.sections, again.paragraphs) == (report.text, report.sections, report.paragraphs)
    assert (again.footnotes, again.metadata) == (report.footnotes, report.metadata)
    assert [(r.kind, r.at) for r in again.repairs] == [(r.kind, r.at) for r in report.repairs]


@pytest.mark.parametrize("ending", ["\r\n", "\r"])
def test_other_line_endings_give_the_same_report(source: str, report: Report, ending: str) -> None:
    again = parse_report(source.replace("\n", ending), Path(f"{report.id}.md"))
    assert (again.text, again.paragraphs, again.footnotes) == (report.text, report.paragraphs, report.footnotes)


def test_a_document_without_any_numbering_is_one_header() -> None:
    report = parse_report("Một.\n\nHai.\n", PATH)
    assert codes(report) == ["header"]
    assert [paragraph.id for paragraph in report.paragraphs] == ["mau#header.p1", "mau#header.p2"]


def test_a_document_with_arabic_headings_only_has_sections_of_one_level() -> None:
    report = parse_report("# Báo cáo\n\n## 1. Kết quả\n\nMột.\n\n## 2. Hạn chế\n\nHai.\n", PATH)
    assert codes(report) == ["header", "1", "2"]
    assert report.section("2").path == ("Hạn chế",)


def test_parts_out_of_order_open_no_section_and_lose_no_text() -> None:
    report = parse_report("## I. A\n\nMột.\n\n## C. Sai\n\nHai.\n\n## IV. Nhảy\n\nBa.\n\n## II. B\n\nBốn.\n", PATH)
    assert codes(report) == ["header", "I", "II"]
    assert report.text == "I. A\nMột.\nC. Sai\nHai.\nIV. Nhảy\nBa.\nII. B\nBốn."


def test_caret_footnotes_are_footnotes() -> None:
    report = parse_report("## I. A\n\nHà Nội[^nguon] và nơi khác.\n\n[^nguon]: Số liệu năm 2022.\n", PATH)
    footnote = report.footnote("nguon")
    assert report.text[: footnote.anchor].endswith("Hà Nội")
    assert report.text[footnote.start : footnote.end] == "Số liệu năm 2022."
    assert footnote.sentence == "mau#I.p1.s1"


@pytest.mark.parametrize(
    ("paragraph", "sentence"),
    [
        ("Một<sup>1</sup>. Hai.", "mau#I.p1.s1"),
        ("Một.<sup>1</sup> Hai.", "mau#I.p1.s1"),
        ("Một. <sup>1</sup> Hai.", "mau#I.p1.s1"),
        ("Một. <sup>1</sup>Hai.", "mau#I.p1.s1"),
        ("Một. Hai<sup>1</sup>.", "mau#I.p1.s2"),
        ("**Một**<sup>1</sup>", "mau#I.p1.s1"),
    ],
)
def test_a_footnote_belongs_to_the_sentence_before_its_mark(paragraph: str, sentence: str) -> None:
    assert parse_report(f"## I. A\n\n{paragraph}\n\n[^1]: Chú.", PATH).footnote("1").sentence == sentence


def test_a_footnote_of_a_heading_belongs_to_the_first_sentence_below_it() -> None:
    report = parse_report("Mở.\n\n## I. A<sup>1</sup>\n\nMột. Hai.\n\n<sup>1</sup> Chú.\n", PATH)
    assert report.footnote("1").sentence == "mau#I.p1.s1"


def test_the_first_body_of_a_number_that_starts_again_is_kept_with_its_mark() -> None:
    report = parse_report("## I. A\n\nMột[^1].\n\n[^1]: Chú một.\n\nHai[^1].\n\n[^1]: Chú hai.\n", PATH)
    assert [(f.number, f.sentence, report.text[f.start : f.end]) for f in report.footnotes] == [
        ("1", "mau#I.p1.s1", "Chú một.")
    ]
    assert "Chú hai." in report.text


def test_a_table_row_keeps_its_cells() -> None:
    report = parse_report("| Huyện | ha |\n| --- | --- |\n| Tam Đường | 32,8 |", PATH)
    assert report.text == "Huyện; ha\nHuyện: Tam Đường; ha: 32,8"


def test_html_and_scripts_are_text() -> None:
    line = "<script>alert('x')</script> <img src=x onerror=y> <b>đậm</b> &amp; {{7}}"
    assert parse_report(line, PATH).text == line


@QUICK
@given(MARKDOWN)
def test_any_text_is_a_sound_report_or_a_report_error(source: str) -> None:
    try:
        report = parse_report(source, PATH)
    except ReportError:
        return
    ids = [p.id for p in report.paragraphs] + [s.id for p in report.paragraphs for s in p.sentences]
    assert len(ids) == len(set(ids))
    assert len(report.source_offsets) == len(report.text)
    assert unicodedata.is_normalized("NFC", report.text)
    assert "\n".join(report.text[p.start : p.end] for p in report.paragraphs) == report.text
    assert {f.number for f in report.footnotes} == {p.footnote for p in report.paragraphs if p.footnote}
    assert {f.sentence for f in report.footnotes} <= set(ids)
    assert all(0 <= offset <= len(source) for offset in report.source_offsets)
    assert len({s.code for s in report.sections}) == len(report.sections)
    for outer, inner in combinations(report.sections, 2):
        nested = outer.start <= inner.start and inner.end <= outer.end
        assert outer.end <= inner.start or (nested and outer.level < inner.level)
    assert report.section_at(0).start == 0
    assert report.sections[-1].end == len(report.text)


@QUICK
@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=200))
def test_arbitrary_characters_raise_nothing_but_a_report_error(source: str) -> None:
    with suppress(ReportError):
        assert parse_report(source, PATH).paragraphs
