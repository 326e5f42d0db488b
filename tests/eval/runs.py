"""Small runs for tests: questions that are answered right, wrong, or refused as they are told."""

from eval.models import GoldQuestion
from eval.record import StoredRun
from eval.run import evaluate
from eval.summary import summarise
from tests.eval.scripted import (
    TAM_DUONG,
    TAN_UYEN,
    ScriptedAsker,
    ScriptedSearcher,
    answer,
    citation,
    gold,
    hit,
    library,
)

RIGHT = answer("Có 32,8 ha [1].", citation(TAM_DUONG))
WRONG = answer("Có 3,5 ha [1].", citation(TAN_UYEN))
HITS = ScriptedSearcher({"Tam Đường?": (hit(TAN_UYEN, 1), hit(TAM_DUONG, 2))})


def asked(count: int) -> list[GoldQuestion]:
    """Questions t-0, t-1, … that the report answers with 32,8."""
    return [gold(identity=f"t-{number}", question=f"Tam Đường lần {number}?") for number in range(count)]


def run_of(*right: bool, name: str = "hoidap") -> StoredRun:
    """A run of one question each, answered right where told."""
    questions = asked(len(right))
    said = {question.question: RIGHT if held else WRONG for question, held in zip(questions, right, strict=True)}
    outcomes = evaluate(questions, ScriptedAsker(said), HITS, library())
    return StoredRun(name, "test", "extractive", summarise(outcomes), outcomes)
