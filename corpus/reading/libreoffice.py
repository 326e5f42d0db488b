"""Turns the formats of old word processors into .docx with LibreOffice. Knows how to start it, not what it writes.

LibreOffice has read these formats for decades, footnotes, tracked changes and numbering included; nothing on the
package index does. Its profile lies in a folder of the call, so that calls side by side do not wait for each other.
"""

import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

from corpus.errors import ReportError

PACKAGE = "libreoffice-writer"
"""What Debian and Ubuntu call the package."""
LONGEST = 90.0
"""Seconds a file may take; one of 100 pages takes about 5, the first start of LibreOffice about 5 more."""
_REGISTRY = "http://openoffice.org/2001/registry"
_SCRIPTING = "Common/Security/Scripting"
_CLOSED = (
    (_SCRIPTING, "BlockUntrustedRefererLinks", "true"),
    (_SCRIPTING, "DisableMacrosExecution", "true"),
    (_SCRIPTING, "MacroSecurityLevel", "3"),
    ("Writer/Content/Update", "Link", "0"),
)
"""A file may name pictures and texts elsewhere; fetching them would tell that place of the reading."""


def to_docx(data: bytes, name: str, ending: str, kind: str = "", longest: float = LONGEST) -> bytes:
    """Return the file as .docx; ``ending`` is that of its format (".doc"), ``kind`` LibreOffice's name of its import.

    Without a kind a damaged file may be taken for plain text.

    Raises ``ReportError``: "needs-tool" without LibreOffice, "too-slow", "broken" where it cannot read the file.
    """
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        raise ReportError("needs-tool", Path(name), PACKAGE)
    with tempfile.TemporaryDirectory(prefix="hoidap-") as folder:
        source, target = Path(folder, f"report{ending}"), Path(folder, "out", "report.docx")
        source.write_bytes(data)
        profile = Path(folder, "profile")
        settings = profile / "user" / "registrymodifications.xcu"
        settings.parent.mkdir(parents=True)
        settings.write_text(_settings(), encoding="utf-8")
        _run(
            [
                program,
                f"-env:UserInstallation={profile.as_uri()}",
                *("--headless", "--norestore", "--nologo", "--nolockcheck", "--nodefault"),
                *((f"--infilter={kind}",) if kind else ()),
                *("--convert-to", "docx:MS Word 2007 XML", "--outdir", str(target.parent), str(source)),
            ],
            name,
            longest,
        )
        if not target.exists():
            raise ReportError("broken", Path(name))
        return target.read_bytes()


def _settings() -> str:
    """Return the settings of a profile that follows no link and runs no macro."""
    items = "".join(
        f'<item oor:path="/org.openoffice.Office.{path}"><prop oor:name="{name}" oor:op="fuse">'
        f"<value>{value}</value></prop></item>"
        for path, name, value in _CLOSED
    )
    return f'<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="{_REGISTRY}">{items}</oor:items>'


def _run(command: list[str], name: str, longest: float) -> None:
    """Run LibreOffice in a group of its own: its starter leaves the real program behind when it is ended alone."""
    silent = subprocess.DEVNULL
    with subprocess.Popen(  # noqa: S603  the program is found on the path, the arguments are ours
        command, stdin=silent, stdout=silent, stderr=silent, start_new_session=True
    ) as process:
        try:
            process.wait(longest)
        except subprocess.TimeoutExpired as error:
            raise ReportError("too-slow", Path(name), f"{longest:.0f}") from error
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
