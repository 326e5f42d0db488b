"""A cause is asked for: signs of a cause, of a purpose, of neither."""

import pytest

from app.decide.causes import reason_missing


@pytest.mark.parametrize(
    ("question", "text", "after", "above", "missing"),
    [
        ("vì sao khách ít?", "khách còn ít.", "", "", True),
        ("vì sao khách ít?", "khách còn ít do mưa.", "", "", False),
        ("vì sao khách ít?", "khách còn ít.", "nguyên nhân là mưa.", "", False),
        ("vì sao khách ít?", "mưa nhiều.", "", "nguyên nhân", False),
        ("vì sao khách ít?", "khách còn ít để lại ấn tượng.", "", "", True),
        ("vì sao xã mở lớp?", "xã mở lớp nhằm dạy nghề.", "", "", False),
        ("vì sao xã mở lớp?", "xã mở lớp.", "", "", True),
        ("vì sao hai người bị bắt?", "bắt hai người vào rừng trái phép.", "", "", False),
        ("khách có ít không?", "khách còn ít.", "", "", False),
    ],
)
def test_a_state_needs_a_cause_and_an_action_may_have_a_purpose(
    question: str, text: str, after: str, above: str, missing: bool
) -> None:
    assert reason_missing(question, text, after, above) is missing
