"""Lets few questions be worked on at once, in the order they came. Knows an asker and threads, nothing of processors.

Fifty threads that all compute hold each other up: each answer then takes as long as all of them, some much longer.
Two at a time are as many answers a second on two processors, and everybody waits about as long as everybody else.
"""

import threading
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager

from app.models import Answer, FluentAsker, Grow, Mode, Turn, unheard


class Turns:
    """At most ``at_once`` inside, first come first served; a ``threading.Semaphore`` lets late comers push in."""

    def __init__(self, at_once: int) -> None:
        self._free = at_once
        self._lock = threading.Lock()
        self._waiting: deque[threading.Lock] = deque()

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Wait for a turn, and hand it on at the end."""
        self._wait()
        try:
            yield
        finally:
            self._hand_on()

    def _wait(self) -> None:
        with self._lock:
            if self._free:
                self._free -= 1
                return
            mine = threading.Lock()
            mine.acquire()
            self._waiting.append(mine)
        mine.acquire()

    def _hand_on(self) -> None:
        with self._lock:
            if self._waiting:
                self._waiting.popleft().release()
            else:
                self._free += 1


class InTurn:
    """An asker whose questions wait for their turn; who waits for a language model keeps nobody else waiting."""

    def __init__(self, asker: FluentAsker, turns: Turns) -> None:
        self._asker = asker
        self._turns = turns

    def ask(
        self,
        question: str,
        history: tuple[Turn, ...] = (),
        *,
        report_ids: tuple[str, ...] | None = None,
        mode: Mode = "auto",
        top_k: int | None = None,
    ) -> Answer:
        """Answer one question as the asker behind does; a fluent answer is worded after the turn is handed on."""
        with self._turns.turn():
            first: Mode = "extractive" if mode == "generative" else mode
            answer = self._asker.ask(question, history, report_ids=report_ids, mode=first, top_k=top_k)
        return (self.reword(answer) or answer) if mode == "generative" and answer.answerable else answer

    @property
    def fluent(self) -> bool:
        """Whether a writer is there that words answers anew."""
        return self._asker.fluent

    def reword(self, answer: Answer, grow: Grow = unheard) -> Answer | None:
        """Return an answer in fluent words as the asker behind does, outside any turn."""
        return self._asker.reword(answer, grow)
