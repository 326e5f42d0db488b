"""Puts the whole application together: the API, the pages, the chat. Knows nothing of how it is run."""

from collections.abc import Sequence

from fastapi import FastAPI

from app.shelf.shelf import Shelf
from app.web.api.application import create_api
from app.web.chat.mount import mount_chat
from app.web.chat.room import FeedbackKeeper
from app.web.chat.shelf import Keeper
from app.web.current import Current
from app.web.headers import SecurityHeaders


def create_app(
    current: Current,
    examples: Sequence[str],
    feedback: FeedbackKeeper | None = None,
    origins: Sequence[str] = (),
    shelf: Shelf | None = None,
    conversations: Keeper | None = None,
) -> FastAPI:
    """Return the whole application: the API with the chat page mounted at "/".

    Without ``feedback`` nothing is rated, without ``conversations`` they stay in the browser alone, without
    ``shelf`` no report is taken in; ``origins`` are those that may frame the widget.
    """
    app = create_api(current, feedback, shelf)
    app.add_middleware(SecurityHeaders, origins=origins)
    return mount_chat(app, current, examples, feedback, conversations)
