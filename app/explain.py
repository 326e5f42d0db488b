"""Says every typed error in words: what, where, what to do. Knows the errors, not where they arise."""

from app.errors import ConfigError, HistoryError, QuestionError, TypedQuestionError
from app.llm.errors import ModelError
from app.messages import Language, say
from app.shelf.models import ShelfError
from app.store.errors import CopyError, StoreError
from app.write.writer import WriterError
from corpus.errors import ReportError
from index.errors import (
    EncoderError,
    IndexBroken,
    IndexFault,
    IndexFolderTaken,
    IndexMismatch,
    IndexMissing,
    IndexWriteError,
)

Explained = (
    ReportError
    | IndexFault
    | EncoderError
    | ModelError
    | WriterError
    | ConfigError
    | QuestionError
    | TypedQuestionError
    | HistoryError
    | StoreError
    | CopyError
    | ShelfError
    | OSError
)
"""Whatever can stop a command without being a fault of the program."""


def explain(error: Explained, language: Language = "vi") -> str:
    """Return one message for a user of the command line."""
    match error:
        case ReportError():
            where = say("report.line", language, number=error.where) if error.where.isdigit() else error.where
            return say(f"report.{error.fault}", language, path=error.path, where=where)
        case IndexFault():
            return _explain_index(error, language)
        case EncoderError():
            return say("index.encoder", language, name=error.name, detail=error.detail)
        case ModelError() | WriterError():
            return _explain_model(error, language)
        case ConfigError():
            return say("config.invalid", language, name=error.name, value=error.value, expected=error.expected)
        case QuestionError() | TypedQuestionError() | HistoryError():
            return _explain_asked(error, language)
        case StoreError():
            return say(f"store.{error.fault}", language, place=error.place, detail=error.detail)
        case CopyError():
            return say(f"copy.{error.fault}", language, place=error.place, detail=error.detail)
        case ShelfError() | OSError():
            return _explain_change(error, language)


def _explain_change(error: ShelfError | OSError, language: Language) -> str:
    match error:
        case ShelfError():
            reason = explain(error.__cause__, language) if isinstance(error.__cause__, Explained) else ""
            return say(f"shelf.{error.fault}", language, report_id=error.report_id, reason=reason).strip()
        case OSError():
            return say("system.error", language, path=error.filename or "?", detail=error.strerror or error)


def _explain_asked(error: QuestionError | TypedQuestionError | HistoryError, language: Language) -> str:
    match error:
        case QuestionError():
            return say(f"question.{error.fault}", language, detail=error.detail)
        case TypedQuestionError():
            return say("question.not-utf8", language)
        case HistoryError():
            return say(f"history.{error.fault}", language, path=error.path, detail=error.detail)


def _explain_index(error: IndexFault, language: Language) -> str:
    match error:
        case IndexBroken():
            return say("index.broken", language, folder=error.folder, detail=error.detail)
        case IndexMismatch():
            built, opened = error.built_with, error.opened_with
            return say(f"index.mismatch.{error.what}", language, folder=error.folder, built=built, opened=opened)
        case IndexFolderTaken():
            return say("index.folder-taken", language, folder=error.folder, found=error.found)
        case IndexWriteError():
            return say("index.unwritable", language, folder=error.folder, detail=error.detail)
        case IndexMissing() | IndexFault():
            return say("index.missing", language, folder=error.folder)


def _explain_model(error: ModelError | WriterError, language: Language) -> str:
    match error:
        case ModelError():
            return say(f"llm.{error.fault}", language, name=error.name, detail=error.detail)
        case WriterError():
            return say("llm.unanswered", language, detail=error)
