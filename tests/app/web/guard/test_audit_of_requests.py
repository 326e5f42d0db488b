"""With the audit log on, each answer is recorded under the key that asked, and none is given that cannot be."""

from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from app.hosting import Hosting
from app.observe.audited import Audited
from app.observe.metrics import Metrics
from app.store.store import open_store
from app.web.api.application import create_api
from app.web.current import Current, Serving
from app.web.guard.around import Guard, put_around
from corpus.library import Library
from tests.app.store.made import change
from tests.app.web.guard.conftest import ASK, LOCAL, QUESTION
from tests.fakes import ScriptedAsker, answered


@pytest.fixture
def url(tmp_path: Path) -> str:
    """The URL of an SQLite file that is not there yet."""
    return f"sqlite:///{tmp_path}/hoidap.sqlite3"


def test_an_answer_is_recorded_under_the_key_that_asked_and_not_given_where_it_cannot_be(
    library: Library, url: str
) -> None:
    store = open_store(url)
    key, secret = store.keys.create("Cổng tỉnh", ["ask"])
    current = Current(Serving(Audited(ScriptedAsker([answered("Có.")] * 3), store.audit), library))
    app = put_around(create_api(current), current, Guard(store.keys, Metrics(), Hosting()))
    client = TestClient(app, base_url="http://127.0.0.1:7860", client=LOCAL)
    bearer = {"Authorization": f"Bearer {secret}"}

    assert client.post(ASK, json=QUESTION).status_code == 401
    assert client.post(ASK, json=QUESTION, headers=bearer).json()["answer"] == "Có."
    streamed = client.post(ASK, json=QUESTION, headers={**bearer, "Accept": "text/event-stream"})
    assert "event: answer" in streamed.text
    assert [(entry.asker, entry.question) for entry in store.audit.all()] == [(key.id, QUESTION["question"])] * 2

    change(url, "ALTER TABLE audit RENAME TO audit_away")
    refused = client.post(ASK, json=QUESTION, headers=bearer)
    assert (refused.status_code, refused.json()["code"]) == (503, "storage_unavailable")
    assert "Có." not in refused.text
    store.close()
