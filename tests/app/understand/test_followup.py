"""Follow-ups are made to stand alone from the questions before them, in Vietnamese, without a model."""

import pytest

from app.understand.followup import FollowUps, Standalone
from app.understand.lexicon import Lexicon

ROSES = "Diện tích trồng hoa hồng ở huyện Tam Đường năm 2022 là bao nhiêu?"


@pytest.fixture(scope="module")
def follow_ups(lexicon: Lexicon) -> FollowUps:
    """Of a report about Lai Châu and Hà Nội."""
    return FollowUps(lexicon, frozenset({"lai chau", "ha noi"}))


def test_a_first_question_stands_alone_as_it_is(follow_ups: FollowUps) -> None:
    assert follow_ups.resolve("Vì sao?", []) == Standalone("Vì sao?", "Vì sao?")


@pytest.mark.parametrize(
    ("question", "meant"),
    [
        ("Còn Tân Uyên thì sao?", "Diện tích trồng hoa hồng ở huyện Tân Uyên năm 2022 là bao nhiêu?"),
        ("còn huyện Tân Uyên?", "Diện tích trồng hoa hồng ở huyện Tân Uyên năm 2022 là bao nhiêu?"),
        ("Tân Uyên?", "Diện tích trồng hoa hồng ở huyện Tân Uyên năm 2022 là bao nhiêu?"),
        ("Thế năm 2021?", "Diện tích trồng hoa hồng ở huyện Tam Đường năm 2021 là bao nhiêu?"),
        ("Còn Tân Uyên năm 2021?", "Diện tích trồng hoa hồng ở huyện Tân Uyên năm 2021 là bao nhiêu?"),
    ],
)
def test_a_place_or_year_takes_the_place_of_the_one_before(follow_ups: FollowUps, question: str, meant: str) -> None:
    assert follow_ups.resolve(question, [ROSES]) == Standalone(meant, meant)


@pytest.mark.parametrize(
    ("question", "meant"),
    [
        ("Còn ở Tân Uyên?", "Có bao nhiêu chuyến xe ở Tân Uyên?"),
        ("Còn năm 2021?", "Có bao nhiêu chuyến xe năm 2021?"),
    ],
)
def test_a_place_or_year_is_added_where_there_was_none(follow_ups: FollowUps, question: str, meant: str) -> None:
    assert follow_ups.resolve(question, ["Có bao nhiêu chuyến xe?"]).text == meant


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("Của ai?", "của ai?"),
        ("Vì sao?", "vì sao?"),
        ("Kể tên", "kể tên?"),
        ("Họ ở đâu?", "họ ở đâu?"),
        ("Ở đó có gì nữa?", "ở đó có gì nữa?"),
        ("Còn số chuyến xe?", "số chuyến xe bao nhiêu?"),
    ],
)
def test_more_about_the_same_thing_is_asked_of_what_the_question_before_was_about(
    follow_ups: FollowUps, question: str, asked: str
) -> None:
    resolved = follow_ups.resolve(question, [ROSES])
    assert resolved.focus.lower() == asked
    assert resolved.text == f"Diện tích trồng hoa hồng ở huyện Tam Đường năm 2022: {asked}"


@pytest.mark.parametrize(
    "question",
    [
        "Có bao nhiêu đơn vị vận tải khai thác tuyến Lai Châu - Hà Nội?",
        "Bệnh viện Tuệ Tĩnh hỗ trợ bao nhiêu tiền để mua máy?",
        "Năm nay có bao nhiêu nhà đầu tư quan tâm trồng dược liệu?",
    ],
)
def test_a_change_of_topic_inherits_nothing(follow_ups: FollowUps, question: str) -> None:
    assert follow_ups.resolve(question, [ROSES]) == Standalone(question, question)


def test_a_conversation_is_followed_through_its_turns(follow_ups: FollowUps) -> None:
    resolved = follow_ups.resolve("Vì sao?", [ROSES, "Còn Tân Uyên?", "Thế năm 2021?"])
    assert resolved.text == "Diện tích trồng hoa hồng ở huyện Tân Uyên năm 2021: vì sao?"


def test_ten_turns_end_where_the_last_two_places_and_years_point(follow_ups: FollowUps) -> None:
    turns = [ROSES, *["Còn Tân Uyên?", "Thế năm 2021?", "Còn Tam Đường?", "Thế năm 2022?"] * 2, "Còn Tân Uyên?"]
    assert len(turns) == 10
    assert follow_ups.resolve("Thế năm 2021?", turns).text == ROSES.replace("Tam Đường", "Tân Uyên").replace(
        "2022", "2021"
    )


