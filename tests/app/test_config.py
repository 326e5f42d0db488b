"""Settings: where they come from and which are refused."""

from argparse import Namespace
from pathlib import Path

import pytest

from app.cli import configured
from app.config import Config, ConfigError
from corpus.library import REPORTS_FOLDER


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
