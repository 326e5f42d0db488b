"""Settings: where they come from and which are refused."""

from argparse import Namespace
from pathlib import Path

import pytest

from app.cli import configured
from app.config import Config
from app.errors import ConfigError
from corpus.library import REPORTS_FOLDER
from index.milvus import Milvus


def test_without_variables_the_packaged_report_is_served_on_this_machine() -> None:
    assert Config.from_env({}) == Config(REPORTS_FOLDER, Path("var/index"), "packaged", "127.0.0.1", 7860)


def test_variables_name_other_places() -> None:
    environ = {
        "HOIDAP_CORPUS": "bao-cao",
        "HOIDAP_INDEX": "chi-muc",
        "HOIDAP_ENCODER": "mo-hinh",
        "HOIDAP_HOST": "::1",
        "HOIDAP_PORT": "0",
    }
    assert Config.from_env(environ) == Config(Path("bao-cao"), Path("chi-muc"), "mo-hinh", "::1", 0)


def test_an_empty_variable_counts_as_not_set() -> None:
    environ = dict.fromkeys(("HOIDAP_CORPUS", "HOIDAP_INDEX", "HOIDAP_ENCODER", "HOIDAP_HOST"), "")
    assert Config.from_env(environ) == Config.from_env({})


@pytest.mark.parametrize("port", ["65536", "-1", "tám", "", "7860 ", "７８６０", "1e3"])
def test_a_port_that_is_none_is_refused_with_its_name_and_value(port: str) -> None:
    with pytest.raises(ConfigError) as refused:
        Config.from_env({"HOIDAP_PORT": port})
    assert (refused.value.name, refused.value.value) == ("HOIDAP_PORT", port)


def test_options_override_variables_and_leave_the_others() -> None:
    environ = {"HOIDAP_PORT": "8000", "HOIDAP_INDEX": "chi-muc"}
    config = configured(Namespace(port="8001", index=None), environ)
    assert (config.port, config.index) == (8001, Path("chi-muc"))


def test_without_variables_a_prepared_model_is_used_where_there_is_one() -> None:
    config = Config.from_env({})
    assert (config.llm, config.llm_key, config.llm_model) == ("auto", "", "")
    assert config.cache == Path.home() / ".cache" / "hoidap"


@pytest.mark.parametrize("llm", ["auto", "off", "packaged", "mô-hình/qwen.gguf"])
def test_the_model_is_named_or_a_file(llm: str) -> None:
    assert Config.from_env({"HOIDAP_LLM": llm}).llm == llm


@pytest.mark.parametrize("llm", ["of", "Packaged", "mô-hình.bin", "ftp://may-chu/v1", "127.0.0.1:8000"])
def test_a_model_that_is_nothing_known_is_refused(llm: str) -> None:
    with pytest.raises(ConfigError) as refused:
        Config.from_env({"HOIDAP_LLM": llm})
    assert (refused.value.name, refused.value.value) == ("HOIDAP_LLM", llm)


def test_a_url_needs_the_name_of_the_model_there() -> None:
    environ = {"HOIDAP_LLM": "https://llm.example/v1", "HOIDAP_LLM_KEY": "bí-mật"}
    with pytest.raises(ConfigError) as refused:
        Config.from_env(environ)
    assert refused.value.name == "HOIDAP_LLM_MODEL"
    assert "bí-mật" not in str(refused.value)
    config = Config.from_env({**environ, "HOIDAP_LLM_MODEL": "qwen3"})
    assert (config.llm, config.llm_key, config.llm_model) == ("https://llm.example/v1", "bí-mật", "qwen3")
    assert "bí-mật" not in repr(config)


@pytest.mark.parametrize(
    ("variables", "cache"),
    [
        ({"HOIDAP_CACHE": "/a", "XDG_CACHE_HOME": "/b"}, Path("/a")),
        ({"HOIDAP_CACHE": "", "XDG_CACHE_HOME": "/b"}, Path("/b/hoidap")),
        ({"XDG_CACHE_HOME": "tương-đối"}, Path.home() / ".cache" / "hoidap"),
    ],
)
def test_the_cache_follows_our_variable_then_that_of_the_desktop(variables: dict[str, str], cache: Path) -> None:
    assert Config.from_env(variables).cache == cache


def test_what_is_kept_goes_into_a_file_for_ever_without_an_audit_log() -> None:
    config = Config.from_env({"HOIDAP_DATABASE": "", "HOIDAP_RETENTION_DAYS": "", "HOIDAP_AUDIT": ""})
    assert (config.database, config.retention_days, config.audit) == ("sqlite:///var/hoidap.sqlite3", 0, False)


def test_the_password_of_a_database_is_not_printed_with_the_settings() -> None:
    config = Config.from_env({"HOIDAP_DATABASE": "postgresql://lan:bimat@db/hoidap"})
    assert config.database == "postgresql://lan:bimat@db/hoidap"
    assert "bimat" not in repr(config)


@pytest.mark.parametrize(
    ("name", "value"),
    [("HOIDAP_RETENTION_DAYS", value) for value in ("-1", "36501", "3,5", "mười", "9" * 5000, "0000050000")]
    + [("HOIDAP_AUDIT", value) for value in ("có", "2", "on")],
)
def test_a_term_or_a_switch_that_is_none_is_refused(name: str, value: str) -> None:
    with pytest.raises(ConfigError, match=name):
        Config.from_env({name: value})


def test_a_term_and_the_audit_log_are_set_by_variables() -> None:
    config = Config.from_env({"HOIDAP_RETENTION_DAYS": "36500", "HOIDAP_AUDIT": "1"})
    assert (config.retention_days, config.audit) == (36_500, True)


def test_near_vectors_are_found_by_faiss_or_in_the_milvus_that_is_named() -> None:
    assert Config.from_env({}).milvus is None
    assert Config.from_env({"HOIDAP_VECTORS": "faiss"}).milvus is None
    named = Config.from_env({"HOIDAP_VECTORS": "http://milvus:19530", "HOIDAP_MILVUS_TOKEN": "root:bí-mật"}).milvus
    assert named == Milvus("http://milvus:19530", "root:bí-mật")
    assert "bí-mật" not in str(named)
    with pytest.raises(ConfigError) as refused:
        Config.from_env({"HOIDAP_VECTORS": "qdrant"})
    assert (refused.value.name, refused.value.value) == ("HOIDAP_VECTORS", "qdrant")
