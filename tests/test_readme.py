"""Tests that the README tells the truth about the files it lists and the figures it quotes."""

import json
import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
TREE = README.split("## Files")[1]


def test_the_tree_lists_every_module_and_no_file_that_is_gone() -> None:
    listed = {line.split()[0] for line in TREE.splitlines() if re.match(r"(?:app|corpus|eval|index)/", line)}
    there = {
        path.relative_to(ROOT).as_posix()
        for folder in ("app", "corpus", "eval", "index")
        for path in (ROOT / folder).rglob("*.py")
        if path.name != "__init__.py" or path.parent.parent == ROOT
    }
    assert there <= listed
    assert all((ROOT / name).exists() for name in listed)


def test_the_figures_are_those_of_the_last_benchmark() -> None:
    results = json.loads((ROOT / "eval" / "benchmarks" / "results.json").read_text(encoding="utf-8"))
    by_split = {line["gold"]: line["shares"] for line in results["gold"]}
    for split in ("test", "dev"):
        for metric in ("hit@3", "correct", "refused", "citation-recall", "citation-precision"):
            assert f"{100 * by_split[split][metric]:.1f} %".replace(".", ",") in README, (split, metric)
