"""Runs ``hoidap eval`` against an assistant that always says the same."""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass

from app.config import Config
from app.models import Answer, Mode, Turn
from corpus.library import Library
from eval.cli import run
from eval.models import GoldQuestion
from eval.options import add_arguments
from eval.others import Wanted
from eval.product import Task
from eval.record import StoredRun
from eval.run import evaluate
from eval.summary import summarise
from tests.eval.scripted import TAM_DUONG, ScriptedSearcher, answer, citation, hit, library, refusal

RIGHT = answer("Có 32,8 ha [1].", citation())
LINE: dict[str, object] = {
    "id": "t-1",
    "split": "test",
    "type": "lookup",
    "question": "Tam Đường?",
    "history": [],
    "answerable": True,
    "must_include": ["32,8"],
    "must_not_include": [],
    "evidence": [{"section": "I.3", "footnote": None, "quote": "Tam Đường 32,8 ha"}],
    "reference": "32,8 ha.",
    "note": "",
}


@dataclass(frozen=True, slots=True)
class OneIndex:
    """An index whose search finds the line on Tam Đường."""

    retriever: ScriptedSearcher = ScriptedSearcher({"Tam Đường?": (hit(TAM_DUONG),)})  # noqa: RUF009 - it is frozen


@dataclass(frozen=True, slots=True)
class OneAnswer:
    """An assistant that says the same to everything."""

    said: Answer
    library: Library
    index: OneIndex

    def ask(
        self,
        question: str,
        history: tuple[Turn, ...] = (),
        *,
        report_ids: tuple[str, ...] | None = None,
        mode: Mode = "auto",
        top_k: int | None = None,
    ) -> Answer:
        """Return the one answer."""
        return self.said


def parsed(*options: str) -> argparse.Namespace:
    """Parse options as the command line does."""
    parser = argparse.ArgumentParser()
    add_arguments(parser)
    return parser.parse_args(options)


def beside(
    wanted: Wanted, questions: Sequence[GoldQuestion], reports: Library, task: Task, config: Config
) -> tuple[StoredRun, ...]:
    """Judge no other system, but name each that is wanted."""
    names = [*wanted.parts, *(["bm25"] if wanted.peers else [])]
    if not names:
        return ()
    outcomes = tuple(evaluate(questions, OneAnswer(refusal(), reports, OneIndex()), OneIndex().retriever, reports))
    return tuple(StoredRun(name, task.gold, task.mode, summarise(outcomes), outcomes) for name in names)


def status(said: Answer, *options: str) -> int:
    """Run the command against an assistant that says this."""

    def opened(config: Config) -> OneAnswer:
        return OneAnswer(said, library(), OneIndex())

    return run(parsed(*options), opened, beside)
