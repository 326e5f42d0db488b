"""The wheel: it owns one name, holds every file that is read at run time, and runs away from the checkout."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.only_loopback import OFFLINE_SETTINGS

ROOT = Path(__file__).parent.parent
READ_AT_RUN_TIME = (
    "app/messages.json",
    "app/web/static/*",
    "app/web/static/embed/*",
    "app/web/static/admin/*",
    "app/web/admin/*.html",
    "app/web/embed/*.html",
    "corpus/reports/*.md",
    "eval/gold/*.jsonl",
    "eval/page/page.*",
    "eval/baselines/*.json",
)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout, built with what is installed."""
    pytest.importorskip("hatchling")
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def unpacked(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What installing the wheel puts beside other packages."""
    folder = tmp_path_factory.mktemp("site")
    zipfile.ZipFile(wheel).extractall(folder)
    return folder


def run(site: Path, code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run code where the wheel is installed and the checkout is not."""
    environ = {**os.environ, **OFFLINE_SETTINGS, "PYTHONPATH": str(site), "HOIDAP_INDEX": str(site / "built")}
    command = [sys.executable, "-c", code, *arguments]
    return subprocess.run(command, cwd=site, env=environ, capture_output=True, encoding="utf-8", check=False)


def test_the_wheel_owns_the_single_name_hoidap(wheel: Path) -> None:
    tops = {name.partition("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"hoidap"}


def test_the_wheel_holds_every_module_and_every_file_read_at_run_time(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    modules = [path for folder in ("app", "corpus", "eval", "index") for path in (ROOT / folder).rglob("*.py")]
    for pattern in READ_AT_RUN_TIME:
        files = [path for path in ROOT.glob(pattern) if path.is_file()]
        assert files, pattern
        modules += files
    missing = {path.relative_to(ROOT).as_posix() for path in modules if f"hoidap/{path.relative_to(ROOT)}" not in names}
    assert missing == set()
    assert "hoidap/__init__.py" in names
    assert not any("__pycache__" in name or "tests" in name for name in names)


def test_the_wheel_brings_the_command(unpacked: Path) -> None:
    entry_points = next(unpacked.glob("*.dist-info/entry_points.txt")).read_text(encoding="utf-8")
    assert "hoidap = hoidap:main" in entry_points


def test_the_command_of_the_wheel_uses_the_modules_of_the_wheel(unpacked: Path) -> None:
    code = "import hoidap, sys; hoidap.main(['ask', '']); import corpus; print(corpus.__file__)"
    done = run(unpacked, code)
    assert "Câu hỏi đang để trống" in done.stderr
    assert Path(done.stdout.strip()) == unpacked / "hoidap" / "corpus" / "__init__.py"


@pytest.mark.model
def test_the_wheel_builds_its_own_report_and_answers(unpacked: Path) -> None:
    code = "import hoidap, sys; sys.exit(hoidap.main())"
    built = run(unpacked, code, "build")
    assert built.returncode == 0, built.stderr
    assert "Đã lập chỉ mục 1 báo cáo" in built.stdout
    asked = run(unpacked, code, "ask", "Diện tích trồng hoa hồng ở huyện Tam Đường là bao nhiêu?")
    assert "32,8 ha" in asked.stdout
    assert "[1] Mục I.3: “" in asked.stdout
