"""Writes gold questions as lines of a file. Knows nothing of whether they are any good."""

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path

from eval.models import GoldQuestion


def to_line(question: GoldQuestion) -> str:
    """Return a question as one JSON object, its fields in the order of the gold files; without a line feed."""
    return json.dumps(asdict(question), ensure_ascii=False)


def append_questions(path: Path, questions: Iterable[GoldQuestion]) -> None:
    """Add lines to a file in one write, on lines of their own; a file that is not there is made. Raises OSError."""
    added = "".join(f"{to_line(question)}\n" for question in questions).encode()
    before = path.read_bytes() if path.exists() else b""
    with path.open("ab") as file:
        file.write((b"\n" if before and not before.endswith(b"\n") else b"") + added)


def next_id(prefix: str, taken: Iterable[str]) -> str:
    """Return the id after the highest with this prefix: "dev-322" gives "dev-323", none gives "dev-001"."""
    numbers = [name.removeprefix(f"{prefix}-") for name in taken if name.startswith(f"{prefix}-")]
    return f"{prefix}-{max((int(number) for number in numbers if number.isdecimal()), default=0) + 1:03d}"


def usual_prefix(ids: Iterable[str], otherwise: str) -> str:
    """Return what most ids have before their last hyphen, or the given prefix where there are no such ids."""
    counted = Counter(name.rpartition("-")[0] for name in ids if "-" in name.strip("-"))
    return counted.most_common(1)[0][0] if counted else otherwise
