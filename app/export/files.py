"""Chooses the writer of a file by its form. Knows the forms, nothing of how each is written."""

from dataclasses import dataclass
from typing import Literal

from app.export.dialogue import Entry
from app.messages import Language
from corpus.library import Library

Form = Literal["docx", "md", "pdf"]
TYPES: dict[Form, str] = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "md": "text/markdown; charset=utf-8",
    "pdf": "application/pdf",
}


@dataclass(frozen=True, slots=True)
class File:
    """A file to be saved: its name, media type and bytes."""

    name: str
    media_type: str
    data: bytes


def as_file(entries: tuple[Entry, ...], form: Form, library: Library, language: Language = "vi") -> File:
    """Return the answers as a file. What writes a form is imported when it is first asked for, it takes a while."""
    if form == "docx":
        from app.export.word import as_word as write
    elif form == "pdf":
        from app.export.pdf import as_pdf as write
    else:
        from app.export.markdown import as_markdown as write
    name = "tra-loi" if len(entries) == 1 else "hoi-dap"
    return File(f"{name}.{form}", TYPES[form], write(entries, library, language))
