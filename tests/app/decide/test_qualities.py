"""How many of one quality is not told by a figure on others, nor by one on all."""

import pytest

from app.decide.qualities import quality_missing


@pytest.mark.parametrize(
    ("question", "text", "missing"),
    [
        ("bao nhiêu lao động nữ?", "có 40 lao động.", True),
        ("bao nhiêu lao động nữ?", "có 40 lao động, nữ 18 người.", False),
        ("bao nhiêu lao động nam?", "lao động nữ: 18; xã nam khê.", True),
        ("bao nhiêu lao động nam?", "18 nữ, 22 nam.", False),
        ("bao nhiêu học sinh ở đông nam?", "có 40 học sinh.", False),
        ("còn bao nhiêu hộ cận nghèo?", "còn 12 hộ nghèo.", True),
        ("còn bao nhiêu hộ nghèo?", "còn 12 hộ nghèo.", False),
        ("mấy hồ sơ trước hạn?", "7 hồ sơ quá hạn.", True),
        ("mấy hồ sơ quá hạn?", "7 hồ sơ chậm muộn.", False),
        ("bao nhiêu hộ dân tộc dao?", "12 hộ thái, 9 hộ mông.", True),
        ("bao nhiêu hộ dân tộc dao?", "thái 46 hộ; dao 13 hộ.", False),
        ("bao nhiêu người khơ mú?", "khơ mú 4 người.", False),
        ("bao nhiêu giáo viên mầm non?", "10 giáo viên tiểu học.", True),
    ],
)
def test_the_quality_asked_for_must_be_told(question: str, text: str, missing: bool) -> None:
    assert quality_missing(question, text) is missing
