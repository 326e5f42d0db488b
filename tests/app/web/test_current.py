"""What serves at the moment, and what happens to those who hold it when it is switched."""

import pytest

from app.errors import NotReadyError
from app.web.current import Current, Serving
from corpus.library import Library
from tests.fakes import ScriptedAsker, answered, refused


def serving(text: str, *, fluent: bool = False) -> Serving:
    asker = ScriptedAsker([refused(text)], reworded=answered(f"{text} (lại)"), fluent=fluent)
    return Serving(asker, Library(()))


def test_a_question_goes_to_what_serves_at_that_moment() -> None:
    current = Current(serving("Cũ.", fluent=True))
    held = current.take()
    current.switch(serving("Mới."))
    assert current.ask("Hỏi?").text == "Mới."
    assert held.asker.ask("Hỏi?").text == "Cũ."
    assert (held.asker.fluent, current.fluent) == (True, False)


def test_where_nothing_serves_every_use_says_so() -> None:
    current = Current()
    assert not current.ready
    assert not current.fluent
    for use in (
        current.take,
        lambda: current.library,
        lambda: current.ask("Hỏi?"),
        lambda: current.reword(answered(".")),
    ):
        with pytest.raises(NotReadyError):
            use()
    current.switch(serving("Có."))
    assert current.ready
    reworded = current.reword(answered("."))
    assert reworded is not None
    assert reworded.text == "Có. (lại)"
