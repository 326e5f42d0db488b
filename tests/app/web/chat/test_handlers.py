"""What becomes of the conversation by each thing that a user does."""

from collections.abc import Mapping
from typing import Any

import pytest
from pydantic import ValidationError

from app.messages import say
from app.web.chat.actions import Again, Ask, Edit, Fresh, Open, Rate, read_asking, read_leaving, read_noting
from app.web.chat.conversation import Conversation, Exchange
from app.web.chat.handlers import Outcome, answering, keeping, leaving
from app.web.chat.kept import from_json, to_json
from app.web.chat.line import Line
from app.web.chat.rating import feedback
from app.web.chat.reply import Desk
from app.web.chat.room import Choices, Room
from app.web.chat.visitor import Visitor
from app.web.current import Current, Serving
from corpus.library import Library
from corpus.models import Report
from tests.app.web.chat.at_once import at_once
from tests.app.web.chat.browsing import Ratings
from tests.fakes import ScriptedAsker, answered, cite, refused

ONE, TWO = Exchange("Một?", refused("1")), Exchange("Hai?", refused("2"))
BOTH = Conversation((ONE, TWO), id="abc")


def outcomes(action: Ask | Edit | Again, before: Conversation, asker: ScriptedAsker) -> list[Outcome]:
    return list(answering(action, before, Desk(asker, Line(8), at_once, pause=lambda _: None)))


def room(library: Library, asker: ScriptedAsker | None = None, ratings: Ratings | None = None) -> Room:
    return Room(Current(Serving(asker or ScriptedAsker([]), library)), feedback=ratings)


def test_a_finished_answer_is_kept_with_a_name() -> None:
    last = outcomes(Ask(question="Hỏi?"), Conversation(), ScriptedAsker([refused("Không.")]))[-1]
    assert last.told == keeping(last.conversation)
    assert last.conversation.id
    assert last.conversation.name == "Hỏi?"


def test_nothing_is_asked_while_an_answer_is_under_way_or_where_nothing_stands() -> None:
    waiting = BOTH.asking("Ba?")
    assert outcomes(Ask(question="Bốn?"), waiting, ScriptedAsker([])) == []
    assert outcomes(Ask(question="  "), BOTH, ScriptedAsker([])) == []
    assert outcomes(Edit(kind="edit", at=2, question="Ba?"), BOTH, ScriptedAsker([])) == []


def test_an_edited_question_takes_the_place_of_the_old_one_and_of_what_followed() -> None:
    asker = ScriptedAsker([refused("3")])
    last = outcomes(Edit(kind="edit", at=0, question="Ba?"), BOTH, asker)[-1]
    assert last.conversation == Conversation((Exchange("Ba?", refused("3")),), id="abc")


def test_an_answer_made_again_stands_where_it_stood_and_knows_only_what_was_before() -> None:
    asker = ScriptedAsker([refused("3")])
    last = outcomes(Again(kind="again", at=0, mode="generative"), BOTH, asker)[-1]
    assert last.conversation.exchanges == (Exchange("Một?", refused("3")), TWO)
    assert (asker.asked[0].mode, asker.asked[0].history) == ("extractive", ())  # the wording is asked for after it


def test_an_answer_that_cannot_be_made_again_stays_and_says_so() -> None:
    last = outcomes(Again(kind="again", at=1, mode="generative"), BOTH, ScriptedAsker([RuntimeError()]))[-1]
    assert last.conversation.exchanges == (ONE, Exchange("Hai?", refused("2"), note=say("chat.failed")))


def test_a_kept_conversation_comes_back_as_it_was(library: Library, report: Report) -> None:
    conversation = Conversation(
        (Exchange("Hỏi?", answered("32,8 ha [1].", cite(report, "32,8 ha")), rating=-1),), "x", "T"
    )
    assert from_json(to_json(conversation), library) == conversation


