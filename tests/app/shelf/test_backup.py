"""A backup holds the database and the reports with all that is kept of them, and brings both back."""

import zipfile
from pathlib import Path

import pytest

from app.shelf.backup import back_up_all, restore_all
from app.store.backup import back_up
from app.store.errors import CopyError
from app.store.store import open_store
from corpus.card import Corrections
from corpus.library import open_library
from index.build import build_index
from tests.app.shelf.place import FIRE, Place, health, sent
from tests.app.store.made import feedback
from tests.fakes import SyllableEncoder
from tests.small_library import HEALTH_ID


@pytest.fixture
def url(tmp_path: Path) -> str:
    """A database with one row of feedback."""
    url = f"sqlite:///{tmp_path}/store/hoidap.sqlite3"
    store = open_store(url)
    store.feedback.add(feedback())
    store.close()
    return url


@pytest.fixture
def copy(place: Place, url: str, tmp_path: Path) -> Path:
    """A backup of the corpus with a report that was taken in, replaced and corrected."""
    shelf, file = place.shelf(), tmp_path / "copy.zip"
    shelf.take_in([health()])
    shelf.take_in([sent(HEALTH_ID, FIRE)], replace=True)
    shelf.correct(HEALTH_ID, Corrections(number="99"))
    assert back_up_all(url, place.corpus, place.index, file) == file.stat().st_size
    return file


def everything(place: Place) -> dict[str, bytes]:
    return {name: (place.corpus / name).read_bytes() for name in place.kept()}


def test_what_was_changed_since_comes_back_as_it_was(place: Place, url: str, copy: Path) -> None:
    before = everything(place)
    shelf = place.shelf()
    shelf.withdraw([HEALTH_ID])
    shelf.take_in([sent("khac", FIRE)])
    store = open_store(url)
    store.feedback.add(feedback("later"))
    store.close()
    kept = restore_all(url, place.corpus, place.index, copy)
    assert kept is not None
    assert everything(place) == before
    store = open_store(url)
    assert [said.id for said in store.feedback.all()] == ["f1"]
    store.close()
    build_index(open_library(place.corpus), SyllableEncoder(), place.index)
    assert shelf.all()[1].report.metadata.number == "99"


def test_a_backup_is_restored_where_there_was_nothing(place: Place, url: str, copy: Path, tmp_path: Path) -> None:
    corpus = tmp_path / "elsewhere" / "corpus"
    restore_all(f"sqlite:///{tmp_path}/elsewhere/new.sqlite3", corpus, tmp_path / "elsewhere" / "index", copy)
    files = {path.relative_to(corpus).as_posix(): path.read_bytes() for path in corpus.rglob("*") if path.is_file()}
    assert {name: data for name, data in files.items() if name != ".hoidap.lock"} == everything(place)


def test_a_backup_of_the_database_alone_leaves_the_reports(place: Place, url: str, tmp_path: Path) -> None:
    before = everything(place)
    back_up(url, tmp_path / "old.sqlite3")
    assert restore_all(url, place.corpus, place.index, tmp_path / "old.sqlite3") is not None
    assert everything(place) == before


def test_what_is_no_whole_backup_changes_nothing(place: Place, url: str, copy: Path, tmp_path: Path) -> None:
    before, half, outside = everything(place), tmp_path / "half.zip", tmp_path / "outside.zip"
    half.write_bytes(copy.read_bytes()[:-200])
    with zipfile.ZipFile(outside, "w") as archive:
        archive.writestr("hoidap.sqlite3", b"")
        archive.writestr("reports/../../x.md", b"")
    for file in (half, outside):
        with pytest.raises(CopyError) as refused:
            restore_all(url, place.corpus, place.index, file)
        assert refused.value.fault == "broken-file"
    assert everything(place) == before
    with pytest.raises(CopyError):
        back_up_all(url, place.corpus, place.index, copy)
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".copy")] == []
