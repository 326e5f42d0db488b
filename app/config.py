"""Settings, read once from the environment at the edge and frozen. ``corpus`` and ``index`` never see this object."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from app.errors import ConfigError
from app.hosting import Hosting
from corpus.library import REPORTS_FOLDER

DEFAULT_DATABASE = "sqlite:///var/hoidap.sqlite3"
LONGEST_RETENTION = 36_500
"""Days, a hundred years."""


@dataclass(frozen=True, slots=True)
class Config:
    """Where things are, how the server listens, and which model words the answers."""

    corpus: Path  # folder of Markdown reports
    index: Path  # folder the index is built into
    encoder: str  # "packaged", or a local folder or hub id of a sentence-transformers model
    host: str
    port: int  # 0 to 65535; 0 lets the system choose
    llm: str = "auto"  # "auto": packaged where it was prepared; "off", "packaged", a .gguf file, or an OpenAI-like URL
    llm_key: str = field(default="", repr=False)
    llm_model: str = ""  # the model's name at the URL
    cache: Path = field(default_factory=lambda: _cache_folder({}))  # where the packaged model is joined
    hosting: Hosting = field(default_factory=Hosting)
    database: str = field(default=DEFAULT_DATABASE, repr=False)  # sqlite:///file or postgresql://…, password and all
    retention_days: int = 0  # how long feedback, conversations and audit entries are kept; 0 for ever
    audit: bool = False  # whether the audit log records who asked what
    keep_conversations: bool = False  # whether the chat's conversations are kept in the database too

    @classmethod
    def from_env(cls, environ: Mapping[str, str]) -> "Config":
        """Read the ``HOIDAP_*`` variables named as the fields are; an empty one counts as not set."""
        port = environ.get("HOIDAP_PORT", "7860")
        if not (port.isascii() and port.isdigit()) or int(port) > 65535:
            raise ConfigError("HOIDAP_PORT", port, "0–65535")
        return cls(
            corpus=Path(environ.get("HOIDAP_CORPUS") or REPORTS_FOLDER),
            index=Path(environ.get("HOIDAP_INDEX") or Path("var") / "index"),
            encoder=environ.get("HOIDAP_ENCODER") or "packaged",
            host=environ.get("HOIDAP_HOST") or "127.0.0.1",
            port=int(port),
            llm=_llm(environ),
            llm_key=environ.get("HOIDAP_LLM_KEY", ""),
            llm_model=environ.get("HOIDAP_LLM_MODEL", ""),
            cache=_cache_folder(environ),
            hosting=Hosting.from_env(environ),
            database=environ.get("HOIDAP_DATABASE") or DEFAULT_DATABASE,
            retention_days=_retention_days(environ),
            audit=_switch("HOIDAP_AUDIT", environ),
            keep_conversations=_switch("HOIDAP_KEEP_CONVERSATIONS", environ),
        )


def _retention_days(environ: Mapping[str, str]) -> int:
    days = environ.get("HOIDAP_RETENTION_DAYS") or "0"
    if not (days.isascii() and days.isdigit() and len(days) <= 5 and int(days) <= LONGEST_RETENTION):
        raise ConfigError("HOIDAP_RETENTION_DAYS", days[:80], f"0–{LONGEST_RETENTION}")
    return int(days)


def _switch(name: str, environ: Mapping[str, str]) -> bool:
    written = environ.get(name) or "0"
    if written not in ("0", "1"):
        raise ConfigError(name, written[:80], "0, 1")
    return written == "1"


def _llm(environ: Mapping[str, str]) -> str:
    llm = environ.get("HOIDAP_LLM") or "auto"
    elsewhere = llm.startswith(("http://", "https://"))
    if not (elsewhere or llm in ("auto", "off", "packaged") or llm.endswith(".gguf")):
        raise ConfigError("HOIDAP_LLM", llm, "auto, off, packaged, *.gguf, http://…/v1, https://…/v1")
    if elsewhere and not environ.get("HOIDAP_LLM_MODEL"):
        raise ConfigError("HOIDAP_LLM_MODEL", "", f"tên mô hình ở {llm} (the model's name there)")
    return llm


def _cache_folder(environ: Mapping[str, str]) -> Path:
    if own := environ.get("HOIDAP_CACHE"):
        return Path(own)
    shared = Path(environ.get("XDG_CACHE_HOME") or "")
    # The XDG specification says that a relative path is to be ignored.
    return (shared if shared.is_absolute() else Path.home() / ".cache") / "hoidap"
