"""Of numbers in reading order, those of one series are picked."""

import pytest

from corpus.sequence import ARTICLES, rising


def picked(numbers: list[int]) -> list[int]:
    """Return the numbers picked, by the strict rule."""
    return [numbers[i] for i in rising([(number, "") for number in numbers])]


@pytest.mark.parametrize(
    ("numbers", "series"),
    [
        ([1, 2, 3], [1, 2, 3]),
        ([1, 2, 4, 5], [1, 2, 4, 5]),
        ([1, 5, 2], [1, 2]),
        ([1, 3, 2], [1, 2]),
        ([1, 1, 2], [1, 2]),
        ([2], []),
        ([2, 3], [2, 3]),
        ([9, 10], []),
        ([1, 40], [1]),
        ([], []),
    ],
)
def test_a_missing_number_ends_nothing_and_a_stray_one_shifts_nothing(numbers: list[int], series: list[int]) -> None:
    assert picked(numbers) == series


def test_a_suffix_stands_between_two_numbers() -> None:
    assert rising([(5, ""), (5, "a"), (5, "b"), (6, "")], ARTICLES) == [0, 1, 2, 3]


def test_a_dieu_typed_twice_is_a_slip_and_one_far_on_belongs_to_an_excerpt() -> None:
    assert rising([(22, ""), (23, ""), (23, ""), (24, "")], ARTICLES) == [0, 1, 2, 3]
    assert rising([(1, ""), (2, ""), (37, "")], ARTICLES) == [0, 1, 2]


def test_numbers_of_an_amended_text_do_not_win_over_the_series_of_the_document() -> None:
    assert rising([(1, ""), (5, ""), (7, ""), (2, ""), (3, "")], ARTICLES) == [0, 3, 4]
