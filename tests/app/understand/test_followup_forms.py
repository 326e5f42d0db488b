"""Follow-ups in the forms in which people type them, each resolved by its words and what was said before."""

import pytest

from app.understand.followup import FollowUps
from app.understand.lexicon import Lexicon

AREA = "Diện tích trồng hoa hồng ở Tam Đường là bao nhiêu?"


@pytest.fixture(scope="module")
def follow_ups(lexicon: Lexicon) -> FollowUps:
    """Of a report about Lai Châu and Hà Nội."""
    return FollowUps(lexicon, frozenset({"lai chau", "ha noi"}))


@pytest.mark.parametrize(
    ("turns", "question", "meant"),
    [
        (["Chủ đề hội chợ sâm là gì?"], "Còn tuần du lịch?", "Chủ đề tuần du lịch là gì?"),
        (["Hội chợ sâm có chủ đề gì?"], "Tuần du lịch thì sao?", "Tuần du lịch có chủ đề gì?"),
        (["Năm 2023 trồng mấy ha hoa?"], "Năm nay thì sao?", "Năm nay trồng mấy ha hoa?"),
        (["Sản lượng hoa hồng bao nhiêu?"], "Kế hoạch 2023?", "Kế hoạch năm 2023 sản lượng hoa hồng bao nhiêu?"),
        ([AREA, "Còn Tân Uyên?"], "Chênh nhau bao nhiêu?", AREA.replace("ở Tam Đường là", "ở Tam Đường và Tân Uyên chênh nhau")),
        (["Có mấy nhà đầu tư?"], "Cụ thể?", "Có mấy nhà đầu tư? Kể tên cụ thể?"),
        (["Có mấy chuyến xe?"], "So với năm trước thế nào?", "Có mấy chuyến xe? Tăng hay giảm thế nào so với năm trước?"),
        (["Kiểm dịch mấy hồ sơ?"], "Trễ hạn bao nhiêu?", "Kiểm dịch mấy hồ sơ? Trễ hạn bao nhiêu?"),
        (["Quận Hoàng Mai cho bao nhiêu tiền?", "Có khoản nào mua máy không?"], "Còn quận Ba Đình cho bao nhiêu?", "Quận Ba Đình cho bao nhiêu tiền?"),
    ],
)  # fmt: skip
def test_a_form_is_resolved(follow_ups: FollowUps, turns: list[str], question: str, meant: str) -> None:
    assert follow_ups.resolve(question, turns).text == meant


def test_a_place_is_exchanged_however_it_was_spelled(follow_ups: FollowUps) -> None:
    assert follow_ups.resolve("Thế ở Tân Uyên?", ["Diện tích hoa hồng ở Tam Dường?"]).text == (
        "Diện tích hoa hồng ở Tân Uyên?"
    )


@pytest.mark.parametrize("text", ["cảm ơn bạn", "Viết cho tôi một bài thơ", "Thủ đô của Pháp là gì?"])
def test_what_has_nothing_to_do_with_the_report_inherits_nothing(follow_ups: FollowUps, text: str) -> None:
    assert follow_ups.resolve(text, [AREA]).text == text


def test_a_pointing_word_means_what_the_answer_named(follow_ups: FollowUps) -> None:
    resolved = follow_ups.resolve("Huyện đó có mấy đơn vị vận tải khai thác?", [AREA], ["Ở huyện Tân Uyên."])
    assert resolved.text.endswith("Huyện Tân Uyên có mấy đơn vị vận tải khai thác?")
