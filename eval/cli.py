"""The command ``hoidap eval``: options in, report on the terminal, exit status out. Knows nothing of metrics."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from app.config import Config
from app.messages import say
from corpus.library import Library
from eval.baseline import Baseline, BaselineError, Regression, against, check_fits, read_baseline
from eval.compare import compare
from eval.gold import Finding, GoldError, check_gold, load_gold
from eval.gold_tools.flaws import explain
from eval.models import GoldQuestion
from eval.options import add_arguments, configured, gold_paths, parts, task
from eval.others import Wanted, others
from eval.outputs import Places, Results, outputs
from eval.place_names import place_name
from eval.product import Judged, Task, measured, open_product
from eval.record import RunError, StoredRun, read_run
from eval.report import percent, report
from eval.resume import Journal, fingerprint, open_journal
from eval.show.comparison import comparison, forms, regression, side_by_side
from eval.show.layout import Block, terminal

__all__ = ["Judged", "add_arguments", "run"]

GOOD, BELOW, UNUSABLE = 0, 1, 2
"""Exit status: judged; judged and below what was required; not judged, or the result could not be written."""
NAME = "hoidap"

Others = Callable[[Wanted, Sequence[GoldQuestion], Library, Task, Config], tuple[StoredRun, ...]]


@dataclass(frozen=True, slots=True)
class _Held:
    """What is judged and what it is held against: all read before the run, so that a wrong path is told at once."""

    questions: tuple[GoldQuestion, ...]
    baseline: Baseline | None
    earlier: StoredRun | None


def _explain(error: GoldError | RunError | BaselineError) -> str:
    match error:
        case RunError():
            return say(f"eval.run.{error.fault}", path=error.path, detail=error.detail)
        case BaselineError():
            return say(f"eval.baseline.{error.fault}", path=error.path, detail=error.detail)
        case GoldError():
            return explain(error)


def _describe(finding: Finding) -> str:
    evidence = finding.evidence
    return say(f"gold.{finding.fault}", id=finding.question_id, where=place_name(evidence), quote=evidence.quote)


def _unusable(message: str) -> int:
    """Say on standard error why nothing can be judged, or not written."""
    print(message, file=sys.stderr)
    return UNUSABLE


def _read(args: argparse.Namespace) -> _Held:
    """Read what is to be judged and held against. Raises ``GoldError``, ``BaselineError`` or ``RunError``."""
    questions = load_gold(*gold_paths(args.gold))
    baseline = read_baseline(args.baseline) if args.baseline else None
    if baseline:
        check_fits(args.baseline, baseline, args.mode, questions)
    earlier = read_run(args.compare) if args.compare else None
    if earlier:
        if not any(outcome.attempt.question in questions for outcome in earlier.outcomes):
            raise RunError("other-questions", args.compare)
        earlier = replace(earlier, name=f"{earlier.name} ({args.compare.stem})")
    return _Held(questions, baseline, earlier)


def _journal(
    args: argparse.Namespace, config: Config, questions: Sequence[GoldQuestion], library: Library
) -> Journal | None:
    """Open the journal of this configuration; None, with a word on it, where there is no place for one."""
    settings = (args.mode, str(args.top_k), config.encoder, config.llm, config.llm_model)
    folder = config.cache / "eval"
    try:
        journal = open_journal(folder, fingerprint(questions, library, settings), resume=args.resume)
    except OSError as error:
        print(say("eval.no-journal", path=folder, detail=error.strerror), file=sys.stderr)
        return None
    if journal.count:
        print(say("eval.resumed", count=journal.count), file=sys.stderr)
    return journal


def _judged(
    args: argparse.Namespace, config: Config, questions: Sequence[GoldQuestion], product: Judged
) -> tuple[StoredRun, Journal | None]:
    """Judge the product; an interrupted run says how it goes on."""
    journal = _journal(args, config, questions, product.library)
    try:
        return measured(NAME, product, questions, task(args), config, journal), journal
    except KeyboardInterrupt:
        if journal:
            print("\n" + say("eval.interrupted"), file=sys.stderr)
        raise


def _blocks(
    judged: StoredRun, beside: Sequence[StoredRun], earlier: StoredRun | None, found: Regression | None
) -> list[Block]:
    """Return everything there is to say: the run, what stands beside it, what changed, the verdict last."""
    blocks = report(judged)
    if judged.robustness:
        blocks += forms(judged.robustness)
    if beside:
        blocks += side_by_side((judged, *beside))
    if earlier:
        asked = [outcome.attempt.question for outcome in judged.outcomes]
        blocks += comparison(compare(replace(judged, name=say("eval.compare.this")), earlier), asked)
    if found:
        blocks += regression(found, NAME)
    return blocks


def _written(args: argparse.Namespace, results: Results) -> bool:
    """Write every file that was asked for and say so; tell whether nothing stood in the way."""
    places = Places(args.json, args.markdown, args.html, args.save_baseline)
    for path, write in outputs(places, results):
        try:
            write()
        except OSError as error:
            print(say("eval.not-written", path=path, detail=error.strerror), file=sys.stderr)
            return False
        print(say("eval.written", path=path), file=sys.stderr)
    return True


def _required(args: argparse.Namespace, judged: StoredRun, found: Regression | None) -> int:
    """Compare with what was required; say so on standard error where the run falls short."""
    status = BELOW if found and found.fallen else GOOD
    if args.fail_under_correct is None:
        return status
    correct = judged.summary.estimate("correct")
    if correct is None:
        return _unusable(say("eval.not-measured"))
    if correct.mean < args.fail_under_correct:
        print(say("eval.below", found=percent(correct.mean), wanted=percent(args.fail_under_correct)), file=sys.stderr)
        return BELOW
    return status


def _squad(args: argparse.Namespace, config: Config) -> int:
    from eval.squad.cli import run_squad  # here, because it loads models

    return run_squad(args.squad, config, args.limit)


def run(
    args: argparse.Namespace, open_judged: Callable[[Config], Judged] = open_product, judge_others: Others = others
) -> int:
    """Judge the assistant on a gold set and print the report; return the exit status.

    Faults of the configuration, the index or the reports are raised as the assistant raises them.
    """
    config = configured(args, os.environ)
    if args.squad:
        return _squad(args, config)
    if args.jobs > 1 and args.mode == "generative":
        return _unusable(say("eval.jobs-generative"))
    try:
        held = _read(args)
    except (GoldError, RunError, BaselineError) as error:
        return _unusable(_explain(error))
    product = open_judged(config)
    if findings := check_gold(held.questions, product.library):
        return _unusable("\n".join(map(_describe, findings)))
    judged, journal = _judged(args, config, held.questions, product)
    wanted = Wanted(parts(args), args.peers, args.sample)
    beside = judge_others(wanted, held.questions, product.library, task(args), config)
    found = against(held.baseline, judged) if held.baseline else None
    blocks = _blocks(judged, beside, held.earlier, found)
    print(terminal(blocks))
    if not _written(args, Results(judged, beside, held.earlier, blocks)):
        return UNUSABLE
    if journal:
        journal.discard()
    return _required(args, judged, found)
