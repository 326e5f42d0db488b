"""A pointing word with its kind of thing is exchanged for the only such thing that was named."""

import pytest

from app.understand.reference import with_bare_kind_named, with_reference_named


@pytest.mark.parametrize(
    ("question", "reply", "before", "meant"),
    [
        (
            "Ở huyện đó có mấy xã?",
            "15 trang trại tại huyện Bình An, quy mô 200 con.",
            "Công ty có mấy trang trại?",
            "Ở huyện Bình An có mấy xã?",
        ),
        ("Xã này ở đâu?", "", "Ai khen xã Tân Lập?", "Xã Tân Lập ở đâu?"),
        ("ở đó có gì?", "Hội chợ mở tại thị trấn Khe Sơn.", "Hội chợ mở ở đâu?", "Ở thị trấn Khe Sơn có gì?"),
    ],
)
def test_the_only_thing_of_a_kind_that_was_named_is_meant(question: str, reply: str, before: str, meant: str) -> None:
    assert with_reference_named(question, reply, before) == meant


@pytest.mark.parametrize(
    ("question", "reply", "before"),
    [
        ("Huyện đó có mấy xã?", "Hai huyện: huyện Bình An và huyện Đông Hà.", "Những huyện nào?"),
        ("Huyện đó có mấy xã?", "Có 15 trang trại.", "Có mấy trang trại?"),
        ("Ở đó có gì?", "Tuần hàng ở tỉnh Bình An.", "Có làm tuần hàng không?"),
        ("Huyện nào?", "huyện Bình An", "Ở đâu?"),
    ],
)
def test_nothing_is_put_where_none_or_several_were_named(question: str, reply: str, before: str) -> None:
    assert with_reference_named(question, reply, before) is None


@pytest.mark.parametrize(
    ("later", "before", "meant"),
    [
        (
            "bản nào của huyện được khảo sát?",
            "Huyện Bình An nhận bao nhiêu tiền?",
            "bản nào của huyện Bình An được khảo sát?",
        ),
        ("sân của trường có gì?", "Trường Chu Văn An mời ai?", "sân của trường Chu Văn An có gì?"),
        ("khách của tỉnh được đón ở đâu?", "Tỉnh Bình An bán gì?", "khách của tỉnh được đón ở đâu?"),
        ("các xã của huyện Đông Hà có gì?", "Huyện Bình An có gì?", "các xã của huyện Đông Hà có gì?"),
        ("bản nào của huyện được xem?", "Huyện Bình An và huyện Đông Hà có gì?", "bản nào của huyện được xem?"),
    ],
)
def test_a_bare_kind_of_place_in_a_later_part_is_the_one_named_before(later: str, before: str, meant: str) -> None:
    assert with_bare_kind_named(later, before) == meant
