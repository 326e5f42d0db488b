"""The options of ``hoidap eval`` and what they stand for. Knows nothing of judging."""

import argparse
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import get_args

from app.config import Config
from app.messages import say
from app.models import Mode
from eval.gold import GOLD_FOLDER
from eval.peers.peers import SAMPLE
from eval.product import Task

MOST_PASSAGES = 50
"""As in the HTTP interface."""
MOST_JOBS = 64
PARTS = ("footnote-links", "hybrid", "folded", "check", "answerability")
"""What ``--without`` can leave out: ``eval.peers.ablation.ABLATIONS``, whose import takes seconds."""
_SETTINGS = {"model": "HOIDAP_ENCODER", "llm": "HOIDAP_LLM", "index": "HOIDAP_INDEX", "corpus": "HOIDAP_CORPUS"}


def _share(value: str) -> float:
    try:
        share = float(value.replace(",", "."))
    except ValueError:
        share = -1.0
    if not 0.0 <= share <= 1.0:
        raise argparse.ArgumentTypeError(say("eval.bad-share", value=value))
    return share


def _count(most: int) -> Callable[[str], int]:
    """Return a reader of whole numbers from 1 to ``most``."""

    def read(value: str) -> int:
        number = int(value) if value.isascii() and value.isdigit() else 0
        if not 1 <= number <= most:
            raise argparse.ArgumentTypeError(say("eval.bad-count", value=value, least=1, most=most))
        return number

    return read


def _help(name: str, count: int = 0) -> str:
    return say(f"eval.help.{name}", count=count).replace("%", "%%")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``hoidap eval`` to its parser."""
    add, file = parser.add_argument, say("cli.value.file")
    add("--set", dest="gold", default="test", metavar="dev|test|all|PATH", help=_help("set"))
    add("--mode", choices=get_args(Mode), default="auto", help=_help("mode"))
    add("--top-k", type=_count(MOST_PASSAGES), metavar="N", help=_help("top-k"))
    add("--model", "--encoder", metavar=say("cli.value.encoder"), help=_help("model"))
    add("--llm", metavar=say("cli.value.encoder"), help=_help("llm"))
    add("--index", metavar=say("cli.value.index"), help=say("cli.option.index"))
    add("--corpus", metavar=say("cli.value.corpus"), help=say("cli.option.corpus"))
    add("--jobs", type=_count(MOST_JOBS), default=1, metavar="N", help=_help("jobs"))
    add("--resume", action="store_true", help=_help("resume"))
    for name in ("json", "markdown", "html", "baseline", "save-baseline", "compare"):
        add(f"--{name}", type=Path, metavar=file, help=_help(name))
    add("--fail-under-correct", type=_share, metavar="0..1", help=_help("fail-under-correct"))
    add("--robustness", action="store_true", help=_help("robustness"))
    add("--without", action="append", choices=(*PARTS, "all"), default=[], help=_help("without"))
    add("--peers", action="store_true", help=_help("peers"))
    add("--sample", type=_count(10**6), default=SAMPLE, metavar="N", help=_help("sample", count=SAMPLE))
    add("--squad", type=Path, metavar=file, help=_help("squad"))
    add("--limit", type=_count(10**6), metavar="N", help=_help("limit"))


def gold_paths(name: str) -> tuple[Path, ...]:
    """Return the files of a gold set: ``dev``, ``test``, ``all`` for both, or else the path of a file."""
    splits = {"dev": ("dev",), "test": ("test",), "all": ("dev", "test")}.get(name)
    return tuple(GOLD_FOLDER / f"{split}.jsonl" for split in splits) if splits else (Path(name),)


def configured(args: argparse.Namespace, environ: Mapping[str, str]) -> Config:
    """Return the settings: options first, then ``HOIDAP_*`` variables. Raises ``ConfigError``."""
    given = {variable: getattr(args, name) for name, variable in _SETTINGS.items() if getattr(args, name) is not None}
    return Config.from_env({**environ, **given})


def task(args: argparse.Namespace) -> Task:
    """Return what is to be judged."""
    return Task(args.gold, args.mode, args.top_k, args.jobs, args.robustness)


def parts(args: argparse.Namespace) -> tuple[str, ...]:
    """Return the parts that the product is to be judged without, each once."""
    return PARTS if "all" in args.without else tuple(dict.fromkeys(args.without))
