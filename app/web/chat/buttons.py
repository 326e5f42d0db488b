"""Renders the buttons of the conversation. What a button sends stands in it as JSON; nothing here acts on it."""

import json
from collections.abc import Mapping
from html import escape

from app.web.chat.icons import Icon, icon

Payload = Mapping[str, str | int | None]


def act_button(data: str, name: str, shown: Icon, *, pressed: bool | None = None, classes: str = "act") -> str:
    """Return a button that shows an icon alone; ``data`` is its data attribute, escaped by who makes it."""
    state = "" if pressed is None else f' aria-pressed="{str(pressed).lower()}"'
    label = escape(name)
    names = f'title="{label}" aria-label="{label}"'
    return f'<button type="button" class="{classes}" {data}{state} {names}>{icon(shown)}</button>'


def sending(event: str, payload: Payload) -> str:
    """Return the data attribute by which a click sends a payload: event "ask", "leave" or "note"."""
    return f'data-{event}="{escape(json.dumps(payload, ensure_ascii=False))}"'


def asking_button(payload: Payload, text: str, shown: Icon | None = None, classes: str = "suggestion") -> str:
    """Return a button with words on it that asks a question."""
    sign = icon(shown) if shown else ""
    return f'<button type="button" class="{classes}" {sending("ask", payload)}>{sign}{escape(text)}</button>'
