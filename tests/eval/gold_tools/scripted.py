"""Stand-ins for the tests of the gold tools: a person at the terminal, a search by words, lines of gold files."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from app.models import Turn
from corpus.library import Library
from corpus.models import Passage
from eval.gold import GoldLine, read_gold
from tests.small_library import COOPERATION, COOPERATION_ID


@dataclass(slots=True)
class ScriptedTerminal:
    """Types the queued lines; raises what stands in the queue as an exception, EOFError where it is used up."""

    script: list[str | BaseException]
    told: list[str] = field(default_factory=list)
    prompts: list[str] = field(default_factory=list)

    def tell(self, text: str) -> None:
        """Remember what was shown."""
        self.told.append(text)

    def ask(self, prompt: str) -> str:
        """Return the next line."""
        self.prompts.append(prompt)
        if not self.script:
            raise EOFError
        typed = self.script.pop(0)
        if isinstance(typed, BaseException):
            raise typed
        return typed


@dataclass(frozen=True, slots=True)
class WordSearch:
    """Finds the passages that hold the words searched, in the order of the reports."""

    library: Library

    def __call__(self, question: str, history: Sequence[Turn], k: int) -> list[Passage]:
        """Return the passages that hold all words."""
        words = question.lower().strip("?").split()
        return [p for p in self.library.passages() if all(word in p.text.lower() for word in words)][:k]


def line(**changes: object) -> str:
    """Return one line of a gold file, on the first small report."""
    good: dict[str, object] = {
        "id": "dev-001",
        "split": "dev",
        "type": "lookup",
        "question": "Tam Đường trồng bao nhiêu hoa hồng?",
        "history": [],
        "answerable": True,
        "must_include": ["32,8"],
        "must_not_include": [],
        "evidence": [{"section": "I.1", "footnote": None, "quote": "huyện Tam Đường 32,8 ha"}],
        "reference": "32,8 ha.",
        "note": "",
    }
    return json.dumps({**good, **changes}, ensure_ascii=False) + "\n"


def gold_file(folder: Path, *lines: str, name: str = "gold.jsonl") -> Path:
    """Write a gold file of these lines."""
    path = folder / name
    path.write_text("".join(lines), encoding="utf-8")
    return path


def gold_lines(folder: Path, *lines: str, name: str = "gold.jsonl") -> list[GoldLine]:
    """Write and read a gold file whose lines are all good."""
    read = list(read_gold(gold_file(folder, *lines, name=name)))
    assert all(isinstance(found, GoldLine) for found in read), read
    return [found for found in read if isinstance(found, GoldLine)]


def corpus_folder(folder: Path) -> Path:
    """Write the first small report into a folder of reports."""
    reports = folder / "reports"
    reports.mkdir()
    (reports / f"{COOPERATION_ID}.md").write_text(COOPERATION, encoding="utf-8")
    return reports
