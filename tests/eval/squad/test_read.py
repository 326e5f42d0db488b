"""Files in the SQuAD format are read whole, or refused with the field that is wrong."""

import json
import unicodedata
from pathlib import Path

import pytest

from eval.squad.read import SquadError, read_squad

SMALL = Path(__file__).with_name("small_squad.json")
ASKED = {"id": "q", "question": "Ở đâu?", "answers": [{"text": "Đây"}]}


def test_paragraphs_and_questions_are_read_in_order() -> None:
    squad = read_squad(SMALL)
    assert [paragraph.title for paragraph in squad.paragraphs] == ["Hồ nước", "Hồ nước", "Cà phê"]
    assert [(q.id, q.paragraph, q.answers) for q in squad.questions] == [
        ("q1", 0, ("Bắc Kạn",)),
        ("q2", 0, ("19.000", "19.000 ha")),
        ("q3", 1, ("sông Hồng",)),
        ("q4", 2, ()),
    ]


def written(folder: Path, data: object) -> Path:
    """Write a file that holds this under "data"."""
    path = folder / "squad.json"
    path.write_text(json.dumps({"data": data}), encoding="utf-8")
    return path


def test_decomposed_text_is_composed(tmp_path: Path) -> None:
    asked = {**ASKED, "question": unicodedata.normalize("NFD", "Ở đâu?")}
    squad = read_squad(written(tmp_path, [{"paragraphs": [{"context": "Đây.", "qas": [asked]}]}]))
    assert squad.questions[0].question == "Ở đâu?"


@pytest.mark.parametrize(
    ("data", "field"),
    [
        ([{"paragraphs": [{"qas": []}]}], "data.0.paragraphs.0.context"),
        ([{"paragraphs": [{"context": "x", "qas": [{**ASKED, "question": 5}]}]}], "data.0.paragraphs.0.qas.0.question"),
        ([{"paragraphs": [{"context": "x", "qas": []}]}], "data"),
        ("x", "data"),
    ],
)
def test_another_form_is_refused_by_field(tmp_path: Path, data: object, field: str) -> None:
    with pytest.raises(SquadError) as caught:
        read_squad(written(tmp_path, data))
    assert caught.value.field == field


def test_a_missing_file_and_one_that_is_no_json_are_refused(tmp_path: Path) -> None:
    with pytest.raises(SquadError, match=r"none\.json"):
        read_squad(tmp_path / "none.json")
    (tmp_path / "bad.json").write_bytes(b"\xff{")
    with pytest.raises(SquadError) as caught:
        read_squad(tmp_path / "bad.json")
    assert caught.value.field == ""
