"""How much two questions are alike, computed by hand."""

import pytest

from app.models import Turn
from eval.gold_tools.alike import ALIKE, alike_pairs, likeness, same_answer
from eval.models import Evidence, GoldQuestion
from tests.eval.scripted import gold

ROSES = gold(question="Tam Đường trồng bao nhiêu hoa hồng?")


def followed(question: str, before: str) -> GoldQuestion:
    """A question after one turn."""
    asked = gold(question=question)
    history = (Turn("user", before), Turn("assistant", "Có."))
    return GoldQuestion(asked.id, "dev", "follow-up", question, history, False, (), (), (), "", "")


@pytest.mark.parametrize(
    ("other", "share"),
    [
        ("tam duong trong bao nhieu hoa hong", 1.0),
        ("HOA HỒNG: bao nhiêu, Tam Đường trồng?", 1.0),
        ("Tân Uyên trồng bao nhiêu hoa hồng?", 5 / 9),  # 5 shared; tam, duong, tan, uyen in one only
        ("Ai ký?", 0.0),
    ],
)
def test_the_measure_is_the_share_of_common_syllables(other: str, share: float) -> None:
    assert likeness(ROSES, gold(question=other)) == pytest.approx(share)


def test_a_follow_up_is_as_alike_as_what_was_asked_before() -> None:
    one = followed("Còn Tân Uyên?", "Tam Đường có bao nhiêu hoa hồng?")
    same = followed("còn Tân Uyên", "tam đường có bao nhiêu hoa hồng")
    other = followed("Còn Tân Uyên?", "Ai ký văn bản?")
    assert likeness(one, same) == 1.0
    assert likeness(one, other) == 0.0
    assert likeness(one, gold(question="Còn Tân Uyên?")) == 1.0  # without turns before, the question alone counts


def test_the_same_facts_from_the_same_place_are_the_same_answer() -> None:
    assert same_answer(ROSES, gold(evidence=(Evidence("I.3", None, "Tam Đường 32,8"),)))
    assert not same_answer(ROSES, gold(must_include=("3,5",)))
    assert not same_answer(ROSES, gold(evidence=(Evidence("I.2", None, "Tam Đường 32,8"),)))
    assert same_answer(gold(must_include=("03|3|ba",)), gold(must_include=("3",)))


def test_pairs_with_the_same_answer_need_less_to_be_alike() -> None:
    # 5 of 9 syllables: under the threshold for any pair, over that for the same answer.
    other = gold(question="Tân Uyên trồng bao nhiêu hoa hồng?")
    elsewhere = gold(question="Tân Uyên trồng bao nhiêu hoa hồng?", must_include=("3,5",))
    assert ALIKE > 5 / 9
    assert [(pair.first, pair.second) for pair in alike_pairs([ROSES, other])] == [(0, 1)]
    assert list(alike_pairs([ROSES, elsewhere])) == []
    assert [(pair.first, pair.second, pair.likeness) for pair in alike_pairs([ROSES, elsewhere, ROSES])] == [(0, 2, 1)]
