"""Mounts the chat page on the application, once in each language. Knows nothing of what the page does."""

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from fastapi import FastAPI

from app.web.chat.frame import ADDRESSES
from app.web.chat.line import Line
from app.web.chat.room import SERVED_AT_ONCE, FeedbackKeeper, Room
from app.web.chat.shelf import Keeper, Shelf
from app.web.current import Current

ICON = Path(__file__).parent.parent / "static" / "icon.svg"


def mount_chat(
    app: FastAPI,
    current: Current,
    examples: Sequence[str],
    feedback: FeedbackKeeper | None,
    keeper: Keeper | None = None,
) -> FastAPI:
    """Return the application with the page at "/" and, in English, at "/en/"; people of both stand in one line."""
    # Read by Gradio when it is imported; the import stays here, it takes seconds.
    os.environ.setdefault("GRADIO_ANALYTICS_ENABLED", "False")
    import gradio as gr

    from app.web.chat.page import HEAD, build_chat, theme

    shelf = Shelf(keeper) if keeper else None
    line, workers = Line(SERVED_AT_ONCE), ThreadPoolExecutor(2 * SERVED_AT_ONCE, "chat")
    # "/" takes every address that nothing before it took, so it comes last.
    for language, path in sorted(ADDRESSES.items(), key=lambda address: -len(address[1])):
        room = Room(current, language, tuple(examples), feedback, shelf, line, workers)
        app = gr.mount_gradio_app(
            app,
            build_chat(room),
            path=path.rstrip("/") or "/",
            theme=theme(),
            head=HEAD,
            footer_links=[],
            run_history=False,
            show_error=False,
            max_file_size=1,
            favicon_path=str(ICON) if path == "/" else None,  # elsewhere Gradio does not take one
        )
    return app
