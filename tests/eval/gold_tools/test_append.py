"""Questions are added to a file as lines of their own, and come back as they were."""

from pathlib import Path

from eval.gold import GoldLine, read_gold
from eval.gold_tools.append import append_questions, next_id, usual_prefix
from tests.eval.scripted import gold, unanswerable


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    path = tmp_path / "new.jsonl"
    append_questions(path, [gold()])
    append_questions(path, [unanswerable()])
    read = [found.question for found in read_gold(path) if isinstance(found, GoldLine)]
    assert read == [gold(), unanswerable()]


def test_a_last_line_without_a_line_feed_is_ended_first(tmp_path: Path) -> None:
    path = tmp_path / "new.jsonl"
    append_questions(path, [gold()])
    path.write_bytes(path.read_bytes().rstrip(b"\n"))
    append_questions(path, [unanswerable()])
    assert len(path.read_text(encoding="utf-8").splitlines()) == 2


def test_an_id_follows_the_highest_of_its_prefix() -> None:
    assert next_id("dev", ["dev-009", "dev-322", "test-900", "dev-x"]) == "dev-323"
    assert next_id("own", []) == "own-001"


def test_the_prefix_is_that_of_most_ids() -> None:
    assert usual_prefix(["a-1", "b-1", "b-2"], "file") == "b"
    assert usual_prefix(["q1", "-"], "file") == "file"
