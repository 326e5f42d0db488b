"""Settings, read once from the environment at the edge and frozen. ``corpus`` and ``index`` never see this object."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from corpus.library import REPORTS_FOLDER


@dataclass
class ConfigError(Exception):
    """A setting that cannot be used: its name, the value found, and what would be right."""

    name: str
    value: str
    expected: str

    def __str__(self) -> str:
        return f"{self.name}={self.value!r}: {self.expected}"


@dataclass(frozen=True, slots=True)
class Config:
    """Where things are and how the server listens."""

    corpus: Path  # folder of Markdown reports
    index: Path  # folder the index is built into
    encoder: str  # "packaged", or a local folder or hub id of a sentence-transformers model
    host: str
    port: int  # 0 to 65535; 0 lets the system choose

    @classmethod
    def from_env(cls, environ: Mapping[str, str]) -> "Config":
        """Read ``HOIDAP_CORPUS``, ``HOIDAP_INDEX``, ``HOIDAP_ENCODER``, ``HOIDAP_HOST``, ``HOIDAP_PORT``."""
        port = environ.get("HOIDAP_PORT", "7860")
        if not (port.isascii() and port.isdigit()) or int(port) > 65535:
            raise ConfigError("HOIDAP_PORT", port, "0–65535")
        return cls(
            corpus=Path(environ.get("HOIDAP_CORPUS") or REPORTS_FOLDER),
            index=Path(environ.get("HOIDAP_INDEX") or Path("var") / "index"),
            encoder=environ.get("HOIDAP_ENCODER") or "packaged",
            host=environ.get("HOIDAP_HOST") or "127.0.0.1",
            port=int(port),
        )
