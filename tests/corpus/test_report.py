"""The real report is read as an official reads it: sections, bullets, enumerations, sentences, ids, metadata."""

from itertools import pairwise

import pytest

from corpus.models import Metadata, Paragraph, Plan, Report

NAME = "bc-hop-tac-lai-chau-ha-noi-2022"
RESULTS, REVIEW, TASKS = "KẾT QUẢ TRIỂN KHAI HỢP TÁC NĂM 2022", "ĐÁNH GIÁ CHUNG", "PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2023"


def text_of(report: Report, paragraph: Paragraph) -> str:
    """Return what a paragraph says."""
    return report.text[paragraph.start : paragraph.end]


def test_the_sections_are_those_of_the_numbering_in_reading_order(report: Report) -> None:
    assert [(section.code, section.level, section.path) for section in report.sections] == [
        ("header", 1, ("Phần mở đầu",)),
        ("I", 1, (RESULTS,)),
        ("I.1", 2, (RESULTS, "Đẩy mạnh xúc tiến đầu tư và liên kết phát triển")),
        ("I.2", 2, (RESULTS, "Lĩnh vực công nghiệp, thương mại")),
        ("I.3", 2, (RESULTS, "Lĩnh vực nông nghiệp")),
        ("I.4", 2, (RESULTS, "Lĩnh vực y tế, giáo dục")),
        ("I.5", 2, (RESULTS, "Lĩnh vực văn hóa, thể thao, du lịch")),
        ("I.6", 2, (RESULTS, "Lĩnh vực quốc phòng, an ninh")),
        ("I.7", 2, (RESULTS, "Nội dung khác")),
        ("II", 1, (REVIEW,)),
        ("II.1", 2, (REVIEW, "Kết quả đạt được")),
        ("II.2", 2, (REVIEW, "Một số hạn chế")),
        ("III", 1, (TASKS,)),
        ("III.1", 2, (TASKS, "Các sở, ngành tỉnh")),
        ("III.2", 2, (TASKS, "Tiếp tục đổi mới, nâng cao chất lượng, hiệu quả về công tác tổ chức, tham gia…")),
        ("III.3", 2, (TASKS, "Xây dựng chương trình xúc tiến thương mại tỉnh Lai Châu năm 2023, nhằm hỗ trợ…")),
        ("III.4", 2, (TASKS, "Tiếp tục trao đổi, chia sẻ các mô hình ứng dụng công nghệ cao")),
        ("III.5", 2, (TASKS, "Các cơ sở giáo dục tiếp tục trao đổi, học hỏi kinh nghiệm với các cơ sở giáo…")),
        ("III.6", 2, (TASKS, "Tổ chức Ngày hội văn hóa, thể thao và du lịch, Tuần Văn hóa - Du lịch Lai Châu…")),
        ("closing", 1, ("Phần kết",)),
    ]
    assert all(section.title == section.path[-1] for section in report.sections)


@pytest.mark.parametrize(
    ("code", "first", "last"),
    [
        ("header", "Số: /BC-UBND", "với nội dung như sau:"),
        ("I", "I. KẾT QUẢ", "trong quý I năm 2023."),
        ("I.1", "1. Đẩy mạnh", "nhà đầu tư thuộc TP Hà Nội)"),
        ("I.3", "3. Lĩnh vực nông nghiệp", "vắc xin Lở mồm long móng."),
        ("I.7", "7. Nội dung khác", "trong quý I năm 2023."),
        ("II.2", "2. Một số hạn chế", "tiêu thụ tại thành phố Hà Nội."),
        ("III.1", "1. Các sở, ngành tỉnh;", "giữa tỉnh Lai Châu và thành phố Hà Nội."),
        ("III.6", "6. Tổ chức Ngày hội", "Sin Hồ - Tân Uyên - Than Uyên."),
        ("closing", "Trên đây là báo cáo", "Trần Tiến Dũng"),
    ],
)
def test_each_section_begins_and_ends_where_the_document_says(report: Report, code: str, first: str, last: str) -> None:
    section = report.section(code)
    body = report.text[section.start : section.end]
    assert body.startswith(first)
    assert body.rstrip("\n").endswith(last)


