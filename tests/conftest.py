"""What all tests share: no connection to another machine, the real assistant built once, the command as a process."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.chromium import CHROMIUM
from tests.only_loopback import OFFLINE_SETTINGS, install

if TYPE_CHECKING:
    from app.assistant import Assistant

ROOT = Path(__file__).parent.parent
GUARDED = "import sys; from tests.only_loopback import install; install(); import hoidap; sys.exit(hoidap.main())"
"""What a process of the command runs: the start-up file, kept from other machines as this process is."""

Hoidap = Callable[..., subprocess.CompletedProcess[str]]


def pytest_configure() -> None:
    """Guard the run before anything of the product is imported."""
    install()
    os.environ.setdefault("OMP_WAIT_POLICY", "passive")  # as the command does


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say what is needed where browser tests could not run."""
    if not CHROMIUM:
        terminalreporter.write_line(
            "Kiểm thử trên trình duyệt bị bỏ qua vì chưa có Chromium. Hãy cài: sudo apt install chromium\n"
            "Browser tests were skipped, there is no Chromium. Install it: sudo apt install chromium",
            yellow=True,
        )


@pytest.fixture
def hoidap(tmp_path: Path) -> Hoidap:
    """Run ``hoidap`` as a process, its index in a folder of this test; arguments may be bytes, variables override."""

    def run(*arguments: str | bytes, **variables: str) -> subprocess.CompletedProcess[str]:
        settings = {"PYTHONPATH": str(ROOT), "HOIDAP_INDEX": str(tmp_path / "index"), **OFFLINE_SETTINGS, **variables}
        return subprocess.run(
            [sys.executable, "-c", GUARDED, *arguments],
            cwd=tmp_path,
            env={**os.environ, **settings},
            capture_output=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )

    return run


@pytest.fixture(scope="session")
def index_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The index of the real report, built once with the packaged model."""
    from corpus.library import open_library
    from index.build import build_index
    from index.encoder import SentenceEncoder

    folder = tmp_path_factory.mktemp("built") / "index"
    build_index(open_library(), SentenceEncoder(), folder)
    return folder


@pytest.fixture(scope="session")
def assistant(index_folder: Path) -> "Assistant":
    """The assistant over the real report."""
    from app.assistant import open_assistant
    from app.config import Config

    return open_assistant(Config.from_env({"HOIDAP_INDEX": str(index_folder), "HOIDAP_LLM": "off"}))
