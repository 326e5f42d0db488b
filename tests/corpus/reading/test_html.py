"""Pages become paragraphs, lists, tables and linked footnotes, in whatever encoding they were saved."""

import pytest

from corpus.errors import ReportError
from corpus.reading.models import Doubt, Reading
from corpus.reading.read import read_document


def reading(body: str) -> Reading:
    return read_document(f"<html><body>{body}</body></html>".encode(), "trang.html")


def blocks(body: str) -> list[str]:
    return reading(body).markdown.strip().split("\n\n")


def test_headings_paragraphs_and_breaks() -> None:
    assert blocks("<h2>BÁO\n CÁO</h2><p>Một <b>từ</b> đậm.<br>Dòng hai</p><div><b>Cả dòng</b></div>") == [
        "## BÁO CÁO",
        "Một từ đậm.  \nDòng hai",
        "**Cả dòng**",
    ]


def test_lists_keep_their_marks_and_numbers() -> None:
    assert blocks(
        "<ul><li>a<ul><li>b</li></ul></li></ul><ol start=3><li>c<li>d</ol><ol type=I><li>e<ul><li>g</ul></ol>"
    ) == [
        "- a",
        "+ b",
        "3. c",
        "4. d",
        "I. e",
        "- g",
    ]


@pytest.mark.parametrize(
    ("mark", "body"),
    [
        (
            '<a href="#_ftn1" name="_ftnref1"><sup>[1]</sup></a>',
            '<div id="ftn1"><p><a href="#_ftnref1" name="_ftn1">[1]</a> Theo Sở A.</p></div>',
        ),
        (
            '<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a>',
            '<div id="sdfootnote1"><p><a name="sdfootnote1sym" href="#sdfootnote1anc">1</a> Theo Sở A.</p></div>',
        ),
        (
            '<a href="#fn1" id="fnref1"><sup>1</sup></a>',
            '<section><ol><li id="fn1"><p>Theo Sở A. <a href="#fnref1">↩</a></p></li></ol></section>',
        ),
        ('<a href="#ghichu">(*)</a>', '<p id="ghichu">Theo Sở A.</p>'),
    ],
    ids=["Word", "LibreOffice", "Pandoc", "one-way"],
)
def test_footnotes_of_word_libreoffice_and_pandoc_are_linked(mark: str, body: str) -> None:
    found = blocks(f"<p>Có 5 xã{mark} đạt.</p>{body}")
    if "ghichu" in body:
        assert found == ["Có 5 xã(\\*) đạt.", "Theo Sở A."]
    else:
        assert found == ["Có 5 xã[^1] đạt.", "[^1]: Theo Sở A."]


def test_a_link_of_a_table_of_contents_is_no_footnote() -> None:
    assert blocks('<p><a href="#m1">Mục 1</a></p><h2 id="m1">Mục 1</h2>') == ["Mục 1", "## Mục 1"]


def test_scripts_styles_navigation_and_hidden_parts_are_left_out() -> None:
    found = reading(
        "<div title='header'>Đầu</div><style>p{}</style><nav>Trang chủ</nav><script>x</script><p>Nội dung.</p><p style='display: none'>Ẩn</p><img>"
    )
    assert found.markdown == "Nội dung.\n"
    assert found.findings.doubts == (Doubt("hidden"), Doubt("image"))


def test_tracked_changes_saved_by_word() -> None:
    found = reading("<p>Có <del>12</del><ins>15</ins> xã.</p>")
    assert (found.markdown, found.findings.insertions, found.findings.deletions) == ("Có 15 xã.\n", 1, 1)


def test_a_header_of_two_lines_and_a_row_across_the_table() -> None:
    assert blocks(
        "<table border=1><tr><th rowspan=2>Xã<th colspan=2>Thu<tr><th>2021<th>2022"
        "<tr><td colspan=3>I. Miền núi<tr><td>A<td>1<td>2</table>"
    ) == ["| Xã | Thu – 2021 | Thu – 2022 |\n| --- | --- | --- |\n| I. Miền núi |  |  |\n| A | 1 | 2 |"]


def test_a_table_that_goes_on_after_a_page_is_one_table() -> None:
    rows = "<tr><th>Xã<th>Thu<tr><td>A<td>1", "<tr><th>Xã<th>Thu<tr><td>B<td>2"
    found = blocks("".join(f"<table border=1>{part}</table>" for part in rows))
    assert found == ["| Xã | Thu |\n| --- | --- |\n| A | 1 |\n| B | 2 |"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1258"])
def test_the_encoding_is_found(encoding: str) -> None:
    text = "Các xã đã nộp báo cáo"
    if encoding == "windows-1258":
        text = text.replace("ộ", "ô\u0323").replace("ã", "a\u0303")
        page = f'<html><head><meta charset="windows-1258"></head><body><p>{text}</p></body></html>'
    else:
        page = f"<html><body><p>{text}</p></body></html>"
    assert read_document(page.encode(encoding), "a.html").markdown == "Các xã đã nộp báo cáo\n"


def test_legacy_letters_become_unicode() -> None:
    text = "Céng hßa x· héi chñ nghÜa ViÖt Nam. B¸o c¸o t×nh h×nh thùc hiÖn nhiÖm vô n¨m 2005"
    found = read_document(f"<html><body><p>{text}</p></body></html>".encode("latin-1"), "a.html")
    assert found.markdown.startswith("Cộng hòa xã hội chủ nghĩa Việt Nam. Báo cáo tình hình")
    assert found.findings.encodings == ("tcvn3",)


def test_quotation_marks_of_windows_are_kept() -> None:
    page = '<html><head><meta charset="windows-1252"></head><body><p>\x93Xanh\x94 \x96 s&#7841;ch &#147;A&#148;</p></body></html>'
    assert read_document(page.encode("latin-1"), "a.html").markdown == "“Xanh” – sạch “A”\n"


def test_a_page_nested_without_end_and_one_of_nothing_are_refused() -> None:
    for data, fault in ((b"<html>" + b"<div>" * 5000, "bomb"), (b"<html><body><script>1</script>", "empty")):
        with pytest.raises(ReportError) as caught:
            read_document(data + b"<p>a" * (fault == "bomb"), "a.html")
        assert caught.value.fault == fault


def test_cells_merged_beyond_reason_are_refused() -> None:
    row = "<tr>" + "<td colspan=500 rowspan=5000>a" * 2
    with pytest.raises(ReportError) as caught:
        reading(f"<table>{row}{'<tr><td>b' * 4000}</table>")
    assert caught.value.fault == "too-large"
