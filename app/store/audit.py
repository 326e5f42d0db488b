"""Keeps who asked what, when, and what was answered on which evidence. Knows nothing of how hashes are chained.

Entries are only ever added at the end and, when they are old enough, taken away at the beginning: the last of those is
remembered as the anchor, so that the rest can still be verified.
"""

import json
from collections.abc import Iterator
from dataclasses import asdict
from datetime import UTC, datetime

from sqlalchemy import Select, delete, select
from sqlalchemy.orm import Session

from app.models import Answer
from app.store.chain import Link, broken_links, digest
from app.store.columns import storable
from app.store.database import Database
from app.store.errors import StoreError
from app.store.models import AuditEntry, BrokenEntry, ChainHead, Evidence
from app.store.tables import AuditRow, ChainRow

_AT_ONCE = 500
"""Rows that are read at once from a long log."""


class AuditLog:
    """The audit log, oldest entry first. Every method raises ``StoreError``."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def record(self, asker: str, question: str, answer: Answer) -> AuditEntry:
        """Add what somebody was answered just now; return the entry when it is on the disk.

        ``asker`` is the id of a key, "" for somebody at the machine itself. Processes may record at the same time.
        """
        evidence = [Evidence(c.report_id, c.passage_id, c.start, c.end, c.quote) for c in answer.citations]
        evidence_json = json.dumps([asdict(span) for span in evidence], ensure_ascii=False)
        texts = (asker, question, answer.standalone_question, answer.id, answer.text, evidence_json)
        with self._database.write() as session:
            chain = self._chain(session, lock=True)
            # The moment is taken under the lock, so that later entries never have earlier moments.
            row = _row(chain.head_number + 1, datetime.now(UTC), tuple(map(storable, texts)), chain.head_hash)
            session.add(row)
            chain.head_number, chain.head_hash = row.number, row.hash
            return _entry(row)

    def all(self) -> Iterator[AuditEntry]:
        """Yield all entries, oldest first."""
        with self._database.read() as session:
            yield from map(_entry, session.scalars(_in_order()))

    def head(self) -> ChainHead:
        """Return the last entry's number and hash, to be noted where nobody who can write the database can write."""
        with self._database.read() as session:
            chain = self._chain(session)
            return ChainHead(chain.head_number, chain.head_hash)

    def verify(self, noted: ChainHead | None = None) -> list[BrokenEntry]:
        """Return every place where the log is not what was written; an empty list says that it is whole.

        ``noted`` is a head from earlier: even a log that was rewritten from its beginning does not hold it any more.
        """
        with self._database.read() as session:
            chain = session.get(ChainRow, 1)
            if chain is None:
                return [BrokenEntry(0, "cut-off")]
            start = ChainHead(chain.anchor_number, chain.anchor_hash)
            end = ChainHead(chain.head_number, chain.head_hash)
            found = list(broken_links(map(_link, session.scalars(_in_order())), start, end))
            if noted is not None and noted != start:
                held = session.scalar(select(AuditRow.hash).where(AuditRow.number == noted.number))
                if held != noted.hash:
                    found.append(BrokenEntry(noted.number, "rewritten"))
            return found

    def prune(self, before: datetime) -> int:
        """Take away the entries older than a moment, up to the first that is not; return how many.

        The fault ``audit-broken`` is raised, and nothing taken away, where those entries are not what was written:
        age must not hide what somebody did to them.
        """
        with self._database.write() as session:
            chain = self._chain(session, lock=True)
            younger = select(AuditRow.number).where(AuditRow.at >= before).order_by(AuditRow.number).limit(1)
            first_kept = session.scalar(younger) or chain.head_number + 1
            old = AuditRow.number < first_kept
            last = session.scalar(select(AuditRow).where(old).order_by(AuditRow.number.desc()).limit(1))
            if last is None:
                return 0
            links = map(_link, session.scalars(_in_order().where(old)))
            flaw = next(broken_links(links, ChainHead(chain.anchor_number, chain.anchor_hash)), None)
            if flaw is not None:
                raise StoreError("audit-broken", self._database.place.shown, str(flaw.number))
            count = last.number - chain.anchor_number
            chain.anchor_number, chain.anchor_hash = last.number, last.hash
            session.execute(delete(AuditRow).where(old))
            return count

    def _chain(self, session: Session, *, lock: bool = False) -> ChainRow:
        """Return where the log begins and ends, for this transaction alone where it is locked."""
        chain = session.get(ChainRow, 1, with_for_update=lock)
        if chain is None:
            raise StoreError("audit-broken", self._database.place.shown, "audit_chain")
        return chain


def _in_order() -> Select[AuditRow]:
    return select(AuditRow).order_by(AuditRow.number).execution_options(yield_per=_AT_ONCE)


def _row(number: int, at: datetime, texts: tuple[str, ...], previous: str) -> AuditRow:
    asker, question, standalone_question, answer_id, answer, evidence = texts
    return AuditRow(
        number=number,
        at=at,
        asker=asker,
        question=question,
        standalone_question=standalone_question,
        answer_id=answer_id,
        answer=answer,
        evidence=evidence,
        previous=previous,
        hash=digest(number, at, texts, previous),
    )


def _link(row: AuditRow) -> Link:
    texts = (row.asker, row.question, row.standalone_question, row.answer_id, row.answer, row.evidence)
    return Link(row.number, row.at, texts, row.previous, row.hash)


def _entry(row: AuditRow) -> AuditEntry:
    return AuditEntry(
        number=row.number,
        at=row.at,
        asker=row.asker,
        question=row.question,
        standalone_question=row.standalone_question,
        answer_id=row.answer_id,
        answer=row.answer,
        evidence=tuple(Evidence(**span) for span in json.loads(row.evidence)),
        previous=row.previous,
        hash=row.hash,
    )
