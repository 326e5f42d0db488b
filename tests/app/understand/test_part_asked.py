"""Which part of a report is asked for as a whole; a question for one thing in it asks for no part."""

import pytest

from app.understand.part_asked import part_asked, side_of_causes
from index.syllables import normalise


@pytest.mark.parametrize(
    ("question", "title"),
    [
        ("Ngành thủy sản còn những hạn chế gì?", "tồn tại, hạn chế"),
        ("Nguyên nhân của những tồn tại là gì?", "nguyên nhân"),
        ("Nêu giúp tôi các ưu điểm", "ưu điểm"),
        ("Năm sau xã đặt ra mục tiêu nào?", "mục tiêu"),
        ("Các giải pháp chủ yếu năm 2025?", "nhiệm vụ và giải pháp"),
        ("Huyện đề nghị tỉnh những việc gì?", "kiến nghị, đề xuất"),
        ("Liệt kê giúp tôi những chỗ còn hạn chế của việc thu phí mà báo cáo nêu ra", "tồn tại, hạn chế"),
        ("Khâu nào còn yếu kém thì nêu ra: các khâu yếu là gì?", "hạn chế"),
        ("Thu phí chợ còn vướng gì?", "khó khăn, vướng mắc"),
        ("Rút ra bài học kinh nghiệm nào?", "bài học kinh nghiệm"),
    ],
)
def test_a_part_is_asked_for_by_what_reports_call_it(question: str, title: str) -> None:
    part = part_asked(normalise(question))
    assert part is not None
    assert part.titles.search(title)


@pytest.mark.parametrize(
    "question",
    [
        "Có bao nhiêu hạn chế?",
        "Ai đề nghị kéo dài thời gian?",
        "Chỉ tiêu nào chưa đạt?",
        "Chỉ tiêu nào vượt kế hoạch?",
        "Nhiệm vụ do sở nào làm?",
        "Xã nào khó khăn nhất?",
        "Trường mở lớp ở đâu?",
    ],
)
def test_a_question_for_one_thing_asks_for_no_part(question: str) -> None:
    assert part_asked(normalise(question)) is None


def test_what_was_done_of_tasks_is_no_part_for_tasks() -> None:
    part = part_asked("nêu các nhiệm vụ")
    assert part is not None
    assert not part.titles.search("kết quả thực hiện nhiệm vụ")


@pytest.mark.parametrize(
    ("question", "side"),
    [("nguyên nhân chủ quan là gì", "chủ quan"), ("nguyên nhân khách quan, chủ quan là gì", ""), ("nguyên nhân", "")],
)
def test_causes_of_one_side_are_told_apart(question: str, side: str) -> None:
    assert side_of_causes(question) == side
