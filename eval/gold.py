"""Reads gold questions, strictly, and checks their evidence against the reports. Knows nothing of answers or scores."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Literal, get_args

from app.models import Role, Turn
from corpus.library import Library
from eval.gold_tools.fields import GoldError as GoldError
from eval.gold_tools.fields import GoldFault as GoldFault
from eval.gold_tools.fields import Record, read_records
from eval.match import occurrences
from eval.models import Evidence, GoldQuestion, QuestionType, Split

GOLD_FOLDER = Path(__file__).parent / "gold"
"""The gold sets that come with the product: ``dev.jsonl`` to calibrate on, ``test.jsonl`` to report; likewise
``near-dev.jsonl`` and ``near-test.jsonl`` of questions that only come near what the report tells: it answers none."""


@dataclass(frozen=True, slots=True)
class GoldLine:
    """A question and the place it was read from; lines count from 1."""

    path: Path
    line: int
    question: GoldQuestion


@dataclass(frozen=True, slots=True)
class Finding:
    """Evidence that does not stand in the report as the gold question says, or stands there more than once."""

    question_id: str
    fault: Literal["not-in-report", "ambiguous"]
    evidence: Evidence


def read_turns(record: Record, field: str) -> tuple[Turn, ...]:
    """Return the turns of a conversation, oldest first. Raises ``GoldError``."""
    turns = []
    for turn in record.records(field):
        turn.require(("role", "content"))
        role: Role = turn.choice("role", get_args(Role))  # type: ignore[assignment]  # narrowed by the check
        turns.append(Turn(role, turn.text("content")))
    return tuple(turns)


def _evidence(record: Record) -> Evidence:
    record.require(("section", "footnote", "quote"))
    return Evidence(record.text("section"), record.optional("footnote"), record.words("quote"))


def _question(record: Record) -> GoldQuestion:
    record.require(tuple(field.name for field in fields(GoldQuestion)))
    split: Split = record.choice("split", get_args(Split))  # type: ignore[assignment]  # narrowed by the check
    kind: QuestionType = record.choice("type", get_args(QuestionType))  # type: ignore[assignment]  # narrowed likewise
    question = GoldQuestion(
        id=record.words("id"),
        split=split,
        type=kind,
        question=record.words("question"),
        history=read_turns(record, "history"),
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


def read_gold(path: Path) -> Iterator[GoldLine | GoldError]:
    """Yield every line of a file as a question, or as the error that it is; whether an id is unique is not looked at.

    Raises ``GoldError`` for a file that cannot be read or is not UTF-8.
    """
    for record in read_records(path):
        if isinstance(record, GoldError):
            yield record
            continue
        try:
            yield GoldLine(path, record.line, _question(record))
        except GoldError as error:
            yield error


def load_gold(*paths: Path) -> tuple[GoldQuestion, ...]:
    """Read the questions of one or more JSON Lines files, in order.

    Raises ``GoldError`` naming file, line and field where something is missing, unknown, of the wrong type, not NFC
    or said twice, and for a file without questions. Ids are unique over all the files.
    """
    seen: set[str] = set()
    questions: list[GoldQuestion] = []
    for path in paths:
        before = len(questions)
        for found in read_gold(path):
            if isinstance(found, GoldError):
                raise found
            if found.question.id in seen:
                raise GoldError("duplicate-id", path, found.line, "id", found.question.id)
            seen.add(found.question.id)
            questions.append(found.question)
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
