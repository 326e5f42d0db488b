"""Lets a person write a gold question in the terminal, step by step. Knows nothing of how evidence is picked."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import get_args

from app.messages import say
from app.models import Turn
from eval.gold import GoldLine
from eval.gold_tools.alike import ALIKE, ALIKE_WITH_SAME_ANSWER, likeness
from eval.gold_tools.append import append_questions, next_id, usual_prefix
from eval.gold_tools.check import RESULT, check_one, unfounded
from eval.gold_tools.flaws import describe
from eval.gold_tools.pick import Desk, pick_evidence
from eval.models import GoldQuestion, QuestionType, Split
from eval.place_names import place_name
from eval.wording import contains

REFUSED: tuple[QuestionType, ...] = ("unanswerable", "false-premise", "out-of-scope", "injection")
"""Types of questions that the reports do not answer; a follow-up may be either."""
ALIKE_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Target:
    """Where a new question goes: the file, its split, and all questions that it must differ from."""

    path: Path
    split: Split
    known: tuple[GoldLine, ...]

    def fresh_id(self) -> str:
        """Return an id that no known question has, in the manner of the file's own."""
        own = [line.question.id for line in self.known if line.path == self.path]
        return next_id(usual_prefix(own, self.path.stem), [line.question.id for line in self.known])


def add(desk: Desk, target: Target) -> bool:
    """Ask for a question and append it to the file; tell whether it was written.

    The file is touched at the very end only, so that stopping at any time leaves it as it was. Raises ``OSError``
    where it cannot be written and ``EOFError`` where the input ends.
    """
    kind = _type(desk)
    history = _history(desk) if kind == "follow-up" else ()
    question = _blank(target, kind, history)
    question = replace(question, question=_worded(desk, question, target))
    answerable = desk.agreed("gold.add.answerable") if kind == "follow-up" else kind not in REFUSED
    if answerable:
        question = _answered(desk, replace(question, answerable=True))
    question = replace(question, note=_note(desk, question))
    _show(desk, question)
    flaws = list(check_one(GoldLine(target.path, 0, question), desk.library, desk.language))
    for flaw in flaws:
        desk.terminal.tell(describe(flaw, desk.language))
    if flaws or not desk.agreed("gold.add.write", path=target.path):
        desk.say("gold.add.not-saved", path=target.path)
        return False
    append_questions(target.path, [question])
    desk.say("gold.add.saved", id=question.id, path=target.path)
    return True


def _blank(target: Target, kind: QuestionType, history: tuple[Turn, ...]) -> GoldQuestion:
    return GoldQuestion(target.fresh_id(), target.split, kind, "", history, False, (), (), (), "", "")


def _words(desk: Desk, key: str, **values: object) -> str:
    """Ask until something is typed; return it in NFC on one line."""
    while True:
        typed = _line(desk, key, **values)
        if typed:
            return typed
        desk.say("gold.add.empty")


def _line(desk: Desk, key: str, **values: object) -> str:
    return " ".join(unicodedata.normalize("NFC", desk.ask(key, **values)).split())


def _type(desk: Desk) -> QuestionType:
    """Ask for a type by number or name."""
    types: tuple[QuestionType, ...] = get_args(QuestionType)
    for number, name in enumerate(types, start=1):
        desk.terminal.tell(f"  {number:2} {name}: {say(f'gold.type.{name}', desk.language)}")
    while True:
        typed = desk.ask("gold.add.type").lower()
        if typed.isdecimal() and 1 <= int(typed) <= len(types):
            return types[int(typed) - 1]
        named = [name for name in types if name == typed]
        if named:
            return named[0]
        desk.say("gold.add.type-again", count=len(types))


def _history(desk: Desk) -> tuple[Turn, ...]:
    """Ask for the turns before, at least one of the user with its answer; an empty question ends them."""
    turns: list[Turn] = []
    while True:
        said = _line(desk, "gold.add.before") if turns else _words(desk, "gold.add.before")
        if not said:
            return tuple(turns)
        turns += [Turn("user", said), Turn("assistant", _words(desk, "gold.add.before-answer"))]


def _worded(desk: Desk, question: GoldQuestion, target: Target) -> str:
    """Ask for the question until it is no other question's twin, or the person says that it is none."""
    while True:
        typed = _words(desk, "gold.add.question")
        alike = _most_alike(replace(question, question=typed), target.known)
        for share, line in alike:
            desk.say("gold.add.alike", id=line.question.id, question=line.question.question, share=round(100 * share))
        if not alike or (alike[0][0] < 1.0 and desk.agreed("gold.add.anyway")):
            return typed
        if alike[0][0] == 1.0:
            desk.say("gold.add.same")


def _most_alike(question: GoldQuestion, known: Sequence[GoldLine]) -> list[tuple[float, GoldLine]]:
    """Return the known questions that may ask the same, most alike first; certain ones alone where there are any."""
    shares = [(likeness(question, line.question), line) for line in known]
    least = ALIKE if any(share >= ALIKE for share, _ in shares) else ALIKE_WITH_SAME_ANSWER
    close = [(share, line) for share, line in shares if share >= least]
    return sorted(close, key=lambda pair: -pair[0])[:ALIKE_SHOWN]


def _answered(desk: Desk, question: GoldQuestion) -> GoldQuestion:
    """Ask for evidence, decisive facts and the reference answer."""
    question = replace(question, evidence=pick_evidence(desk, question.question, question.history))
    facts, results = _facts(desk, question)
    note = f"{RESULT} {', '.join(results)}" if results else ""
    question = replace(question, must_include=facts, note=note)
    while True:
        reference = _words(desk, "gold.add.reference")
        lacking = [item for item in facts if not contains(reference, item)]
        if not lacking:
            return replace(question, reference=reference)
        desk.say("gold.add.reference-lacks", items=" · ".join(lacking))


def _facts(desk: Desk, question: GoldQuestion) -> tuple[tuple[str, ...], list[str]]:
    """Ask for the decisive facts, at least one; return them, results last, and the results alone."""
    quoted: list[str] = []
    results: list[str] = []
    while True:
        item = _line(desk, "gold.add.fact")
        if not item and (quoted or results):
            return (*quoted, *results), results
        if not item.strip("| "):
            desk.say("gold.add.empty")
        elif not unfounded(replace(question, must_include=(item,))):
            quoted.append(item)
        elif desk.agreed("gold.add.is-result", item=item):
            results.append(item)


def _note(desk: Desk, question: GoldQuestion) -> str:
    """Ask for a note; one without an answer must say why there is none."""
    if not question.answerable:
        return _words(desk, "gold.add.why-none")
    typed = _line(desk, "gold.add.note")
    return "; ".join(part for part in (question.note, typed) if part)


def _show(desk: Desk, question: GoldQuestion) -> None:
    desk.say("gold.add.result", id=question.id, type=question.type, question=question.question)
    for turn in question.history:
        desk.terminal.tell(f"    {turn.role}: {turn.content}")
    for evidence in question.evidence:
        desk.terminal.tell(f"    {place_name(evidence, desk.language)}: “{evidence.quote}”")
    for label, text in (
        ("must_include", " · ".join(question.must_include)),
        ("reference", question.reference),
        ("note", question.note),
    ):
        if text:
            desk.terminal.tell(f"    {label}: {text}")
