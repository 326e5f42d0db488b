"""Backs the database and the reports up in one file, and puts both back. Knows nothing of what either says.

The file is a ZIP archive that any tool opens: the copy of the database, and the corpus folder with cards, originals and
earlier versions. The index is not in it, since it is built from the reports again.
"""

import os
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from filelock import Timeout

from app.shelf.journal import LOCK, LONGEST_WAIT, Journal
from app.shelf.models import ShelfError
from app.store.backup import back_up, restore
from app.store.errors import CopyError
from corpus.library import REPORTS_FOLDER

_DATABASE = "hoidap.sqlite3"
_REPORTS = "reports/"
_OWNER_ONLY = 0o600


def back_up_all(url: str, corpus: Path, index: Path, file: Path) -> int:
    """Copy the database and the reports into a file that is not there yet; return its size in bytes.

    Who uses them meanwhile is not held up, but for a change of the reports, which waits. Raises ``CopyError``,
    ``StoreError``, ``ShelfError``, ``OSError``; no half copy is left behind.
    """
    if file.exists():
        raise CopyError("exists", str(file))
    with tempfile.TemporaryDirectory(prefix=f".{file.name}.", dir=file.parent) as folder:
        part, database = Path(folder) / "part", Path(folder) / _DATABASE
        back_up(url, database)
        with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED) as archive, _held(corpus, index):
            archive.write(database, _DATABASE)
            for path in _files(corpus) if _own(corpus) else ():
                archive.write(path, _REPORTS + path.relative_to(corpus).as_posix())
        part.chmod(_OWNER_ONLY)
        with part.open("rb") as written:
            os.fsync(written.fileno())
        part.replace(file)
    return file.stat().st_size


def restore_all(url: str, corpus: Path, index: Path, file: Path) -> Path | None:
    """Put a copy in the place of the database and the reports, which nobody may use meanwhile.

    Return where the database that was there is kept now, None where there was none. A copy of the database alone, as
    earlier versions made it, leaves the reports as they are. The index has to be built again. Raises as ``restore``
    does, ``CopyError`` for an archive that is not whole, and ``ShelfError``.
    """
    if not zipfile.is_zipfile(file):
        return restore(url, file)
    with zipfile.ZipFile(file) as archive, tempfile.TemporaryDirectory(prefix="hoidap-") as folder:
        _refuse_broken(archive, file)
        database = Path(archive.extract(_DATABASE, folder))
        kept = restore(url, database)
        names = [name for name in archive.namelist() if name.startswith(_REPORTS) and not name.endswith("/")]
        wanted = {name.removeprefix(_REPORTS): Path(archive.extract(name, folder)) for name in names}
        if wanted:
            _put_reports(corpus, index, wanted)
    return kept


def _own(corpus: Path) -> bool:
    """Tell whether the reports are the operator's; those that come with the product come with it again, maybe newer."""
    return corpus.resolve() != REPORTS_FOLDER.resolve() or (corpus / LOCK).exists()


def _files(corpus: Path) -> Iterator[Path]:
    """Yield the files of a corpus, without locks and changes under way."""
    for path in sorted(corpus.rglob("*")):
        if path.is_file() and not any(part.startswith(".") for part in path.relative_to(corpus).parts):
            yield path


@contextmanager
def _held(corpus: Path, index: Path) -> Iterator[None]:
    """Keep the reports from being changed, where anybody ever did."""
    if not (corpus / LOCK).exists():
        yield
        return
    try:
        with Journal(corpus, index).alone(LONGEST_WAIT):
            yield
    except Timeout as error:
        raise ShelfError("busy") from error


def _refuse_broken(archive: zipfile.ZipFile, file: Path) -> None:
    names = [PurePosixPath(name) for name in archive.namelist()]
    outside = next((name for name in names if name.is_absolute() or ".." in name.parts), None)
    bad = outside or archive.testzip()
    if bad or _DATABASE not in archive.namelist():
        raise CopyError("broken-file", str(file), str(bad or _DATABASE))


def _put_reports(corpus: Path, index: Path, wanted: dict[str, Path]) -> None:
    """Let exactly these files stand in the corpus; where they do already, nothing is touched."""
    there = {path.relative_to(corpus).as_posix(): path for path in _files(corpus)}
    changed = {name: path for name, path in wanted.items() if name not in there or not _same(path, there[name])}
    gone = dict.fromkeys(there.keys() - wanted.keys())
    if not changed and not gone:
        return
    corpus.mkdir(parents=True, exist_ok=True)
    journal = Journal(corpus, index)
    try:
        with journal.alone(LONGEST_WAIT):
            journal.stage({**gone, **changed})
            journal.make()
            journal.finish()
    except Timeout as error:
        raise ShelfError("busy") from error


def _same(one: Path, other: Path) -> bool:
    return one.stat().st_size == other.stat().st_size and one.read_bytes() == other.read_bytes()
