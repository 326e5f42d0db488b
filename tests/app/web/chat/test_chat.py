"""The conversation step by step, without a browser."""

import logging
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import ExitStack
from dataclasses import replace

import pytest

from app.errors import QuestionError
from app.messages import say
from app.models import Answer, Grow, Turn, unheard
from app.web.chat.conversation import HISTORY_TURNS, Conversation, Exchange
from app.web.chat.line import Line
from app.web.chat.page import build_chat
from app.web.chat.reply import STEP_SECONDS, STEPS, Desk, Step, reply
from app.web.chat.room import Room
from app.web.chat.source import render_source_panel
from app.web.chat.transcript import render_conversation
from app.web.chat.view import View
from app.web.chat.visitor import Halted, result
from app.web.current import Current, Serving
from corpus.library import Library, open_library
from corpus.models import Report
from tests.app.web.chat.at_once import at_once
from tests.fakes import ScriptedAsker, answered, cite, refused

VIEW = View(open_library())
WAITING = say("chat.waiting")


def desk(asker: ScriptedAsker, pause: Callable[[float], None] = lambda _: None) -> Desk:
    return Desk(asker, Line(8), at_once, pause=pause)


def steps(question: str, before: Conversation, asker: ScriptedAsker) -> list[Step]:
    return list(reply(question, before, desk(asker)))


def test_an_answer_waits_then_grows_then_stands_whole(report: Report) -> None:
    answer = answered("Một hai ba [1]", cite(report, "32,8 ha"))
    shown = [step.conversation.exchanges[-1] for step in steps(" Hỏi? ", Conversation(), ScriptedAsker([answer]))]
    assert shown == [
        Exchange("Hỏi?", waiting=WAITING),
        Exchange("Hỏi?", answer, revealed=3),  # Một
        Exchange("Hỏi?", answer, revealed=7),  # Một hai
        Exchange("Hỏi?", answer, revealed=10),  # Một hai ba
        Exchange("Hỏi?", answer),
    ]


def test_a_long_answer_is_over_in_a_fixed_number_of_steps() -> None:
    pauses: list[float] = []
    asker = ScriptedAsker([refused("chữ " * 500)])
    list(reply("Hỏi?", Conversation(), desk(asker, pauses.append)))
    assert len(pauses) <= STEPS
    assert sum(pauses) <= STEPS * STEP_SECONDS


def test_the_box_is_emptied_while_answering() -> None:
    assert {step.box for step in steps("Hỏi?", Conversation(), ScriptedAsker([refused("Không.")]))} == {""}


def test_a_follow_up_carries_the_turns_before_it(report: Report) -> None:
    asker = ScriptedAsker([answered("Là 32,8 ha [1].", cite(report, "32,8 ha")), refused("Không.")])
    first = steps("Tam Đường?", Conversation(), asker)[-1].conversation
    steps("Còn Mường Tè?", first, asker)
    assert asker.asked[1].history == (Turn("user", "Tam Đường?"), Turn("assistant", "Là 32,8 ha [1]."))


def test_only_the_latest_turns_are_carried_and_they_begin_with_a_question() -> None:
    long = Conversation(tuple(Exchange(f"Câu {n}", refused(f"Đáp {n}")) for n in range(15)))
    turns = long.history()
    assert len(turns) == HISTORY_TURNS
    assert turns[0] == Turn("user", "Câu 5")
    assert turns[-1] == Turn("assistant", "Đáp 14")


def test_a_question_that_cannot_be_read_gets_a_friendly_sentence_and_stays_for_retry() -> None:
    asker = ScriptedAsker([QuestionError("too-long", "3000")])
    last = steps("a" * 3000, Conversation(), asker)[-1]
    assert last.box == "a" * 3000
    assert last.conversation.exchanges[-1].failure == say("question.too-long", detail="3000")
    assert last.conversation.history() == ()


