"""The proof of the check: right answers to the gold questions pass, the same with one thing changed do not."""

import pytest

from app.understand.lexicon import Lexicon
from corpus.library import open_library
from eval.check_rates import CHANGES, CheckRates, check_rates
from eval.gold import GOLD_FOLDER, load_gold
from eval.mutations import MutationKind
from eval.written import written

CAUGHT = 0.99
BLAMED = 0.02


@pytest.fixture(scope="module")
def rates() -> CheckRates:
    """What becomes of the answers to both gold sets, and of the wrong ones that one seed makes of them."""
    library = open_library()
    passages = library.passages()
    answers = written(load_gold(GOLD_FOLDER / "dev.jsonl", GOLD_FOLDER / "test.jsonl"), library)
    return check_rates(answers, Lexicon(passages), {p.id: p.context for p in passages}, seeds=[2022])


def test_ninety_nine_of_a_hundred_changed_answers_are_caught(rates: CheckRates) -> None:
    slipped = [f"{m.before} → {m.after}: {m.text}" for m in rates.slipped if m.kind in CHANGES]
    assert rates.caught_share(CHANGES) >= CAUGHT, slipped


@pytest.mark.parametrize("kind", CHANGES)
def test_every_kind_of_change_is_tried_often_and_caught(kind: MutationKind, rates: CheckRates) -> None:
    assert rates.made[kind] >= 50
    assert rates.caught_share([kind]) >= 0.95


def test_two_figures_that_change_places_are_caught(rates: CheckRates) -> None:
    assert rates.caught_share(["swap-figures"]) >= 0.9


def test_two_of_a_hundred_right_answers_are_blamed_at_most(rates: CheckRates) -> None:
    assert rates.blamed_share <= BLAMED, [answer.sentence for answer in rates.blamed]
