"""Opens the reports and their index together, also while they are being changed. Knows nothing of answering."""

from pathlib import Path

from filelock import Timeout

from app.shelf.journal import LOCK, LONGEST_WAIT, Journal
from app.shelf.settled import settled_library
from corpus.errors import ReportError
from corpus.library import Library
from index.encoder import Encoder
from index.errors import IndexFault
from index.milvus import Milvus
from index.store import Index, open_index


def open_shelf(corpus: Path, index: Path, encoder: Encoder, milvus: Milvus | None = None) -> tuple[Library, Index]:
    """Open the reports and the index of them.

    Where they do not fit because a change came between the two, they are opened again when it has ended. Raises
    ``ReportError``, ``ShelfError`` and the index errors, each of what stands on the disk for good.
    """
    try:
        library = settled_library(corpus, index)
        return library, open_index(index, library, encoder, milvus)
    except (IndexFault, ReportError, FileNotFoundError):
        if not _changed_meanwhile(corpus, index):
            raise
    library = settled_library(corpus, index)
    return library, open_index(index, library, encoder, milvus)


def _changed_meanwhile(corpus: Path, index: Path) -> bool:
    """Wait for whoever changes the reports; tell whether anybody could have been."""
    if not (corpus / LOCK).exists():
        return False  # nobody ever did
    try:
        with Journal(corpus, index).alone(LONGEST_WAIT):
            return True
    except (Timeout, OSError):
        return False
