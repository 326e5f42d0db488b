"""Writes into a store without end and says after each row that it was accepted. Meant to be killed."""

import itertools
import os
import sys
import threading

from app.models import Citation
from app.store.store import Store, open_store
from tests.app.store.made import conversation, feedback
from tests.fakes import answered

CITED = Citation(1, "bc", "Báo cáo", "I.3", "Nông nghiệp", None, "bc#I.3.p1.s1", 10, 17, "32,8 ha", "Mục I.3")
ANSWER = answered("32,8 ha [1]. " * 50, CITED)


def accept(kind: str, name: str) -> None:
    """Say that a row was accepted, in one write, so that a kill leaves no half of it on a line that is counted."""
    os.write(1, f"{kind} {name}\n".encode())


def give_feedback(store: Store, name: str) -> None:
    store.feedback.add(feedback(name, comment="Số này ở mục khác. " * 50))
    accept("feedback", name)


def talk(store: Store, name: str) -> None:
    # Every conversation grows, so that its later rows are written into tables that hold its earlier ones.
    for count in range(1, 6):
        store.conversations.save(conversation(*["Hoa hồng? " * 20] * count, identity=name))
        accept("conversation", f"{name}/{count}")


def record(store: Store, name: str) -> None:
    store.audit.record(name, "Hoa hồng?", ANSWER)
    accept("audit", name)


def forever(url: str, prefix: str) -> None:
    """Write all three kinds at once, each in a thread of its own."""
    store = open_store(url)

    def writing(kind: int) -> None:
        for count in itertools.count():
            (give_feedback, talk, record)[kind](store, f"{prefix}-{kind}-{count}")

    threads = [threading.Thread(target=writing, args=(kind,)) for kind in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


if __name__ == "__main__":
    forever(sys.argv[1], sys.argv[2])
