"""Gold files are read strictly: one bad line names file, line and field."""

import json
import unicodedata
from pathlib import Path

import pytest

from eval.gold import GoldError, check_gold, load_gold
from eval.models import Evidence
from tests.eval.scripted import gold, library

GOOD: dict[str, object] = {
    "id": "t-1",
    "split": "test",
    "type": "follow-up",
    "question": "còn Tân Uyên?",
    "history": [{"role": "user", "content": "Tam Đường?"}, {"role": "assistant", "content": "32,8 ha."}],
    "answerable": True,
    "must_include": ["3,5"],
    "must_not_include": [],
    "evidence": [{"section": "I.3", "footnote": None, "quote": "Tân Uyên 3,5 ha"}],
    "reference": "3,5 ha.",
    "note": "",
}
EVIDENCE = {"section": "I.3", "footnote": None, "quote": "Tân Uyên 3,5 ha"}


def written(folder: Path, *lines: str) -> Path:
    """Write a gold file of these lines."""
    path = folder / "gold.jsonl"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def refused(path: Path) -> GoldError:
    """Read a file that must be refused."""
    with pytest.raises(GoldError) as caught:
        load_gold(path)
    return caught.value


def test_a_good_line_becomes_a_question(tmp_path: Path) -> None:
    (question,) = load_gold(written(tmp_path, json.dumps(GOOD), ""))
    assert question.id == "t-1"
    assert [turn.role for turn in question.history] == ["user", "assistant"]
    assert question.evidence == (Evidence("I.3", None, "Tân Uyên 3,5 ha"),)


@pytest.mark.parametrize(
    ("changes", "fault", "field"),
    [
        ({"split": "train"}, "bad-value", "split"),
        ({"type": "riddle"}, "bad-value", "type"),
        ({"answerable": "yes"}, "wrong-type", "answerable"),
        ({"question": 5}, "wrong-type", "question"),
        ({"must_include": "3,5"}, "wrong-type", "must_include"),
        ({"must_include": ["3,5", 7]}, "wrong-type", "must_include[1]"),
        ({"must_include": []}, "bad-value", "must_include"),
        ({"evidence": []}, "bad-value", "evidence"),
        ({"answerable": False}, "bad-value", "must_include"),
        ({"evidence": ["I.3"]}, "wrong-type", "evidence[0]"),
        ({"evidence": [EVIDENCE, {"section": "I.3", "quote": "x"}]}, "missing-field", "evidence[1].footnote"),
        ({"evidence": [{**EVIDENCE, "footnote": 2}]}, "wrong-type", "evidence[0].footnote"),
        ({"evidence": [{**EVIDENCE, "quote": " "}]}, "bad-value", "evidence[0].quote"),
        ({"evidence": [{**EVIDENCE, "page": 1}]}, "unknown-field", "evidence[0].page"),
        ({"history": [{"role": "system", "content": "x"}]}, "bad-value", "history[0].role"),
        ({"question": unicodedata.normalize("NFD", "còn Tân Uyên?")}, "not-nfc", "question"),
        ({"difficulty": 3}, "unknown-field", "difficulty"),
    ],
)
def test_one_bad_line_names_file_line_and_field(
    tmp_path: Path, changes: dict[str, object], fault: str, field: str
) -> None:
    path = written(tmp_path, json.dumps(GOOD), json.dumps({**GOOD, "id": "t-2", **changes}))
    error = refused(path)
    assert (error.fault, error.path, error.line, error.field) == (fault, path, 2, field)
    assert f"gold.jsonl:2 {field}" in str(error)


def test_a_missing_field_is_named(tmp_path: Path) -> None:
    error = refused(written(tmp_path, json.dumps({key: value for key, value in GOOD.items() if key != "note"})))
    assert (error.fault, error.line, error.field) == ("missing-field", 1, "note")


def test_a_line_that_is_no_json_or_no_object_is_named(tmp_path: Path) -> None:
    error = refused(written(tmp_path, json.dumps(GOOD), "{"))
    assert (error.fault, error.line) == ("bad-json", 2)
    error = refused(written(tmp_path, json.dumps(GOOD), "[]"))
    assert (error.fault, error.line) == ("wrong-type", 2)


def test_an_id_used_twice_is_refused_within_a_file_and_over_files(tmp_path: Path) -> None:
    error = refused(written(tmp_path, json.dumps(GOOD), json.dumps(GOOD)))
    assert (error.fault, error.line, error.field, error.detail) == ("duplicate-id", 2, "id", "t-1")
    path = written(tmp_path, json.dumps(GOOD))
    with pytest.raises(GoldError, match="duplicate-id"):
        load_gold(path, path)


def test_a_missing_an_empty_and_a_wrongly_encoded_file_are_refused(tmp_path: Path) -> None:
    assert refused(tmp_path / "none.jsonl").fault == "unreadable"
    assert refused(written(tmp_path, "", "  ")).fault == "empty"
    path = tmp_path / "latin.jsonl"
    path.write_bytes(b"\n\xe9\n")
    error = refused(path)
    assert (error.fault, error.line) == ("encoding", 2)


def test_a_quote_must_stand_exactly_once_in_its_place() -> None:
    good = gold(identity="good")
    lost = gold(identity="lost", evidence=(Evidence("I.3", None, "Mường Tè 5 ha"),))
    twice = gold(identity="twice", evidence=(Evidence("I.3", None, " ha."),))
    findings = check_gold((good, lost, twice), library())
    assert [(f.question_id, f.fault) for f in findings] == [("lost", "not-in-report"), ("twice", "ambiguous")]
