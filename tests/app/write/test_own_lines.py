"""What is asked of a document itself is answered by the lines of its head and end."""

import pytest

from app.write.own_lines import own_lines
from corpus.passages import cut_passages
from tests.rules import rules

LIBRARY = rules()


@pytest.mark.parametrize(
    ("document", "question", "told"),
    [
        ("nghi-dinh", "Ai ký Nghị định?", ["TM. CHÍNH PHỦ\nThủ tướng\nLê Văn An"]),
        ("nghi-dinh", "Nghị định do ai ký?", ["TM. CHÍNH PHỦ\nThủ tướng\nLê Văn An"]),
        ("nghi-dinh", "Nghị định ban hành ngày nào?", ["ngày 10/10/2003 về bến thuyền và người lái."]),
        ("nghi-dinh", "Số hiệu của nghị định này là gì?", ["Nghị định của Chính phủ số 14/2003/NĐ-CP"]),
        (
            "nghi-dinh",
            "Nghị định căn cứ vào đâu?",
            ["Căn cứ Luật Đường sông ngày 25 tháng 12 năm 2001;\nTheo đề nghị của Bộ trưởng Bộ Mẫu,"],
        ),
        ("thong-tu", "Thông tư được ban hành khi nào?", ["Hà Nội, ngày 15 tháng 5 năm 2000"]),
        ("thong-tu", "Thông tư số mấy?", ["SỐ: 40/2000/TT/BM"]),
        ("thong-tu", "Cơ quan nào ban hành thông tư?", ["BỘ MẪU"]),
        ("thong-tu", "Thông tư gửi những đâu?", ["Nơi nhận:\nCác sở;\nLưu: VT."]),
        ("thong-tu", "Thông tư nói về gì?", ["Hướng dẫn thu phí chợ"]),
        ("quy-che", "Quy chế do ai ký?", ["TRƯỞNG BAN"]),
        ("so-lieu", "Bảng số liệu của cơ quan nào?", ["Nguồn: Cục Đầu tư Mẫu"]),
        ("bao-cao", "Ai ký báo cáo?", []),
    ],
)
def test_the_lines_of_the_document_answer(document: str, question: str, told: list[str]) -> None:
    report = LIBRARY.report(document)
    assert [report.text[quote.start : quote.end] for quote in own_lines(question, report, cut_passages(report))] == told


@pytest.mark.parametrize(
    "question",
    [
        "Ai ký hợp đồng?",
        "Thông tư thu phí bao nhiêu?",
        "Kế hoạch ban hành khi nào?",
        "Kế hoạch thu phí chợ ký hôm nào?",
        "Khi nào nộp phí?",
        "Nộp phí ở đâu?",
    ],
)
def test_what_is_asked_of_other_things_is_left_to_the_search(question: str) -> None:
    report = LIBRARY.report("thong-tu")
    assert own_lines(question, report, cut_passages(report)) == []
