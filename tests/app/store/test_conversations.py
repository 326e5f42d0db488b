"""Conversations are kept for their owner, and nobody else finds them."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.store.errors import StoreError
from app.store.models import ConversationTitle
from app.store.store import Store, open_store
from tests.app.store.made import NOON, conversation


def test_a_conversation_goes_on_in_another_process(store: Store, url: str) -> None:
    begun = conversation("Hoa hồng?")
    store.conversations.save(begun)
    other = open_store(url)
    found = other.conversations.find("c1", "lan")
    assert found == begun
    other.conversations.save(conversation("Hoa hồng?", "Còn lan?", minutes=2))
    assert store.conversations.find("c1", "lan") == conversation("Hoa hồng?", "Còn lan?", minutes=2)
    other.close()


def test_an_exchange_that_is_gone_is_gone_and_one_that_changed_is_changed(store: Store) -> None:
    store.conversations.save(conversation("Một?", "Hai?", "Ba?"))
    store.conversations.save(conversation("Một?", "Bốn?"))
    found = store.conversations.find("c1", "lan")
    assert found is not None
    assert [exchange.question for exchange in found.exchanges] == ["Một?", "Bốn?"]


def test_what_is_somebody_elses_is_as_if_it_were_not_there(store: Store) -> None:
    store.conversations.save(conversation("Hoa hồng?"))
    assert store.conversations.find("c1", "minh") is None
    assert store.conversations.list("minh") == ()
    assert not store.conversations.rename("c1", "minh", "Của tôi")
    assert not store.conversations.delete("c1", "minh")
    with pytest.raises(StoreError, match="not-owner"):
        store.conversations.save(conversation(owner="minh"))
    assert store.conversations.find("c1", "lan") == conversation("Hoa hồng?")


def test_the_list_gives_titles_the_latest_first(store: Store) -> None:
    store.conversations.save(conversation("Một?", identity="c1", minutes=1))
    store.conversations.save(conversation("Hai?", identity="c2", minutes=2))
    store.conversations.save(conversation("Ba?", identity="c3", owner="minh"))
    first = ConversationTitle("c2", "Hoa hồng", NOON, NOON + timedelta(minutes=2))
    assert store.conversations.list("lan") == (first, replace(first, id="c1", changed_at=NOON + timedelta(minutes=1)))


def test_its_owner_renames_and_deletes_it(store: Store) -> None:
    store.conversations.save(conversation("Hoa hồng?"))
    assert store.conversations.rename("c1", "lan", "Cây trồng")
    assert [titled.title for titled in store.conversations.list("lan")] == ["Cây trồng"]
    assert store.conversations.delete("c1", "lan")
    assert store.conversations.find("c1", "lan") is None
    assert not store.conversations.delete("c1", "lan")


def test_a_conversation_is_pruned_by_its_last_change_with_its_exchanges(store: Store) -> None:
    store.conversations.save(conversation("Một?", identity="old", minutes=-1))
    store.conversations.save(conversation("Hai?", identity="new", minutes=0))
    assert store.conversations.prune(NOON) == 1
    assert [titled.id for titled in store.conversations.list("lan")] == ["new"]
    # An exchange that had stayed behind would come back to life here.
    store.conversations.save(conversation(identity="old"))
    assert store.conversations.find("old", "lan") == conversation(identity="old")
