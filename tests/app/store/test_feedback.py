"""Feedback is kept as it was given."""

from app.models import Turn
from app.store.store import Store, open_store
from tests.app.store.made import NOON, feedback


def test_feedback_is_there_again_after_the_database_is_opened_anew(store: Store, url: str) -> None:
    said = feedback(start=12, quote="huyện Tam Đường 32,8 ha", history=(Turn("user", "Hoa?"), Turn("assistant", "Có.")))
    liked = feedback("f2", rating=1, reason=None, comment="", minutes=1)
    store.feedback.add(said)
    store.feedback.add(liked)
    opened = open_store(url)
    assert list(opened.feedback.all()) == [said, liked]
    opened.close()


def test_feedback_that_comes_again_takes_the_place_of_the_first(store: Store) -> None:
    store.feedback.add(feedback(rating=-1))
    store.feedback.add(feedback(rating=1, reason=None))
    assert [said.rating for said in store.feedback.all()] == [1]
    assert store.feedback.find("f1") == feedback(rating=1, reason=None)
    assert store.feedback.find("f2") is None


def test_the_oldest_comes_first(store: Store) -> None:
    for identity, minutes in (("f1", 5), ("f2", 1), ("f3", 3)):
        store.feedback.add(feedback(identity, minutes))
    assert [said.id for said in store.feedback.all()] == ["f2", "f3", "f1"]


def test_what_no_database_takes_is_replaced_and_all_else_is_kept(store: Store) -> None:
    store.feedback.add(feedback(comment="a\0b\ud83dc 😀 “ệ” '; DROP TABLE feedback; --"))
    found = store.feedback.find("f1")
    assert found is not None
    assert found.comment == "a\ufffdb\ufffdc 😀 “ệ” '; DROP TABLE feedback; --"


def test_only_what_is_older_is_pruned(store: Store) -> None:
    store.feedback.add(feedback("f1", -1))
    store.feedback.add(feedback("f2", 0))
    assert store.feedback.prune(NOON) == 1
    assert [said.id for said in store.feedback.all()] == ["f2"]
