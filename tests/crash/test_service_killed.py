"""A service that is killed fifty times while it is used keeps all feedback and every answer that it confirmed."""

import random
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

import httpx
import pytest

from app.store.store import open_store

pytestmark = pytest.mark.crash

ROOT = Path(__file__).parents[2]
KILLS = 50
CLIENTS = 4
LONGEST_SECONDS = 0.5


def started(url: str, folder: Path) -> "tuple[subprocess.Popen[bytes], str]":
    """Start the service; return its process and its address once it serves."""
    with socket.create_server(("127.0.0.1", 0)) as found:
        port = int(found.getsockname()[1])
    ready = folder / "ready"
    ready.unlink(missing_ok=True)
    process = subprocess.Popen([sys.executable, "-m", "tests.crash.server", str(port), url, str(ready)], cwd=ROOT)
    until = time.monotonic() + 120
    while not ready.exists():
        assert process.poll() is None
        assert time.monotonic() < until
        time.sleep(0.02)
    return process, f"http://127.0.0.1:{port}"


def use(address: str, name: str, rated: set[str], asked: set[str]) -> None:
    """Rate answers and ask until the service is gone; note what it confirmed."""
    with httpx.Client(base_url=address, trust_env=False) as client:
        for count in range(100_000):
            question = f"Câu {name}-{count}?"
            rating = {"answer_id": f"{name}-{count}", "rating": -1, "comment": "Sai mục. " * 50, "question": question}
            try:
                kept = client.post("/api/v1/feedback", json=rating)
                if kept.status_code == 201:
                    rated.add(kept.json()["id"])
                if client.post("/api/v1/ask", json={"question": question}).status_code == 200:
                    asked.add(question)
            except httpx.TransportError:
                return


def test_a_killed_service_keeps_what_it_confirmed(tmp_path: Path) -> None:
    url, chance = f"sqlite:///{tmp_path}/hoidap.sqlite3", random.Random(9)
    rated: set[str] = set()
    asked: set[str] = set()
    for kill in range(KILLS):
        process, address = started(url, tmp_path)
        users = [
            threading.Thread(target=use, args=(address, f"{kill}-{number}", rated, asked)) for number in range(CLIENTS)
        ]
        for user in users:
            user.start()
        time.sleep(0.1 + chance.uniform(0, LONGEST_SECONDS))
        process.kill()
        process.wait()
        for user in users:
            user.join()
        store = open_store(url)
        assert rated <= {said.id for said in store.feedback.all()}
        assert asked <= {entry.question for entry in store.audit.all()}
        assert store.audit.verify() == []
        store.close()
    sys.stdout.write(f"{KILLS} kills: {len(rated)} feedback, {len(asked)} answers\n")
    assert min(len(rated), len(asked)) >= KILLS
