"""Many clients at once against a real server, in bounded time: answers a second, latencies, errors (make load).

Knows the HTTP interface only. Writes its figures as JSON; ends with status 1 where what is promised is not reached.
"""

import argparse
import asyncio
import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict, dataclass, field
from pathlib import Path

import httpx

ROOT = Path(__file__).parent.parent.parent
LEAST_PER_SECOND, LATEST_P95 = 25.0, 2.0
"""What is promised on two calm cores in extractive mode with fifty clients."""


@dataclass
class Result:
    """What the clients saw. Seconds; ``errors`` by what they were."""

    clients: int
    workers: int
    seconds: float
    answers: int = 0
    per_second: float = 0.0
    p50: float = 0.0
    p95: float = 0.0
    slowest: float = 0.0
    server_cpu_seconds_per_answer: float = 0.0
    errors: dict[str, int] = field(default_factory=dict)

    @property
    def kept(self) -> bool:
        """Whether it is what is promised."""
        return not self.errors and self.per_second >= LEAST_PER_SECOND and self.p95 <= LATEST_P95


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as found:
        return int(found.getsockname()[1])


def questions() -> list[str]:
    lines = (ROOT / "eval" / "gold" / "dev.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line)["question"] for line in lines]


def start(port: int, workers: int, folder: Path) -> subprocess.Popen[str]:
    """Start the product as an operator would and return when it says that it serves."""
    own = {
        "HOIDAP_ADDRESS_LIMITS": "off",  # all clients come from one address here
        "HOIDAP_DATABASE": f"sqlite:///{folder / 'load.sqlite3'}",
        "HOIDAP_LLM": "off",
        "PYTHONUNBUFFERED": "1",
    }
    command = [
        sys.executable,
        str(ROOT / "hoidap.py"),
        "serve",
        "--build",
        "--port",
        str(port),
        "--workers",
        str(workers),
    ]
    process = subprocess.Popen(command, env={**os.environ, **own}, stdout=subprocess.PIPE, text=True, cwd=ROOT)
    assert process.stdout
    for line in process.stdout:
        if f":{port}" in line:
            return process
    raise SystemExit(f"the server ended with status {process.wait()}")


def cpu_seconds(process: subprocess.Popen[str]) -> float:
    """Return the processor seconds of the server and its workers so far; 0 where the system does not tell."""
    ticks = 0
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[1]) == process.pid or stat.parent.name == str(process.pid):
            ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")


async def ask_on(url: str, asked: list[str], until: float, result: Result, latencies: list[float]) -> None:
    """Be one client: ask, wait for the answer, ask the next."""
    async with httpx.AsyncClient(base_url=url, timeout=30, trust_env=False) as client:
        while time.perf_counter() < until:
            question = asked.pop()
            asked.insert(0, question)
            began = time.perf_counter()
            try:
                answer = await client.post("/api/v1/ask", json={"question": question, "mode": "extractive"})
                fault = "" if answer.status_code == 200 else str(answer.status_code)
            except httpx.HTTPError as error:
                fault = type(error).__name__
            if fault:
                result.errors[fault] = result.errors.get(fault, 0) + 1
            else:
                latencies.append(time.perf_counter() - began)


async def measure(url: str, result: Result) -> None:
    """Let all clients ask for the given time and fill in what they saw."""
    latencies: list[float] = []
    asked = questions()
    began = time.perf_counter()
    clients = [ask_on(url, asked, began + result.seconds, result, latencies) for _ in range(result.clients)]
    await asyncio.gather(*clients)
    result.seconds = round(time.perf_counter() - began, 2)
    ordered = sorted(latencies) or [float("inf")]
    result.answers = len(latencies)
    result.per_second = round(len(latencies) / result.seconds, 1)
    result.p50, result.p95 = (round(ordered[int(part * (len(ordered) - 1))], 3) for part in (0.5, 0.95))
    result.slowest = round(ordered[-1], 3)


def main() -> int:
    """Run once and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--clients", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    port, result = free_port(), Result(options.clients, options.workers, options.seconds)
    with tempfile.TemporaryDirectory() as folder:
        process = start(port, options.workers, Path(folder))
        try:
            before = cpu_seconds(process)
            asyncio.run(measure(f"http://127.0.0.1:{port}", result))
            result.server_cpu_seconds_per_answer = round((cpu_seconds(process) - before) / max(result.answers, 1), 4)
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(60)
    text = json.dumps(asdict(result) | {"kept": result.kept}, indent=2)
    sys.stdout.write(text + "\n")
    if options.json:
        options.json.parent.mkdir(parents=True, exist_ok=True)
        options.json.write_text(text + "\n", encoding="utf-8")
    return 0 if result.kept else 1


if __name__ == "__main__":
    sys.exit(main())
