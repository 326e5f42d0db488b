"""The watch over the index folder: opens what is new, keeps what serves where that cannot be opened."""

from pathlib import Path

from app.web.run.watch import IndexWatch, signature
from index.errors import IndexBroken


class Opened:
    """Counts openings; fails while ``broken``."""

    def __init__(self) -> None:
        self.times = 0
        self.broken = False
        self.told: list[bool] = []

    def reopen(self) -> None:
        """Open once more."""
        if self.broken:
            raise IndexBroken(Path("x"), "vectors")
        self.times += 1


def watch(folder: Path, opened: Opened, every: float = 60) -> IndexWatch:
    return IndexWatch(folder, opened.reopen, signature(folder), told=opened.told.append, every=every)


def test_an_index_that_stays_as_it_is_is_not_opened_again(tmp_path: Path) -> None:
    (tmp_path / "manifest.json").write_text("1")
    opened = Opened()
    looking = watch(tmp_path, opened)
    looking.look()
    looking.look()
    assert opened.times == 0


def test_a_new_one_is_opened_once(tmp_path: Path) -> None:
    folder, opened = tmp_path / "index", Opened()
    looking = watch(folder, opened)
    looking.look()
    folder.mkdir()
    (folder / "manifest.json").write_text("1")
    looking.look()
    looking.look()
    assert (opened.times, opened.told) == (1, [True])


def test_a_broken_one_is_tried_again_only_when_it_changes(tmp_path: Path) -> None:
    (tmp_path / "manifest.json").write_text("1")
    opened = Opened()
    looking = watch(tmp_path, opened)
    (tmp_path / "manifest.json").write_text("hỏng")
    opened.broken = True
    looking.look()
    looking.look()
    assert opened.told == [False]
    opened.broken = False
    looking.look()
    assert opened.times == 0
    (tmp_path / "manifest.json").write_text("lành")
    looking.look()
    assert (opened.times, opened.told) == (1, [False, True])


def test_a_folder_that_is_gone_changes_nothing(tmp_path: Path) -> None:
    folder, opened = tmp_path / "index", Opened()
    folder.mkdir()
    (folder / "manifest.json").write_text("1")
    looking = watch(folder, opened)
    (folder / "manifest.json").unlink()
    folder.rmdir()
    looking.look()
    assert opened.told == []


def test_it_can_be_told_to_look_at_once_and_to_stop(tmp_path: Path) -> None:
    (tmp_path / "manifest.json").write_text("1")
    opened = Opened()
    looking = watch(tmp_path, opened)
    looking.start()
    looking.look_now()
    for _ in range(500):
        if opened.times:
            break
        __import__("time").sleep(0.01)
    looking.stop()
    assert opened.times == 1
