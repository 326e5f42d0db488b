"""The commands on what is kept: keys, audit, feedback, backup, restore, prune. Knows nothing of how it is kept.

The database is imported inside the commands, so that help is instant.
"""

import argparse
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from app.config import Config
from app.messages import say
from app.store.models import ChainHead, Key, Scope

if TYPE_CHECKING:
    from app.store.store import Store

DONE, BELOW, FAILED = 0, 1, 2
"""Exit status: done; the audit log is not what was written; wrong usage, or it could not be done."""

LONGEST_NAME = 100
_TIME = "%Y-%m-%d %H:%M:%S UTC"

Run = Callable[[argparse.Namespace, Config], int]


def add_keys(parser: argparse.ArgumentParser) -> None:
    """Add the commands create, list and revoke of ``hoidap keys``."""
    commands = _commands(parser)
    create = _command(commands, "keys.create", _create_key)
    create.add_argument("name", type=_name, metavar=say("cli.value.name"), help=say("cli.option.key-name"))
    scopes, shown = get_args(Scope), "|".join(get_args(Scope))
    create.add_argument(
        "--scopes", nargs="+", choices=scopes, default=["ask"], metavar=shown, help=say("cli.option.scopes")
    )
    _command(commands, "keys.list", _list_keys)
    revoke = _command(commands, "keys.revoke", _revoke_key)
    revoke.add_argument("id", metavar=say("cli.value.id"), help=say("cli.option.key-id"))


def add_audit(parser: argparse.ArgumentParser) -> None:
    """Add the commands verify and export of ``hoidap audit``."""
    commands = _commands(parser)
    verify = _command(commands, "audit.verify", _verify_audit)
    verify.add_argument("--noted", type=_head, metavar=say("cli.value.head"), help=say("cli.option.noted"))
    _add_file(_command(commands, "audit.export", _export_audit), "cli.option.export")


def add_feedback(parser: argparse.ArgumentParser) -> None:
    """Add the command export of ``hoidap feedback``."""
    _add_file(_command(_commands(parser), "feedback.export", _export_feedback), "cli.option.export")


