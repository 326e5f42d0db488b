"""Points for and against a passage, by hand."""

import pytest

from app.decide.features import Evidence, Features
from app.decide.rank import points, rank
from corpus.models import Passage
from index.models import Hit

NOTHING = dict.fromkeys(
    "wide_coverage own_coverage missing_names year_fits kind_fits unit_fits pairs figures cue footnote lead".split(),
    0.0,
)


def evidence(name: str, score: float, **features: float) -> Evidence:
    hit = Hit(Passage(name, "bc", "I", None, "p", 0, 1, name, "", None), score, 1, similarity=0.8)
    return Evidence(hit, Features(score=score, similarity=0.8, **{**NOTHING, **features}))


def test_without_anything_for_or_against_the_points_are_the_score() -> None:
    assert points(evidence("a", 2.5)) == 2.5


@pytest.mark.parametrize("feature", ["wide_coverage", "year_fits", "kind_fits", "unit_fits", "pairs", "figures", "cue"])
def test_what_fits_the_question_speaks_for_a_passage(feature: str) -> None:
    assert points(evidence("a", 2.5, **{feature: 1.0})) > 2.5


@pytest.mark.parametrize("feature", ["missing_names", "footnote", "lead"])
def test_what_misses_the_question_speaks_against_a_passage(feature: str) -> None:
    assert points(evidence("a", 2.5, **{feature: 1.0})) < 2.5


def test_a_passage_of_another_year_loses_as_much_as_one_of_the_year_wins() -> None:
    assert points(evidence("a", 2.5, year_fits=-1.0)) + points(evidence("a", 2.5, year_fits=1.0)) == 5.0


def test_evidence_is_ordered_by_points_and_keeps_them_as_support() -> None:
    ranked = rank([evidence("a", 2.0), evidence("b", 1.9, wide_coverage=1.0), evidence("c", 1.0)])
    assert [found.passage.id for found in ranked] == ["b", "a", "c"]
    assert [found.support for found in ranked] == [points(found) for found in ranked]


def test_of_equal_points_the_earlier_stays_first() -> None:
    assert [found.passage.id for found in rank([evidence("a", 1.0), evidence("b", 1.0)])] == ["a", "b"]
    assert rank([]) == []
