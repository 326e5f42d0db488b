"""The commands build, ask and serve: options in, words and an exit status out. Knows nothing of judging.

Everything that loads a model or a server is imported inside the command that needs it, so that help is instant.
"""

import argparse
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from app.building import build_into
from app.config import Config
from app.errors import HistoryError, TypedQuestionError
from app.messages import say
from app.models import Answer, Turn, placed
from app.understand.cleaning import clean_question

DONE, BELOW, FAILED = 0, 1, 2
"""Exit status: done, a refusal included; judged below what was required; wrong usage, or it could not be done."""

Command = Callable[[argparse.Namespace, Mapping[str, str]], int]
"""Takes the parsed options and the environment; returns the exit status."""

_SETTINGS = ("corpus", "index", "encoder", "host", "port", "workers")


def add_settings(parser: argparse.ArgumentParser, *names: str) -> None:
    """Add the options that stand for ``HOIDAP_*`` variables."""
    for name in names:
        parser.add_argument(f"--{name}", metavar=say(f"cli.value.{name}"), help=say(f"cli.option.{name}"))


def add_build(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``hoidap build``."""
    add_settings(parser, "corpus", "index", "encoder")


def add_ask(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``hoidap ask``."""
    parser.add_argument("question", metavar=say("cli.value.question"), help=say("cli.option.question"))
    parser.add_argument("--json", action="store_true", help=say("cli.option.json"))
    parser.add_argument("--history", type=Path, metavar=say("cli.value.file"), help=say("cli.option.history"))
    for option, dest, value in (
        ("report", "reports", "id"),
        ("year", "years", "year"),
        ("issuer", "issuers", "issuer"),
    ):
        kind = int if option == "year" else str
        parser.add_argument(f"--{option}", dest=dest, action="append", default=[], type=kind,
                            metavar=say(f"cli.value.{value}"), help=say(f"cli.option.{option}"))  # fmt: skip
    add_settings(parser, "corpus", "index", "encoder")


def add_serve(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``hoidap serve``."""
    parser.add_argument("--build", action="store_true", help=say("cli.option.build"))
    add_settings(parser, "corpus", "index", "encoder", "host", "port", "workers")


def add_llm(_parser: argparse.ArgumentParser) -> None:
    """Add no options: where the model goes is the variable ``HOIDAP_CACHE``."""


def configured(args: argparse.Namespace, environ: Mapping[str, str]) -> Config:
    """Return the settings: options first, then ``HOIDAP_*`` variables. Raises ``ConfigError``."""
    given = {f"HOIDAP_{name.upper()}": getattr(args, name, None) for name in _SETTINGS}
    return Config.from_env({**environ, **{name: value for name, value in given.items() if value is not None}})


def build(args: argparse.Namespace, environ: Mapping[str, str]) -> int:
    """Build the index of all reports and print what was built."""
    from app.shelf.settled import held_still

    config = configured(args, environ)
    with held_still(config.corpus, config.index) as library:  # before the model, so that a bad report is told at once
        print(say("cli.building"), file=sys.stderr)
        from index.encoder import SentenceEncoder

        print(build_into(config.index, library, SentenceEncoder(config.encoder), config.milvus), flush=True)
    return DONE


def read_history(path: Path) -> tuple[Turn, ...]:
    """Read earlier turns, in the form of the HTTP interface. Raises ``HistoryError``."""
    from pydantic import TypeAdapter, ValidationError

    from app.web.api.schemas import HISTORY_LENGTH, TurnIn

    try:
        turns = TypeAdapter(list[TurnIn]).validate_json(path.read_bytes())
    except OSError as error:
        raise HistoryError("unreadable", path, error.strerror or "") from error
    except ValidationError as error:
        place = ".".join(map(str, error.errors()[0]["loc"])) or "JSON"
        raise HistoryError("malformed", path, place) from error
    if len(turns) > HISTORY_LENGTH:
        raise HistoryError("malformed", path, f"{len(turns)} > {HISTORY_LENGTH}")
    return tuple(Turn(turn.role, turn.content) for turn in turns)


def shown(answer: Answer, question: str) -> str:
    """Return an answer for the terminal: the text, under it the citations, or for a refusal what is nearest."""
    lines = [answer.text]
    if answer.standalone_question not in ("", question):
        lines.insert(0, say("chat.understood", question=answer.standalone_question))
    if answer.citations:
        lines += ["", *(f"[{cited.marker}] {placed(cited)}: “{cited.quote}”" for cited in answer.citations)]
    if answer.nearest:
        lines += ["", f"{say('chat.nearest')}:", *(f"- {placed(near)}: “{near.quote}”" for near in answer.nearest)]
    return "\n".join(lines)


def ask(args: argparse.Namespace, environ: Mapping[str, str]) -> int:
    """Answer one question; ``--json`` prints the body that the HTTP interface would return."""
    config = configured(args, environ)
    history = read_history(args.history) if args.history else ()
    if any("\ud800" <= char <= "\udfff" for char in args.question):
        raise TypedQuestionError
    from app.across.filters import chosen
    from app.assistant import open_assistant

    question = clean_question(args.question)  # before the model, so that a bad question is told at once
    assistant = open_assistant(config)
    ids = chosen(assistant.library, args.reports, args.years, args.issuers)
    if args.json:
        from app.suggest.suggesting import Suggesting
        from app.web.api.schemas import AskResponse

        answer = Suggesting(assistant, assistant.library).ask(question, history, report_ids=ids)
        print(AskResponse.of(answer).model_dump_json())
    else:
        print(shown(assistant.ask(question, history, report_ids=ids), question))
    return DONE


def serve(args: argparse.Namespace, environ: Mapping[str, str]) -> int:
    """Serve the chat page and the API until interrupted."""
    from app.web.run import command
    from app.web.run.listening import ServeError

    config = configured(args, environ)
    try:
        return command.serve(
            config,
            build=args.build,
            tell=lambda line: print(line, file=sys.stderr, flush=True),
            announce=lambda line: print(line, flush=True),
        )
    except ServeError as error:
        print(error, file=sys.stderr)
        return FAILED


def llm(_args: argparse.Namespace, environ: Mapping[str, str]) -> int:
    """Join the packaged model into the user's cache and try it."""
    from app.llm.choice import open_writer
    from app.llm.packaged import join

    config = Config.from_env({**environ, "HOIDAP_LLM": "packaged"})
    writer = open_writer(config)  # before the joining, so that a missing package is told at once
    print(say("cli.llm.joining"), file=sys.stderr)
    path = join(config.cache, progress=sys.stderr.isatty())
    print(say("cli.llm.starting"), file=sys.stderr)
    if writer:
        writer.prepare()
    print(say("cli.llm.ready", path=path))
    return DONE
