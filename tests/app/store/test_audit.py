"""The audit log tells on whoever removes, changes or moves an entry."""

import hashlib
import json
import threading

import pytest

from app.models import Citation
from app.store.errors import StoreError
from app.store.models import BrokenEntry, ChainHead, Evidence
from app.store.store import Store, open_store
from tests.app.store.made import change
from tests.fakes import answered

CITED = Citation(1, "bc", "Báo cáo", "I.3", "Nông nghiệp", None, "bc#I.3.p1.s1", 10, 17, "32,8 ha", "Mục I.3")
ANSWER = answered("32,8 ha [1].", CITED, understood="Tam Đường trồng bao nhiêu hoa hồng?")


def five(store: Store) -> None:
    """Record five questions."""
    for number in range(1, 6):
        store.audit.record("khóa", f"Câu {number}?", ANSWER)


def test_an_entry_says_who_asked_what_when_and_what_the_answer_stood_on(store: Store) -> None:
    entry = store.audit.record("khóa", "Còn Tam Đường?", ANSWER)
    assert list(store.audit.all()) == [entry]
    assert (entry.number, entry.asker, entry.question) == (1, "khóa", "Còn Tam Đường?")
    assert (entry.answer_id, entry.answer) == ("tra-loi-1", "32,8 ha [1].")
    assert entry.standalone_question == "Tam Đường trồng bao nhiêu hoa hồng?"
    assert entry.evidence == (Evidence("bc", "bc#I.3.p1.s1", 10, 17, "32,8 ha"),)


def test_the_hash_is_that_of_number_moment_content_and_the_hash_before(store: Store) -> None:
    store.audit.record("", "Một?", answered("Một."))
    entry = store.audit.record("", "Hai?", answered("Hai."))
    content = [
        2,
        entry.at.isoformat(timespec="microseconds"),
        "",
        "Hai?",
        "",
        "tra-loi-1",
        "Hai.",
        "[]",
        entry.previous,
    ]
    assert entry.hash == hashlib.sha256(json.dumps(content).encode()).hexdigest()
    assert entry.previous == next(store.audit.all()).hash
    assert store.audit.head() == ChainHead(2, entry.hash)


def test_an_untouched_log_is_whole(store: Store, url: str) -> None:
    assert store.audit.verify() == []
    five(store)
    assert store.audit.verify() == []
    opened = open_store(url)
    assert opened.audit.verify() == []
    opened.close()


@pytest.mark.parametrize(
    ("statement", "broken"),
    [
        ("UPDATE audit SET answer = 'Không.' WHERE number = 3", [BrokenEntry(3, "changed")]),
        ("UPDATE audit SET asker = 'ai đó' WHERE number = 1", [BrokenEntry(1, "changed")]),
        ("UPDATE audit SET at = '2020-01-01 00:00:00.000000' WHERE number = 2", [BrokenEntry(2, "changed")]),
        ("UPDATE audit SET evidence = '[]' WHERE number = 5", [BrokenEntry(5, "changed")]),
        ("DELETE FROM audit WHERE number = 1", [BrokenEntry(1, "missing")]),
        ("DELETE FROM audit WHERE number IN (2, 3)", [BrokenEntry(2, "missing")]),
        ("DELETE FROM audit WHERE number = 5", [BrokenEntry(5, "cut-off")]),
        ("DELETE FROM audit", [BrokenEntry(5, "cut-off")]),
        ("DELETE FROM audit_chain", [BrokenEntry(0, "cut-off")]),
        ("UPDATE audit_chain SET head_number = 4", [BrokenEntry(4, "cut-off")]),
        ("UPDATE audit SET number = 9 WHERE number = 4", [BrokenEntry(4, "missing"), BrokenEntry(6, "missing"), BrokenEntry(9, "changed"), BrokenEntry(5, "cut-off")]),
        ("UPDATE audit SET number = -1 WHERE number = 5", [BrokenEntry(-1, "changed"), BrokenEntry(5, "cut-off")]),
    ],
)  # fmt: skip
def test_an_entry_that_was_changed_or_removed_is_named(
    store: Store, url: str, statement: str, broken: list[BrokenEntry]
) -> None:
    five(store)
    change(url, statement)
    assert store.audit.verify() == broken


