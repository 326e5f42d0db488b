"""Weights from cases: every set judged by the others, and the promise kept on what is left out."""

from app.decide.signals import Signals
from eval.fit.cases import ELSEWHERE, Case
from eval.fit.weigh import SURE_RIGHT, fit
from eval.reliability import SURE


def case(gold: str, lead: float, *, right: bool, similarity: float = 0.9, answerable: bool = True) -> Case:
    return Case(gold, Signals(3.0, similarity, 0.5, 0.5, 0.5, lead, 0.0, 0.0, 0.0), answerable, right)


def a_set(name: str, wrong_far_ahead: int) -> list[Case]:
    """Return 40 answers far ahead, some of them wrong, and 40 hardly ahead, half of them wrong."""
    ahead = [case(name, 3.0, right=i >= wrong_far_ahead) for i in range(40)]
    return ahead + [case(name, 0.0, right=i % 2 == 0) for i in range(40)]


ELSE = [case(ELSEWHERE, 1.0, right=False, similarity=0.7, answerable=False)] * 40


def test_questions_about_something_else_stay_below_the_threshold() -> None:
    found = fit([*a_set("a", 0), *a_set("b", 0), *ELSE])
    assert found.others_answered == 0.0
    assert all(found.weights.relevance.probability(one.signals) >= found.weights.threshold for one in a_set("a", 0))


def test_a_lead_that_goes_with_being_right_makes_sure() -> None:
    found = fit([*a_set("a", 0), *a_set("b", 0), *ELSE])
    assert found.weights.confidence.weights["lead"] > 0
    for claims in found.left_out.values():
        assert len(claims) == 80
        assert sum(claim.confidence >= SURE for claim in claims) == 40


def test_where_the_sure_ones_left_out_are_wrong_too_often_nothing_is_sure() -> None:
    # 36 of 40 right is less than what is promised
    assert SURE_RIGHT > 36 / 40
    found = fit([*a_set("a", 4), *a_set("b", 4), *ELSE])
    assert all(claim.confidence < SURE for claims in found.left_out.values() for claim in claims)
