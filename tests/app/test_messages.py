"""The catalogue of sentences: complete, in both languages, and used."""

import ast
import re
import string
from pathlib import Path

import pytest

from app.messages import CATALOGUE, say

ROOT = Path(__file__).parent.parent.parent
SOURCES = [ROOT / "hoidap.py", *(path for folder in ("app", "eval") for path in (ROOT / folder).rglob("*.py"))]


def placeholders(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


def said_keys() -> tuple[set[str], set[str]]:
    """Return the keys that code says outright, and patterns for those it puts together (f"question.{fault}")."""
    outright, composed = set(), set()
    for source in SOURCES:
        for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                outright.add(node.value)
            elif isinstance(node, ast.JoinedStr):
                parts = [re.escape(str(p.value)) if isinstance(p, ast.Constant) else ".+" for p in node.values]
                composed.add("".join(parts))
    return outright, composed


def direct_calls() -> set[str]:
    """Return the keys that stand as literals in a call of ``say``."""
    calls = (
        node
        for source in SOURCES
        for node in ast.walk(ast.parse(source.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "say" and node.args
    )
    return {call.args[0].value for call in calls if isinstance(call.args[0], ast.Constant)}  # type: ignore[misc]


@pytest.mark.parametrize("key", CATALOGUE)
def test_a_sentence_stands_in_both_languages_with_the_same_values(key: str) -> None:
    sentences = CATALOGUE[key]
    assert set(sentences) == {"vi", "en"}
    assert all(sentences.values())
    assert placeholders(sentences["vi"]) == placeholders(sentences["en"])


def test_every_key_that_code_says_is_there() -> None:
    assert direct_calls() <= set(CATALOGUE)
    assert len(direct_calls()) > 40


def test_every_key_is_said_somewhere() -> None:
    outright, composed = said_keys()
    patterns = [pattern for pattern in composed if pattern.count(".+") < len(pattern) / 2]
    unused = [k for k in CATALOGUE if k not in outright and not any(re.fullmatch(p, k) for p in patterns)]
    assert unused == []


def test_values_are_filled_in_and_never_read_as_a_pattern() -> None:
    assert say("label.section", code="{x}") == "Mục {x}"
    assert say("label.section", "en", code="I.3") == "Section I.3"


def test_an_unknown_key_is_an_error() -> None:
    with pytest.raises(KeyError):
        say("no.such.key")
