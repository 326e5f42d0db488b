"""The table of nouns: it is a tree, every noun has one kind, general words cover special ones."""

from importlib.resources import files

import pytest

from app.decide.nouns import LONGEST, nouns
from index.syllables import normalise


def test_every_kind_hangs_on_a_known_one_and_no_noun_has_two() -> None:
    lines = (files("app.decide") / "nouns.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    kinds = {kind for kind, _, _ in rows}
    assert all(parent in kinds or not parent for _, parent, _ in rows)
    words = [normalise(word) for _, _, listed in rows for word in listed.split("|")]
    assert len(words) == len(set(words)) >= 300
    assert max(len(word.split()) for word in words) <= LONGEST


@pytest.mark.parametrize(
    ("one", "other", "possible"),
    [
        ("chicken", "poultry", True),
        ("poultry", "chicken", True),
        ("chicken", "animal", True),
        ("chicken", "duck", False),
        ("cattle", "buffalo", False),
        ("person", "hospital", False),
        ("company", "organisation", True),
        ("money", "area", False),
    ],
)
def test_a_general_noun_may_name_a_special_thing(one: str, other: str, possible: bool) -> None:
    assert nouns().may_be(one, other) is possible


def test_the_longest_noun_is_read() -> None:
    assert nouns().at(["nhà", "đầu", "tư", "mới"], 0) == ("company", 3)
    assert nouns().at(["nhà", "mới"], 0) == ("house", 1)
    assert nouns().at(["xanh"], 0) is None
