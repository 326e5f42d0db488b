"""Runs all benchmarks and writes ``results.json`` and ``RESULTS.md``: ``python -m eval.benchmarks``.

Knows the order of the measurements, not how each is made. The configuration is that of the product (``HOIDAP_…``); the
index is built where it is missing or out of date. Generative figures are measured where a language model is set up.
"""

import argparse
import json
import os
import sys
from collections.abc import Sequence
from dataclasses import asdict, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from app.assistant import Assistant
from app.config import Config
from app.llm.choice import open_writer
from corpus.library import Library, open_library
from eval.benchmarks.in_words import Heard, InWords
from eval.benchmarks.measure import check_line, gold_line, speed, speed_of, start
from eval.benchmarks.models import GoldLine, Results, Speed
from eval.benchmarks.systems import systems
from eval.benchmarks.table import markdown
from eval.gold import GOLD_FOLDER, load_gold
from eval.machine import machine
from eval.metrics.peak_memory import peak_memory
from eval.models import GoldQuestion, Outcome
from eval.peers.peers import sampled
from eval.reliability import claims, reliability
from eval.robustness import robustness, sample
from eval.run import evaluate
from index.build import build_index
from index.encoder import SentenceEncoder
from index.store import open_index

HERE = Path(__file__).parent
SPLITS = ("dev", "test")
NEAR = ("near-dev", "near-test")
"""Questions that come near what the report tells without being answered there."""


def run(folder: Path, passes: int, fluent: int, peers: int) -> Results:
    """Measure everything and write the results into a folder; returns them too.

    Where a language model is set up, ``fluent`` questions of the test set are also answered in its words: always the
    same ones, since each takes seconds. Peers that need the model are asked ``peers`` questions.
    """
    config = Config.from_env(os.environ)
    library = open_library(config.corpus)
    gold, near = ({name: load_gold(GOLD_FOLDER / f"{name}.jsonl") for name in names} for names in (SPLITS, NEAR))
    begun = start(library, config.encoder)
    with TemporaryDirectory() as index:
        build_index(library, SentenceEncoder(config.encoder), Path(index) / "index")
        opened = open_index(Path(index) / "index", library, SentenceEncoder(config.encoder))
        assistant = Assistant(library, opened)
        speeds = [speed(gold["test"], assistant, "extractive", passes)]
        lines, outcomes = _judged(gold | near, assistant, library)
        if fluent and (writer := open_writer(config)):
            writer.prepare()  # the model is loaded and has read its instructions before the clock counts
            heard = Heard(writer)
            words = InWords(Assistant(library, opened, heard), heard)
            worded, speed_worded = _in_both_modes(sampled(gold["test"], fluent), words, assistant, library)
            lines += worded
            speeds.append(speed_worded)
        forms = robustness(sample(gold["test"]), assistant, "extractive")
        beside = systems(gold["test"], assistant, library, replace(config, index=Path(index) / "index"), peers)
    results = Results(
        machine=machine(),
        start=replace(begun, memory=peak_memory()),
        speeds=tuple(speeds),
        gold=tuple(lines),
        robustness=forms,
        reliability=reliability(claims(outcomes)),
        check=check_line([*gold["dev"], *gold["test"]], library),
        systems=beside,
    )
    write(results, folder)
    return results


def _judged(
    gold: dict[str, tuple[GoldQuestion, ...]], assistant: Assistant, library: Library
) -> tuple[list[GoldLine], tuple[Outcome, ...]]:
    """Return the figures of every gold set from quotes alone, and the outcomes of the test set."""
    outcomes = {
        split: evaluate(questions, assistant, assistant.index.retriever, library, "extractive")
        for split, questions in gold.items()
    }
    return [gold_line(split, "extractive", judged) for split, judged in outcomes.items()], outcomes["test"]


def _in_both_modes(
    questions: Sequence[GoldQuestion], words: InWords, assistant: Assistant, library: Library
) -> tuple[list[GoldLine], Speed]:
    """Return the figures of the same questions from quotes alone and in a model's words, and how long these take."""
    name = f"test, {len(questions)}"
    quoted = evaluate(questions, assistant, assistant.index.retriever, library, "extractive")
    worded = evaluate(questions, words, assistant.index.retriever, library, "generative")
    lines = [gold_line(name, "extractive", quoted), gold_line(name, "generative", worded)]
    return lines, speed_of(worded, "generative", words.times)


def write(results: Results, folder: Path) -> None:
    """Write the figures as JSON and as Markdown. Raises ``OSError`` where it cannot."""
    folder.mkdir(parents=True, exist_ok=True)
    plain = json.dumps(asdict(results), ensure_ascii=False, indent=1)
    (folder / "results.json").write_text(plain + "\n", encoding="utf-8")
    (folder / "RESULTS.md").write_text(markdown(results), encoding="utf-8")


def main() -> None:
    """Read the options and run."""
    parser = argparse.ArgumentParser(prog="python -m eval.benchmarks", description="Đo và ghi kết quả.")
    parser.add_argument("--folder", type=Path, default=HERE, help="nơi ghi results.json và RESULTS.md")
    parser.add_argument("--passes", type=int, default=3, help="số lượt hỏi để đo thời gian")
    parser.add_argument("--fluent", type=int, default=40, help="số câu test cho chế độ diễn đạt, 0 để bỏ qua")
    parser.add_argument("--peers", type=int, default=0, help="số câu test cho hệ thống khác cần mô hình ngôn ngữ")
    args = parser.parse_args()
    sys.stdout.write(markdown(run(args.folder, args.passes, args.fluent, args.peers)))


if __name__ == "__main__":
    main()
