"""The commands add, remove, list and edit: reports in and out of the corpus. Knows nothing of how they are taken in.

Everything that loads a model is imported inside the command that needs it, so that help is instant.
"""

import argparse
import json
import sys
from collections.abc import Mapping
from dataclasses import fields
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.cli import DONE, FAILED, add_settings, configured
from app.config import Config
from app.messages import say
from corpus.card import Corrections

if TYPE_CHECKING:
    from app.shelf.models import Held, Outcome, Sent
    from app.shelf.shelf import Shelf
    from index.encoder import Encoder

PATIENCE = 60.0
"""Seconds that a command waits for another change, one of the running service for example."""


def add_add(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``hoidap add``."""
    parser.add_argument("files", nargs="+", type=Path, metavar=say("cli.value.file"), help=say("cli.option.files"))
    parser.add_argument("--replace", action="store_true", help=say("cli.option.replace"))
    parser.add_argument("--dry-run", action="store_true", help=say("cli.option.dry-run"))
    parser.add_argument("--json", action="store_true", help=say("cli.option.json-lines"))
    add_settings(parser, "corpus", "index", "encoder")


def add_remove(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``hoidap remove``."""
    parser.add_argument("ids", nargs="+", metavar=say("cli.value.id"), help=say("cli.option.report-ids"))
    add_settings(parser, "corpus", "index", "encoder")


def add_list(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``hoidap list``."""
    parser.add_argument("--json", action="store_true", help=say("cli.option.json-lines"))
    add_settings(parser, "corpus", "index")


def add_edit(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``hoidap edit``."""
    parser.add_argument("id", metavar=say("cli.value.id"), help=say("cli.option.report-ids"))
    for name in _EDITED:
        parser.add_argument(f"--{_option(name)}", metavar=say("cli.value.text"), help=say(f"cli.option.edit.{name}"))
    add_settings(parser, "corpus", "index", "encoder")


_EDITED = tuple(field.name for field in fields(Corrections))


def _option(name: str) -> str:
    return "date" if name == "issued_on" else name


def add(args: argparse.Namespace, environ: Mapping[str, str]) -> int:
    """Take files in together and print a line for each; 2 where one was refused."""
    from app.shelf.lines import line_of
    from app.shelf.models import Sent

    shelf = _shelf(configured(args, environ))
    files = [Sent(path.name, path) for path in args.files]
    work = shelf.look_at if args.dry_run else shelf.take_in
    outcomes = work(files, replace=args.replace, told=_reading(files))
    if args.json:
        print(json.dumps([_outcome_json(outcome) for outcome in outcomes], ensure_ascii=False, indent=1))
    else:
        print("\n".join(line_of(outcome, dry_run=args.dry_run) for outcome in outcomes))
    refused = sum(outcome.fault is not None for outcome in outcomes)
    key = "add.looked" if args.dry_run else "add.sum"
    print(say(key, count=len(outcomes) - refused, refused=refused), file=sys.stderr)
    return FAILED if refused else DONE


def remove(args: argparse.Namespace, environ: Mapping[str, str]) -> int:
    """Take reports out, all of these or none."""
    _shelf(configured(args, environ)).withdraw(args.ids)
    for identity in dict.fromkeys(args.ids):
        print(say("remove.done", id=identity))
    return DONE


def list_reports(args: argparse.Namespace, environ: Mapping[str, str]) -> int:
    """Print a line for each report."""
    from app.shelf.lines import listed

    reports = _shelf(configured(args, environ)).all()
    if args.json:
        print(json.dumps([_report_json(held) for held in reports], ensure_ascii=False, indent=1))
    else:
        print("\n".join(listed(held) for held in reports) or say("list.none"))
    return DONE


def edit(args: argparse.Namespace, environ: Mapping[str, str]) -> int:
    """Correct the metadata of a report and print what it says now."""
    from pydantic import ValidationError

    from app.shelf.lines import listed
    from app.web.api.corrections import CorrectionsIn

    given = {name: value for name in _EDITED if (value := getattr(args, _option(name))) is not None}
    try:
        corrections = CorrectionsIn(**given).corrections()
    except ValidationError as error:
        name = str(error.errors()[0]["loc"][0])
        print(say("edit.wrong", option=f"--{_option(name)}", value=given[name][:80]), file=sys.stderr)
        return FAILED
    if not given:
        print(say("edit.nothing"), file=sys.stderr)
        return FAILED
    print(listed(_shelf(configured(args, environ)).correct(args.id, corrections)))
    return DONE


def _shelf(config: Config) -> "Shelf":
    from app.shelf.shelf import Shelf

    @cache
    def encoder() -> "Encoder":
        print(say("cli.building"), file=sys.stderr)
        from index.encoder import SentenceEncoder

        return SentenceEncoder(config.encoder)

    return Shelf(config.corpus, config.index, encoder, limits=config.reading, patience=PATIENCE, milvus=config.milvus)


def _reading(files: "list[Sent]") -> Any:
    """Return what says on standard error which file is being read."""
    numbers = {id(sent): number for number, sent in enumerate(files, start=1)}

    def told(sent: "Sent") -> None:
        line = say("add.reading", number=numbers[id(sent)], count=len(files), file=sent.name)
        print(line, file=sys.stderr, flush=True)

    return told


def _report_json(held: "Held") -> dict[str, Any]:
    from app.web.api.report_schemas import ReportSummary

    return ReportSummary.of(held.report, "vi", held.card_or_own()).model_dump()


def _outcome_json(outcome: "Outcome") -> dict[str, Any]:
    from app.explain import explain

    fault, held, placed = outcome.fault, outcome.held, outcome.placed
    return {
        "file": outcome.name,
        "outcome": "refused" if fault else placed.standing if placed else "",
        "code": fault.fault if fault else None,
        "reason": explain(fault) if fault else None,
        "report": _report_json(held) if held else None,
    }
