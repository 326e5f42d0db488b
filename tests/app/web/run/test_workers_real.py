"""The product with two workers, the real model and the real report: one service behind one port, whatever happens."""

import contextlib
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from corpus.library import REPORTS_FOLDER

pytestmark = [
    pytest.mark.model,
    pytest.mark.skipif(os.name != "posix", reason="workers need sockets that share a port"),
]

ROOT = Path(__file__).parents[4]
QUESTION = {"question": "Diện tích trồng hoa hồng ở huyện Tam Đường là bao nhiêu?"}


class Service:
    """``hoidap serve --workers 2`` in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        with socket.create_server(("127.0.0.1", 0)) as found:
            self.port = int(found.getsockname()[1])
        self.url, self.index, self.corpus, self.log = (
            f"http://127.0.0.1:{self.port}",
            folder / "index",
            folder / "corpus",
            folder / "log",
        )
        shutil.copytree(REPORTS_FOLDER, self.corpus)
        # A connection of its own for each request: the system spreads connections over the workers.
        self.http = httpx.Client(trust_env=False, timeout=30, limits=httpx.Limits(max_keepalive_connections=0))
        self.environ = os.environ | {
            "HOIDAP_INDEX": str(self.index),
            "HOIDAP_CORPUS": str(self.corpus),
            "HOIDAP_DATABASE": f"sqlite:///{folder / 'hoidap.sqlite3'}",
            "HOIDAP_LLM": "off",
            "HOIDAP_LOG": "json",
            "HOIDAP_ADDRESS_LIMITS": "off",
        }
        command = [sys.executable, str(ROOT / "hoidap.py"), "serve", "--port", str(self.port), "--workers", "2"]
        self.process = subprocess.Popen(
            command, env=self.environ, stderr=self.log.open("wb"), stdout=subprocess.DEVNULL
        )

    def status(self, path: str) -> int:
        """Return the status of a page, asked on a connection of its own; 0 where nobody answers."""
        with contextlib.suppress(httpx.TransportError):
            return self.http.get(self.url + path).status_code
        return 0

    def statuses(self, path: str, times: int = 12) -> set[int]:
        """Return the statuses of many connections: the system spreads them over the workers."""
        return {self.status(path) for _ in range(times)}

    def wait_for(self, path: str, status: int, seconds: float = 120) -> None:
        """Return when all workers answer so."""
        limit = time.monotonic() + seconds
        while self.statuses(path) != {status}:
            assert time.monotonic() < limit, self.log.read_text()[-3000:]
            assert self.process.poll() is None, self.log.read_text()[-3000:]
            time.sleep(0.5)

    def build(self) -> None:
        """Build the index as an operator would."""
        subprocess.run(
            [sys.executable, str(ROOT / "hoidap.py"), "build"], env=self.environ, check=True, capture_output=True
        )

    def workers(self) -> set[int]:
        """Return the process ids that have written into the log."""
        return {json.loads(line)["process"] for line in self.log.read_text().splitlines() if line.startswith("{")}


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    running = Service(tmp_path_factory.mktemp("service"))
    yield running
    running.process.send_signal(signal.SIGTERM)
    assert running.process.wait(60) == 0


def test_it_starts_without_an_index_and_says_so(service: Service) -> None:
    service.wait_for("/healthz", 200)
    assert service.statuses("/readyz") == {503}
    assert service.statuses("/", 4) == {503}
    assert service.http.post(service.url + "/api/v1/ask", json=QUESTION).json()["code"] == "not_ready"
    assert "hoidap build" in service.log.read_text()


def test_a_build_heals_it_without_a_restart(service: Service) -> None:
    service.build()
    service.wait_for("/readyz", 200)
    answer = service.http.post(service.url + "/api/v1/ask", json=QUESTION).json()
    assert "32,8 ha" in answer["answer"]


def test_the_chat_is_reached_through_every_worker(service: Service) -> None:
    for _ in range(8):
        page = service.http.get(service.url + "/")
        nonce = re.search(r"'nonce-([^']+)'", page.headers["content-security-policy"])
        assert nonce
        assert page.text.count("<script") == page.text.count(f'<script nonce="{nonce[1]}"')
    assert len({service.http.get(service.url + "/config").json()["app_id"] for _ in range(8)}) == 1
    assert len(service.workers()) >= 2


def test_figures_are_those_of_all_workers(service: Service) -> None:
    def asked() -> float:
        text = service.http.get(service.url + "/metrics").text
        found = re.search(r'hoidap_requests_total\{area="ask",method="POST",status="200"\} (\S+)', text)
        return float(found[1]) if found else 0.0

    before = asked()
    for _ in range(10):
        assert service.http.post(service.url + "/api/v1/ask", json=QUESTION).status_code == 200
    assert {asked() for _ in range(4)} == {before + 10}


def test_a_corrupt_index_changes_nothing_for_who_is_served_and_a_rebuild_drops_no_request(service: Service) -> None:
    stop, seen = threading.Event(), []

    def ask_on() -> None:
        while not stop.is_set():
            answer = service.http.post(service.url + "/api/v1/ask", json=QUESTION)
            seen.append(answer.status_code)

    clients = [threading.Thread(target=ask_on) for _ in range(3)]
    for client in clients:
        client.start()
    vectors = max(service.index.iterdir(), key=lambda path: path.stat().st_size)
    vectors.write_bytes(b"hong")
    time.sleep(4)
    assert "the index cannot be opened" in service.log.read_text()
    service.build()
    time.sleep(5)
    stop.set()
    for client in clients:
        client.join()
    assert set(seen) == {200}
    assert service.log.read_text().count("index opened anew") >= 2


def test_a_worker_that_is_killed_is_replaced(service: Service) -> None:
    children = Path(f"/proc/{service.process.pid}/task/{service.process.pid}/children")
    if not children.exists():
        pytest.skip("the system does not tell which processes are whose")
    working = [
        int(pid) for pid in children.read_text().split() if "spawn_main" in Path(f"/proc/{pid}/cmdline").read_text()
    ]
    for pid in working:
        os.kill(pid, signal.SIGKILL)
    service.wait_for("/readyz", 200)
    service.wait_for("/", 200)
    assert "ended with status -9" in service.log.read_text()


def test_a_report_that_one_worker_publishes_is_answered_from_by_all(service: Service) -> None:
    report = (
        "# BÁO CÁO Kết quả phát triển lâm nghiệp năm 2023\n\n## I. KẾT QUẢ\n\n"
        "Năm 2023, hợp tác xã Mường Then ươm được 41.300 cây quế giống.\n"
    )
    sent = service.http.post(
        service.url + "/api/v1/reports",
        params={"report_id": "lam-nghiep-2023"},
        content=report.encode(),
        headers={"Content-Type": "text/markdown"},
    )
    assert sent.status_code == 201, sent.text
    asked = {"question": "Hợp tác xã Mường Then ươm được bao nhiêu cây quế giống?"}

    def answers() -> set[bool]:
        replies = (service.http.post(service.url + "/api/v1/ask", json=asked).json() for _ in range(12))
        return {"41.300" in reply["answer"] for reply in replies}

    limit = time.monotonic() + 60
    while answers() != {True}:
        assert time.monotonic() < limit, service.log.read_text()[-3000:]
        time.sleep(0.5)
