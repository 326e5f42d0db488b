"""A service over one small report on the disk, asked with keys of any right, for the tests of uploads."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from fastapi.testclient import TestClient
from starlette.types import ASGIApp, Receive, Scope, Send

from app.assistant import Assistant
from app.shelf.shelf import Shelf
from app.store.models import Key
from app.store.models import Scope as KeyScope
from app.web.api.application import create_api
from app.web.current import Current, Serving
from corpus.library import open_library
from index.build import build_index
from index.store import open_index
from tests.small_library import COOPERATION, COOPERATION_ID, CloseEncoder


def ids(client: TestClient) -> list[Any]:
    """Return the ids of the reports that are served."""
    return [report["id"] for report in client.get("/api/v1/reports").json()["reports"]]


@dataclass(slots=True)
class WithKey:
    """Stands in for the edge: the request brings a key of these scopes, or none."""

    app: ASGIApp
    scopes: frozenset[KeyScope] | None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if self.scopes is not None:
            scope["state"] = {"key": Key("k1", "Quản trị", self.scopes, datetime.now(UTC))}
        await self.app(scope, receive, send)


@dataclass(slots=True)
class Site:
    """A service over one small report on the disk."""

    folder: Path
    current: Current = field(default_factory=Current)

    def __post_init__(self) -> None:
        corpus = self.folder / "corpus"
        corpus.mkdir()
        (corpus / f"{COOPERATION_ID}.md").write_text(COOPERATION, encoding="utf-8")
        build_index(open_library(corpus), CloseEncoder(), self.folder / "index")
        self.reopen()

    def reopen(self) -> None:
        library = open_library(self.folder / "corpus")
        assistant = Assistant(library, open_index(self.folder / "index", library, CloseEncoder()))
        self.current.switch(Serving(assistant, library))

    def client(self, *scopes: KeyScope, keyed: bool = True) -> TestClient:
        shelf = Shelf(self.folder / "corpus", self.folder / "index", CloseEncoder, self.reopen)
        app = create_api(self.current, shelf=shelf)
        return TestClient(WithKey(app, frozenset(scopes) if keyed else None))
