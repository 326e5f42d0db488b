"""Sets the product beside itself without a part and beside what a user would pick instead. Knows no file or table."""

from collections.abc import Sequence
from dataclasses import replace

from app.assistant import Assistant
from app.config import Config
from corpus.library import Library
from eval.benchmarks.models import SystemLine
from eval.models import GoldQuestion, MetricName, Outcome
from eval.others import Wanted, others
from eval.peers.ablation import ABLATIONS
from eval.peers.peers import WITH_LLM
from eval.product import Task, measured
from eval.record import StoredRun
from eval.summary import summarise

COMPARED: tuple[MetricName, ...] = ("right", "correct", "refused", "citation-recall", "figures-supported")
_EXTRACTIVE = ("check",)
"""Ablations that change nothing where no model writes."""


def systems(
    questions: Sequence[GoldQuestion], assistant: Assistant, library: Library, config: Config, sample: int
) -> tuple[SystemLine, ...]:
    """Judge the product and the others on the same questions, from quotes alone.

    Peers that need a language model answer ``sample`` of the questions (0: none of them), and the product is judged
    once more on those.
    """
    task = Task("test", "extractive")
    whole = measured("hoidap", assistant, questions, task, config)
    parts = tuple(part for part in ABLATIONS if part not in _EXTRACTIVE)
    wanted = Wanted(parts=parts, peers=True, sample=sample)
    # Without a model the peers that need one are left out.
    runs = [whole, *others(wanted, questions, library, task, config if sample else replace(config, llm="off"))]
    lines = [_line(run.name, run.outcomes) for run in runs]
    return (*lines, *_product_on_the_sample(whole, [run for run in runs if run.name in WITH_LLM]))


def _product_on_the_sample(whole: StoredRun, with_model: Sequence[StoredRun]) -> list[SystemLine]:
    asked = {outcome.attempt.question.id for run in with_model[:1] for outcome in run.outcomes}
    same = [outcome for outcome in whole.outcomes if outcome.attempt.question.id in asked]
    return [_line(whole.name, same)] if same else []


def _line(name: str, outcomes: Sequence[Outcome]) -> SystemLine:
    summary = summarise(outcomes)
    estimates = {metric: summary.estimate(metric) for metric in COMPARED}
    shares: dict[str, float | None] = {metric: found.mean if found else None for metric, found in estimates.items()}
    return SystemLine(name, summary.questions, shares, summary.p50)
