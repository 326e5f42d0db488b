"""Exact match and F1 of reading comprehension, computed by hand."""

import pytest

from eval.squad.exact import exact_match, f1, plain


@pytest.mark.parametrize(
    ("text", "compared"),
    [
        ("  Sông  HỒNG. ", "sông hồng"),
        ("Đó là của những cái “cầu”", "đó cầu"),
        ("35 % (m³)", "35 m³"),
        ("1.691 m", "1691 m"),
        ("lành", "lành"),  # "là" inside a word stays
    ],
)
def test_case_marks_articles_and_white_space_do_not_count(text: str, compared: str) -> None:
    assert plain(text) == compared


def test_the_best_of_the_gold_answers_counts() -> None:
    assert exact_match("19.000 ha.", ["19.000", "19.000 ha"]) == 1.0
    assert exact_match("rộng 19.000 ha", ["19.000", "19.000 ha"]) == 0.0
    # Said 3 words: 1 of 1 and 2 of 2 shared; 2·1/(3+1) = .5 and 2·2/(3+2) = .8.
    assert f1("rộng 19.000 ha", ["19.000"]) == pytest.approx(0.5)
    assert f1("rộng 19.000 ha", ["19.000", "19.000 ha"]) == pytest.approx(0.8)


def test_words_are_counted_as_often_as_they_stand() -> None:
    assert f1("hồ hồ", ["hồ rộng"]) == pytest.approx(0.5)  # one of two shared
    assert f1("", ["hồ"]) == 0.0
    assert f1("", ["của"]) == 1.0  # nothing is left of either


def test_without_gold_answers_there_is_no_score() -> None:
    with pytest.raises(ValueError, match="empty"):
        exact_match("x", [])
