"""Large files are mapped, small ones read: a small one that is cut off in place changes nothing for who has it open."""

from pathlib import Path

import numpy as np
import pytest

from index import mapping
from index.mapping import is_mapped
from index.passage_file import PassageFile, line_of
from index.vectors import read_exact, rows_of, write_exact
from tests.small_library import small_library


def test_what_is_small_is_read_and_what_is_large_is_mapped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mapping, "MAPPED_FROM", 4)
    (tmp_path / "a").write_bytes(b"123")
    assert (is_mapped(tmp_path / "a"), is_mapped(tmp_path)) == (False, False)
    (tmp_path / "b").write_bytes(b"4")
    assert (is_mapped(tmp_path / "b"), is_mapped(tmp_path)) == (False, True)


def test_an_open_index_outlives_files_that_are_cut_off_in_place(tmp_path: Path) -> None:
    passages = small_library().passages()
    (tmp_path / "passages").write_bytes(b"".join(map(line_of, passages)))
    write_exact(np.eye(3, dtype=np.float32), tmp_path / "vectors")
    lines, exact = PassageFile(tmp_path / "passages"), read_exact(tmp_path / "vectors")
    for name in ("passages", "vectors"):
        (tmp_path / name).write_bytes(b"")
    assert list(lines) == passages
    assert rows_of(exact).tolist() == [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
