"""The command ``hoidap mcp``: the tool over standard input and output, for a model on this machine."""

import argparse
import importlib.util
import sys
from collections.abc import Mapping

from app.cli import DONE, FAILED, add_settings, configured
from app.messages import say


def add_mcp(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``hoidap mcp``."""
    add_settings(parser, "corpus", "index", "encoder")


def mcp(args: argparse.Namespace, environ: Mapping[str, str]) -> int:
    """Serve the tool until standard input ends; nothing but the protocol is written to standard output."""
    if importlib.util.find_spec("mcp") is None:
        print(say("tool.missing"), file=sys.stderr)
        return FAILED
    from app.assistant import open_assistant
    from app.tool.server import tool_server

    assistant = open_assistant(configured(args, environ))
    tool_server(assistant, lambda: assistant.library).run("stdio")
    return DONE