def test_sections_nest_and_cover_the_text(report: Report) -> None:
    tops = [section for section in report.sections if section.level == 1]
    assert (tops[0].start, tops[-1].end) == (0, len(report.text))
    assert all(left.end == right.start for left, right in pairwise(tops))
    for part in ("I", "II", "III"):
        items = [section for section in report.sections if section.code.startswith(f"{part}.")]
        assert report.section(part).start < items[0].start
        assert items[-1].end == report.section(part).end
        assert all(left.end == right.start for left, right in pairwise(items))


def test_bullets_and_sub_bullets_are_units(report: Report) -> None:
    counts = {
        (code, kind): sum(p.section == code and p.kind == kind for p in report.paragraphs)
        for code in ("I.3", "I.4", "I.5", "I.6", "closing")
        for kind in ("bullet", "sub-bullet")
    }
    assert counts == {
        ("I.3", "bullet"): 4,
        ("I.3", "sub-bullet"): 0,
        ("I.4", "bullet"): 2,
        ("I.4", "sub-bullet"): 0,
        ("I.5", "bullet"): 2,
        ("I.5", "sub-bullet"): 0,
        ("I.6", "bullet"): 3,
        ("I.6", "sub-bullet"): 2,
        ("closing", "bullet"): 9,
        ("closing", "sub-bullet"): 0,
    }
    assert not any(text_of(report, paragraph)[0] in "-+*#" for paragraph in report.paragraphs)


def test_what_introduces_a_paragraph_is_known(report: Report) -> None:
    found = {p.id.removeprefix(f"{NAME}#"): p.parent.removeprefix(f"{NAME}#") for p in report.paragraphs if p.parent}
    education = {f"I.4.p{rank}": "I.4.p2" for rank in (3, 4, 5, 6)}
    tourism = {f"I.5.p{rank}": "I.5.p1" for rank in (2, 3, 4, 5, 6)}
    recipients = {f"closing.p{rank}": "closing.p2" for rank in range(3, 12)}
    assert found == {**education, **tourism, "I.6.p2": "I.6.p1", "I.6.p3": "I.6.p1", **recipients}


@pytest.mark.parametrize(
    ("identity", "members"),
    [
        (
            "I.1.p1.s3",
            [
                "Hội chợ Du lịch Quốc tế Việt Nam-VITM Hà Nội 2022",
                "Lễ hội du lịch Hà Nội",
                "Lễ hội ẩm thực và Du lịch làng nghề Hà Nội năm 2022",
                "Hội chợ Đặc sản vùng miền Hà Nội năm 2022",
                (
                    "phối hợp tổ chức Hội thảo xúc tiến sản phẩm chè của tỉnh Lai Châu vào thị trường Trung Đông,"
                    " Bắc Phi và Nam Á tại Hà Nội"
                ),
                "Hội chợ đặc sản vùng miền tại Hà Nội",
            ],
        ),
        ("I.2.p1.s1", ["Mật ong", "các sản phẩm dược liệu", "sản phẩm trà", "đông trùng hạ thảo", "miến dong"]),
        ("I.4.p4.s1", ["Ngữ văn", "Lịch sử", "Địa lý", "Toán", "Vật lý", "Hóa học", "Sinh học", "Tiếng Anh"]),
        ("I.5.p5.s1", ["Facebook", "Fanpage", "Twitter", "Zalo"]),
        ("III.4.p1.s4", ["Lợn đen", "gà H'Mong", "mật ong", "cá nước lạnh"]),
        (
            "fn8.s1",
            [
                "Xe đạp Trung Thành Hà Nội",
                "Xe đạp xã Ninh Hiệp, Gia Lâm, Hà Nội",
                "Xe đạp MIMECO Hà Nội",
                "Xe đạp Sóc Sơn Hà Nội)",
            ],
        ),
    ],
)
def test_enumerations_keep_their_members(report: Report, identity: str, members: list[str]) -> None:
    (sentence,) = [s for p in report.paragraphs for s in p.sentences if s.id == f"{NAME}#{identity}"]
    assert [report.text[item.start : item.end] for item in sentence.items] == members


