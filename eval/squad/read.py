"""Reads files in the SQuAD format (Rajpurkar et al. 2016; 2018 for questions without an answer). Measures nothing.

``{"data": [{"title": …, "paragraphs": [{"context": …, "qas": [{"id": …, "question": …, "answers": [{"text": …}],
"is_impossible": false}]}]}]}``; other fields are not looked at.
"""

import unicodedata
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import TypeAdapter, ValidationError


@dataclass
class SquadError(Exception):
    """A file that cannot be used; ``field`` is a path such as ``data.0.paragraphs``, "" for the file as a whole."""

    path: Path
    field: str
    detail: str

    def __str__(self) -> str:
        return f"{self.path}{f' {self.field}' if self.field else ''}: {self.detail}"


@dataclass(frozen=True, slots=True)
class SquadParagraph:
    """A paragraph in NFC, and the title of the article that it is of."""

    title: str
    text: str


@dataclass(frozen=True, slots=True)
class SquadQuestion:
    """A question; ``paragraph`` is the position of the paragraph that it was asked of. No answers: none is there."""

    id: str
    question: str
    answers: tuple[str, ...]
    paragraph: int


@dataclass(frozen=True, slots=True)
class SquadSet:
    """The paragraphs and questions of a file, in its order."""

    paragraphs: tuple[SquadParagraph, ...]
    questions: tuple[SquadQuestion, ...]


@dataclass(frozen=True, slots=True)
class _Answer:
    text: str


@dataclass(frozen=True, slots=True)
class _Asked:
    id: str
    question: str
    answers: list[_Answer] = field(default_factory=list)
    is_impossible: bool = False


@dataclass(frozen=True, slots=True)
class _Paragraph:
    context: str
    qas: list[_Asked]


@dataclass(frozen=True, slots=True)
class _Article:
    paragraphs: list[_Paragraph]
    title: str = ""


@dataclass(frozen=True, slots=True)
class _File:
    data: list[_Article]


def read_squad(path: Path) -> SquadSet:
    """Read a file. Raises ``SquadError`` where it cannot be read, has another form or holds no questions."""
    try:
        file = TypeAdapter(_File).validate_json(path.read_bytes())
    except OSError as error:
        raise SquadError(path, "", error.strerror or "") from error
    except ValidationError as error:
        first = error.errors()[0]
        raise SquadError(path, ".".join(map(str, first["loc"])), first["msg"]) from error
    paragraphs: list[SquadParagraph] = []
    questions: list[SquadQuestion] = []
    for article in file.data:
        for paragraph in article.paragraphs:
            questions += [_question(asked, len(paragraphs)) for asked in paragraph.qas]
            paragraphs.append(SquadParagraph(_nfc(article.title), _nfc(paragraph.context)))
    if not questions:
        raise SquadError(path, "data", "0")
    return SquadSet(tuple(paragraphs), tuple(questions))


def _question(asked: _Asked, paragraph: int) -> SquadQuestion:
    answers = () if asked.is_impossible else tuple(_nfc(answer.text) for answer in asked.answers)
    return SquadQuestion(asked.id, _nfc(asked.question), answers, paragraph)


def _nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)
