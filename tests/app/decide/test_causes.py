"""A cause is asked for: signs of a cause, of a purpose, of neither."""

import pytest

from app.decide.causes import asks_cause, opens_with_cause, opens_with_consequence, reason_missing, reason_words


@pytest.mark.parametrize(
    ("question", "text", "after", "above", "missing"),
    [
        ("vì sao khách ít?", "khách còn ít.", "", "", True),
        ("vì sao khách ít?", "khách còn ít do mưa.", "", "", False),
        ("vì sao khách ít?", "khách còn ít.", "nguyên nhân là mưa.", "", False),
        ("vì sao khách ít?", "mưa nhiều.", "", "nguyên nhân", False),
        ("vì sao khách giảm?", "khách giảm chủ yếu ở chợ phiên.", "", "", False),
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


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        ("sao tỉnh lại giải thể xã?", True),
        ("thế sao đường mãi chưa xong?", True),
        ("vì sao khách ít?", True),
        ("kết quả ra sao?", False),
        ("còn xã khác thì sao?", False),
        ("làm sao để đăng ký lại?", False),
    ],
)
def test_sao_asks_for_a_cause_only_where_it_opens_what_is_wondered_at(question: str, asks: bool) -> None:
    assert asks_cause(question) is asks


def test_a_purpose_and_a_cause_are_brought_by_their_own_words() -> None:
    cause, purpose, either = "mưa nhiều do bão.", "trồng cây để lấy gỗ.", "xã mở lớp vì lý do gì?"
    assert reason_words("vì sao mưa nhiều?").search(cause)
    assert not reason_words("vì sao mưa nhiều?").search(purpose)
    assert reason_words("trồng cây để làm gì?").search(purpose)
    assert not reason_words("trồng cây để làm gì?").search(cause)
    assert reason_words(either).search(cause)


def test_a_sentence_may_open_with_the_cause_of_the_one_before() -> None:
    assert opens_with_cause("nguyên nhân là do mưa.")
    assert opens_with_cause("một trong những nguyên nhân là thiếu vốn.")
    assert not opens_with_cause("đã tìm ra nguyên nhân.")


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        ("nhờ đâu mà khách đông?", True),
        ("chợ phiên năm rồi sao không mở?", True),
        ("cớ sao khách ít?", True),
        ("khách đông ra sao?", False),
        ("còn chợ thì sao không ai biết?", False),
    ],
)
def test_every_way_to_ask_for_a_cause_is_known(question: str, asks: bool) -> None:
    assert asks_cause(question) is asks


def test_what_tells_what_came_of_something_shows_that_its_cause_is_told_before() -> None:
    assert opens_with_consequence("kết quả là khách đông hơn.")
    assert not opens_with_consequence("khách đông hơn.")
    assert not reason_missing("vì sao khách đông?", "từ đó khách đông hơn.", "", "")
