"""An interrupted run goes on where it was, and never with what another configuration found."""

from dataclasses import replace
from pathlib import Path

from app.models import Answer
from corpus.library import Library
from eval.models import Outcome
from eval.resume import Journal, fingerprint, open_journal
from eval.run import evaluate
from tests.eval.runs import HITS, RIGHT, asked, run_of
from tests.eval.scripted import ScriptedAsker, library

SETTINGS = ("extractive", "None", "packaged")


def half(path: Path) -> Journal:
    """A journal of the first of two questions."""
    journal = Journal(path)
    journal.add(stored(run_of(True, False).outcomes[0]))
    return Journal(path)


def stored(outcome: Outcome) -> Outcome:
    """An outcome whose milliseconds have as many places as are stored."""
    return replace(outcome, attempt=replace(outcome.attempt, milliseconds=1.5))


def test_what_is_known_is_not_asked_again_and_the_rest_is_added(tmp_path: Path) -> None:
    first, second = asked(2)
    only_second: dict[str, Answer | Exception] = {second.question: RIGHT}  # asking the first would raise KeyError
    journal = half(tmp_path / "j.jsonl")
    outcomes = evaluate([first, second], ScriptedAsker(only_second), HITS, library(), journal=journal)
    assert outcomes[0] == stored(run_of(True, False).outcomes[0])
    assert [outcome.attempt.error for outcome in outcomes] == ["", ""]
    assert Journal(tmp_path / "j.jsonl").count == 2


def test_a_line_that_was_cut_off_is_left_out_and_spoils_no_other(tmp_path: Path) -> None:
    path = tmp_path / "j.jsonl"
    half(path)
    path.write_bytes(path.read_bytes() + b'\n{"outcome": {"question": {"id": "t-1", "sp')
    journal = Journal(path)
    assert journal.count == 1
    journal.add(run_of(True, True).outcomes[1])
    assert Journal(path).count == 2


def test_a_question_that_raised_is_asked_again(tmp_path: Path) -> None:
    question = asked(1)[0]
    journal = Journal(tmp_path / "j.jsonl")
    evaluate([question], ScriptedAsker({question.question: RuntimeError("hỏng")}), HITS, library(), journal=journal)
    again = Journal(tmp_path / "j.jsonl")
    (outcome,) = evaluate([question], ScriptedAsker({question.question: RIGHT}), HITS, library(), journal=again)
    assert outcome.right


def test_a_journal_begins_anew_unless_the_run_goes_on(tmp_path: Path) -> None:
    half(tmp_path / "abc.jsonl")
    assert open_journal(tmp_path, "abc", resume=True).count == 1
    assert open_journal(tmp_path, "khác", resume=True).count == 0
    assert open_journal(tmp_path, "abc", resume=False).count == 0
    assert open_journal(tmp_path, "abc", resume=True).count == 0
    journal = open_journal(tmp_path / "sâu" / "hơn", "abc", resume=True)
    journal.discard()
    assert not journal.path.exists()


def test_every_setting_every_question_and_every_report_makes_another_name() -> None:
    questions = asked(2)
    name = fingerprint(questions, library(), SETTINGS)
    assert name == fingerprint(questions, library(), SETTINGS)
    (report,) = library().reports
    others = {
        fingerprint(questions[:1], library(), SETTINGS),
        fingerprint([replace(questions[0], reference="Khác."), questions[1]], library(), SETTINGS),
        fingerprint(questions, Library((replace(report, text=report.text + "!"),)), SETTINGS),
        fingerprint(questions, library(), (*SETTINGS[:2], "khác")),
    }
    assert len(others | {name}) == 5
