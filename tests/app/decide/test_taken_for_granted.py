"""What a question takes for granted must not be told otherwise."""

import pytest

from app.decide.taken_for_granted import contradicted


@pytest.mark.parametrize(
    ("question", "text", "told_otherwise"),
    [
        ("vì sao tỉnh không trồng đủ kế hoạch rừng?", "trồng mới 9.850 ha rừng, đạt 103,7% kế hoạch.", True),
        ("vì sao chưa hoàn thành chỉ tiêu?", "đạt 100% chỉ tiêu.", True),
        ("vì sao chưa hoàn thành chỉ tiêu?", "đạt 87,5% chỉ tiêu do thiếu vốn.", False),
        ("vì sao chưa đạt kế hoạch thu?", "thu đạt 108% nhưng thu từ đất không đạt.", False),
        ("trồng được bao nhiêu ha?", "trồng 9.850 ha, đạt 103% kế hoạch.", False),
        ("huyện đứng nhất tỉnh nhờ đâu?", "huyện xếp thứ 3/11 huyện.", True),
        ("huyện đứng nhất tỉnh nhờ đâu?", "huyện đứng nhất tỉnh nhờ làm sớm.", False),
    ],
)
def test_what_was_reached_was_not_missed(question: str, text: str, told_otherwise: bool) -> None:
    assert contradicted(question, text) is told_otherwise