def add_backup(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``hoidap backup``."""
    _add_file(parser, "cli.option.backup")
    parser.set_defaults(run=_back_up)


def add_restore(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``hoidap restore``."""
    _add_file(parser, "cli.option.restore")
    parser.set_defaults(run=_restore)


def add_prune(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``hoidap prune``."""
    parser.add_argument("--days", metavar=say("cli.value.days"), help=say("cli.option.days"))
    parser.set_defaults(run=_prune)


def stored(args: argparse.Namespace, environ: Mapping[str, str]) -> int:
    """Run whichever of these commands was given; return its exit status. Raises ``StoreError`` and ``CopyError``."""
    run: Run = args.run
    return run(args, Config.from_env(environ))


def _commands(parser: argparse.ArgumentParser) -> "argparse._SubParsersAction[argparse.ArgumentParser]":
    return parser.add_subparsers(metavar=say("cli.command"), title=say("cli.commands"), required=True)


def _command(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", name: str, run: Run
) -> argparse.ArgumentParser:
    added = commands.add_parser(name.partition(".")[2], help=say(f"cli.{name}"), description=say(f"cli.{name}"))
    added.set_defaults(run=run)
    return added


def _add_file(parser: argparse.ArgumentParser, key: str) -> None:
    parser.add_argument("file", type=Path, metavar=say("cli.value.file"), help=say(key))


def _name(typed: str) -> str:
    """Return the name of a key. A control character in it would play tricks on the terminal that lists it."""
    if not typed.strip() or len(typed) > LONGEST_NAME or not typed.isprintable():
        raise argparse.ArgumentTypeError(say("keys.bad-name", longest=LONGEST_NAME))
    return typed.strip()


def _head(typed: str) -> ChainHead:
    """Return a head as ``hoidap audit verify`` prints it."""
    number, _, digest = typed.partition(":")
    if not (number.isascii() and number.isdigit()):
        raise argparse.ArgumentTypeError(say("audit.bad-head"))
    return ChainHead(int(number), digest.strip())


@contextmanager
def _opened(config: Config) -> "Iterator[Store]":
    from app.store.store import open_store

    store = open_store(config.database)
    try:
        yield store
    finally:
        store.close()


def _create_key(args: argparse.Namespace, config: Config) -> int:
    with _opened(config) as store:
        key, secret = store.keys.create(args.name, args.scopes)
    print(say("keys.created", id=key.id, name=key.name, scopes=_scopes(key)), file=sys.stderr)
    print(secret)  # alone on standard output, so that a script can take it
    return DONE


def _scopes(key: Key) -> str:
    return ", ".join(sorted(key.scopes))


def _list_keys(_args: argparse.Namespace, config: Config) -> int:
    with _opened(config) as store:
        keys = store.keys.list()
    for key in keys:
        state = say("keys.revoked-at", at=key.revoked_at.strftime(_TIME)) if key.revoked_at else say("keys.valid")
        print(f"{key.id}  {key.created_at.strftime(_TIME)}  {_scopes(key):<10}  {state}  {key.name}")
    if not keys:
        print(say("keys.none"), file=sys.stderr)
    return DONE


def _revoke_key(args: argparse.Namespace, config: Config) -> int:
    with _opened(config) as store:
        key = store.keys.revoke(args.id)
    if key is None:
        print(say("keys.unknown", id=args.id), file=sys.stderr)
        return FAILED
    print(say("keys.revoked", id=key.id, name=key.name))
    return DONE


def _verify_audit(args: argparse.Namespace, config: Config) -> int:
    with _opened(config) as store:
        broken = store.audit.verify(args.noted)
        head = None if broken else store.audit.head()
    for flaw in broken:
        print(say(f"audit.{flaw.kind}", number=flaw.number))
    if head is None:
        print(say("audit.broken", count=len(broken)))
        return BELOW
    print(say("audit.whole", head=f"{head.number}:{head.hash}"))
    return DONE


def _export_audit(args: argparse.Namespace, config: Config) -> int:
    with _opened(config) as store:
        entries = ({**asdict(entry), "at": entry.at.isoformat()} for entry in store.audit.all())
        count = _write_lines(args.file, (json.dumps(entry, ensure_ascii=False) for entry in entries))
    print(say("audit.exported", count=count, file=args.file))
    return DONE


def _export_feedback(args: argparse.Namespace, config: Config) -> int:
    from app.store.export import exported
    from corpus.library import open_library

    library = open_library(config.corpus)
    with _opened(config) as store:
        made = [line for line in (exported(said, library) for said in store.feedback.all()) if line]
    _write_lines(args.file, (line.to_json() for line in made))
    picked = sum(line.picked is not None for line in made)
    print(say("feedback.exported", count=len(made), picked=picked, file=args.file))
    return DONE


def _write_lines(file: Path, lines: Iterable[str]) -> int:
    """Write lines into a file that is not there yet, readable by its owner only; return how many."""
    count = 0
    file.touch(mode=0o600, exist_ok=False)
    with file.open("w", encoding="utf-8") as out:
        for count, line in enumerate(lines, start=1):  # noqa: B007  (counted on the way)
            out.write(line + "\n")
    return count


def _back_up(args: argparse.Namespace, config: Config) -> int:
    from app.shelf.backup import back_up_all

    size = back_up_all(config.database, config.corpus, config.index, args.file)
    print(say("backup.done", file=args.file, size=size, corpus=config.corpus))
    return DONE


def _restore(args: argparse.Namespace, config: Config) -> int:
    from app.shelf.backup import restore_all

    kept = restore_all(config.database, config.corpus, config.index, args.file)
    print(say("restore.done", file=args.file))
    if kept:
        print(say("restore.kept", kept=kept))
    return DONE


def _prune(args: argparse.Namespace, config: Config) -> int:
    days = config.retention_days if args.days is None else _days(args.days)
    if not days:
        print(say("prune.for-ever"), file=sys.stderr)
        return DONE
    with _opened(config) as store:
        gone = store.prune(days, datetime.now(UTC))
    feedback, conversations, audit = gone.feedback, gone.conversations, gone.audit
    print(say("prune.done", days=days, feedback=feedback, conversations=conversations, audit=audit))
    return DONE


def _days(typed: str) -> int:
    return Config.from_env({"HOIDAP_RETENTION_DAYS": typed}).retention_days
