"""Judges what stands beside the product: itself without a part, and what a user would pick instead. Knows no option."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.config import Config
from corpus.library import Library
from eval.models import GoldQuestion
from eval.product import Task, measured
from eval.record import StoredRun


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which other systems are wanted. ``sample``: questions for each peer that needs a language model."""

    parts: tuple[str, ...] = ()  # of eval.peers.ablation.ABLATIONS
    peers: bool = False
    sample: int | None = None


def others(
    wanted: Wanted, questions: Sequence[GoldQuestion], library: Library, task: Task, config: Config
) -> tuple[StoredRun, ...]:
    """Judge the wanted systems on the same questions, one run each. Raises as opening the product does."""
    # Here, because what they stand on takes seconds to load and a plain run needs none of it.
    runs: list[StoredRun] = []
    if wanted.parts:
        from eval.peers.ablation import ablated

        plain = replace(task, forms=False)
        runs += [measured(f"without-{part}", ablated(config, part), questions, plain, config) for part in wanted.parts]
    if wanted.peers:
        from eval.peers.peers import run_peers

        runs += run_peers(questions, library, config, sample=wanted.sample, gold=task.gold)
    return tuple(runs)
