"""The canonical text of the real report against its source: nothing but layout differs, and every place is known."""

import re
import unicodedata

import pytest

from corpus.models import Repair, Report

FOOTNOTES = [
    # number, section, the words before the mark, the words after it, how the body begins and ends
    ("1", "I.1", "địa bàn tỉnh Lai Châu", ". Tổ chức", "Trong năm 2022, UBND tỉnh", "nhà đầu tư thuộc TP Hà Nội)"),
    ("2", "I.2", "Lai Châu - Hà Nội", ", cơ bản", "08 đơn vị vận tải", "của thành phố Hà Nội."),
    ("3", "I.3", "dược liệu trên địa bàn tỉnh", ".\nHợp tác", "Công ty CP thảo dược", "Công ty Phước Nguyên Đường."),
    ("4", "I.3", "dịch bệnh động vật", ". Thực hiện", "Các đơn vị sản xuất", "Lở mồm long móng."),
    ("5", "I.4", "03 bệnh viện tuyến Trung ương", " tiếp tục", "Bệnh viện Tuệ Tĩnh", "Châm cứu Trung ương."),
    ("6", "I.4", "các bệnh viện tuyến Trung ương", ".\nVề giáo dục", "16 bệnh viện", "chuyển giao kỹ thuật."),
    ("7", "I.5", "hãng lữ hành của thành phố Hà Nội", ", từ đó", "Fivestar Travel", "HG Travel ..."),
    ("8", "I.5", "vận động 04 câu lạc bộ", " tham gia giải", "Các câu lạc bộ: Xe đạp", "Sóc Sơn Hà Nội)"),
]

JOINS = [
    ("miến dong,... Trong năm đã", "hỗ trợ 9 lượt doanh nghiệp"),
    ("đến nay có 03 nhà đầu tư", "có trụ sở tại thành phố Hà Nội"),
    ("dịch bệnh động vật. Thực hiện", "kiểm dịch vận chuyển từ Hà Nội"),
    ("câu lạc bộ Mô tô Hà Nội hỗ trợ Sở", "Văn hóa, Thể thao và Du lịch tỉnh Lai Châu"),
    ("góp phần nâng cao năng lực chỉ", "đạo, chuyên môn của cán bộ quản lý"),
    ("thành phố Hà Nội. Thúc đẩy, tạo", "điều kiện hợp tác kinh doanh"),
    ("sản phẩm địa phương và du lịch", "Lai Châu. Tiếp tục đẩy mạnh"),
]


def repairs_of(report: Report, kind: str) -> list[Repair]:
    """Return the repairs of one kind in the order of the source."""
    return [repair for repair in report.repairs if repair.kind == kind]


@pytest.mark.parametrize(("number", "section", "before", "after", "first", "last"), FOOTNOTES)
def test_a_footnote_is_anchored_where_its_mark_stood(
    report: Report, source: str, number: str, section: str, before: str, after: str, first: str, last: str
) -> None:
    footnote = report.footnote(number)
    body = report.text[footnote.start : footnote.end]
    assert footnote.section == section
    assert report.section_at(footnote.anchor).code == report.section_at(footnote.start).code == section
    assert report.text[: footnote.anchor].endswith(before)
    assert report.text[footnote.anchor :].startswith(after)
    assert body.startswith(first)
    assert body.endswith(last)
    assert f"{before}<sup>{number}</sup>" in source
    assert source[report.source_offsets[footnote.anchor - 1] + 1 :].startswith(f"<sup>{number}</sup>")


def test_the_eight_footnotes_come_in_order_and_no_mark_is_left(report: Report, source: str) -> None:
    assert [footnote.number for footnote in report.footnotes] == [number for number, *_ in FOOTNOTES]
    assert source.count("<sup>") == 16  # eight marks and eight bodies
    assert "sup>" not in report.text


def test_a_footnote_names_the_sentence_that_holds_its_anchor(report: Report) -> None:
    sentences = {s.id: s for p in report.paragraphs for s in p.sentences}
    for footnote in report.footnotes:
        sentence = sentences[footnote.sentence]
        assert sentence.start < footnote.anchor <= sentence.end


def test_the_paragraphs_that_a_page_break_cut_are_whole_again(report: Report, source: str) -> None:
    joins = repairs_of(report, "join")
    assert len(joins) == len(JOINS)
    for join, (left, right) in zip(joins, JOINS, strict=True):
        assert report.text[: join.at].endswith(left)
        assert report.text[join.at :].startswith(f" {right}")
        assert report.paragraph_at(join.at - 1) == report.paragraph_at(join.at + 1)
        assert source[: join.source_start].endswith(left.rsplit(" ", 1)[1])
        assert source[join.source_end :].startswith(right)


