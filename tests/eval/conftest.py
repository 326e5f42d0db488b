"""What the tests of the command share: a gold file, and a folder for outcomes so far."""

import json
from pathlib import Path

import pytest

from tests.eval.command import LINE


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Outcomes so far are kept in a folder of the test."""
    folder = tmp_path / "cache"
    monkeypatch.setenv("HOIDAP_CACHE", str(folder))
    return folder / "eval"


@pytest.fixture
def questions(tmp_path: Path, cache: Path) -> Path:
    """A gold file of one question."""
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(LINE) + "\n", encoding="utf-8")
    return path