@pytest.mark.parametrize("kept", [{}, {"format": 9, "id": "x"}, {"format": 1, "id": ""}, {"format": 1, "exchanges": 7}])
def test_what_is_no_conversation_is_not_opened(library: Library, kept: Mapping[str, Any]) -> None:
    opened = leaving(Open(kind="open", kept=dict(kept)), BOTH, library, "vi")
    assert opened == Outcome(BOTH, None, {"say": say("chat.kept-unreadable")})


def test_an_answer_whose_quote_the_report_does_not_say_is_not_shown_again(library: Library, report: Report) -> None:
    forged = answered("99 ha [1].", cite(report, "32,8 ha"))
    kept = to_json(Conversation((Exchange("Hỏi?", forged),), "x"))
    kept["exchanges"][0]["answer"]["citations"][0]["quote"] = "99 ha"
    opened = from_json(kept, library)
    assert opened
    assert opened.exchanges == (Exchange("Hỏi?", failure=say("chat.kept-stale")),)


def test_a_new_conversation_is_empty(library: Library) -> None:
    assert leaving(Fresh(kind="new"), BOTH, library, "vi") == Outcome(Conversation(), "")


@pytest.mark.parametrize("sent", [None, {}, {"kind": "ask"}, {"kind": "again", "at": -1, "mode": "auto"}, "ask"])
def test_what_a_browser_sends_is_read_strictly(sent: object, library: Library) -> None:
    for read in (read_asking, read_leaving, read_noting):
        with pytest.raises(ValidationError):
            read(sent)
    assert list(room(library).answer_sent(sent, BOTH, Choices(), Visitor())) == []
    assert room(library).leave(sent, BOTH, Visitor()) == room(library).note(sent, BOTH, Visitor()) == Outcome(BOTH)


def test_a_rating_is_kept_with_its_question_and_the_sentence_picked_in_the_report(
    library: Library, report: Report
) -> None:
    ratings = Ratings()
    right = report.paragraph_at(report.text.index("huyện Tam Đường 32,8 ha")).sentences[-1]
    answer = answered("3,5 ha [1].", cite(report, "huyện Tân Uyên 3,5 ha"), understood="Hoa hồng?")
    sent = {
        "kind": "rate", "at": 1, "rating": -1, "reason": "wrong-source", "comment": " sai ", "report_id": report.id,
        "passage_id": right.id,
    }  # fmt: skip
    outcome = room(library, ratings=ratings).note(
        sent, Conversation((ONE, Exchange("hoa hong", answer)), "abc"), Visitor()
    )
    (kept,) = ratings.kept
    assert (kept.rating, kept.reason, kept.comment, kept.question) == (-1, "wrong-source", "sai", "hoa hong")
    assert (kept.quote, kept.start) == (report.text[right.start : right.end], right.start)
    assert [turn.content for turn in kept.history] == ["Một?", "1"]
    assert outcome.conversation.exchanges[1].rating == -1


def test_a_second_rating_of_an_answer_takes_the_place_of_the_first(library: Library) -> None:
    good, bad = (Rate(kind="rate", at=0, rating=rating) for rating in (1, -1))
    first, second = feedback(good, BOTH, library), feedback(bad, BOTH, library)
    assert first
    assert second
    assert first.id == second.id


def test_choices_that_are_no_longer_there_fall_away(library: Library, report: Report) -> None:
    kept = {"mode": "generative", "length": "full", "reports": [report.id, "gone"]}
    assert room(library).remembered(kept) == Choices("auto", "full", (report.id,))
    fluent = room(library, ScriptedAsker([], fluent=True))
    assert fluent.remembered(kept) == Choices("generative", "full", (report.id,))
    assert room(library).remembered("x") == room(library).remembered({"length": [], "reports": 3}) == Choices()


def test_only_the_chosen_reports_are_asked(library: Library, report: Report) -> None:
    asker = ScriptedAsker([refused("Không.")])
    list(
        room(library, asker).answer(
            Ask(question="Hỏi?"), Conversation(), Choices(report_ids=(report.id, "gone")), Visitor()
        )
    )
    assert asker.asked[0].report_ids == (report.id,)
