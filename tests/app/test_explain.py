"""Every error that a command can end with, in words: what, where, what to do."""

from pathlib import Path
from typing import get_args, get_type_hints

import pytest

from app.errors import ConfigError, HistoryError, QuestionError, QuestionFault, TypedQuestionError
from app.explain import Explained, explain
from app.llm.errors import ModelError, ModelFault
from app.shelf.models import ShelfError, ShelfFault
from app.store.errors import CopyError, CopyFault, StoreError, StoreFault
from app.write.writer import Failure, WriterError
from corpus.errors import ReportError, ReportFault
from index.errors import EncoderError, IndexBroken, IndexFolderTaken, IndexMismatch, IndexMissing, IndexWriteError

PLACE = Path("thư-mục")
MISMATCHES = get_args(get_type_hints(IndexMismatch)["what"])
ERRORS: tuple[Explained, ...] = (
    *(ReportError(fault, PLACE, "chỗ này") for fault in get_args(ReportFault)),
    *(QuestionError(fault, "3.000") for fault in get_args(QuestionFault)),
    *(IndexMismatch(PLACE, what, "trước", "nay") for what in MISMATCHES),
    IndexMissing(PLACE),
    IndexBroken(PLACE, "vectors.faiss"),
    IndexFolderTaken(PLACE, "letter.docx"),
    IndexWriteError(PLACE, "No space left on device"),
    EncoderError("mô-hình", "not found"),
    *(ModelError(fault, "mô-hình.gguf", "lý do") for fault in get_args(ModelFault)),
    *(WriterError(reason, "HTTP 401") for reason in get_args(Failure)),
    ConfigError("HOIDAP_PORT", "tám", "0–65535"),
    TypedQuestionError(),
    *(StoreError(fault, "thư-mục/hoidap.sqlite3", "lý do") for fault in get_args(StoreFault)),
    *(CopyError(fault, "thư-mục/hoidap.sqlite3", "lý do") for fault in get_args(CopyFault)),
    *(ShelfError(fault, "bc") for fault in get_args(ShelfFault)),
    HistoryError("unreadable", PLACE, "Permission denied"),
    HistoryError("malformed", PLACE, "0.role"),
    OSError(28, "No space left on device", "thư-mục"),
)


@pytest.mark.parametrize("error", ERRORS, ids=str)
def test_every_error_is_said_in_both_languages_with_what_to_do(error: Explained) -> None:
    vietnamese, english = explain(error), explain(error, "en")
    assert "Hãy " in vietnamese or "Xem " in vietnamese
    assert vietnamese != english
    assert "{" not in vietnamese.replace('{"role"', "")


@pytest.mark.parametrize("error", [error for error in ERRORS if hasattr(error, "path") or hasattr(error, "folder")])
def test_an_error_with_a_place_names_it(error: Explained) -> None:
    assert "thư-mục" in explain(error)


def test_a_line_of_a_report_is_called_one() -> None:
    assert "dòng 12" in explain(ReportError("encoding", PLACE, "12"))
    assert "(chỗ thiếu: chú thích 5)" in explain(ReportError("incomplete", PLACE, "chú thích 5"))


def test_a_mismatch_gives_both_values() -> None:
    message = explain(IndexMismatch(PLACE, "encoder", "bge-m3", "e5-small"))
    assert "“bge-m3”" in message
    assert "“e5-small”" in message
    assert "hoidap build" in message
