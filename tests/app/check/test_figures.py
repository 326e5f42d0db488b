"""Figures are read with their units."""

from decimal import Decimal

from app.check.figures import Figure
from app.check.reading import read
from app.understand.lexicon import Lexicon


def found(text: str, lexicon: Lexicon) -> tuple[Figure, ...]:
    return read(text, lexicon).figures


def test_scales_are_multiplied_out(small_lexicon: Lexicon) -> None:
    millions, billions = found("425 triệu đồng hay 0,425 tỷ đồng", small_lexicon)
    assert (millions.value, billions.value) == (Decimal(425_000_000), Decimal(425_000_000))
    assert millions.unit[0] == billions.unit[0] == "đồng"


def test_the_unit_ends_with_the_clause_or_the_next_figure(small_lexicon: Lexicon) -> None:
    first, second, third = found("10 doanh nghiệp, 79 chuyến 302 con", small_lexicon)
    assert (first.unit, second.unit, third.unit) == (("doanh", "nghiệp"), ("chuyến",), ("con",))


def test_a_word_that_counts_nothing_is_no_unit(small_lexicon: Lexicon) -> None:
    assert [figure.unit for figure in found("từ 27 lên 32 chuyến", small_lexicon)] == [(), ("chuyến",)]


def test_what_a_figure_is_counted_by_is_kept(small_lexicon: Lexicon) -> None:
    assert [figure.per for figure in found("27 chuyến/ngày, 32 chuyến mỗi ngày, 5 chuyến", small_lexicon)] == [
        "ngày",
        "ngày",
        "",
    ]


def test_number_words_count_what_follows(small_lexicon: Lexicon) -> None:
    text = "Ba bệnh viện, mười hai xã, ba mươi hộ, hai bên, quận Ba Đình, lần thứ hai"
    assert [figure.value for figure in found(text, small_lexicon)] == [Decimal(3), Decimal(12), Decimal(30)]


def test_dates_years_and_document_numbers_are_no_figures(small_lexicon: Lexicon) -> None:
    assert found("Kế hoạch 2923/KH-UBND ngày 14/12/2020, quý I năm 2023, tháng 02 năm 2023", small_lexicon) == ()


def test_a_bare_figure_may_leave_out_the_scale(small_lexicon: Lexicon) -> None:
    (money,) = found("320 triệu đồng", small_lexicon)
    assert found("320", small_lexicon)[0].equals(money)
    assert not found("320 đồng", small_lexicon)[0].equals(money)


def test_people_are_counted_as_such_or_by_what_they_are(small_lexicon: Lexicon) -> None:
    people, pupils, houses = (found(text, small_lexicon)[0] for text in ("38 người", "38 học viên", "38 nhà"))
    assert people.same_unit(pupils)
    assert not people.same_unit(houses)


def test_units_are_the_same_in_other_words_of_the_same_count(small_lexicon: Lexicon) -> None:
    (birds,) = found("75.780 gia cầm", small_lexicon)
    (given,) = found("75.780 con gia cầm giống", small_lexicon)
    (weight,) = found("75.780 kg", small_lexicon)
    (bare,) = found("75.780", small_lexicon)
    assert birds.same_unit(given)
    assert not weight.same_unit(given)
    assert bare.same_unit(given)