def test_a_failure_is_logged_said_politely_and_leaves_the_question(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR):
        last = steps("Hỏi?", Conversation(), ScriptedAsker([RuntimeError("/srv/secret")]))[-1]
    assert last.box == "Hỏi?"
    assert last.conversation.exchanges[-1].failure == say("chat.failed")
    assert "secret" not in render_conversation(last.conversation, VIEW)
    assert "/srv/secret" in caplog.text


def test_a_retry_takes_the_place_of_the_failure() -> None:
    failed = steps("Hỏi?", Conversation(), ScriptedAsker([RuntimeError()]))[-1].conversation
    retried = steps("Hỏi?", failed, ScriptedAsker([refused("Không.")]))[-1].conversation
    assert [exchange.question for exchange in retried.exchanges] == ["Hỏi?"]


def test_half_a_surrogate_pair_does_not_break_the_chat() -> None:
    asker = ScriptedAsker([refused("Không.")])
    last = steps("Hỏi \ud83c?", Conversation(), asker)[-1]
    assert asker.asked[0].question == "Hỏi ??"
    assert render_conversation(last.conversation, VIEW).encode("utf-8")


def test_markup_in_a_question_is_shown_as_text() -> None:
    html = render_conversation(Conversation().asking("<script>alert(1)</script>"), VIEW)
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html
    assert "<script" not in html


def test_an_empty_conversation_explains_the_marks() -> None:
    assert say("chat.welcome") in render_conversation(Conversation(), VIEW)


def test_a_choice_of_report_appears_only_with_more_than_one(library: Library) -> None:
    assert "<select" not in render_source_panel(library)
    two = Library((library.reports[0], library.reports[0]))
    assert render_source_panel(two).count("<option") == 2


def test_the_page_is_built_with_its_examples_and_no_public_interface(library: Library) -> None:
    page = build_chat(Room(Current(Serving(ScriptedAsker([]), library)), examples=("Câu hỏi mẫu?",)))
    assert page.title == "Hỏi Đáp Báo Cáo"
    assert page.analytics_enabled is False
    assert any("Câu hỏi mẫu?" in str(getattr(block, "value", "")) for block in page.blocks.values())
    assert page.get_api_info()["named_endpoints"] == {}


@pytest.mark.parametrize(("fluent", "key"), [(True, "chat.writer-there"), (False, "chat.writer-absent")])
def test_the_page_says_whether_a_writing_model_is_there_or_how_to_add_it(
    library: Library, fluent: bool, key: str
) -> None:
    page = build_chat(Room(Current(Serving(ScriptedAsker([], fluent=fluent), library))))
    assert any(say(key) in str(getattr(block, "value", "")) for block in page.blocks.values())


def test_a_fluent_wording_replaces_the_quotes_after_they_were_shown(report: Report) -> None:
    quoted = answered("Nguyên văn [1].", cite(report, "32,8 ha"))
    fluent = replace(quoted, text="Diễn đạt [1].", mode="generative")
    shown = [
        step.conversation.exchanges[-1]
        for step in steps("Hỏi gì?", Conversation(), ScriptedAsker([quoted], reworded=fluent, fluent=True))
    ]
    assert shown[-2:] == [Exchange("Hỏi gì?", quoted, waiting=say("chat.rewording")), Exchange("Hỏi gì?", fluent)]


def test_where_only_the_wording_is_asked_for_its_words_grow_in_place_of_the_quotes(report: Report) -> None:
    quoted = answered("Nguyên văn [1].", cite(report, "32,8 ha"))
    fluent = replace(quoted, text="Diễn đạt khác [1].", mode="generative")
    asker = ScriptedAsker([quoted], reworded=fluent, fluent=True, growing=("Diễn", "Diễn đạt"))
    worded = replace(desk(asker), mode="generative")
    shown = [step.conversation.exchanges[-1] for step in reply("Hỏi gì?", Conversation(), worded)]
    # The work is over at once here, so that only the newest words are left to be shown.
    assert shown[-2:] == [Exchange("Hỏi gì?", quoted, growing="Diễn đạt"), Exchange("Hỏi gì?", fluent)]
    assert "Diễn đạt" in render_conversation(Conversation((shown[-2],)), VIEW)
    assert "Nguyên văn" not in render_conversation(Conversation((shown[-2],)), VIEW)


