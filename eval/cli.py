"""The command ``hoidap eval``: options in, report on the terminal, exit status out. Knows nothing of metrics."""

import argparse
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Protocol, get_args

from app.config import Config
from app.messages import say
from app.models import Asker, Mode
from corpus.library import Library
from eval.gold import GOLD_FOLDER, Finding, GoldError, check_gold, load_gold
from eval.models import Outcome, Searcher
from eval.record import StoredRun, write_run
from eval.report import percent, place_name, render
from eval.run import evaluate
from eval.summary import Summary, summarise

GOOD, BELOW, UNUSABLE = 0, 1, 2
"""Exit status: judged; judged and below what was required; not judged, or the result could not be written."""


class OpenedIndex(Protocol):
    """What is needed of an opened index."""

    @property
    def retriever(self) -> Searcher:
        """The search over its passages."""
        ...


class Judged(Asker, Protocol):
    """What is judged: an assistant with its index and its reports."""

    @property
    def index(self) -> OpenedIndex:
        """The index that the assistant searches."""
        ...

    @property
    def library(self) -> Library:
        """The reports that it answers from."""
        ...


def _share(value: str) -> float:
    try:
        share = float(value.replace(",", "."))
    except ValueError:
        share = -1.0
    if not 0.0 <= share <= 1.0:
        raise argparse.ArgumentTypeError(say("eval.bad-share", value=value))
    return share


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``hoidap eval`` to its parser."""
    parser.add_argument("--set", dest="gold", default="test", metavar="dev|test|all|PATH", help=say("eval.help.set"))
    parser.add_argument("--mode", choices=get_args(Mode), default="auto", help=say("eval.help.mode"))
    parser.add_argument("--json", type=Path, metavar="FILE", help=say("eval.help.json"))
    parser.add_argument(
        "--fail-under-correct", type=_share, metavar="0..1", help=say("eval.help.fail-under-correct").replace("%", "%%")
    )


def gold_paths(name: str) -> tuple[Path, ...]:
    """Return the files of a gold set: ``dev``, ``test``, ``all`` for both, or else the path of a file."""
    splits = {"dev": ("dev",), "test": ("test",), "all": ("dev", "test")}.get(name)
    return tuple(GOLD_FOLDER / f"{split}.jsonl" for split in splits) if splits else (Path(name),)


def _explain(error: GoldError) -> str:
    where: str = str(error.path)
    if error.line:
        where = say("gold.place" if error.field else "gold.place-line", path=where, line=error.line, field=error.field)
    return say(f"gold.{error.fault}", place=where, detail=error.detail)


def _describe(finding: Finding) -> str:
    evidence = finding.evidence
    return say(f"gold.{finding.fault}", id=finding.question_id, where=place_name(evidence), quote=evidence.quote)


def _open(config: Config) -> Judged:
    from app.assistant import open_assistant  # here, because loading the models takes seconds and --help needs none

    return open_assistant(config)


def _status(summary: Summary, required: float | None) -> int:
    """Compare with what was required; say so on standard error where it falls short."""
    if required is None:
        return GOOD
    correct = summary.estimate("correct")
    if correct is None:
        print(say("eval.not-measured"), file=sys.stderr)
        return UNUSABLE
    if correct.mean < required:
        print(say("eval.below", found=percent(correct.mean), wanted=percent(required)), file=sys.stderr)
        return BELOW
    return GOOD


def _written(args: argparse.Namespace, summary: Summary, outcomes: tuple[Outcome, ...]) -> bool:
    """Write the JSON file where one was asked for; tell whether nothing stood in the way."""
    if args.json is None:
        return True
    try:
        write_run(args.json, StoredRun("hoidap", args.gold, args.mode, summary, outcomes))
    except OSError as error:
        print(say("eval.not-written", path=args.json, detail=error.strerror), file=sys.stderr)
        return False
    print("\n" + say("eval.written", path=args.json))
    return True


def run(args: argparse.Namespace, open_judged: Callable[[Config], Judged] = _open) -> int:
    """Judge the assistant on a gold set and print the report; return the exit status.

    Faults of the configuration, the index or the reports are raised as the assistant raises them.
    """
    try:
        questions = load_gold(*gold_paths(args.gold))
    except GoldError as error:
        print(_explain(error), file=sys.stderr)
        return UNUSABLE
    judged = open_judged(Config.from_env(os.environ))
    findings = check_gold(questions, judged.library)
    if findings:
        print("\n".join(map(_describe, findings)), file=sys.stderr)
        return UNUSABLE
    outcomes = evaluate(questions, judged, judged.index.retriever, judged.library, args.mode)
    summary = summarise(outcomes)
    print(render(summary, outcomes, args.gold, args.mode))
    if not _written(args, summary, outcomes):
        return UNUSABLE
    return _status(summary, args.fail_under_correct)
