"""Turns the bytes of a file into Markdown: finds the format, hands over to its reader. Knows nothing of any format."""

import importlib
from collections.abc import Callable
from typing import cast

from corpus.reading.models import Format, Reading
from corpus.reading.signature import format_of

_MODULES: dict[Format, str] = {"md": "text", "txt": "text"}
"""Where a format has no module of its own name."""


def read_document(data: bytes, name: str) -> Reading:
    """Read a document by what its bytes are; ``name`` is its file name, which errors show.

    Raises ``ReportError`` (its path is only ``name``) for whatever cannot be read whole.
    """
    kind = format_of(data, name)
    # Readers draw in large libraries: only the one that is needed is imported.
    module = importlib.import_module(f"corpus.reading.{_MODULES.get(kind, kind)}")
    reader = cast(Callable[[bytes, str], Reading], module.read)
    return reader(data, name)
