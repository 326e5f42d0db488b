"""Measures how costs grow and writes results.json, RESULTS.md and growth.svg: ``python -m eval.benchmarks.growth``.

Knows the order of the steps. A million passages want 12 GB of memory, 5 GB of disk and some minutes.
"""

import argparse
import json
import multiprocessing
import os
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from app.config import Config
from corpus.library import open_library
from eval.benchmarks.growth.measure import Task, answer, build, embed_sentences, open_first, search
from eval.benchmarks.growth.models import Assisted, Growth, Size
from eval.benchmarks.growth.page import markdown, svg
from eval.benchmarks.growth.texts import read_source
from eval.gold import GOLD_FOLDER, load_gold
from eval.machine import machine

HERE = Path(__file__).parent
Found = TypeVar("Found")


def _apart(step: Callable[..., Found], *given: object) -> Found:
    """Do a step in a fresh process and return what it gives."""
    fresh = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=fresh) as process:
        return process.submit(step, *given).result()


def run(args: argparse.Namespace) -> Growth:
    """Measure all sizes, the smallest first."""
    config = Config.from_env(os.environ)
    asked = [question.question for question in load_gold(GOLD_FOLDER / "dev.jsonl")]
    source = read_source(open_library(config.corpus), asked, args.texts).thinned(args.sentences)
    questions = source.questions[:: max(1, len(source.questions) // args.questions)][: args.questions]
    drawn = any(size > args.embed_up_to for size in args.sizes)
    sentences = _apart(embed_sentences, source, config.encoder) if drawn else None
    sizes = []
    for passages in sorted(args.sizes):
        with TemporaryDirectory(dir=args.scratch) as folder:
            real = passages <= args.embed_up_to
            task = Task(passages, Path(folder), source, config.encoder, None if real else sentences)
            built = _apart(build, task)
            searched = _apart(search, task, questions)
            assisted = _assisted(task, questions) if passages <= args.answers_up_to else None
            sizes.append(Size(passages, built, searched, assisted))
            sys.stderr.write(f"{sizes[-1]}\n")
    return Growth(machine(), tuple(sizes))


def _assisted(task: Task, questions: Sequence[str]) -> Assisted:
    first = _apart(open_first, task)
    return _apart(answer, task, questions, first)


def write(growth: Growth, folder: Path) -> None:
    """Write the results, the page and the plot."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "results.json").write_text(json.dumps(asdict(growth), ensure_ascii=False, indent=1) + "\n", "utf-8")
    (folder / "RESULTS.md").write_text(markdown(growth), encoding="utf-8")
    (folder / "growth.svg").write_text(svg(growth), encoding="utf-8")


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the options and run."""
    parser = argparse.ArgumentParser(prog="python -m eval.benchmarks.growth", description="Đo chi phí khi kho lớn lên.")
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000, 100_000], help="số đoạn")
    parser.add_argument(
        "--texts", type=Path, nargs="*", default=[], help="tệp văn bản, hoặc JSON kiểu SQuAD, để lấy câu"
    )
    parser.add_argument("--folder", type=Path, default=HERE, help="nơi ghi results.json, RESULTS.md, growth.svg")
    parser.add_argument("--scratch", type=Path, help="nơi đặt chỉ mục tạm, mặc định là thư mục tạm của hệ thống")
    parser.add_argument("--questions", type=int, default=100, help="số câu hỏi mỗi cỡ")
    parser.add_argument("--sentences", type=int, default=1_000, help="số câu thật nhiều nhất dùng để ghép")
    parser.add_argument("--embed-up-to", type=int, default=1_000, help="cỡ lớn nhất mà mọi đoạn được nhúng thật")
    parser.add_argument("--answers-up-to", type=int, default=100_000, help="cỡ lớn nhất đo cả trợ lý: mở và trả lời")
    args = parser.parse_args(arguments)
    growth = run(args)
    write(growth, args.folder)
    sys.stdout.write(markdown(growth))


if __name__ == "__main__":
    main()
