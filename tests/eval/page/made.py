"""Runs for the tests of the page: four questions, answered right, wrong, refused and not at all."""

from app.models import Answer
from eval.models import Evidence, GoldQuestion, Outcome
from eval.record import Conditions, StoredRun
from eval.run import evaluate
from eval.summary import summarise
from tests.eval.scripted import (
    FOOTNOTE,
    TAM_DUONG,
    TAN_UYEN,
    ScriptedAsker,
    ScriptedSearcher,
    answer,
    citation,
    gold,
    hit,
    library,
    refusal,
    unanswerable,
)

RIGHT = gold(identity="t-1")
WRONG = gold(
    identity="t-2",
    question="Hai nơi?",
    must_include=("3,5|3.5", "08"),
    evidence=(Evidence("I.3", None, "Tân Uyên 3,5 ha"), Evidence("I.2", "2", "08 đơn vị")),
)
REFUSED = unanswerable("t-3")
BROKEN = gold(identity="t-4", question="Hỏng?")
QUESTIONS = (RIGHT, WRONG, REFUSED, BROKEN)

SCRIPT: dict[str, Answer | Exception] = {
    RIGHT.question: answer("Có 32,8 ha [1].", citation(TAM_DUONG)),
    WRONG.question: answer("Có 3,5 ha và 7 xã [1].", citation(TAN_UYEN), standalone="Hai nơi?"),
    REFUSED.question: refusal(),
    BROKEN.question: RuntimeError("hỏng"),
}
HITS = {"Tam Đường?": (hit(TAM_DUONG, 1),), "Hai nơi?": (hit(TAM_DUONG, 1), hit(TAN_UYEN, 2))}


def outcomes(questions: tuple[GoldQuestion, ...] = QUESTIONS, **said: Answer) -> tuple[Outcome, ...]:
    """Return what became of questions; ``t_2=…`` gives question t-2 another answer."""
    other = {question.question: said[key] for question in questions if (key := question.id.replace("-", "_")) in said}
    return evaluate(questions, ScriptedAsker(SCRIPT | other), ScriptedSearcher(HITS), library())


def run(name: str = "hoidap", judged: tuple[Outcome, ...] | None = None) -> StoredRun:
    """Return a stored run, of the four questions unless others are given."""
    judged = outcomes() if judged is None else judged
    known = Conditions(encoder="gói sẵn", reports=("Báo cáo thử",), date="2026-02-03T04:05:06+07:00", machine="máy thử")
    return StoredRun(name, "dev", "extractive", summarise(judged), judged, known)


def rival() -> StoredRun:
    """Return a system that answers t-2 right and t-1 not, and was not asked t-4."""
    right = answer("Có 3,5 ha; 08 đơn vị [1].", citation(TAN_UYEN), citation(FOOTNOTE))
    return run("Đối thủ", outcomes((RIGHT, WRONG, REFUSED), t_1=refusal(), t_2=right))
