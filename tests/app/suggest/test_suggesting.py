"""What is suggested after an answer, over an asker that answers by a rule a reader can follow."""

from dataclasses import dataclass, field, replace

import pytest

from app.models import Answer, Grow, Mode, Turn, unheard
from app.suggest.suggesting import Suggesting
from corpus.library import Library
from tests.fakes import answered, cite, near, refused
from tests.small_library import COOPERATION_ID, HEALTH_ID, small_library

ROSES = "Các hộ dân đã trồng hoa hồng với diện tích 115 ha"
CARRIERS = "Hiện nay có 11 đơn vị vận tải khai thác tuyến Lai Châu - Hà Nội"
INVESTORS = "Đến nay có 03 nhà đầu tư của thành phố Hà Nội quan tâm trồng dược liệu"
ASKED = {
    "Đến nay có bao nhiêu nhà đầu tư của thành phố Hà Nội quan tâm trồng dược liệu?": INVESTORS,
    "Hiện nay có bao nhiêu đơn vị vận tải khai thác tuyến Lai Châu - Hà Nội?": CARRIERS,
    "Về hạn chế, báo cáo nêu những gì?": "Một số sự kiện còn ít khách",
    "Về giao thông, báo cáo nêu những gì?": ROSES,  # answered, but from another place
    "Hoa hồng?": ROSES,
}
"""What the asker answers, each with a quote; all else it refuses."""


@dataclass(slots=True)
class Knowing:
    """Answers what ``ASKED`` has, counting how often it is asked."""

    library: Library
    asked: list[str] = field(default_factory=list)
    fluent: bool = True

    def ask(
        self,
        question: str,
        history: tuple[Turn, ...] = (),
        *,
        report_ids: tuple[str, ...] | None = None,
        mode: Mode = "auto",
        top_k: int | None = None,
    ) -> Answer:
        self.asked.append(question)
        report = self.library.report(COOPERATION_ID)
        if question in ASKED:
            return answered("Có [1].", cite(report, ASKED[question]), understood=question)
        return refused("Không nêu.", near(report, CARRIERS)) if question == "Xe khách?" else refused("Không nêu.")

    def reword(self, answer: Answer, grow: Grow = unheard) -> Answer | None:
        return replace(answer, text="Khác [1].", suggestions=())


@pytest.fixture
def knowing() -> Knowing:
    return Knowing(small_library())


@pytest.fixture
def asker(knowing: Knowing) -> Suggesting:
    return Suggesting(knowing, knowing.library)


def test_only_what_is_answered_from_its_own_place_is_suggested_the_nearest_first(asker: Suggesting) -> None:
    assert asker.ask("Hoa hồng?").suggestions == (
        "Đến nay có bao nhiêu nhà đầu tư của thành phố Hà Nội quan tâm trồng dược liệu?",
        "Hiện nay có bao nhiêu đơn vị vận tải khai thác tuyến Lai Châu - Hà Nội?",
        "Về hạn chế, báo cáo nêu những gì?",
    )


def test_what_was_asked_or_answered_already_is_not_suggested(asker: Suggesting) -> None:
    earlier = (Turn("user", "đến nay có bao nhiêu nhà đầu tư của thành phố Hà Nội quan tâm trồng dược liệu"),)
    carriers = "Hiện nay có bao nhiêu đơn vị vận tải khai thác tuyến Lai Châu - Hà Nội?"
    assert asker.ask(carriers, earlier).suggestions == ("Về hạn chế, báo cáo nêu những gì?",)


def test_after_a_refusal_what_is_nearest_is_suggested(asker: Suggesting) -> None:
    assert asker.ask("Xe khách?").suggestions[0].startswith("Hiện nay có bao nhiêu đơn vị vận tải")


def test_a_question_about_nothing_in_the_reports_is_led_to_a_section(asker: Suggesting) -> None:
    assert asker.ask("Thời tiết?").suggestions[0] == "Về hạn chế, báo cáo nêu những gì?"


def test_other_reports_are_not_suggested_where_one_was_asked(asker: Suggesting) -> None:
    assert asker.ask("Hoa hồng?", report_ids=(HEALTH_ID,)).suggestions == ()


def test_each_proposal_is_tried_once(asker: Suggesting, knowing: Knowing) -> None:
    asker.prepare()
    knowing.asked.clear()
    asker.ask("Hoa hồng?")
    assert knowing.asked == ["Hoa hồng?"]


def test_the_fluent_answer_keeps_the_suggestions(asker: Suggesting) -> None:
    answer = asker.ask("Hoa hồng?")
    fluent = asker.reword(answer)
    assert asker.fluent
    assert fluent is not None
    assert (fluent.text, fluent.suggestions) == ("Khác [1].", answer.suggestions)


def test_in_a_large_library_only_the_report_that_answered_is_looked_at(
    knowing: Knowing, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.suggest.suggesting.LOOKED_AT", 1)
    asker = Suggesting(knowing, knowing.library)
    assert len(asker.ask("Hoa hồng?").suggestions) == 3
    assert not any("Yên Bái" in question for question in knowing.asked)


def test_an_answer_does_not_wait_for_more_than_a_few_proposals(
    knowing: Knowing, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.suggest.suggesting.TRIED", 2)
    Suggesting(knowing, knowing.library).ask("Hoa hồng?")
    assert len(knowing.asked) == 3
