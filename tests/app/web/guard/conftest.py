"""The API behind every guard, with a key ring in memory and an asker that follows a script."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime

import pytest
from fastapi.testclient import TestClient

from app.hosting import Hosting
from app.models import Answer
from app.observe.metrics import Metrics
from app.store.models import Key, Scope
from app.web.api.application import create_api
from app.web.current import Current, Serving
from app.web.guard.around import Guard, put_around
from corpus.library import Library
from tests.fakes import ScriptedAsker, answered

ASK = "/api/v1/ask"
QUESTION = {"question": "Diện tích trồng hoa hồng là bao nhiêu?"}
LOCAL, FAR = ("127.0.0.1", 50000), ("203.0.113.7", 50000)


class Ring:
    """Keys by their secrets; remembers what it was asked."""

    def __init__(self, **keys: Key) -> None:
        self.keys = keys
        self.checked: list[str] = []

    def check(self, secret: str) -> Key | None:
        """Return the key of a secret."""
        self.checked.append(secret)
        key = self.keys.get(secret)
        return key if key and key.revoked_at is None else None

    def list(self) -> tuple[Key, ...]:
        """Return all keys."""
        return tuple(self.keys.values())


def key(name: str, *, revoked: bool = False, scopes: Sequence[Scope] = ("ask",)) -> Key:
    moment = datetime(2026, 1, 1, tzinfo=UTC)
    return Key(name, name, frozenset(scopes), moment, moment if revoked else None)


Guarded = Callable[..., TestClient]


@pytest.fixture
def guarded(library: Library) -> Guarded:
    """Make a client of the guarded API; every question gets the same answer."""

    def make(
        ring: Ring | None = None, hosting: Hosting | None = None, *, elsewhere: bool = False,
        client: tuple[str, int] = LOCAL, host: str = "127.0.0.1:7860", answers: int = 200,
        metrics: Metrics | None = None, script: list[Answer | Exception] | None = None, ready: bool = True,
    ) -> TestClient:  # fmt: skip
        asker = ScriptedAsker(script if script is not None else [answered("Có.")] * answers)
        current = Current(Serving(asker, library) if ready else None)
        app = create_api(current)
        guard = Guard(ring or Ring(), metrics or Metrics(), hosting or Hosting(), elsewhere)
        return TestClient(put_around(app, current, guard), base_url=f"http://{host}", client=client)

    return make
