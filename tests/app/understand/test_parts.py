"""A question that asks two things is answered in parts; one that asks one thing is not cut."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.understand.followup import Standalone
from app.understand.parts import split, under_topic


def test_two_question_words_with_a_seam_between_them_are_two_parts() -> None:
    assert split("Đã có mấy nhà đầu tư quan tâm, và được hỗ trợ ra sao?") == [
        (Standalone("Đã có mấy nhà đầu tư quan tâm?", "Đã có mấy nhà đầu tư quan tâm?"),),
        (Standalone("Đã có mấy nhà đầu tư quan tâm? Được hỗ trợ ra sao?", "được hỗ trợ ra sao?"),),
    ]


def test_a_later_part_with_a_subject_of_its_own_is_read_alone_first() -> None:
    _, later = split("Phong Thổ được hỗ trợ bao nhiêu tiền, còn đoàn lữ hành khảo sát bản nào?")
    assert [reading.text for reading in later] == [
        "Đoàn lữ hành khảo sát bản nào?",
        "Phong Thổ được hỗ trợ bao nhiêu tiền? Đoàn lữ hành khảo sát bản nào?",
    ]


@pytest.mark.parametrize(
    ("question", "later"),
    [
        (
            "Về dược liệu: đã có mấy nhà đầu tư và năm 2023 định hướng ra sao?",
            "Về dược liệu: năm 2023 định hướng ra sao?",
        ),
        ("Ở Phong Thổ, giúp tổng cộng bao nhiêu tiền, còn đi bản nào?", "Ở Phong Thổ, đi bản nào?"),
    ],
)
def test_what_all_parts_are_about_goes_with_every_part(question: str, later: str) -> None:
    assert split(question)[1][0] == Standalone(later, later)


def test_two_sentences_are_two_parts() -> None:
    assert [readings[-1].focus for readings in split("Diện tích là bao nhiêu? Ai trồng?")] == [
        "Diện tích là bao nhiêu?",
        "Ai trồng?",
    ]


def test_a_request_that_names_two_things_is_two_parts() -> None:
    assert [readings[-1].focus for readings in split("Cho biết diện tích trồng hoa hồng và số nhà đầu tư.")] == [
        "Cho biết diện tích trồng hoa hồng?",
        "số nhà đầu tư.",
    ]


@pytest.mark.parametrize(
    "question",
    [
        "Ai ký?",
        "Lai Châu và Hà Nội có mấy đơn vị vận tải?",
        "Trồng hoa và nuôi dê ở đâu?",
        "Ai và ở đâu?",
        "hoa hồng",
        "",
        "?",
    ],
)
def test_a_question_that_asks_one_thing_is_its_only_part(question: str) -> None:
    assert split(question) == [(Standalone(question, question),)]


WORDS = st.sampled_from("bao nhiêu|ha|và|còn|ai|, |? |ở đâu|hoa hồng|không|cho biết|số|Tam Đường|; |vì sao".split("|"))


@given(st.lists(WORDS, min_size=1, max_size=12).map(" ".join))
def test_no_part_is_empty_and_the_first_opens_the_question(question: str) -> None:
    parts = split(question)
    assert parts
    assert all(reading.text.strip() and reading.focus.strip() for readings in parts for reading in readings)
    first = parts[0][0].text.rstrip("?.! ,;")
    assert first in question


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        (
            "Tân Uyên được nhắc tới thế nào: diện tích hoa hồng và kế hoạch khảo sát?",
            ["Diện tích hoa hồng của Tân Uyên?", "Kế hoạch khảo sát của Tân Uyên?"],
        ),
        (
            "Kim ngạch xuất khẩu năm nay và mục tiêu năm sau là bao nhiêu?",
            ["Kim ngạch xuất khẩu năm nay là bao nhiêu?", "Mục tiêu kim ngạch xuất khẩu năm sau là bao nhiêu?"],
        ),
        (
            "Cho biết chủ đề của hội chợ và chủ đề của tuần du lịch.",
            ["Cho biết chủ đề của hội chợ?", "chủ đề của tuần du lịch."],
        ),
        (
            "Sản lượng làm được bao nhiêu so với kế hoạch đặt ra bao nhiêu?",
            ["Sản lượng làm được bao nhiêu?", "kế hoạch đặt ra bao nhiêu?"],
        ),
        (
            "Diện tích ngô và diện tích chè là bao nhiêu?",
            ["Diện tích ngô là bao nhiêu?", "Diện tích chè là bao nhiêu?"],
        ),
    ],
)
def test_two_things_of_one_kind_are_two_parts(question: str, parts: list[str]) -> None:
    assert [readings[-1].focus for readings in split(question)] == parts


def test_who_and_under_what_name_is_one_question() -> None:
    question = "Ai là người đứng đầu tổ hòa giải, tên gì?"
    assert [part[0].text for part in split(question)] == [question]


def test_a_request_for_the_names_of_what_was_counted_is_a_part_of_its_own() -> None:
    assert split("Có mấy hồ chứa được sửa, kể tên giúp tôi") == [
        (Standalone("Có mấy hồ chứa được sửa?", "Có mấy hồ chứa được sửa?"),),
        (Standalone("Có mấy hồ chứa được sửa? Kể tên giúp tôi?", "kể tên giúp tôi"),),
    ]
    assert len(split("Kể tên các huyện, xã nào trồng chè")) == 1


def test_a_comma_inside_a_list_is_no_seam_where_a_later_one_opens_the_clause() -> None:
    first, later = split("Có bao nhiêu xã, thị trấn tham gia, và kinh phí cho quảng bá được đánh giá thế nào?")
    assert first[0].text == "Có bao nhiêu xã, thị trấn tham gia?"
    assert later[0].focus == "Kinh phí cho quảng bá được đánh giá thế nào?"


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        ("Hội chợ phiên năm rồi sao không làm, sang năm có làm lại không?", 2),
        ("Doanh nghiệp tham gia ít hay nhiều, nguyên nhân do đâu?", 2),
        ("Cho biết số câu lạc bộ, tên câu lạc bộ và nơi tổ chức giải.", 3),
        ("Chuyến xe chạy ra sao?", 1),
    ],
)
def test_why_in_short_and_choices_between_two_ask_too(question: str, parts: int) -> None:
    assert len(split(question)) == parts


def test_what_was_done_and_what_is_planned_are_two_parts() -> None:
    first, later = split("Tình hình chăn nuôi lợn năm 2022 và kế hoạch 2023?")
    assert first[0].text == "Tình hình chăn nuôi lợn năm 2022?"
    assert later[-1].text == "Tình hình chăn nuôi lợn năm 2022? Kế hoạch 2023?"


def test_a_clause_that_opens_with_a_time_is_not_cut_inside_the_list_before_it() -> None:
    first, later = split("Cung ứng bao nhiêu trâu, dê giống và năm sau tính làm gì?")
    assert (first[0].text, later[-1].focus) == ("Cung ứng bao nhiêu trâu, dê giống?", "năm sau tính làm gì?")


@pytest.mark.parametrize(
    "later",
    ["kế hoạch 2031 nâng lên bao nhiêu?", "cuối năm 2031 phải đạt bao nhiêu?", "sang năm dự kiến làm gì?"],
)
def test_a_later_part_that_only_says_when_is_said_of_the_first(later: str) -> None:
    first = "Nước sạch hiện có ở bao nhiêu xã?"
    (reading,) = split(f"{first[:-1]}, {later}")[1]
    assert reading == Standalone(f"{first} {later[:1].upper()}{later[1:]}", later)


def test_each_thing_that_a_follow_up_asks_is_asked_of_what_it_is_about() -> None:
    asked = Standalone("Đường liên xã: dài bao nhiêu cây số, hoàn thành khi nào?",
                       "dài bao nhiêu cây số, hoàn thành khi nào?", "Đường liên xã")  # fmt: skip
    assert [part[0].text for part in under_topic(asked)] == [
        "Đường liên xã: dài bao nhiêu cây số?",
        "Đường liên xã: hoàn thành khi nào?",
    ]
    one = Standalone("Đường liên xã: dài bao nhiêu?", "dài bao nhiêu?", "Đường liên xã")
    assert under_topic(one) == [(one,)]
