"""The command line parser, speaking Vietnamese where argparse speaks English. Knows nothing of the commands."""

import argparse
import re
from collections.abc import Iterable
from typing import Any, NoReturn

from app.messages import say

# What argparse says of its own accord, and the key of the same in the catalogue.
_ERRORS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.DOTALL), f"cli.error.{key}")
    for pattern, key in (
        (r"the following arguments are required: (?P<names>.+)", "required"),
        (r"unrecognized arguments: (?P<names>.+)", "unrecognized"),
        (r"invalid choice: (?P<value>.+) \(choose from (?P<choices>.+)\)", "choice"),
        (r"expected (?:one|at least one|\d+) arguments?", "expected"),
        (r"ignored explicit argument (?P<value>.+)", "no-value"),
        (r"invalid \w+ value: (?P<value>.+)", "type"),
    )
)
_OF_ARGUMENT = re.compile(r"argument (?P<name>.+?): (?P<message>.+)", re.DOTALL)


def translated(message: str) -> str:
    """Return an error of argparse in Vietnamese; what it does not say itself is Vietnamese already."""
    if match := _OF_ARGUMENT.fullmatch(message):
        return say("cli.error.argument", name=match["name"], message=translated(match["message"]))
    for pattern, key in _ERRORS:
        if match := pattern.fullmatch(message):
            values: dict[str, Any] = match.groupdict()
            return say(key, "vi", **values)
    return message


class _Formatter(argparse.RawDescriptionHelpFormatter):
    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, say("cli.usage") if prefix is None else prefix)


class Parser(argparse.ArgumentParser):
    """An argument parser whose help and errors are in Vietnamese; a wrong command line ends with exit status 2."""

    def __init__(self, prog: str | None = None, description: str | None = None, epilog: str | None = None) -> None:
        # Without abbreviations, an option that is added later never changes what an old command line means.
        super().__init__(
            prog, description=description, epilog=epilog, formatter_class=_Formatter, add_help=False, allow_abbrev=False
        )
        self._positionals.title = say("cli.positionals")
        self._optionals.title = say("cli.options")
        self.add_argument("-h", "--help", action="help", help=say("cli.help"))

    def error(self, message: str) -> NoReturn:
        """Print how the command is used and what is wrong, then exit with status 2."""
        lines = (self.format_usage(), say("cli.error", message=translated(message)), "\n")
        self.exit(2, "".join(lines) + say("cli.see-help", program=self.prog) + "\n")