def test_no_paragraph_is_left_in_two(report: Report) -> None:
    body = [p for p in report.paragraphs if p.kind != "heading" and p.section.startswith("I")]
    texts = [report.text[p.start : p.end] for p in body]
    assert [text for text in texts if not re.search(r"[.:;)]$", text)] == []
    assert [text for text in texts if text[0].islower()] == []


def test_the_lifted_footnotes_are_recorded_with_their_place_in_the_source(report: Report, source: str) -> None:
    lifted = repairs_of(report, "footnote-lifted")
    assert len(lifted) == 8
    for repair, footnote in zip(lifted, report.footnotes, strict=True):
        body = report.text[footnote.start : footnote.end]
        assert repair.at == footnote.start
        assert source[repair.source_start : repair.source_end] == body


def test_the_stray_page_number_is_taken_out_and_recorded(report: Report, source: str) -> None:
    (stray,) = repairs_of(report, "page-number")
    assert "các hội nghị, hội chợ, chương trình kết nối cung cầu" in report.text
    assert (stray.removed, source[stray.source_start : stray.source_end]) == ("2 ", "2 ")
    assert source[: stray.source_start].endswith("thông qua các hội nghị, ")
    assert report.text[stray.at :].startswith("hội chợ, chương trình kết nối")


def test_each_removed_mark_is_what_stood_in_the_source(report: Report, source: str) -> None:
    removed = repairs_of(report, "mark-removed")
    assert [source[r.source_start : r.source_end].strip() for r in removed] == [r.removed.strip() for r in removed]
    assert sum(r.removed == "---" for r in removed) == source.count("\n---\n") == 4
    assert {r.removed for r in removed if "dulich" in r.removed} == {
        "[sodulich.hanoi.gov.vn](http://sodulich.hanoi.gov.vn)",
        "[dulich.laichau.gov.vn](http://dulich.laichau.gov.vn)",
    }


def test_repairs_come_in_the_order_of_the_source_and_inside_the_text(report: Report, source: str) -> None:
    starts = [repair.source_start for repair in report.repairs]
    assert starts == sorted(starts)
    assert all(0 <= r.source_start <= r.source_end <= len(source) for r in report.repairs)
    assert all(0 <= r.at <= len(report.text) for r in report.repairs)


def test_every_character_leads_back_to_the_source(report: Report, source: str) -> None:
    assert len(report.source_offsets) == len(report.text)
    for char, offset in zip(report.text, report.source_offsets, strict=True):
        # Glue is white space that stands for a break; its offset is where the break begins.
        assert source[offset : offset + 1] == char or (char.isspace() and 0 <= offset <= len(source))


def test_no_character_of_the_source_is_lost_but_layout(report: Report, source: str) -> None:
    kept = set(report.source_offsets)
    layout = {
        offset
        for repair in report.repairs
        if repair.kind in ("mark-removed", "page-number")
        for offset in range(repair.source_start, repair.source_end)
    }
    lost = [i for i, char in enumerate(source) if not char.isspace() and i not in kept and i not in layout]
    assert lost == []


def test_words_are_neither_added_nor_changed(report: Report, source: str) -> None:
    # The same words in another order: marks of layout out, the page number out, footnotes moved.
    bare = re.sub(r"<sup>\d</sup>|\]\([^)]*\)|[\[*#]|^[-+] |^---$", "", source, flags=re.MULTILINE)
    assert sorted([*report.text.split(), "2"]) == sorted(bare.split())


@pytest.mark.parametrize(
    "spelling",
    [
        "cuớp giật tài sản",
        "xét nghiệm 402 chi tiêu",
        "chuyên giao dịch vụ kỹ thuật",
        "Trao đổi quan điện thoại",
        "Hà Nội .",
    ],
)
def test_the_spelling_of_the_original_stays(report: Report, spelling: str) -> None:
    assert spelling in report.text


def test_the_text_is_nfc_without_markdown(report: Report) -> None:
    assert unicodedata.is_normalized("NFC", report.text)
    assert not re.search(r"[*#\[\]<>]|^[-+] |^---|  |\n\n|\r|\s$", report.text, re.MULTILINE)
