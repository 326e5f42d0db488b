"""Vietnamese sentences end where a reader says so; enumerations keep their members."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.sentences import enumeration_items, split_sentences

VIETNAMESE = st.text(alphabet="aăđếộ AĐTP.,;:!?…()“”\"'\n0178vS", max_size=80)
QUICK = settings(max_examples=100, deadline=None, database=None, derandomize=True)


def sentences(text: str) -> list[str]:
    """Return the sentences as text."""
    return [text[span.start : span.end] for span in split_sentences(text)]


def items(sentence: str) -> list[str]:
    """Return the members of an enumeration as text."""
    return [sentence[span.start : span.end] for span in enumeration_items(sentence)]


@pytest.mark.parametrize(
    "text",
    [
        "Ở TP. Hà Nội có 03 đơn vị.",
        "Đoàn do TS. Lê An, ThS. Vũ Bình dẫn đầu.",
        "Trồng rau, hoa, v.v. trên địa bàn tỉnh.",
        "Thành phố 78,7 ha; cung ứng 75.780 con và 747.202 kg.",
        "Liên kết với Công ty Cổ phần C.P trong chăn nuôi.",
        "Tại Lai Châu... các bên đã ký.",
        "Các môn: Ngữ văn, Lịch sử, Toán.",
        "Nội dung như sau:",
        "Xem trang sodulich.hanoi.gov.vn để biết thêm",
        "TT. Tỉnh ủy Lai Châu (b/c);",
        "1. Các sở, ngành tỉnh tiếp tục thực hiện.",
    ],
)
def test_one_sentence_is_not_cut(text: str) -> None:
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Trồng cây ăn quả.", "Nhiều tổ chức đã thuê đất."),
        ("Đến năm 2022.", "Các sở báo cáo."),
        ("Đạt 32,8.", "Tăng so với năm 2021."),
        ("Tạm dừng theo kế hoạch.", "Ở huyện khác vẫn tổ chức."),
        ("Triển khai OCOP,...", "Ký kết biên bản."),
        ("Gạo, ngô v.v.", "Các hộ tự bán."),
        ("Đẩy mạnh chuyển đổi số.", "Tiếp tục cải cách."),
        ("Hoàn thành trong quý I.", "Các sở báo cáo."),
        ("Bảo đảm ANTT.", "Trả lời 64 yêu cầu."),
        ("Có bao nhiêu?", "Có ba!"),
        ("Nói: “Đã xong.”", "Rồi về."),
        ("Đã bắt (02 đối tượng).", "Công an tiếp tục."),
        ("Đã xong.", "“Tuần hàng” khai mạc."),
        ("Đã xong.", "10 hộ tham gia."),
    ],
)
def test_two_sentences_are_cut_between_them(first: str, second: str) -> None:
    assert sentences(f"{first} {second}") == [first, second]


def test_white_space_belongs_to_no_sentence() -> None:
    assert sentences("  Một.   Hai. \n Ba ") == ["Một.", "Hai.", "Ba"]
    assert sentences("") == sentences("   ") == []


@QUICK
@given(VIETNAMESE)
def test_spans_are_ordered_apart_and_hold_every_visible_character(text: str) -> None:
    spans = split_sentences(text)
    assert all(span.start < span.end for span in spans)
    assert all(left.end <= right.start for left, right in pairwise(spans))
    inside = {offset for span in spans for offset in range(span.start, span.end)}
    assert all(char.isspace() or offset in inside for offset, char in enumerate(text))


@pytest.mark.parametrize(
    ("sentence", "members"),
    [
        ("Các môn: Toán, Văn, Sử.", ["Toán", "Văn", "Sử"]),
        ("Gồm: Lợn đen, gà H'Mong, cá nước lạnh,...", ["Lợn đen", "gà H'Mong", "cá nước lạnh"]),
        ("Gồm: A, B và C; D (E; F); G.", ["A, B và C", "D (E; F)", "G"]),
        ("Có hai việc: Xây nhà; mua vật tư.", ["Xây nhà", "mua vật tư"]),
        ("Chủ đề “gồm: x”: a; b", ["a", "b"]),
    ],
)
def test_the_members_after_a_colon_are_found(sentence: str, members: list[str]) -> None:
    assert items(sentence) == members


@pytest.mark.parametrize(
    "sentence",
    ["Diện tích 115 ha (a 78,7; b 32,8).", "Gồm: Toán, Văn.", "Như sau:", "Xem http://a.vn; b; c", "Một, hai, ba.", ""],
)
def test_what_lists_nothing_has_no_members(sentence: str) -> None:
    assert items(sentence) == []


@QUICK
@given(VIETNAMESE)
def test_members_are_ordered_and_inside_the_sentence(text: str) -> None:
    spans = enumeration_items(text)
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(left.end < right.start for left, right in pairwise(spans))
