"""A count of a result that a text does not speak of, and a direction that it contradicts."""

import pytest

from app.decide.events import direction_contradicted, event_missing, limit_contradicted, prize_missing, suffered_missing


@pytest.mark.parametrize(
    ("question", "text", "missing"),
    [
        ("bao nhiêu dự án khởi công?", "đã khảo sát 5 dự án.", True),
        ("bao nhiêu dự án khởi công?", "đã động thổ 5 dự án.", False),
        ("mấy con trâu chết?", "toàn xã có 50 con trâu.", True),
        ("mấy con trâu chết?", "rét làm thiệt hại 50 con trâu.", False),
        ("mấy xã bắt tay với công ty?", "ba xã liên kết với công ty.", False),
        ("bao nhiêu mẫu dương tính?", "xét nghiệm 402 mẫu để phòng, chống dịch.", True),
        ("bao nhiêu mẫu dương tính?", "xét nghiệm 402 mẫu, phát hiện 3 ca bệnh.", False),
        ("dự án nào khởi công?", "đã khảo sát 5 dự án.", True),
        ("bao giờ khởi công?", "đã khảo sát năm 2022.", True),
        ("dự án đã khởi công chưa?", "đã khảo sát 5 dự án.", False),  # "not yet" may be told in other words
        ("vì sao sở từ chối?", "sở phối hợp mở tuyến.", True),
        ("vì sao bị từ chối?", "không được cho cư trú.", False),
        ("giải đua năm đó đội nào về nhất?", "tổ chức thành công giải đua.", True),
        ("giải đua năm đó đội nào về nhất?", "đội xã an phú giành giải nhất.", False),
        ("ba vụ đó xét xử thế nào, ai bị án?", "chuyển cơ quan điều tra khởi tố 03 vụ.", True),
        ("bao nhiêu dự án?", "đã khảo sát 5 dự án.", False),
    ],
)
def test_a_counted_result_must_be_spoken_of(question: str, text: str, missing: bool) -> None:
    assert event_missing(question, text) is missing


@pytest.mark.parametrize(
    ("question", "text", "contradicted"),
    [
        ("diện tích giảm bao nhiêu?", "diện tích tăng 5 ha.", True),
        ("diện tích giảm bao nhiêu?", "diện tích tăng 5 ha, sau đó giảm 2 ha.", False),
        ("diện tích có giảm không?", "diện tích tăng 5 ha.", False),
        ("diện tích tăng hay giảm?", "diện tích tăng 5 ha.", False),
        ("vì sao thừa giáo viên?", "còn thiếu giáo viên.", True),
    ],
)
def test_the_opposite_direction_answers_only_an_open_question(question: str, text: str, contradicted: bool) -> None:
    assert direction_contradicted(question, text) is contradicted


@pytest.mark.parametrize(
    ("question", "text", "contradicted"),
    [
        ("nuôi ong hơn 5 năm có được giảm phí không?", "người nuôi dưới 5 năm được giảm phí.", True),
        ("nuôi ong hơn 5 năm có được giảm phí không?", "người nuôi trên 5 năm không được giảm phí.", False),
        ("nuôi ong hơn 5 năm có được giảm phí không?", "người nuôi dưới 3 năm được giảm phí.", False),
        ("nuôi chưa đủ năm năm thì sao?", "người nuôi quá 5 năm được giảm phí.", True),
        ("nuôi dưới 5 năm thì sao?", "nuôi không quá 5 năm thì được giảm, quá 5 năm thì không.", False),
    ],
)
def test_what_is_above_a_limit_is_not_answered_by_what_is_below_it(
    question: str, text: str, contradicted: bool
) -> None:
    assert limit_contradicted(question, text) is contradicted


def test_who_suffered_what_must_be_told() -> None:
    assert suffered_missing("bao nhiêu người bị tai nạn?", "có 13 người đi làm.")
    assert not suffered_missing("bao nhiêu người bị tai nạn?", "13 vụ tai nạn giao thông.")
    assert not suffered_missing("bao nhiêu chuyến bị thay giờ chạy?", "điều chỉnh 13 chuyến.")


def test_another_prize_is_not_the_one_asked_about() -> None:
    assert prize_missing("ai đoạt giải nhất?", "đoạt 02 giải nhì, 07 giải ba.")
    assert not prize_missing("ai đoạt giải nhì?", "đoạt 02 giải nhì, 07 giải ba.")
    assert not prize_missing("đoạt mấy giải?", "đoạt 02 giải nhì.")