def test_entries_that_changed_places_are_named(store: Store, url: str) -> None:
    five(store)
    for number, moved in ((2, 99), (3, 2), (99, 3)):
        change(url, f"UPDATE audit SET number = {moved} WHERE number = {number}")
    assert [(flaw.number, flaw.kind) for flaw in store.audit.verify()] == [
        (2, "changed"), (3, "changed"), (4, "unlinked"),
    ]  # fmt: skip


def test_an_entry_whose_hash_was_made_anew_does_not_lead_to_the_next(store: Store, url: str) -> None:
    five(store)
    third = list(store.audit.all())[2]
    content = [3, third.at.isoformat(timespec="microseconds"), "", "Câu 3?", "", "x", "Bịa.", "[]", third.previous]
    forged = hashlib.sha256(json.dumps(content).encode()).hexdigest()
    values = f"asker='', standalone_question='', answer_id='x', answer='Bịa.', evidence='[]', hash='{forged}'"
    change(url, f"UPDATE audit SET {values} WHERE number = 3")
    assert store.audit.verify() == [BrokenEntry(4, "unlinked")]


def test_a_log_that_was_rewritten_as_a_whole_no_longer_holds_the_head_that_was_noted(store: Store, url: str) -> None:
    five(store)
    noted = store.audit.head()
    assert store.audit.verify(noted) == []
    change(url, "DELETE FROM audit")
    change(url, "UPDATE audit_chain SET head_number = 0, head_hash = ''")
    five(store)
    assert store.audit.verify() == []
    assert store.audit.verify(noted) == [BrokenEntry(5, "rewritten")]


def test_what_is_left_after_pruning_is_verified_from_the_last_entry_taken_away(store: Store, url: str) -> None:
    five(store)
    entries = list(store.audit.all())
    assert store.audit.prune(entries[2].at) == 2
    assert [entry.number for entry in store.audit.all()] == [3, 4, 5]
    assert store.audit.verify() == []
    assert store.audit.verify(ChainHead(2, entries[1].hash)) == []
    assert store.audit.verify(ChainHead(1, entries[0].hash)) == [BrokenEntry(1, "rewritten")]
    change(url, "DELETE FROM audit WHERE number = 3")
    assert store.audit.verify() == [BrokenEntry(3, "missing")]


def test_a_log_whose_entries_are_all_old_goes_on_where_it_ended(store: Store) -> None:
    five(store)
    last = list(store.audit.all())[-1]
    assert store.audit.prune(last.at.replace(year=last.at.year + 1)) == 5
    assert store.audit.prune(last.at.replace(year=last.at.year + 1)) == 0
    assert store.audit.verify() == []
    assert store.audit.record("", "Sau?", ANSWER).previous == last.hash
    assert store.audit.verify() == []


def test_age_does_not_hide_what_somebody_changed(store: Store, url: str) -> None:
    five(store)
    moment = list(store.audit.all())[3].at
    change(url, "UPDATE audit SET answer = 'Bịa.' WHERE number = 2")
    with pytest.raises(StoreError, match="audit-broken"):
        store.audit.prune(moment)
    assert len(list(store.audit.all())) == 5
    assert store.audit.verify() == [BrokenEntry(2, "changed")]


def test_text_that_no_database_takes_does_not_break_the_chain(store: Store) -> None:
    entry = store.audit.record("", "a\0b\ud83d", ANSWER)
    assert list(store.audit.all()) == [entry]
    assert store.audit.verify() == []


def test_many_who_record_at_once_make_one_chain(store: Store, url: str) -> None:
    other = open_store(url)

    def record(opened: Store) -> None:
        for _ in range(10):
            opened.audit.record("", "Hoa?", ANSWER)

    threads = [threading.Thread(target=record, args=(opened,)) for opened in (store, other, store, other)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [entry.number for entry in store.audit.all()] == list(range(1, 41))
    assert store.audit.verify() == []
    other.close()
