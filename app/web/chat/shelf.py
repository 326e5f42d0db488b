"""Keeps conversations on the server for who asked for it by its settings. Knows nothing of pages or databases."""

import json
import logging
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Protocol

from app.store.errors import StoreError
from app.store.models import ConversationTitle, Exchange, StoredConversation
from app.web.chat.conversation import Conversation
from app.web.chat.kept import to_json

log = logging.getLogger(__name__)


class Keeper(Protocol):
    """Whatever keeps conversations by owner; each method raises ``StoreError``."""

    def save(self, conversation: StoredConversation) -> None:
        """Keep it as it is now."""
        ...

    def find(self, identity: str, owner: str) -> StoredConversation | None:
        """Return a conversation of this owner."""
        ...

    def list(self, owner: str) -> tuple[ConversationTitle, ...]:
        """Return what this owner has, the one changed last first."""
        ...

    def delete(self, identity: str, owner: str) -> bool:
        """Take a conversation of this owner away; tell whether there was one."""
        ...


@dataclass(frozen=True, slots=True)
class Shelf:
    """The conversations of all owners. What cannot be kept is logged: the browser has it as well."""

    keeper: Keeper

    def put(self, conversation: Conversation, owner: str) -> None:
        """Keep a conversation; not one without an owner."""
        if not owner or not conversation.id:
            return
        now = datetime.now(UTC)
        body = to_json(conversation)
        # The first exchange carries the whole: what the page reads back is one document, checked as one.
        kept = tuple(
            Exchange(exchange.question, json.dumps(body, ensure_ascii=False) if place == 0 else "", now)
            for place, exchange in enumerate(conversation.exchanges)
        )
        try:
            self.keeper.save(StoredConversation(conversation.id, owner, conversation.name, now, now, kept))
        except StoreError:
            log.exception("a conversation could not be kept")

    def titles(self, owner: str) -> list[dict[str, Any]]:
        """Return id, name and moment of the last change (milliseconds since 1970) of what an owner has."""
        try:
            titles = self.keeper.list(owner) if owner else ()
        except StoreError:
            log.exception("conversations could not be listed")
            return []
        return [{"id": t.id, "name": t.title, "changed": int(t.changed_at.timestamp() * 1000)} for t in titles]

    def take(self, identity: str, owner: str) -> dict[str, Any] | None:
        """Return a conversation as it was kept; None where this owner has none of that id."""
        try:
            found = self.keeper.find(identity, owner) if owner else None
            body = json.loads(found.exchanges[0].answer_json) if found and found.exchanges else None
        except (StoreError, ValueError):
            log.exception("a conversation could not be read")
            return None
        return body if isinstance(body, dict) else None

    def remove(self, identity: str, owner: str) -> None:
        """Take a conversation of this owner away."""
        try:
            self.keeper.delete(identity, owner)
        except StoreError:
            log.exception("a conversation could not be deleted")
