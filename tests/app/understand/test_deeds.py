"""Who asks for all that was done wants every sentence about it; who asks for one deed does not."""

import pytest

from app.understand.deeds import asks_deeds, topic
from app.understand.words import content_words


@pytest.mark.parametrize(
    "asked",
    [
        "nêu các kết quả về thủy lợi năm 2024",
        "nhiệm vụ về trồng rừng gồm những gì?",
        "phương hướng phát triển cà phê có những nội dung nào?",
        "sắp tới ngành điện làm những gì?",
        "phương hướng về trồng rừng năm 2025?",
        "các nhiệm vụ về thủy lợi",
    ],
)
def test_all_deeds_are_asked_for(asked: str) -> None:
    assert asks_deeds(asked)


@pytest.mark.parametrize(
    "asked",
    [
        "ai ký kế hoạch?",
        "kế hoạch số mấy?",
        "những xã nào trồng chè?",
        "kết quả xét nghiệm là bao nhiêu?",
        "làm gì?",
        "kết quả ra sao?",
    ],
)
def test_one_thing_is_asked_for(asked: str) -> None:
    assert not asks_deeds(asked)


def test_the_topic_is_what_is_left_without_the_deeds() -> None:
    assert [word.text for word in topic(tuple(content_words("kết quả hợp tác chăn nuôi")))] == ["chăn nuôi"]
