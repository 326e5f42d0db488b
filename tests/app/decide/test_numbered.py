"""A thing with a number of its own is told of only with that number."""

import pytest

from app.decide.numbered import unknown_number

TOLD = "Bão số 1 và bão số 04 vào bờ; Dự án 5 xong; xã khu vực III; đường tỉnh số 127; theo Nghị quyết 18."


def known(phrase: str) -> bool:
    return phrase in ("bão số", "nghị quyết số", "dự án", "khu vực")


@pytest.mark.parametrize(
    ("question", "unknown"),
    [
        ("bão số 6 làm đổ mấy nhà?", "bão số 6"),
        ("bão số 4 làm đổ mấy nhà?", ""),
        ("dự án 9 giải ngân bao nhiêu?", "dự án 9"),
        ("dự án 5 giải ngân bao nhiêu?", ""),
        ("dự án 20 tỷ đồng ở đâu?", ""),
        ("xã khu vực iv có mấy hộ?", "khu vực iv"),
        ("xã khu vực iii có mấy hộ?", ""),
        ("nghị quyết số 18 giao gì?", ""),
        ("nghị quyết số 18-nq/tw giao gì?", ""),
        ("một số 3 năm qua?", ""),
        ("sổ số 7 ghi gì?", ""),
    ],
)
def test_the_number_must_be_told(question: str, unknown: str) -> None:
    assert unknown_number(question, known, TOLD) == unknown
