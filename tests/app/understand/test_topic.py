"""A topic is what a question is about: what asks is left out, what is named stays."""

import pytest

from app.understand.topic import aside_of, thing_of, topic_of, under


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("Diện tích hoa hồng ở Tam Đường là bao nhiêu?", "Diện tích hoa hồng ở Tam Đường"),
        ("Có mấy đơn vị vận tải của Lai Châu?", "Đơn vị vận tải của Lai Châu"),
        ("Huyện có mấy công trình giao thông vậy ạ?", "Huyện có công trình giao thông"),
        ("Trường nào của Hà Nội nhận giáo viên?", "Trường của Hà Nội nhận giáo viên"),
        ("Vì sao ngày hội bị dừng?", "Ngày hội bị dừng"),
        ("Ngày hội có mở lại không?", "Ngày hội có mở lại hay không"),
        ("Rừng cả tỉnh bao nhiêu ha?", "Rừng cả tỉnh"),
        ("Bao nhiêu con bò chết rét?", "Con bò chết rét"),
        ("Vì sao?", "Vì sao"),
    ],
)
def test_the_topic_is_the_question_without_what_asks(question: str, topic: str) -> None:
    assert topic_of(question) == topic


@pytest.mark.parametrize(
    ("question", "thing"),
    [
        ("Hội chợ Sâm năm 2022 có chủ đề gì?", "Hội chợ Sâm"),
        ("Có bao nhiêu trạm 5G?", ""),
        ("Trường nào nhận giáo viên?", ""),
        ("Mỗi ngày chạy mấy chuyến?", ""),
    ],
)
def test_a_question_opens_with_the_thing_it_is_about_or_with_none(question: str, thing: str) -> None:
    assert thing_of(question) == thing


def test_an_aside_leaves_out_what_is_counted_at_its_end() -> None:
    assert aside_of("trong lớp mầm non có mấy trẻ?") == "Trong lớp mầm non"


def test_a_name_keeps_its_capital_after_the_topic() -> None:
    assert under("Trạm 5G", "Sơn Khê mấy trạm?") == "Trạm 5G: Sơn Khê mấy trạm?"
    assert under("Trạm 5G", "Ở đâu?") == "Trạm 5G: ở đâu?"