def test_after_a_change_of_topic_the_new_one_is_followed(follow_ups: FollowUps) -> None:
    other = "Có bao nhiêu đơn vị vận tải khai thác tuyến Lai Châu - Hà Nội?"
    resolved = follow_ups.resolve("Kể tên", [ROSES, other])
    assert resolved.text == "Đơn vị vận tải khai thác tuyến Lai Châu - Hà Nội: kể tên?"


def test_a_place_that_says_what_it_is_brings_that_along(follow_ups: FollowUps) -> None:
    resolved = follow_ups.resolve("Còn thành phố Lai Châu?", [ROSES])
    assert resolved.text == "Diện tích trồng hoa hồng ở thành phố Lai Châu năm 2022 là bao nhiêu?"


def test_a_place_of_another_kind_does_not_become_a_district(follow_ups: FollowUps) -> None:
    resolved = follow_ups.resolve("Còn Hà Nội?", [ROSES])
    assert resolved.text == "Diện tích trồng hoa hồng ở Hà Nội năm 2022 là bao nhiêu?"


def test_empty_turns_harm_nothing(follow_ups: FollowUps) -> None:
    assert follow_ups.resolve(ROSES, ["?", "..."]).text == ROSES


VEHICLES = "Có bao nhiêu đơn vị vận tải của Lai Châu?"


@pytest.mark.parametrize(
    ("turns", "question", "meant"),
    [
        (["Năm 2022 có bao nhiêu chuyến xe?"], "Trước đó một năm?", "Năm 2021 có bao nhiêu chuyến xe?"),
        ([VEHICLES], "Hà Nội?", "Có bao nhiêu đơn vị vận tải của Hà Nội?"),
        ([VEHICLES], "phía Hà Nội thì sao?", "Có bao nhiêu đơn vị vận tải của Hà Nội?"),
        (["Chủ đề của nó là gì?"], "còn hội chợ sâm?", "Chủ đề của hội chợ sâm là gì?"),
    ],
)
def test_one_slot_is_exchanged(follow_ups: FollowUps, turns: list[str], question: str, meant: str) -> None:
    assert follow_ups.resolve(question, turns).text == meant


def test_the_year_spoken_of_may_be_that_of_the_answer(follow_ups: FollowUps) -> None:
    resolved = follow_ups.resolve("Năm trước đó?", ["Hiện nay có mấy chuyến xe?"], ["Năm 2022 có 32 chuyến."])
    assert resolved.text == "Năm 2021 có mấy chuyến xe?"


def test_a_bare_attribute_is_asked_about_the_same_thing(follow_ups: FollowUps) -> None:
    resolved = follow_ups.resolve("kinh phí?", ["Tam Đường xây mấy ngôi nhà?"])
    assert resolved == Standalone("Tam Đường xây ngôi nhà: kinh phí là bao nhiêu?", "Kinh phí là bao nhiêu?")


@pytest.mark.parametrize(
    ("question", "alone"),
    [
        ("À mà ai ký cái báo cáo này vậy?", "Ai ký cái báo cáo này vậy?"),
        ("Thôi hỏi chuyện khác. Tuyến xe nào mới mở?", "Tuyến xe nào mới mở?"),
        ("Thế tỉnh xin trung ương bổ sung bao nhiêu tiền?", "Tỉnh xin trung ương bổ sung bao nhiêu tiền?"),
    ],
)
def test_another_topic_is_asked_without_what_announces_it(follow_ups: FollowUps, question: str, alone: str) -> None:
    assert follow_ups.resolve(question, [ROSES]) == Standalone(alone, alone)


def test_a_follow_up_says_what_it_is_about_and_which_question_it_leans_on(follow_ups: FollowUps) -> None:
    resolved = follow_ups.resolve("Của ai?", [ROSES])
    assert resolved.topic == "Diện tích trồng hoa hồng ở huyện Tam Đường năm 2022"
    assert resolved.earlier == Standalone(ROSES, ROSES)
    assert follow_ups.resolve("Vì sao?", []).earlier is None
    assert follow_ups.resolve("Còn Tân Uyên?", [ROSES]).earlier is None
