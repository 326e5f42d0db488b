"""A small corpus for each test; whatever happened to it, in the end corpus and index fit together."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.app.shelf.place import Place, made_in


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Place]:
    """A corpus with one report and its index."""
    place = made_in(tmp_path)
    yield place
    place.open_as_it_stands()
