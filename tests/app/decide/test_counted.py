"""What "bao nhiêu …" counts, what the figures of a text count, and when neither can be the other."""

import pytest

from app.decide.counted import Counts, asked_kinds, cannot_count, counts


@pytest.mark.parametrize(
    ("question", "kinds"),
    [
        ("xã có bao nhiêu bác sĩ?", {"person"}),
        ("bao nhiêu lượt khách đến hồ?", {"person"}),
        ("trại nuôi bao nhiêu con ngựa?", {"horse"}),
        ("đàn lợn có mấy con?", {"pig"}),
        ("tổng đàn lợn bao nhiêu con?", {"pig"}),
        ("số giáo viên của trường", {"person"}),
        ("chiếm bao nhiêu phần trăm?", set()),
        ("trại có mấy con?", {"animal"}),
        ("mất bao nhiêu ngày?", set()),
        ("được bao nhiêu?", set()),
        ("có bao nhiêu thứ lạ?", set()),
    ],
)
def test_the_counted_thing_is_the_noun_after_the_question_word(question: str, kinds: set[str]) -> None:
    assert asked_kinds(question) == kinds


@pytest.mark.parametrize(
    ("text", "kinds", "certain"),
    [
        ("Có 03 bệnh viện và 12 bác sĩ.", {"hospital", "person"}, True),
        ("Trâu 1.200 con, bò 900 con.", {"buffalo", "cattle"}, True),
        ("Với tổng số 15.300 con vật/20 chuyến.", {"animal", "trip"}, True),
        ("Hỗ trợ 40 triệu đồng cho 5/7 xã.", {"money", "commune"}, True),
        ("Năm 2022, ngày 05/3/2022, theo đề án 12 có 4 lớp.", {"course"}, True),
        ("Kế hoạch số 15/KH-UBND cấp 6 sổ lạ.", set(), False),
        ("Gỗ 186 m³, đất 40 m2, đường 3 km.", {"volume", "area", "length"}, True),
        ("Bán 747 kg sản phẩm.", {"weight", "product"}, True),
        ("Đạt 60% hộ dân.", {"share", "household"}, True),
        ("Hai công ty ký kết.", {"company"}, True),
    ],
)
def test_figures_count_the_nouns_beside_them(text: str, kinds: set[str], certain: bool) -> None:
    assert counts(text) == Counts(frozenset(kinds), certain)


@pytest.mark.parametrize(
    ("question", "text", "veto"),
    [
        ("có bao nhiêu bác sĩ?", "Có 03 bệnh viện tham gia.", True),
        ("có bao nhiêu người?", "Có 12 y tá tham gia.", False),
        ("nuôi bao nhiêu con ngựa?", "Có 08 con trâu, 30 con dê.", True),
        ("nuôi bao nhiêu gia súc?", "Có 08 con trâu, 30 con dê.", False),
        ("có bao nhiêu bác sĩ?", "Có 03 bệnh viện, 7 thứ khác.", False),
        ("có bao nhiêu thứ lạ?", "Có 03 bệnh viện.", False),
        ("số học sinh đi thi", "Nhiều học sinh đi thi.", True),
        ("số học sinh nào đi thi", "Nhiều học sinh đi thi.", False),
    ],
)
def test_only_certainty_refuses(question: str, text: str, veto: bool) -> None:
    assert cannot_count(question, text, "") is veto


def test_a_footnote_may_hold_the_count() -> None:
    assert not cannot_count("có bao nhiêu bác sĩ?", "Có 03 bệnh viện.", "Gồm 14 bác sĩ.")


def test_the_figure_after_a_noun_that_ends_in_number_is_no_name() -> None:
    assert "money" in counts("doanh số 132,7 tỷ đồng.").kinds
    assert "person" in counts("dân số 68.714 người.").kinds
    assert not counts("kế hoạch số 26.").kinds
