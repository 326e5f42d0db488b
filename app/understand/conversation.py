"""Reads a conversation as questions, each with the answer to it. Knows nothing of what they say."""

from collections.abc import Callable, Sequence

from app.models import Turn


def turns(history: Sequence[Turn], readable: Callable[[str], str]) -> tuple[list[str], list[str]]:
    """Return what the user said, oldest first, and the answer to each; "" where none was given."""
    said: list[str] = []
    replies: list[str] = []
    for turn in history:
        text = readable(turn.content)
        if turn.role == "assistant" and replies:
            replies[-1] = text
        elif turn.role == "user" and text:
            said.append(text)
            replies.append("")
    return said, replies
