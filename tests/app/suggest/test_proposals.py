"""Questions derived from a small report, each by hand from the sentence it stands in."""

from pathlib import Path

import pytest

from app.suggest.proposals import proposals
from corpus.models import Report
from corpus.parse import parse_report
from tests.small_library import COOPERATION_ID, small_library

_BEFORE = "Số: 15/BC-UBND\n\n## BÁO CÁO\n\n### Kết quả công tác năm 2022\n\n#### I. KẾT QUẢ\n\n"


def of_sentence(sentence: str) -> list[str]:
    """Return the questions for figures of a report with this one sentence."""
    report = parse_report(f"{_BEFORE}{sentence}./.\n", Path("bc.md"))
    return [proposal.text for proposal in proposals(report) if proposal.about == "figure"]


@pytest.fixture(scope="module")
def report() -> Report:
    return small_library().report(COOPERATION_ID)


def test_a_report_proposes_its_sections_and_its_clauses_with_one_figure(report: Report) -> None:
    assert [(p.text, p.section) for p in proposals(report)] == [
        ("Về kết quả, báo cáo nêu những gì?", "I"),
        ("Về nông nghiệp, báo cáo nêu những gì?", "I.1"),
        ("Các hộ dân đã trồng hoa hồng với diện tích bao nhiêu ha?", "I.1"),
        ("Đến nay có bao nhiêu nhà đầu tư của thành phố Hà Nội quan tâm trồng dược liệu?", "I.1"),
        ("Về giao thông, báo cáo nêu những gì?", "I.2"),
        ("Hiện nay có bao nhiêu đơn vị vận tải khai thác tuyến Lai Châu - Hà Nội?", "I.2"),
        ("Về hạn chế, báo cáo nêu những gì?", "II"),
    ]


def test_the_place_of_a_proposal_is_its_sentence_or_its_section(report: Report) -> None:
    by_text = {p.text: p for p in proposals(report)}
    figure = by_text["Hiện nay có bao nhiêu đơn vị vận tải khai thác tuyến Lai Châu - Hà Nội?"]
    assert report.text[figure.start : figure.end].startswith("Hiện nay có 11 đơn vị vận tải khai thác")
    section = by_text["Về giao thông, báo cáo nêu những gì?"]
    assert (section.start, section.end) == (report.section("I.2").start, report.section("I.2").end)


@pytest.mark.parametrize(
    ("sentence", "asked"),
    [
        ("Công an tỉnh đã bắt 02 đối tượng truy nã trên địa bàn", "Công an tỉnh đã bắt bao nhiêu đối tượng truy nã trên địa bàn?"),
        ("Công an tỉnh đã bắt khoảng 20 đối tượng truy nã trên địa bàn", "Công an tỉnh đã bắt bao nhiêu đối tượng truy nã trên địa bàn?"),
        ("16 bệnh viện đã hỗ trợ đào tạo cho tỉnh", "Có bao nhiêu bệnh viện đã hỗ trợ đào tạo cho tỉnh?"),
        ("Trong năm 2022, Sở Y tế đã tiêm cho học sinh 15.000 liều vắc xin", "Sở Y tế đã tiêm cho học sinh bao nhiêu liều vắc xin?"),
    ],
)  # fmt: skip
def test_the_question_stands_where_the_figure_stood(sentence: str, asked: str) -> None:
    assert of_sentence(sentence) == [asked]


@pytest.mark.parametrize(
    "sentence",
    [
        "Tỉnh tổ chức thành công hội chợ sâm Lai Châu vào năm 2022",
        "Thực hiện Kế hoạch số 2923/KH-UBND của tỉnh về hợp tác",
        "Tỷ lệ hộ nghèo của toàn tỉnh giảm còn 18,5% so với trước",
        "Quảng bá hình ảnh của tỉnh tại sự kiện SEA Game 31 tổ chức",
        "Đã ký với 3 hợp tác xã và 2 hộ kinh doanh cá thể",
        "Bắt 02 đối tượng",
        "Cung ứng cho các hộ nuôi trong tỉnh, cơ sở chăn nuôi trên địa bàn tỉnh 300 con giống",
    ],
)
def test_years_numbers_of_documents_shares_names_and_scraps_are_not_asked_for(sentence: str) -> None:
    assert of_sentence(sentence) == []
