"""Reads gold questions, strictly, and checks them against the reports. Knows nothing of answers or scores."""

import json
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Literal, get_args

from app.models import Role, Turn
from corpus.library import Library
from eval.match import occurrences
from eval.models import Evidence, GoldQuestion, QuestionType, Split

GOLD_FOLDER = Path(__file__).parent / "gold"
"""The gold sets that come with the product: ``dev.jsonl`` to calibrate on, ``test.jsonl`` to report."""

GoldFault = Literal[
    "unreadable",
    "empty",
    "encoding",
    "bad-json",
    "missing-field",
    "unknown-field",
    "wrong-type",
    "bad-value",
    "not-nfc",
    "duplicate-id",
]


@dataclass
class GoldError(Exception):
    """A gold file that cannot be used. ``line`` counts from 1, 0 for the file as a whole; ``field`` may be a path
    such as ``evidence[0].quote``; ``detail`` is what was found or expected.
    """

    fault: GoldFault
    path: Path
    line: int = 0
    field: str = ""
    detail: str = ""

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}" if self.line else str(self.path)
        return (
            f"{self.fault}: {place}{f' {self.field}' if self.field else ''}{f': {self.detail}' if self.detail else ''}"
        )


@dataclass(frozen=True, slots=True)
class Finding:
    """Evidence that does not stand in the report as the gold question says, or stands there more than once."""

    question_id: str
    fault: Literal["not-in-report", "ambiguous"]
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class _Record:
    """One JSON object of a gold file, and where it stands, so that each error can say so."""

    path: Path
    line: int
    prefix: str  # "" or "evidence[0]."
    values: Mapping[str, object]

    def fault(self, fault: GoldFault, field: str, detail: str = "") -> GoldError:
        return GoldError(fault, self.path, self.line, self.prefix + field, detail)

    def require(self, fields: tuple[str, ...]) -> None:
        """Refuse an object that lacks one of the fields or has another."""
        for field in fields:
            if field not in self.values:
                raise self.fault("missing-field", field)
        for field in self.values:
            if field not in fields:
                raise self.fault("unknown-field", field)

    def text(self, field: str) -> str:
        return self._checked(field, self.values[field])

    def texts(self, field: str) -> tuple[str, ...]:
        return tuple(self._checked(f"{field}[{i}]", value) for i, value in enumerate(self._list(field)))

    def choice(self, field: str, allowed: tuple[str, ...]) -> str:
        value = self.text(field)
        if value not in allowed:
            raise self.fault("bad-value", field, f"{value!r} ({', '.join(allowed)})")
        return value

    def flag(self, field: str) -> bool:
        value = self.values[field]
        if not isinstance(value, bool):
            raise self.fault("wrong-type", field, f"{type(value).__name__} (bool)")
        return value

    def records(self, field: str) -> list["_Record"]:
        found = []
        for index, value in enumerate(self._list(field)):
            if not isinstance(value, dict):
                raise self.fault("wrong-type", f"{field}[{index}]", f"{type(value).__name__} (object)")
            found.append(_Record(self.path, self.line, f"{self.prefix}{field}[{index}].", value))
        return found

    def _list(self, field: str) -> list[object]:
        value = self.values[field]
        if not isinstance(value, list):
            raise self.fault("wrong-type", field, f"{type(value).__name__} (list)")
        return value

    def _checked(self, field: str, value: object) -> str:
        if not isinstance(value, str):
            raise self.fault("wrong-type", field, f"{type(value).__name__} (string)")
        if not unicodedata.is_normalized("NFC", value):
            raise self.fault("not-nfc", field)
        return value


def _turn(record: _Record) -> Turn:
    record.require(("role", "content"))
    role: Role = record.choice("role", get_args(Role))  # type: ignore[assignment]  # narrowed by the check
    return Turn(role, record.text("content"))


def _evidence(record: _Record) -> Evidence:
    record.require(("section", "footnote", "quote"))
    footnote = None if record.values["footnote"] is None else record.text("footnote")
    if not record.text("quote").strip():
        raise record.fault("bad-value", "quote", "''")
    return Evidence(record.text("section"), footnote, record.text("quote"))


def _question(record: _Record) -> GoldQuestion:
    record.require(tuple(field.name for field in fields(GoldQuestion)))
    split: Split = record.choice("split", get_args(Split))  # type: ignore[assignment]  # narrowed by the check
    kind: QuestionType = record.choice("type", get_args(QuestionType))  # type: ignore[assignment]  # narrowed likewise
    question = GoldQuestion(
        id=record.text("id"),
        split=split,
        type=kind,
        question=record.text("question"),
        history=tuple(_turn(turn) for turn in record.records("history")),
        answerable=record.flag("answerable"),
        must_include=record.texts("must_include"),
        must_not_include=record.texts("must_not_include"),
        evidence=tuple(_evidence(evidence) for evidence in record.records("evidence")),
        reference=record.text("reference"),
        note=record.text("note"),
    )
    for field, filled in (("must_include", question.must_include), ("evidence", question.evidence)):
        if bool(filled) != question.answerable:
            raise record.fault("bad-value", field, f"answerable = {question.answerable}, len = {len(filled)}")
    return question


def _lines(path: Path) -> list[str]:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise GoldError("unreadable", path, detail=error.strerror or "") from error
    try:
        return data.decode("utf-8").split("\n")
    except UnicodeDecodeError as error:
        raise GoldError("encoding", path, data[: error.start].count(b"\n") + 1) from error


def _read(path: Path) -> Iterable[tuple[int, GoldQuestion]]:
    for number, line in enumerate(_lines(path), start=1):
        if not line.strip():
            continue
        try:
            value = json.loads(line)
        except json.JSONDecodeError as error:
            raise GoldError("bad-json", path, number, detail=f"{error.msg}, {error.colno}") from error
        if not isinstance(value, dict):
            raise GoldError("wrong-type", path, number, detail=f"{type(value).__name__} (object)")
        yield number, _question(_Record(path, number, "", value))


def load_gold(*paths: Path) -> tuple[GoldQuestion, ...]:
    """Read the questions of one or more JSON Lines files, in order.

    Raises ``GoldError`` naming file, line and field where something is missing, unknown, of the wrong type, not NFC
    or said twice, and for a file without questions. Ids are unique over all the files.
    """
    seen: set[str] = set()
    questions: list[GoldQuestion] = []
    for path in paths:
        before = len(questions)
        for line, question in _read(path):
            if question.id in seen:
                raise GoldError("duplicate-id", path, line, "id", question.id)
            seen.add(question.id)
            questions.append(question)
        if len(questions) == before:
            raise GoldError("empty", path)
    return tuple(questions)


def check_gold(questions: Iterable[GoldQuestion], library: Library) -> tuple[Finding, ...]:
    """Return what is wrong with the evidence: each quote must stand exactly once in its section or footnote."""
    findings = []
    for question in questions:
        for evidence in question.evidence:
            count = len(occurrences(evidence, library))
            if count != 1:
                findings.append(Finding(question.id, "ambiguous" if count else "not-in-report", evidence))
    return tuple(findings)
