"""Abbreviations and other ways of writing one thing: from the table, from the reports, never from syllables."""

import pytest

from index.variants import Variants

PLAIN = Variants()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("HTX", "hợp tác xã"),
        ("htx", "Hợp tác xã"),
        ("UBND huyện", "Ủy ban nhân dân huyện"),
        ("UBND huyện", "Uỷ ban nhân dân huyện"),
        ("Sở GTVT", "Sở Giao thông vận tải"),
        ("Sở KH&ĐT", "Sở Kế hoạch đầu tư"),
        ("40 DN", "40 doanh nghiệp"),
        ("TP Hà Nội", "thành phố Hà Nội"),
        ("Hanoi", "Hà Nội"),
        ("bn héc ta", "bao nhiêu ha"),
        ("mét vuông", "m²"),
        ("450 m2", "450 m²"),
        ("mét khối", "m³"),
        ("ki-lô-mét vuông", "km²"),
        ("12 cây số", "12 km"),
        ("bao nhiêu mét", "bao nhiêu m"),
        ("THCS", "cấp 2"),
        ("vắc-xin", "vaccine"),
    ],
)
def test_two_ways_of_writing_one_thing_match(one: str, other: str) -> None:
    assert PLAIN.canonical(one) == PLAIN.canonical(other)


def test_case_and_everything_else_stay_when_a_text_is_written_out() -> None:
    assert PLAIN.written_out("UBND huyện Tam Đường, 32,8 ha.") == "ủy ban nhân dân huyện Tam Đường, 32,8 ha."


def test_letters_inside_a_word_are_no_abbreviation() -> None:
    assert PLAIN.written_out("khoa học, sắp tới, tpx") == "khoa học, sắp tới, tpx"


def test_an_abbreviation_that_is_also_a_syllable_counts_in_capitals_only() -> None:
    assert PLAIN.written_out("CA tỉnh bắt") == "công an tỉnh bắt"
    assert PLAIN.written_out("ca nhạc") == "ca nhạc"
    assert PLAIN.written_out("đầu tư") == "đầu tư"


def test_a_full_name_with_its_short_form_in_brackets_is_learned() -> None:
    learned = Variants(["Trung tâm Khuyến nông (TTKN) mở lớp."])
    assert learned.written_out("ttkn ở đâu?") == "trung tâm khuyến nông ở đâu?"
    assert PLAIN.written_out("ttkn ở đâu?") == "ttkn ở đâu?"


def test_a_short_form_that_is_called_one_is_learned() -> None:
    learned = Variants(["Ban Quản lý rừng (sau đây gọi tắt là BQLR) trồng cây."])
    assert learned.canonical("BQLR") == "ban quản lý rừng"


def test_letters_in_brackets_that_are_not_the_initials_are_not_learned() -> None:
    assert Variants(["Xây dựng nhà máy (ABC) xong."]).written_out("ABC") == "ABC"


def test_an_acronym_whose_words_the_reports_write_out_is_learned_without_brackets() -> None:
    learned = Variants(["An toàn thực phẩm là việc chung.", "Chi cục ATTP kiểm tra."])
    assert learned.written_out("attp") == "an toàn thực phẩm"


def test_a_short_name_that_the_reports_use_is_left_alone() -> None:
    """ "PNS" is the name of a company, though "phát nông sản" begins with its letters."""
    learned = Variants(["PNS Travel đón khách.", "Phân phát nông sản cho hộ nghèo."])
    assert learned.written_out("PNS Travel") == "PNS Travel"


def test_a_typed_acronym_stands_for_the_words_of_the_reports_that_begin_with_its_letters() -> None:
    learned = Variants(["Bổ sung cầu đường."])
    assert learned.written_out("CĐ") == "cầu đường"


def test_an_acronym_of_several_equally_frequent_phrases_stays() -> None:
    learned = Variants(["Cầu đường.", "Cao đẳng."])
    assert learned.written_out("CĐ") == "CĐ"


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("HDND", "HĐND"),
        ("GDDT", "GDĐT"),
        ("DV", "ĐV"),
        ("DN", "DN"),
        ("hdnd", "hđnd"),
        ("DDD", "DDD"),
        ("OCOP", "OCOP"),
    ],
)
def test_an_acronym_typed_without_diacritics_is_written_with_its_bar(typed: str, written: str) -> None:
    assert PLAIN.with_bars(typed) == written


def test_a_short_form_of_the_reports_needs_no_bar_and_the_initials_of_their_words_may() -> None:
    learned = Variants(["Phòng DV mở cửa. Tài liệu giáo dục địa phương được in."])
    assert learned.with_bars("DV") == "DV"
    assert learned.with_bars("GDDP") == "GDĐP"
