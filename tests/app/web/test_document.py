"""The report as HTML: nothing lost, nothing executed, every sentence and every cited span to be found in it."""

from html.parser import HTMLParser
from pathlib import Path

import pytest

from app.web.document import Highlight, render_document
from app.web.links import citation_url, sentence_anchor
from corpus.models import Report
from corpus.parse import parse_report

SMALL = """# BÁO CÁO
Kết quả <b>năm</b> 2022
## I. KẾT QUẢ
Câu một có chú thích<sup>1</sup>, còn tiếp. Câu hai & ba.
- Gạch đầu dòng.
+ Dấu cộng.

<sup>1</sup> Lời chú thích.

Trên đây là báo cáo của Sở Thử nghiệm./.
"""


class Reader(HTMLParser):
    """Collects the text of runs, of marks by marker, of elements by id, and the tags seen."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.runs: list[str] = []
        self.marks: list[tuple[str, str]] = []
        self.by_id: dict[str, str] = {}
        self.tags: list[str] = []
        self.text = ""
        self._open: list[dict[str, str]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self._open.append({name: value or "" for name, value in attrs} | {"tag": tag})

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop()["tag"] == tag

    def handle_data(self, data: str) -> None:
        self.text += data
        if not self._open:
            return
        around = self._open[-1]
        if "data-start" in around:
            self.runs.append(data)
        if around["tag"] == "mark":
            self.marks.append((around["data-marker"], data))
        for attributes in self._open:
            if "id" in attributes and "data-start" in around:
                self.by_id[attributes["id"]] = self.by_id.get(attributes["id"], "") + data

    def marked(self, marker: str) -> str:
        """Return all pieces that carry the marker, joined."""
        return "".join(text for markers, text in self.marks if marker in markers.split())


@pytest.fixture(scope="module")
def small() -> Report:
    return parse_report(SMALL, Path("nho.md"))


def highlight(report: Report, quote: str, marker: int = 1) -> Highlight:
    start = report.text.index(quote)
    return Highlight(marker, start, start + len(quote))


def test_every_character_of_the_report_stands_in_the_document_once_and_in_order(report: Report) -> None:
    runs = "".join(Reader(render_document(report)).runs)
    assert runs == "".join(report.text[p.start : p.end] for p in report.paragraphs)
    assert len(runs) + len(report.paragraphs) - 1 == len(report.text)


def test_every_sentence_can_be_linked_to(report: Report) -> None:
    by_id = Reader(render_document(report)).by_id
    sentences = [s for paragraph in report.paragraphs for s in paragraph.sentences]
    assert all(by_id[sentence_anchor(s.id)] == report.text[s.start : s.end] for s in sentences)


def test_no_id_is_used_twice(report: Report) -> None:
    page = render_document(report)
    ids = [piece.split('"', 1)[0] for piece in page.split(' id="')[1:]]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("quotes", [
    ["32,8 ha"],
    ["03 đơn vị vận tải của thành phố Hà Nội"],
    ["thú y trên địa bàn", "địa bàn thành phố"],
])  # fmt: skip
def test_cited_spans_are_marked_exactly(report: Report, quotes: list[str]) -> None:
    highlights = [highlight(report, quote, marker) for marker, quote in enumerate(quotes, start=1)]
    reader = Reader(render_document(report, highlights))
    assert [reader.marked(str(marker)) for marker in range(1, len(quotes) + 1)] == quotes


def test_any_span_at_all_is_marked_exactly_but_for_line_ends(report: Report) -> None:
    for start in range(0, len(report.text) - 700, 977):
        reader = Reader(render_document(report, [Highlight(1, start, start + 700)]))
        assert reader.marked("1") == "".join(
            report.text[max(p.start, start) : max(min(p.end, start + 700), max(p.start, start))]
            for p in report.paragraphs
        )


def test_a_mark_covers_several_sentences_and_goes_round_a_footnote_mark(small: Report) -> None:
    quote = "có chú thích, còn tiếp. Câu hai"
    page = render_document(small, [highlight(small, quote)])
    assert Reader(page).marked("1") == quote
    assert 'có chú thích</mark><sup class="fn" id="fnref-1">' in page


def test_a_footnote_mark_stands_at_its_anchor_and_its_body_leads_back(small: Report) -> None:
    page = render_document(small)
    assert '<sup class="fn" id="fnref-1"><a href="#fn-1" aria-label="Chú thích 1">1</a></sup>' in page
    assert page.index('id="fnref-1"') < page.index(">, còn tiếp.") < page.index('id="fn-1"')
    assert 'href="#fnref-1"' in page


def test_bullets_become_one_list_and_headings_follow_the_level(small: Report) -> None:
    page = render_document(small)
    assert page.count('<ul class="items">') == 1
    assert '<li class="bullet role-body">' in page
    assert '<li class="sub-bullet role-body">' in page
    assert "<h3>" in page


def test_markup_in_a_report_is_shown_and_never_obeyed(small: Report) -> None:
    reader = Reader(render_document(small))
    assert "Kết quả <b>năm</b> 2022" in reader.text
    assert "b" not in reader.tags
    assert "Câu hai & ba." in reader.text


def test_a_highlight_outside_the_text_marks_nothing(small: Report) -> None:
    page = render_document(small, [Highlight(1, 10**6, 10**6 + 5), Highlight(2, 9, 3)])
    assert "<mark" not in page


def test_a_link_to_a_sentence_is_safe_as_an_address_and_as_an_id() -> None:
    assert sentence_anchor("bc-2022#I.2.p3.s2") == "s-I.2.p3.s2"
    assert sentence_anchor('bc#x"><b') == "s-x---b"
    assert citation_url("a b/c", "a b/c#fn2.s1", 5, 9) == "/reports/a%20b%2Fc?start=5&end=9#s-fn2.s1"
