"""The nouns that are kept: feedback, conversations, audit entries, keys. Knows nothing of how they are stored.

Every moment is an aware ``datetime`` in UTC. Text is kept as it is given, save that NUL and lone surrogates, which no
database takes, become U+FFFD.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from app.models import Turn

Rating = Literal[1, -1]
Reason = Literal["wrong-figure", "wrong-source", "incomplete", "off-question", "other"]
Scope = Literal["ask", "admin"]


@dataclass(frozen=True, slots=True)
class Feedback:
    """What a user says of one answer.

    ``quote`` is the sentence of ``report_id`` that the user picked as the right source, "" where none was picked;
    ``start`` is its offset in the report's text, None where the page does not know it. ``history`` are the turns before
    the question, oldest first; without them an export asks the standalone question.
    """

    id: str  # unique; feedback that comes again under an id takes the place of the first
    answer_id: str
    rating: Rating
    reason: Reason | None
    comment: str
    question: str
    standalone_question: str
    answer: str
    quote: str
    report_id: str
    created_at: datetime
    start: int | None = None
    history: tuple[Turn, ...] = ()


@dataclass(frozen=True, slots=True)
class Exchange:
    """One question of a conversation. ``answer_json`` is its answer as the caller wrote it, "" while there is none."""

    question: str
    answer_json: str
    asked_at: datetime


@dataclass(frozen=True, slots=True)
class StoredConversation:
    """A conversation of one owner; ``exchanges`` oldest first. ``owner`` is what the caller knows a user by."""

    id: str
    owner: str
    title: str
    created_at: datetime
    changed_at: datetime
    exchanges: tuple[Exchange, ...] = ()


@dataclass(frozen=True, slots=True)
class ConversationTitle:
    """A conversation as a list of them shows it."""

    id: str
    title: str
    created_at: datetime
    changed_at: datetime


@dataclass(frozen=True, slots=True)
class Evidence:
    """A span of a report that a recorded answer stood on, ``[start, end)`` in characters of the report's text."""

    report_id: str
    passage_id: str
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """Who asked what, when, and which answer on which evidence it was given.

    ``number`` counts from 1 without gaps. ``hash`` is the SHA-256 of all other fields, ``previous`` (the hash of the
    entry before) among them: whoever changes an entry changes the hashes of all that follow.
    """

    number: int
    at: datetime
    asker: str  # the id of a key; "" for somebody at the machine itself
    question: str
    standalone_question: str
    answer_id: str
    answer: str
    evidence: tuple[Evidence, ...]
    previous: str
    hash: str


BrokenKind = Literal["changed", "missing", "unlinked", "cut-off", "rewritten"]


@dataclass(frozen=True, slots=True)
class BrokenEntry:
    """A place where the audit log is not what was written.

    ``changed``: the entry is not what its hash was made of. ``missing``: no entry of this number is there.
    ``unlinked``: the entry does not follow the one before. ``cut-off``: the log does not end where its head says.
    ``rewritten``: this entry is not the one that was noted, or was taken away since because of its age.
    """

    number: int
    kind: BrokenKind


@dataclass(frozen=True, slots=True)
class ChainHead:
    """The last entry of the audit log. Noted elsewhere, it proves later that nothing up to it was rewritten."""

    number: int  # 0 for a log without entries
    hash: str


@dataclass(frozen=True, slots=True)
class Key:
    """Somebody who may use the service; the secret is not kept. ``revoked_at`` is None while the key is valid."""

    id: str
    name: str
    scopes: frozenset[Scope]
    created_at: datetime
    revoked_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Pruned:
    """How many rows were taken away because they were too old."""

    feedback: int
    conversations: int
    audit: int