@pytest.mark.parametrize(
    ("identity", "text"),
    [
        ("header.p1.s1", "Số: /BC-UBND"),
        ("header.p2.s1", "Lai Châu, ngày tháng 02 năm 2023"),
        ("I.1.p1.s2", "Từ đó thu hút các nhà đầu tư, … cơ hội đầu tư vào địa bàn tỉnh Lai Châu."),
        ("I.2.p3.s1", "Cục Quản lý thị trường tỉnh Lai Châu … do Tổng cục Quản lý thị trường tổ chức."),
        ("I.3.p1.s2", "Nhiều tổ chức, … (thành phố Lai Châu 78,7 ha; huyện Tam Đường 32,8 ha; huyện Tân Uyên 3,5 ha)."),
        ("I.3.p4.s1", "Lĩnh vực chăn nuôi, … 75.780 con gia cầm giống, 08 con trâu giống, 300 con dê giống."),
        ("I.3.p4.s2", "Xây dựng chuỗi liên kết, … (công ty Cổ phần C.P hỗ trợ con giống, … đầu ra)."),
        ("I.3.p4.s5", "Thực hiện kiểm dịch vận chuyển … 103.088 con động vật/79 chuyến và 747.202 kg … chuyến."),
        ("I.6.p4.s2", "Công an tỉnh Lai Châu bắt 02 đối tượng truy nã (Công an Hà Nội ra quyết định)."),
        ("I.7.p1.s1", "Năm 2022, quận Hoàng Mai, … 425 triệu đồng, … trong quý I năm 2023."),
        ("II.2.p2.s1", "Số lượng doanh nghiệp kinh doanh dịch vụ du lịch Lai Châu … còn ít."),
        ("III.6.p1.s4", "Tổ chức chương trình Famtrip … tại 03 huyện: Sin Hồ - Tân Uyên - Than Uyên."),
        ("closing.p12.s1", "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nTrần Tiến Dũng"),
        ("fn2.s1", "08 đơn vị vận tải của Lai Châu và 03 đơn vị vận tải của thành phố Hà Nội."),
        ("fn6.s1", "16 bệnh viện, đơn vị trung ương hỗ trợ đào tạo, chuyển giao kỹ thuật."),
    ],
)
def test_ids_are_stable(report: Report, identity: str, text: str) -> None:
    """Gold questions, logs and links hold these ids; " … " stands for words left out here."""
    (sentence,) = [s for p in report.paragraphs for s in p.sentences if s.id == f"{NAME}#{identity}"]
    rest = report.text[sentence.start : sentence.end]
    pieces = text.split(" … ")
    assert rest.startswith(pieces[0])
    assert rest.endswith(pieces[-1])
    assert all(piece in rest for piece in pieces)


def test_ids_are_unique_and_say_where_they_are(report: Report) -> None:
    ids = [p.id for p in report.paragraphs] + [s.id for p in report.paragraphs for s in p.sentences]
    assert len(ids) == len(set(ids))
    for paragraph in report.paragraphs:
        place = f"fn{paragraph.footnote}" if paragraph.footnote else paragraph.section
        assert paragraph.id.startswith(f"{NAME}#{place}")
        assert all(s.id == f"{paragraph.id}.s{rank}" for rank, s in enumerate(paragraph.sentences, start=1))


def test_the_metadata_are_what_the_document_says(report: Report) -> None:
    assert report.metadata == Metadata(
        title="Kết quả hợp tác giữa tỉnh Lai Châu và thành phố Hà Nội năm 2022",
        number=None,
        sign="BC-UBND",
        issuer="Ủy ban nhân dân tỉnh Lai Châu",
        issued_on="2023-02",
        period="2022",
        plan=Plan("2923/KH-UBND", "2020-12-14"),
        signatory="Trần Tiến Dũng",
        recipients=(
            "TT. Tỉnh ủy Lai Châu (b/c)",
            "UBND thành phố Hà Nội",
            "Sở KH&ĐT thành phố Hà Nội",
            "Các sở, ban, ngành tỉnh",
            "UBND các huyện, thành phố",
            "Cục Quản lý thị trường Lai Châu",
            "Hiệp hội Doanh nghiệp tỉnh Lai Châu",
            "Hiệp hội Du lịch tỉnh Lai Châu",
            "Lưu: VT, Th7",
        ),
        kind="Báo cáo",
    )
