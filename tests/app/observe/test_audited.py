"""With the audit log on, an answer is recorded before it is given, or it is not given."""

import contextvars
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import pytest

from app.models import Answer
from app.observe.audited import ASKER, Audited, on_behalf, on_own_account
from app.store.errors import StoreError
from tests.fakes import ScriptedAsker, answered

ANSWER = answered("32,8 ha.", understood="Tam Đường trồng bao nhiêu hoa hồng?")


@dataclass
class Notebook:
    """Remembers what was recorded; full when it is said to be."""

    full: bool = False
    entries: list[tuple[str, str, Answer]] = field(default_factory=list)

    def record(self, asker: str, question: str, answer: Answer) -> None:
        """Remember one answer."""
        if self.full:
            raise StoreError("full", "sổ")
        self.entries.append((asker, question, answer))


def test_an_answer_is_recorded_with_its_question_and_who_asked() -> None:
    notebook = Notebook()
    audited = Audited(ScriptedAsker([ANSWER, ANSWER]), notebook)
    assert audited.ask("Còn Tam Đường?") == ANSWER
    token = ASKER.set("khóa")
    audited.ask("Hoa?")
    ASKER.reset(token)
    assert notebook.entries == [("", "Còn Tam Đường?", ANSWER), ("khóa", "Hoa?", ANSWER)]


def test_an_answer_that_cannot_be_recorded_is_not_given() -> None:
    audited = Audited(ScriptedAsker([ANSWER]), Notebook(full=True))
    with pytest.raises(StoreError, match="full"):
        audited.ask("Hoa?")


def test_a_fluent_wording_is_recorded_too_under_the_standalone_question() -> None:
    fluent = replace(ANSWER, text="Tam Đường trồng 32,8 ha.", mode="generative")
    notebook = Notebook()
    audited = Audited(ScriptedAsker([], reworded=fluent, fluent=True), notebook)
    assert audited.fluent
    assert audited.reword(ANSWER) == fluent
    assert notebook.entries == [("", "Tam Đường trồng bao nhiêu hoa hồng?", fluent)]


def test_words_are_told_of_when_they_are_recorded_and_not_while_they_grow() -> None:
    fluent = replace(ANSWER, text="Tam Đường trồng 32,8 ha.", mode="generative")
    notebook, told = Notebook(), list[tuple[str, int]]()
    asker = ScriptedAsker([], reworded=fluent, fluent=True, growing=("Tam Đường", "Tam Đường trồng"))
    Audited(asker, notebook).reword(ANSWER, lambda words: told.append((words, len(notebook.entries))))
    assert told == [("Tam Đường trồng 32,8 ha.", 1)]


def test_words_that_cannot_be_recorded_are_not_told_of() -> None:
    told: list[str] = []
    asker = ScriptedAsker([], reworded=ANSWER, fluent=True, growing=("Tam Đường",))
    with pytest.raises(StoreError, match="full"):
        Audited(asker, Notebook(full=True)).reword(ANSWER, told.append)
    assert told == []


def test_without_a_fluent_wording_nothing_more_is_recorded() -> None:
    notebook = Notebook()
    assert Audited(ScriptedAsker([]), notebook).reword(ANSWER) is None
    assert notebook.entries == []


def test_what_the_product_asks_itself_is_not_recorded() -> None:
    notebook = Notebook()
    audited = Audited(ScriptedAsker([ANSWER, ANSWER]), notebook)
    with on_own_account():
        audited.ask("Ví dụ?")
    assert notebook.entries == []
    audited.ask("Hoa?")
    assert len(notebook.entries) == 1


def test_each_step_is_taken_for_the_asker_whatever_the_thread() -> None:
    def steps() -> Iterator[str | None]:
        yield ASKER.get()
        yield ASKER.get()

    taken = on_behalf("khóa", steps())
    # Every step in a context of its own, as a pool of threads would take them.
    assert [contextvars.Context().run(next, taken) for _ in range(2)] == ["khóa", "khóa"]
    with pytest.raises(StopIteration):
        contextvars.Context().run(next, taken)
