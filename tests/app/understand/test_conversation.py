"""A conversation is read as questions with their answers."""

from app.models import Turn
from app.understand.conversation import turns


def test_every_question_has_the_answer_that_followed_it() -> None:
    history = (
        Turn("assistant", "Chào bạn"),
        Turn("user", "Mấy chuyến?"),
        Turn("assistant", "32 chuyến."),
        Turn("user", " "),
        Turn("user", "Của ai?"),
    )
    assert turns(history, str.strip) == (["Mấy chuyến?", "Của ai?"], ["32 chuyến.", ""])
