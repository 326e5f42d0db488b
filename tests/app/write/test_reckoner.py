"""Figures that stand in several sentences: looked up one by one, or beside the quote; where one is in doubt, none."""

import pytest

from app.assistant import Assistant
from app.decide.features import Evidence
from app.understand.lexicon import Lexicon
from app.write.computing.reckoner import Reckoner
from corpus.library import Library


@pytest.fixture
def reckoner(small: Library, lexicon: Lexicon) -> Reckoner:
    return Reckoner(small, list(small.passages()), lexicon)


def nothing_found(question: str) -> list[Evidence]:
    return []


def test_an_operand_that_is_not_found_leaves_the_sum_unmade(reckoner: Reckoner) -> None:
    assert reckoner.from_operands("Gộp số chuyến xe với số đơn vị vận tải được bao nhiêu?", nothing_found) is None


def test_what_is_no_sum_is_not_looked_up_part_by_part(reckoner: Reckoner) -> None:
    assert reckoner.from_operands("Hoa hồng và hoa lan chiếm bao nhiêu phần trăm?", nothing_found) is None


def test_without_anything_to_work_out_the_quotes_stand(reckoner: Reckoner) -> None:
    reckoned = reckoner.reckon("Ai tổ chức hội chợ?", [], list)
    assert (reckoned.citations, reckoned.computation) == ((), None)


def test_a_sum_with_a_place_that_no_report_names_is_refused(small_assistant: Assistant) -> None:
    answer = small_assistant.ask("Gộp hoa hồng ở Tam Đường với hoa hồng ở Mường Lát thì được bao nhiêu ha?")
    assert not answer.answerable
