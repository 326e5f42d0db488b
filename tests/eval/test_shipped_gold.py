"""The gold sets that come with the product keep their promises."""

from collections import Counter
from typing import get_args

import pytest

from corpus.library import Library, open_library
from eval.gold import GOLD_FOLDER, check_gold, load_gold
from eval.models import GoldQuestion, QuestionType
from eval.wording import contains, normalise

SECTIONS = {"header", "closing", *(f"I.{n}" for n in range(1, 8)), "II.1", "II.2", *(f"III.{n}" for n in range(1, 7))}


@pytest.fixture(scope="module")
def questions() -> tuple[GoldQuestion, ...]:
    """The questions of both splits; loading them refuses an id used twice."""
    return load_gold(GOLD_FOLDER / "dev.jsonl", GOLD_FOLDER / "test.jsonl")


@pytest.fixture(scope="module")
def reports() -> Library:
    """The reports that come with the product."""
    return open_library()


def test_every_quote_stands_exactly_once_in_its_section_or_footnote(
    questions: tuple[GoldQuestion, ...], reports: Library
) -> None:
    assert check_gold(questions, reports) == ()


def test_each_file_holds_its_own_split() -> None:
    for split in ("dev", "test"):
        loaded = load_gold(GOLD_FOLDER / f"{split}.jsonl")
        assert {question.split for question in loaded} == {split}
        assert len(loaded) >= 80


@pytest.mark.parametrize("split", ["dev", "test"])
def test_each_split_has_every_section_every_footnote_and_every_type(
    questions: tuple[GoldQuestion, ...], split: str
) -> None:
    members = [question for question in questions if question.split == split]
    evidence = [evidence for question in members for evidence in question.evidence]
    assert {e.section for e in evidence} == SECTIONS
    assert {e.footnote for e in evidence if e.footnote} == {str(number) for number in range(1, 9)}
    assert {question.type for question in members} == set(get_args(QuestionType))


def test_no_question_stands_twice_with_the_same_history(questions: tuple[GoldQuestion, ...]) -> None:
    asked = Counter((normalise(q.question), tuple(normalise(t.content) for t in q.history)) for q in questions)
    assert [question for question, count in asked.items() if count > 1] == []


def test_no_question_is_in_both_splits(questions: tuple[GoldQuestion, ...]) -> None:
    by_split = {split: {normalise(q.question) for q in questions if q.split == split} for split in ("dev", "test")}
    assert by_split["dev"] & by_split["test"] == set()


def test_only_follow_ups_have_a_history_and_it_alternates(questions: tuple[GoldQuestion, ...]) -> None:
    for question in questions:
        assert bool(question.history) == (question.type == "follow-up"), question.id
        roles = [turn.role for turn in question.history]
        assert roles == ["user", "assistant"] * (len(roles) // 2), question.id


def test_quoting_the_evidence_is_a_correct_answer_but_for_computed_results(
    questions: tuple[GoldQuestion, ...],
) -> None:
    for question in questions:
        quoted = "\n".join(evidence.quote for evidence in question.evidence)
        items = question.must_include[:-1] if question.type == "arithmetic" else question.must_include
        assert [item for item in items if not contains(quoted, item)] == [], question.id


def test_every_reference_answer_is_correct(questions: tuple[GoldQuestion, ...]) -> None:
    for question in questions:
        assert [item for item in question.must_include if not contains(question.reference, item)] == [], question.id
        assert not any(contains(question.reference, item) for item in question.must_not_include), question.id


@pytest.mark.parametrize("split", ["dev", "test"])
def test_questions_that_only_come_near_are_answered_nowhere_and_are_in_no_other_set(
    questions: tuple[GoldQuestion, ...], split: str
) -> None:
    near = load_gold(GOLD_FOLDER / f"near-{split}.jsonl")
    assert {(question.split, question.answerable) for question in near} == {(split, False)}
    assert len(near) >= 30
    assert {normalise(q.question) for q in near} & {normalise(q.question) for q in questions} == set()
