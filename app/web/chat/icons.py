"""Renders an icon from the page's own set. Knows their file and nothing of what they are for."""

from typing import Literal

Icon = Literal[
    "again", "check", "close", "copy", "down", "download", "edit", "gear", "list", "new", "open", "quote", "report",
    "send", "stop", "up",
]  # fmt: skip


def icon(name: Icon) -> str:
    """Return the icon as SVG that takes the colour of the text around it; hidden from screen readers."""
    use = f'<use href="/hoidap/chat/icons.svg#{name}"></use>'
    return f'<svg class="icon" aria-hidden="true" viewBox="0 0 24 24">{use}</svg>'
