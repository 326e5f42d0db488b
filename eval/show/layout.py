"""Lays tables, lines and lists out, for the terminal or as Markdown. Knows nothing of what they say."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Table:
    """A heading and rows of as many cells. The first column is words, the others are figures."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Tables:
    """Tables of the same number of columns, whose columns stand under each other."""

    tables: tuple[Table, ...]


@dataclass(frozen=True, slots=True)
class Lines:
    """Sentences, one a line."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Items:
    """A heading and a list, each entry with what is to be said on it."""

    heading: str
    entries: tuple[tuple[str, tuple[str, ...]], ...]


Block = Tables | Lines | Items

_MARKUP = re.compile(r"([\\`*_|<])")
_INDENT = "  "


def terminal(blocks: Iterable[Block]) -> str:
    """Return blocks for a terminal, a blank line between them, without a last line feed."""
    return "\n\n".join("\n".join(_terminal(block)) for block in blocks)


def markdown(blocks: Sequence[Block]) -> str:
    """Return the same blocks as Markdown; the first line of the first one is its title."""
    text = "\n\n".join("\n".join(_markdown(block)) for block in blocks)
    return f"# {text}\n"


def _terminal(block: Block) -> list[str]:
    match block:
        case Lines(lines):
            return list(lines)
        case Tables(tables):
            rows = [row for table in tables for row in (table.head, *(_indented(row) for row in table.rows))]
            return _aligned(rows)
        case Items(heading, entries):
            details = [(entry, [2 * _INDENT + line for line in lines]) for entry, lines in entries]
            return [heading, "", *(line for entry, lines in details for line in (entry, *lines))]


def _indented(row: tuple[str, ...]) -> tuple[str, ...]:
    return (_INDENT + row[0], *row[1:])


def _aligned(rows: Sequence[tuple[str, ...]]) -> list[str]:
    """Lay rows out in columns, the first to the left, the others to the right."""
    widths = [max(len(cell) for cell in column) for column in zip(*rows, strict=True)]
    return [
        row[0].ljust(widths[0])
        + "".join(f"  {cell.rjust(width)}" for cell, width in zip(row[1:], widths[1:], strict=True))
        for row in rows
    ]


def _markdown(block: Block) -> list[str]:
    match block:
        case Lines(lines):
            return "\n\n".join(map(_escaped, lines)).split("\n")
        case Tables(tables):
            return [line for i, table in enumerate(tables) for line in ([""] if i else []) + _markdown_table(table)]
        case Items(heading, entries):
            listed = [line for entry, lines in entries for line in (f"- {_escaped(entry)}", *map(_below, lines))]
            return [f"## {_escaped(heading)}", "", *listed]


def _markdown_table(table: Table) -> list[str]:
    rule = "|".join(("---", *("--:" for _ in table.head[1:])))
    return [_markdown_row(table.head), f"|{rule}|", *map(_markdown_row, table.rows)]


def _markdown_row(row: Sequence[str]) -> str:
    return f"| {' | '.join(map(_escaped, row))} |"


def _below(line: str) -> str:
    return f"{_INDENT}- {_escaped(line)}"


def _escaped(text: str) -> str:
    return _MARKUP.sub(r"\\\1", text)
