"""Runs what a user would pick instead of the product: on the same reports and questions, with the same models, at once.

Knows which peers there are and what each needs, not how any of them works.
"""

import random
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from app.config import Config
from corpus.library import Library
from eval.models import GoldQuestion
from eval.peers.models import System
from eval.record import Conditions, StoredRun
from eval.run import evaluate
from eval.summary import summarise

if TYPE_CHECKING:
    from llama_index.core.llms import LLM

    from index.encoder import Encoder

FAST: tuple[str, ...] = ("bm25", "dense")
"""The best sentence by BM25 alone, by vectors alone: milliseconds a question."""
WITH_LLM: tuple[str, ...] = ("llama-index", "llm-top-4", "nom-vn")
"""Peers that need a language model: many seconds a question on a CPU."""
PEERS: tuple[str, ...] = (*FAST, *WITH_LLM)
SAMPLE = 30
"""Questions that a peer with a language model is asked."""
SEED = 2022
"""Fixed, so that every run asks the same questions."""


def sampled(questions: Sequence[GoldQuestion], count: int | None, seed: int = SEED) -> list[GoldQuestion]:
    """Return ``count`` of the questions by chance, in their order; all of them for None or where there are fewer.

    A smaller sample is part of a larger one.
    """
    shuffled = list(range(len(questions)))
    random.Random(seed).shuffle(shuffled)  # noqa: S311 - repeatable, not secret
    return [questions[i] for i in sorted(shuffled[:count])]


def run_peers(
    questions: Sequence[GoldQuestion],
    library: Library,
    config: Config,
    names: Sequence[str] = PEERS,
    sample: int | None = SAMPLE,
    gold: str = "",
) -> tuple[StoredRun, ...]:
    """Return one run a peer, in the order of ``names``, judged exactly as the product is.

    Peers without a language model answer all questions; those with one answer ``sample`` of them (None: all), always
    the same. Left out are peers with a language model where none is configured, and nom-vn where it is not installed.
    ``gold`` names the set in the result. To set them beside the product, take its outcomes for the same questions.
    Raises ``KeyError`` for an unknown name, ``ValueError`` without questions; otherwise as opening the product does.
    """
    unknown = [name for name in names if name not in PEERS]
    if unknown:
        raise KeyError(unknown[0])
    # Here, because loading the models takes seconds and the names above need none.
    from eval.peers.language_model import language_model
    from index.encoder import SentenceEncoder

    encoder = SentenceEncoder(config.encoder)
    runs = {}
    for name, system in _fast(library, encoder).items():
        if name in names:
            runs[name] = _run(name, system(), questions, library, config, gold)
    if any(name in WITH_LLM for name in names):
        asked = sampled(questions, sample)
        with language_model(config) as llm:
            for name, system in (_with_llm(library, config, encoder, llm) if llm else {}).items():
                if name in names:
                    runs[name] = _run(name, system(), asked, library, config, gold)
    return tuple(runs[name] for name in names if name in runs)


def _fast(library: Library, encoder: "Encoder") -> Mapping[str, Callable[[], System]]:
    from eval.peers.best_sentence import by_vectors, by_words

    passages = library.passages()
    return {"bm25": lambda: by_words(passages), "dense": lambda: by_vectors(passages, encoder)}


def _with_llm(library: Library, config: Config, encoder: "Encoder", llm: "LLM") -> Mapping[str, Callable[[], System]]:
    from eval.peers.citing_engine import CitingEngine
    from eval.peers.nom import Nom, installed
    from eval.peers.top_passages import TopPassages
    from index.store import open_index

    systems: dict[str, Callable[[], System]] = {
        "llama-index": lambda: CitingEngine(library.reports, encoder, llm),
        "llm-top-4": lambda: TopPassages(open_index(config.index, library, encoder).retriever.search, llm),
    }
    return {**systems, "nom-vn": lambda: Nom(library.reports, encoder, llm)} if installed() else systems


def _run(
    name: str, system: System, questions: Sequence[GoldQuestion], library: Library, config: Config, gold: str
) -> StoredRun:
    from eval.peers.peer import Peer

    peer = Peer(name, library, system)
    outcomes = evaluate(questions, peer, peer, library)
    conditions = Conditions(
        encoder="" if name == "bm25" else config.encoder,
        llm=config.llm if name in WITH_LLM else "",
        reports=tuple(report.title for report in library.reports),
    )
    return StoredRun(name, gold, "peer", summarise(outcomes), outcomes, conditions)
