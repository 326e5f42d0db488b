"""The command ``hoidap gold``: options of check, add and candidates in, words and an exit status out."""

import argparse
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import cast, get_args

from app.config import Config
from app.messages import Language, say
from app.models import Turn
from app.understand.lexicon import Lexicon
from corpus.library import Library, open_library
from corpus.models import Passage
from eval.gold import GOLD_FOLDER, GoldError, GoldLine, read_gold
from eval.gold_tools.add import Target, add
from eval.gold_tools.append import append_questions, next_id
from eval.gold_tools.candidates import PREFIX, SpanError, candidate, usable
from eval.gold_tools.check import check
from eval.gold_tools.feedback import Feedback, read_feedback
from eval.gold_tools.flaws import describe, explain
from eval.gold_tools.pick import Desk, Search
from eval.gold_tools.terminal import Console, Terminal
from eval.models import GoldQuestion, Split

GOOD, FLAWED, UNUSABLE = 0, 1, 2
"""Exit status: nothing wrong but what a person must judge; something is wrong; it could not be done."""

OpenSearch = Callable[[Config], Search]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the commands of ``hoidap gold`` to its parser."""
    commands = parser.add_subparsers(dest="tool", metavar=say("cli.command"), title=say("cli.commands"), required=True)
    for name in ("check", "add", "candidates"):
        added = commands.add_parser(name, help=say(f"gold.help.{name}"), description=say(f"gold.help.{name}"))
        _add_options(added, name)
        added.add_argument("--lang", choices=get_args(Language), default="vi", help=say("gold.help.lang"))


def _add_options(parser: argparse.ArgumentParser, name: str) -> None:
    file = say("cli.value.file")
    if name == "check":
        parser.add_argument("files", nargs="*", type=Path, metavar=file, help=say("gold.help.files"))
        parser.add_argument("--strict", action="store_true", help=say("gold.help.strict"))
    elif name == "add":
        parser.add_argument("--to", default="dev", metavar=f"dev|test|{file}", help=say("gold.help.to"))
    else:
        parser.add_argument("feedback", type=Path, metavar=file, help=say("gold.help.feedback"))
        parser.add_argument("--out", type=Path, required=True, metavar=file, help=say("gold.help.out"))


def open_search(config: Config) -> Search:
    """Return the search of the product: it understands a question after its turns, then finds."""
    from app.assistant import open_assistant  # here, because loading the models takes seconds and --help needs none

    assistant = open_assistant(config)

    def search(question: str, history: Sequence[Turn], k: int) -> list[Passage]:
        standalone = assistant.understand(question, history).text
        return [hit.passage for hit in assistant.index.retriever.search(standalone, k)]

    return search


def run(args: argparse.Namespace, terminal: Terminal | None = None, search: OpenSearch = open_search) -> int:
    """Run one of the commands and return the exit status.

    Faults of the configuration, the index or the reports are raised as the assistant raises them.
    """
    terminal = terminal or Console()
    config = Config.from_env(os.environ)
    library = open_library(config.corpus)
    try:
        if args.tool == "check":
            return _check(args, terminal, library)
        if args.tool == "add":
            return _add(args, Desk(terminal, library, search(config), args.lang))
        return _candidates(args, terminal, library)
    except GoldError as error:
        terminal.tell(explain(error, args.lang))
        return UNUSABLE
    except OSError as error:
        terminal.tell(say("gold.not-written", args.lang, path=error.filename, detail=error.strerror))
        return UNUSABLE


def _shipped() -> list[Path]:
    return [GOLD_FOLDER / f"{split}.jsonl" for split in get_args(Split)]


def _check(args: argparse.Namespace, terminal: Terminal, library: Library) -> int:
    paths = list(args.files) or _shipped()
    lines: list[GoldLine] = []
    faults: list[GoldError] = []
    for path in paths:
        found = list(read_gold(path))
        lines += [line for line in found if isinstance(line, GoldLine)]
        faults += [fault for fault in found if isinstance(fault, GoldError)] or (
            [] if found else [GoldError("empty", path)]
        )
    flaws = check(lines, library, args.lang)
    severe = say("gold.error", args.lang)
    told = [f"{severe} · {explain(fault, args.lang)}" for fault in faults]
    for text in (*told, *(describe(flaw, args.lang) for flaw in flaws)):
        terminal.tell(text)
    warnings = sum(flaw.severity == "warning" for flaw in flaws)
    errors = len(faults) + len(flaws) - warnings
    count = len(lines)
    summary = say("gold.checked", args.lang, count=count, files=len(paths), errors=errors, warnings=warnings)
    terminal.tell(summary)
    return FLAWED if errors or (args.strict and warnings) else GOOD


def _known(*more: Path) -> tuple[GoldLine, ...]:
    """Return all questions that come with the product and those of further files, which need not exist yet."""
    known: list[GoldLine] = []
    shipped = _shipped()
    for path in (*shipped, *(path for path in more if path.exists() and path not in shipped)):
        for found in read_gold(path):
            if isinstance(found, GoldError):
                raise found
            known.append(found)
    return tuple(known)


def _add(args: argparse.Namespace, desk: Desk) -> int:
    path = GOLD_FOLDER / f"{args.to}.jsonl" if args.to in get_args(Split) else Path(args.to)
    known = _known(path)
    own: list[Split] = [line.question.split for line in known if line.path == path]
    split = own[0] if own else cast(Split, path.stem) if path.stem in get_args(Split) else "dev"
    try:
        return GOOD if add(desk, Target(path, split, known)) else FLAWED
    except EOFError:
        desk.say("gold.add.stopped")
        return UNUSABLE
    except KeyboardInterrupt:
        desk.say("gold.add.stopped")
        raise


def _candidates(args: argparse.Namespace, terminal: Terminal, library: Library) -> int:
    if args.out.exists():
        terminal.tell(say("gold.candidate.taken", args.lang, path=args.out))
        return UNUSABLE
    feedback = list(read_feedback(args.feedback))
    fit = [(line, said) for line, said in feedback if usable(said)]
    distinct = {(said.question, said.history, said.picked): (line, said) for line, said in reversed(fit)}
    made, faults = _made(sorted(distinct.values(), key=lambda pair: pair[0]), library, args.lang)
    for line, error in faults:
        where = say("gold.place-line", args.lang, path=args.feedback, line=line)
        terminal.tell(say(f"gold.candidate.{error.fault}", args.lang, place=where))
    if made:
        append_questions(args.out, made)
        terminal.tell(say("gold.candidate.made", args.lang, made=len(made), feedback=len(feedback), path=args.out))
    else:
        terminal.tell(say("gold.candidate.none", args.lang, feedback=len(feedback)))
    return FLAWED if faults else GOOD


def _made(
    feedback: Sequence[tuple[int, Feedback]], library: Library, language: Language
) -> tuple[list[GoldQuestion], list[tuple[int, SpanError]]]:
    """Return the questions made, and what could not be made one, with its line."""
    lexicon = Lexicon(library.passages())
    taken = [line.question.id for line in _known()]
    made: list[GoldQuestion] = []
    faults: list[tuple[int, SpanError]] = []
    for line, said in feedback:
        identity = next_id(PREFIX, [*taken, *(question.id for question in made)])
        try:
            made.append(candidate(said, library, lexicon, identity, language=language))
        except SpanError as error:
            faults.append((line, error))
    return made, faults
