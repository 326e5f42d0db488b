"""The unit for systemd and the Dockerfile: as careful as they are said to be, and of settings that exist."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from app.config import Config

FOLDER = Path(__file__).parents[3] / "app" / "deploy"
UNIT, DOCKERFILE = ((FOLDER / name).read_text(encoding="utf-8") for name in ("hoidap.service", "Dockerfile"))


@pytest.mark.parametrize("text", [UNIT, DOCKERFILE], ids=["unit", "container"])
def test_every_setting_is_one_that_the_product_reads(text: str) -> None:
    settings = dict(re.findall(r"(HOIDAP_[A-Z_]+)=(\S+)", text))
    settings.pop("HOIDAP_NAME", None)  # stands for any
    config = Config.from_env(settings)
    assert config.hosting.workers == 2
    assert config.hosting.log == "json"
    assert config.index == Path("/var/lib/hoidap/index")
    assert config.database == "sqlite:////var/lib/hoidap/hoidap.sqlite3"


def test_neither_runs_as_root() -> None:
    assert "\nUser=hoidap\n" in UNIT
    assert DOCKERFILE.index("\nUSER hoidap\n") < DOCKERFILE.index("\nCMD ")


def test_the_container_says_whether_it_can_answer() -> None:
    assert "HEALTHCHECK" in DOCKERFILE
    assert "/readyz" in DOCKERFILE


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="systemd is not there")
def test_systemd_understands_the_unit() -> None:
    done = subprocess.run(["systemd-analyze", "verify", FOLDER / "hoidap.service"], capture_output=True, text=True)
    complaints = [
        line for line in done.stderr.splitlines() if "hoidap.service" in line and "is not executable" not in line
    ]
    assert complaints == []
