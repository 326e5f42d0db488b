"""Tests that kill processes take minutes: they run only where they are asked for, with ``-m crash``."""

from pathlib import Path

import pytest

FOLDER = Path(__file__).parent


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out the tests of this folder unless the marker is named."""
    if "crash" in (config.getoption("markexpr") or ""):
        return
    killing = [item for item in items if item.path.is_relative_to(FOLDER)]
    if killing:
        config.hook.pytest_deselected(items=killing)
        items[:] = [item for item in items if item not in killing]
