"""How the service is run, as its variables say it; what cannot be is refused with what would be right."""

import pytest

from app.errors import ConfigError
from app.hosting import Hosting


def test_without_variables_the_defaults_hold() -> None:
    assert Hosting.from_env({}) == Hosting()
    assert Hosting.from_env({"HOIDAP_WORKERS": "", "HOIDAP_ORIGINS": " , "}) == Hosting()


def test_every_variable_is_read() -> None:
    hosting = Hosting.from_env(
        {
            "HOIDAP_ORIGINS": "https://Cong.example.vn/, http://127.0.0.1:8000",
            "HOIDAP_WORKERS": "4",
            "HOIDAP_LOG": "json",
            "HOIDAP_KEY_LIMITS": "10/second; 5000/day",
            "HOIDAP_ADDRESS_LIMITS": "off",
            "HOIDAP_QUEUE": "7",
            "HOIDAP_ANSWER_SECONDS": "30",
            "HOIDAP_PROXIES": "127.0.0.1 10.0.0.0/8",
            "HOIDAP_OPEN_CHAT": "1",
            "HOIDAP_OTEL": "1",
        }
    )
    assert hosting == Hosting(
        origins=("https://cong.example.vn", "http://127.0.0.1:8000"),
        workers=4,
        log="json",
        key_limits="10/second; 5000/day",
        address_limits="",
        queue=7,
        answer_seconds=30,
        proxies=("127.0.0.1", "10.0.0.0/8"),
        open_chat=True,
        otel=True,
    )


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("HOIDAP_ORIGINS", "cong.example.vn"),
        ("HOIDAP_ORIGINS", "https://a.vn; script-src *"),
        ("HOIDAP_ORIGINS", "*"),
        ("HOIDAP_WORKERS", "0"),
        ("HOIDAP_WORKERS", "65"),
        ("HOIDAP_WORKERS", "hai"),
        ("HOIDAP_LOG", "xml"),
        ("HOIDAP_KEY_LIMITS", "nhiều"),
        ("HOIDAP_ADDRESS_LIMITS", "5 per fortnight"),
        ("HOIDAP_QUEUE", "-1"),
        ("HOIDAP_ANSWER_SECONDS", "9" * 40),
        ("HOIDAP_PROXIES", "proxy.example.vn"),
        ("HOIDAP_OPEN_CHAT", "yes"),
    ],
)
def test_what_cannot_be_is_refused_by_its_name(name: str, value: str) -> None:
    with pytest.raises(ConfigError) as refused:
        Hosting.from_env({name: value})
    assert refused.value.name == name
    assert refused.value.expected