def test_words_that_do_not_stand_give_way_to_the_quotes(report: Report) -> None:
    quoted = answered("Nguyên văn [1].", cite(report, "32,8 ha"))
    worded = replace(desk(ScriptedAsker([quoted], fluent=True, growing=("Diễn đạt",))), mode="generative")
    last = list(reply("Hỏi gì?", Conversation(), worded))[-1].conversation.exchanges[-1]
    assert last == Exchange("Hỏi gì?", quoted, note=say("chat.not-worded"))


def test_words_that_grow_when_a_page_is_left_are_not_kept(report: Report) -> None:
    quoted = answered("Nguyên văn [1].", cite(report, "32,8 ha"))
    growing = Exchange("Hỏi gì?", quoted, growing="Diễn")
    assert growing.busy
    assert growing.stopped("Đã dừng.") == Exchange("Hỏi gì?", quoted)


def test_who_comes_too_late_is_told_how_many_are_before() -> None:
    line = Line(1)
    with line.joined() as first, line.joined() as second, line.joined() as third:
        assert (first.ahead(), second.ahead(), third.ahead()) == (0, 1, 2)
    with line.joined() as alone:
        assert alone.ahead() == 0


def test_a_question_waits_for_its_turn_and_says_for_how_many() -> None:
    line, asker, before = Line(1), ScriptedAsker([refused("Không.")]), ExitStack()
    before.enter_context(line.joined())
    shown = reply("Hỏi?", Conversation(), Desk(asker, line, at_once, pause=lambda _: before.close()))
    said = [step.conversation.exchanges[-1].waiting for step in shown]
    assert said[:2] == [WAITING, say("chat.waiting-line", people=1)]
    assert asker.asked[0].question == "Hỏi?"


def test_a_question_waits_for_the_model_to_be_loaded() -> None:
    loaded: list[float] = []
    desk = Desk(ScriptedAsker([refused("Không.")]), Line(1), at_once, ready=lambda: bool(loaded), pause=loaded.append)
    said = [step.conversation.exchanges[-1].waiting for step in reply("Hỏi?", Conversation(), desk)]
    assert said[1] == say("chat.waiting-model")


def test_a_stopped_question_is_back_in_the_box() -> None:
    halted = Desk(ScriptedAsker([]), Line(1), at_once, ready=lambda: False, halted=lambda: True)
    last = list(reply("Hỏi?", Conversation(), halted))[-1]
    assert (last.box, last.conversation.exchanges[-1].failure) == ("Hỏi?", say("chat.stopped"))


def test_an_answer_that_is_stopped_while_it_grows_stands_whole() -> None:
    answer = refused("Một hai ba bốn.")
    shown = list(reply("Hỏi?", Conversation(), Desk(ScriptedAsker([answer]), Line(1), at_once, halted=lambda: True)))
    assert shown[-1].conversation.exchanges[-1] == Exchange("Hỏi?", answer)


def test_work_that_nobody_waits_for_is_left_alone() -> None:
    never: Future[int] = Future()
    with pytest.raises(Halted):
        result(never, lambda: True)


def test_a_writer_that_fails_leaves_the_quotes_and_says_so(report: Report, caplog: pytest.LogCaptureFixture) -> None:
    class Silent(ScriptedAsker):
        def reword(self, answer: Answer, grow: Grow = unheard) -> Answer | None:
            raise ConnectionError

    quoted = answered("Nguyên văn [1].", cite(report, "32,8 ha"))
    with caplog.at_level(logging.ERROR):
        last = steps("Hỏi?", Conversation(), Silent([quoted], fluent=True))[-1].conversation.exchanges[-1]
    assert last == Exchange("Hỏi?", quoted, note=say("chat.writer-silent"))
