"""Conversations on the server: each owner's own, and read back as strictly as from a browser."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.messages import say
from app.store.store import open_store
from app.web.chat.actions import Ask
from app.web.chat.conversation import Conversation
from app.web.chat.room import Choices, Room
from app.web.chat.shelf import Shelf
from app.web.chat.visitor import Visitor
from app.web.current import Current, Serving
from corpus.library import Library
from corpus.models import Report
from tests.fakes import ScriptedAsker, answered, cite

ANNE, BINH = "a" * 32, "b" * 32


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[Shelf]:
    store = open_store(f"sqlite:///{tmp_path / 'kept.sqlite3'}")
    yield Shelf(store.conversations)
    store.close()


@pytest.fixture
def room(shelf: Shelf, library: Library, report: Report) -> Room:
    asker = ScriptedAsker([answered("32,8 ha [1].", cite(report, "32,8 ha"))])
    return Room(Current(Serving(asker, library)), shelf=shelf)


def asked(room: Room, owner: str) -> Conversation:
    visitor = Visitor(owner=owner)
    return list(room.answer(Ask(question="Hoa hồng?"), Conversation(), Choices(), visitor))[-1].conversation


def test_an_answered_conversation_is_found_again_by_its_owner_alone(room: Room) -> None:
    conversation = asked(room, ANNE)
    fetch = {"kind": "fetch", "id": conversation.id}
    assert room.leave(fetch, Conversation(), Visitor(owner=ANNE)).conversation == conversation
    refused = room.leave(fetch, Conversation(), Visitor(owner=BINH))
    assert (refused.conversation, refused.told) == (Conversation(), {"say": say("chat.kept-unreadable")})


def test_a_browser_that_says_hello_is_told_what_is_kept_for_it(room: Room) -> None:
    conversation, visitor = asked(room, ANNE), Visitor()
    told = room.note({"kind": "hello", "owner": ANNE}, Conversation(), visitor).told
    assert told
    assert [(kept["id"], kept["name"]) for kept in told["shelf"]] == [(conversation.id, "Hoa hồng?")]
    assert visitor.owner == ANNE
    assert room.note({"kind": "hello", "owner": BINH}, Conversation(), Visitor()).told == {"shelf": []}


def test_renaming_and_deleting_reach_the_server(room: Room, shelf: Shelf) -> None:
    conversation, visitor = asked(room, ANNE), Visitor(owner=ANNE)
    room.note({"kind": "rename", "id": conversation.id, "title": " Tên  mới "}, conversation, visitor)
    assert [kept["name"] for kept in shelf.titles(ANNE)] == ["Tên mới"]
    room.note({"kind": "delete", "id": conversation.id}, conversation, Visitor(owner=BINH))
    assert len(shelf.titles(ANNE)) == 1
    room.note({"kind": "delete", "id": conversation.id}, conversation, visitor)
    assert shelf.titles(ANNE) == []


def test_without_an_owner_nothing_is_kept(room: Room, shelf: Shelf) -> None:
    asked(room, "")
    assert shelf.titles("") == []
