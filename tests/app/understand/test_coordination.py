"""What is asked of two things at once is asked of each."""

import pytest

from app.understand.coordination import distribute, now_and_next, one_each, subjects, two_sides


@pytest.mark.parametrize(
    ("question", "each"),
    [
        (
            "Chủ đề của hội chợ sâm và của tuần du lịch lần lượt là gì?",
            ["Chủ đề của hội chợ sâm là gì?", "Chủ đề của tuần du lịch là gì?"],
        ),
        (
            "Diện tích ở Tam Đường và Tân Uyên lần lượt là bao nhiêu?",
            ["Diện tích ở Tam Đường là bao nhiêu?", "Diện tích ở Tân Uyên là bao nhiêu?"],
        ),
    ],
)
def test_a_repeated_preposition_or_lan_luot_tells_two_things_apart(question: str, each: list[str]) -> None:
    assert distribute(question) == each


def test_what_is_not_told_apart_stays_one_question() -> None:
    assert distribute("Diện tích ở Tam Đường và Tân Uyên là bao nhiêu?") == [
        "Diện tích ở Tam Đường và Tân Uyên là bao nhiêu?"
    ]


def test_joined_names_are_asked_about_one_at_a_time() -> None:
    assert one_each("Than Uyên và huyện Nậm Nhùn đã làm gì?", ["Nậm Nhùn", "Than Uyên"]) == [
        "Than Uyên đã làm gì?",
        "Nậm Nhùn đã làm gì?",
    ]


def test_each_of_joined_places_keeps_its_own_noun() -> None:
    assert one_each("Ở quận Ba Đình và thị xã Sơn Tây có gì?", ["Ba Đình", "Sơn Tây"]) == [
        "Ở quận Ba Đình có gì?",
        "Ở thị xã Sơn Tây có gì?",
    ]
    assert one_each("Ở huyện Phú Bình và Đồng Hỷ có gì?", ["Phú Bình", "Đồng Hỷ"]) == [
        "Ở huyện Phú Bình có gì?",
        "Ở huyện Đồng Hỷ có gì?",
    ]


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("Hợp tác giữa Lai Châu với Hà Nội ra sao?", ["Lai Châu", "Hà Nội"]),
        ("Than Uyên cử ai đi học ở Ba Đình?", ["Than Uyên", "Ba Đình"]),
        ("Than Uyên đã làm gì?", ["Than Uyên"]),
        ("Ai ký?", []),
    ],
)
def test_names_that_are_not_joined_or_belong_together_are_left(question: str, names: list[str]) -> None:
    assert one_each(question, names) == []


def test_two_subjects_of_one_predicate_are_asked_alone() -> None:
    assert subjects("Hội chợ Sâm và Tuần Du lịch có chủ đề gì?") == (
        ("Hội chợ Sâm", "Hội chợ Sâm có chủ đề gì?"),
        ("Tuần Du lịch", "Tuần Du lịch có chủ đề gì?"),
    )
    assert subjects("Hội chợ có chủ đề gì?") == ()
    assert subjects("Tiền cho quảng bá và tìm đầu ra có đủ không?") == ()


def test_what_was_achieved_and_what_is_lacking_are_asked_for_one_after_the_other() -> None:
    assert two_sides("Việc trồng cà phê ở vùng cao được đánh giá ra sao, cả ưu điểm lẫn hạn chế?") == [
        "Việc trồng cà phê ở vùng cao được đánh giá ra sao: đạt kết quả ra sao?",
        "Việc trồng cà phê ở vùng cao được đánh giá ra sao: còn hạn chế ra sao?",
    ]
    assert two_sides("Nêu ưu điểm và hạn chế") == []
    assert two_sides("Kết quả trồng cà phê ra sao?") == []


def test_two_things_joined_by_with_are_asked_of_each() -> None:
    both = subjects("Hội chợ quê với lễ hội trái cây mỗi cái lấy chủ đề là gì?")
    assert [thing for thing, _ in both] == ["Hội chợ quê", "lễ hội trái cây"]
    assert both[1][1] == "Lễ hội trái cây lấy chủ đề là gì?"


def test_what_was_reached_and_what_is_aimed_at_are_two_questions() -> None:
    assert now_and_next("So sánh giúp tôi tỷ lệ hộ nghèo năm 2030 với mục tiêu đặt ra cho năm 2031.") == [
        "Tỷ lệ hộ nghèo năm 2030 là bao nhiêu?",
        "Mục tiêu tỷ lệ hộ nghèo năm 2031 là bao nhiêu?",
    ]
    assert now_and_next("So giúp tôi diện tích chè đã trồng năm 2030 với chỉ tiêu năm 2031 của xã.") == [
        "Diện tích chè đã trồng năm 2030 là bao nhiêu?",
        "Chỉ tiêu diện tích chè đã trồng năm 2031 là bao nhiêu?",
    ]
    assert now_and_next("Đối chiếu số lớp đã mở được năm 2030 với kế hoạch năm 2031")[0].startswith("Số lớp")
    assert now_and_next("Tỷ lệ hộ nghèo năm 2030 với năm 2031 thế nào?") == []


def test_two_things_that_bear_a_name_are_two_subjects() -> None:
    both = subjects("Hội chợ quê và lễ hội trái cây mang chủ đề gì?")
    assert [asked for _, asked in both] == ["Hội chợ quê mang chủ đề gì?", "Lễ hội trái cây mang chủ đề gì?"]


def test_two_things_joined_by_voi_are_two_where_each_is_asked_of() -> None:
    assert [thing for thing, _ in subjects("Lễ hội hoa với ngày hội chè mỗi cái lấy chủ đề gì?")] == [
        "Lễ hội hoa",
        "ngày hội chè",
    ]
    assert subjects("Lễ hội hoa với ngày hội chè là gì?") == ()
