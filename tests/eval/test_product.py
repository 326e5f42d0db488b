"""A run says under what it was made."""

from dataclasses import dataclass

from app.config import Config
from app.models import Answer, Mode, Turn
from corpus.library import Library
from eval.product import Task, measured
from tests.eval.runs import HITS, RIGHT
from tests.eval.scripted import ScriptedSearcher, gold, library, unanswerable


@dataclass(frozen=True, slots=True)
class OneIndex:
    """An index whose search finds little."""

    retriever: ScriptedSearcher = HITS


class Says:
    """An assistant that says the same to everything and remembers how it was asked."""

    def __init__(self) -> None:
        self.library: Library = library()
        self.index = OneIndex()
        self.asked: list[tuple[str, Mode, int | None]] = []

    def ask(
        self,
        question: str,
        history: tuple[Turn, ...] = (),
        *,
        report_ids: tuple[str, ...] | None = None,
        mode: Mode = "auto",
        top_k: int | None = None,
    ) -> Answer:
        """Remember and answer."""
        self.asked.append((question, mode, top_k))
        return RIGHT


def test_a_run_holds_its_conditions_and_asks_as_told() -> None:
    judged = Says()
    run = measured("hoidap", judged, [gold()], Task("dev", "extractive", top_k=5), Config.from_env({}))
    assert judged.asked == [("Tam Đường trồng bao nhiêu?", "extractive", 5)]
    assert (run.name, run.gold, run.mode, run.summary.questions) == ("hoidap", "dev", "extractive", 1)
    made = run.conditions
    assert (made.encoder, made.llm, made.reports, made.top_k, made.jobs) == ("packaged", "auto", ("Báo cáo thử",), 5, 1)
    assert made.memory > 1
    assert "CPU" in made.machine
    assert made.date[4] == "-"
    assert run.robustness == ()


def test_every_answerable_question_is_asked_in_all_its_forms() -> None:
    judged = Says()
    run = measured("hoidap", judged, [gold(), unanswerable()], Task("dev", "auto", forms=True), Config.from_env({}))
    assert [(line.form, line.count, line.right) for line in run.robustness] == [
        (form, 1, 1.0) for form in ("clean", "no-diacritics", "typo", "nfd", "tone-placement", "capitals")
    ]
    assert len(judged.asked) == 2 + 6


def test_without_an_answerable_question_there_are_no_forms() -> None:
    run = measured("hoidap", Says(), [unanswerable()], Task("dev", "auto", forms=True), Config.from_env({}))
    assert run.robustness == ()
