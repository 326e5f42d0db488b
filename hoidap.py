#!/usr/bin/env python3
"""Starts the product: hoidap build, ask, serve, keys, backup, eval … Knows which command is whose, not what they do.

In the wheel this file is the package ``hoidap`` and the folders stand beside it; in the checkout they do as well.
"""

import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import get_args

FOLDER = str(Path(__file__).resolve().parent)
INTERRUPTED = 130
"""Exit status after Ctrl+C, as shells give it."""


def _write_utf8() -> None:
    """Print Vietnamese whatever the locale is, and file names that are not UTF-8 in some readable form."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _run(arguments: Sequence[str]) -> int:
    """Parse the command line and run its command; imports only what that command needs."""
    from app import cli
    from app.arguments import Parser
    from app.messages import say
    from app.shelf import cli as shelf
    from app.store import cli as kept
    from app.tool import cli as tool

    parser = Parser("hoidap", say("cli.description"), say("cli.epilog"))
    commands = parser.add_subparsers(
        title=say("cli.commands"), metavar=say("cli.command"), required=True, parser_class=Parser
    )
    for name, add_options, command in (
        ("build", cli.add_build, cli.build),
        ("ask", cli.add_ask, cli.ask),
        ("serve", cli.add_serve, cli.serve),
        ("add", shelf.add_add, shelf.add),
        ("remove", shelf.add_remove, shelf.remove),
        ("list", shelf.add_list, shelf.list_reports),
        ("edit", shelf.add_edit, shelf.edit),
        ("llm", cli.add_llm, cli.llm),
        ("mcp", tool.add_mcp, tool.mcp),
        ("keys", kept.add_keys, kept.stored),
        ("audit", kept.add_audit, kept.stored),
        ("feedback", kept.add_feedback, kept.stored),
        ("backup", kept.add_backup, kept.stored),
        ("restore", kept.add_restore, kept.stored),
        ("prune", kept.add_prune, kept.stored),
    ):
        added = commands.add_parser(name, help=say(f"cli.{name}"), description=say(f"cli.{name}"))
        add_options(added)
        added.set_defaults(command=command)
    judging = commands.add_parser("eval", help=say("eval.help"), description=say("eval.help"))
    if "eval" in arguments[:1]:
        import eval.cli

        eval.cli.add_arguments(judging)
        judging.set_defaults(command=lambda args, _environ: eval.cli.run(args))
    questions = commands.add_parser("gold", help=say("gold.help"), description=say("gold.help"))
    if "gold" in arguments[:1]:
        import eval.gold_tools.cli

        eval.gold_tools.cli.add_arguments(questions)
        questions.set_defaults(command=lambda args, _environ: eval.gold_tools.cli.run(args))
    args = parser.parse_args(arguments)
    status: int = args.command(args, os.environ)
    return status


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command line and return its exit status; what can go wrong outside the program is said in one message."""
    if FOLDER not in sys.path:
        sys.path.insert(0, FOLDER)
    # Threads that spin while they wait make embedding three times slower as soon as the machine has other work.
    # Read when the model's library is loaded, so it has to be set before.
    os.environ.setdefault("OMP_WAIT_POLICY", "passive")
    from app.explain import Explained, explain

    _write_utf8()
    try:
        status = _run(sys.argv[1:] if arguments is None else arguments)
        sys.stdout.flush()
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # Who reads the output has closed it ("hoidap … | head"); nothing more may be written at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except get_args(Explained) as error:
        print(explain(error), file=sys.stderr)
        return 2
    return status


if __name__ == "__main__":
    sys.exit(main())
