"""What became of a request is not told by the request."""

import pytest

from app.decide.replies import reply_missing

REQUEST = "đề nghị bộ nông nghiệp hỗ trợ 280 tỷ đồng mở rộng khu neo đậu."


@pytest.mark.parametrize(
    ("question", "text", "titles", "missing"),
    [
        ("bộ nông nghiệp đã đồng ý hỗ trợ 280 tỷ đồng chưa?", REQUEST, "", True),
        ("ủy ban trả lời thế nào về đề nghị đó?", REQUEST, "", True),
        ("bộ có cho tiền mở rộng khu neo đậu không?", REQUEST, "", True),
        ("nâng mức hỗ trợ được chấp thuận không?", "nâng mức hỗ trợ lên 30 tỷ đồng.", "kiến nghị", True),
        ("bộ đã đồng ý sửa 04 tuyến chưa?", "hai sở phối hợp đề nghị bộ sửa 04 tuyến.", "", True),
        ("bộ đã đồng ý sửa 04 tuyến chưa?", "theo đề nghị của hai sở, bộ đã chấp thuận.", "", False),
        ("tỉnh đề nghị bộ hỗ trợ gì?", REQUEST, "", False),
        ("cần bao nhiêu tiền để mở rộng khu neo đậu?", REQUEST, "", False),
        ("bộ đã phê duyệt chưa?", "bộ đã phê duyệt dự án.", "", False),
    ],
)
def test_a_request_is_no_reply(question: str, text: str, titles: str, missing: bool) -> None:
    assert reply_missing(question, text, titles) is missing
