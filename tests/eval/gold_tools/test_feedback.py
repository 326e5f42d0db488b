"""Feedback is read strictly: one bad line names file, line and field."""

import json
from pathlib import Path

import pytest

from app.models import Turn
from eval.gold import GoldError
from eval.gold_tools.feedback import Feedback, Picked, read_feedback, to_line

PICKED = {"report_id": "bc", "section": "I.3", "footnote": None, "start": 10, "end": 20}
GOOD: dict[str, object] = {
    "question": "Tam Đường?",
    "history": [],
    "answer_id": "a1",
    "rating": -1,
    "reason": "wrong-source",
    "picked": PICKED,
}


def written(folder: Path, *records: object) -> Path:
    """Write a file of these records."""
    path = folder / "feedback.jsonl"
    path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    return path


def test_feedback_is_read_as_it_was_written(tmp_path: Path) -> None:
    picked = Picked("bc", "I.3", "2", 10, 20)
    said = Feedback("Còn Tân Uyên?", (Turn("user", "Tam Đường?"),), "a1", -1, "wrong-source", picked)
    liked = Feedback("Ai ký?", (), "a2", 1, "", None)
    path = tmp_path / "feedback.jsonl"
    path.write_text(f"{to_line(said)}\n\n{to_line(liked)}\n", encoding="utf-8")
    assert list(read_feedback(path)) == [(1, said), (3, liked)]


@pytest.mark.parametrize(
    ("changes", "fault", "field"),
    [
        ({"rating": 0}, "bad-value", "rating"),
        ({"rating": True}, "wrong-type", "rating"),
        ({"reason": "ugly"}, "bad-value", "reason"),
        ({"question": " "}, "bad-value", "question"),
        ({"history": [{"role": "user"}]}, "missing-field", "history[0].content"),
        ({"picked": 5}, "wrong-type", "picked"),
        ({"picked": {**PICKED, "end": 10}}, "bad-value", "picked.end"),
        ({"picked": {**PICKED, "page": 1}}, "unknown-field", "picked.page"),
        ({"comment": ""}, "unknown-field", "comment"),
    ],
)
def test_one_bad_line_names_file_line_and_field(
    tmp_path: Path, changes: dict[str, object], fault: str, field: str
) -> None:
    path = written(tmp_path, GOOD, {**GOOD, **changes})
    with pytest.raises(GoldError) as caught:
        list(read_feedback(path))
    assert (caught.value.fault, caught.value.path, caught.value.line, caught.value.field) == (fault, path, 2, field)
