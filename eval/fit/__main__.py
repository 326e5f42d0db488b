"""Rebuilds ``app/decide/weights.json``: ``python -m eval.fit GOLD[=CORPUS] … --elsewhere SQUAD``.

Knows options, files and the table. Each gold set is asked of the configured reports, or of those in its own folder;
their index is built for the occasion. The more reports the sets are about, the better the weights carry over.
"""

import argparse
import json
import os
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory

from app.ablation import Ablation
from app.assistant import Assistant
from app.config import Config
from app.decide.likelihood import WEIGHTS, Logit, Weights
from corpus.library import open_library
from eval.fit.cases import Case, gold_cases, other_cases
from eval.fit.weigh import Fitted, fit
from eval.gold import GOLD_FOLDER, load_gold
from eval.reliability import SURE, reliability
from eval.squad.read import read_squad
from index.build import build_index
from index.encoder import Encoder, SentenceEncoder
from index.store import open_index

TARGET = Path(__file__).parents[2] / "app" / "decide" / WEIGHTS
DIGITS = 3


def opened(corpus: Path, encoder: Encoder) -> Assistant:
    """Return an assistant over the reports of a folder that answers without asking for relevance."""
    library = open_library(corpus)
    with TemporaryDirectory() as folder:
        build_index(library, encoder, Path(folder) / "index")
        index = open_index(Path(folder) / "index", library, encoder)
    return Assistant(library, index, parts=Ablation(relevance=False))


def gathered(golds: Sequence[str], elsewhere: Path, limit: int, config: Config) -> list[Case]:
    """Return the cases of all gold sets, and of questions of a SQuAD file asked of the first one's reports."""
    encoder = SentenceEncoder(config.encoder)
    assistants: dict[Path, Assistant] = {}
    cases: list[Case] = []
    for given in golds:
        gold, _, folder = given.partition("=")
        corpus = Path(folder) if folder else config.corpus
        if corpus not in assistants:
            assistants[corpus] = opened(corpus, encoder)
        cases += gold_cases(gold, load_gold(Path(gold)), assistants[corpus])
    others = [question.question for question in read_squad(elsewhere).questions[:limit]]
    return cases + other_cases(others, next(iter(assistants.values())))


def written(weights: Weights) -> str:
    """Return the weights as the file holds them."""
    rounded = Weights(_rounded(weights.relevance), _rounded(weights.confidence), weights.threshold)
    return json.dumps(asdict(rounded), indent=1) + "\n"


def _rounded(logit: Logit) -> Logit:
    return Logit(round(logit.intercept, DIGITS), {name: round(w, DIGITS) for name, w in logit.weights.items()})


def table(fitted: Fitted) -> str:
    """Return how sure answers of each set are right when the weights have not seen that set."""
    lines = [f"left out | answers | sure (≥ {SURE}) | right of them | Brier"]
    for name, claims in fitted.left_out.items():
        if found := reliability(claims):
            right = "–" if found.sure_right is None else f"{found.sure_right:.3f}"
            lines.append(f"{Path(name).name} | {found.count} | {found.sure} | {right} | {found.brier:.3f}")
    lines.append(f"about something else, answered: {fitted.others_answered:.1%} of those that pass every other test")
    return "\n".join(lines)


def main(arguments: Sequence[str]) -> None:
    """Fit, print the table and write the weights."""
    parser = argparse.ArgumentParser(prog="python -m eval.fit", description="Rebuilds the weights of the decision.")
    parser.add_argument("gold", nargs="*", default=[str(GOLD_FOLDER / "dev.jsonl")], metavar="GOLD[=CORPUS]")
    parser.add_argument("--elsewhere", type=Path, required=True, metavar="SQUAD", help="questions about other texts")
    parser.add_argument("--limit", type=int, default=400, help="how many of those (default: 400)")
    parser.add_argument("--dry-run", action="store_true", help="only print what the weights would be worth")
    options = parser.parse_args(arguments)
    found = fit(gathered(options.gold, options.elsewhere, options.limit, Config.from_env(os.environ)))
    sys.stdout.write(table(found) + "\n")
    if not options.dry_run:
        TARGET.write_text(written(found.weights), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
