"""Settings, read once from the environment at the edge and frozen. ``corpus`` and ``index`` never see this object."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from app.errors import ConfigError
from app.hosting import Hosting
from corpus.library import REPORTS_FOLDER
from corpus.reading.apart import STANDARD, Limits
from index.milvus import Milvus

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
    reading: Limits = STANDARD  # what reading one file of a report may take
    milvus: Milvus | None = None  # what finds near vectors; None: FAISS, in the index folder

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
            reading=Limits(
                megabytes=_count("HOIDAP_FILE_MB", environ, STANDARD.megabytes, 1000),
                pages=_count("HOIDAP_FILE_PAGES", environ, STANDARD.pages, 100_000),
                seconds=_count("HOIDAP_FILE_SECONDS", environ, STANDARD.seconds, 3600),
                memory_mb=_count("HOIDAP_FILE_MEMORY_MB", environ, STANDARD.memory_mb, 1_000_000),
            ),
            milvus=_milvus(environ),
        )


def _count(name: str, environ: Mapping[str, str], default: int, most: int) -> int:
    written = environ.get(name) or str(default)
    if not (written.isascii() and written.isdigit() and len(written) <= 9 and 1 <= int(written) <= most):
        raise ConfigError(name, written[:80], f"1–{most}")
    return int(written)


def _retention_days(environ: Mapping[str, str]) -> int:
    days = environ.get("HOIDAP_RETENTION_DAYS") or "0"
    if not (days.isascii() and days.isdigit() and len(days) <= 5 and int(days) <= LONGEST_RETENTION):
        raise ConfigError("HOIDAP_RETENTION_DAYS", days[:80], f"0–{LONGEST_RETENTION}")
    return int(days)


def _milvus(environ: Mapping[str, str]) -> Milvus | None:
    place = environ.get("HOIDAP_VECTORS") or "faiss"
    if place == "faiss":
        return None
    if not (place.startswith(("http://", "https://", "tcp://")) or place.endswith(".db")):
        raise ConfigError("HOIDAP_VECTORS", place[:80], "faiss, http://…:19530, https://…, *.db")
    return Milvus(place, environ.get("HOIDAP_MILVUS_TOKEN", ""))


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
