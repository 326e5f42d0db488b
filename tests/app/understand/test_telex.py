"""Keystrokes of Telex that the keyboard left in a text."""

import pytest

from app.understand.telex import decode_telex


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("dieenj", "diện"),
        ("tichs", "tích"),
        ("ddoongf", "đồng"),
        ("huyeenj", "huyện"),
        ("nuowcs", "nước"),
        ("tieengs", "tiếng"),
        ("vieejt", "việt"),
        ("muwowif", "mười"),
        ("duowngf", "dường"),
        ("quys", "quý"),
        ("toans", "toán"),
        ("hoaf", "hòa"),
        ("DDoongf", "đồng"),
    ],
)
def test_keystrokes_give_the_syllable_they_spell(typed: str, meant: str) -> None:
    assert decode_telex(typed) == meant


@pytest.mark.parametrize("typed", ["ha", "bao", "hello", "system", "x", "", "diện", "tr4", "ssss", "bcd"])
def test_what_is_no_telex_is_left_alone(typed: str) -> None:
    assert decode_telex(typed) is None
