"""``hoidap add`` is killed a hundred times: corpus and index always open together and answer, no report is half there."""

import multiprocessing
import random
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

from app.assistant import Assistant
from app.shelf.opening import open_shelf
from app.shelf.shelf import Shelf
from corpus.card import read_card
from corpus.library import open_library
from index.build import build_index
from tests.crash.adder import add
from tests.small_library import COOPERATION, COOPERATION_ID, HEALTH, CloseEncoder

pytestmark = pytest.mark.crash

KILLS = 100
NEW = "y-te"
QUESTION = "Có bao nhiêu đơn vị vận tải khai thác tuyến Lai Châu - Hà Nội?"


def version(number: int) -> str:
    """A version of the report on cooperation."""
    return COOPERATION.replace("11 đơn vị vận tải khai thác", f"{number} đơn vị vận tải khai thác")


def reports(corpus: Path) -> dict[str, str]:
    """The text of each report of the corpus."""
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(corpus.glob("*.md"))}


def whole(corpus: Path) -> bool:
    """Whether each report that was taken in has its card and the file that it came as, as the card says."""
    for path in corpus.glob("*.md"):
        card = read_card(path)
        kept = corpus / "originals" / path.stem / str(card.version if card else 1) / (card.file if card else "")
        if card and kept.read_bytes() != path.read_bytes():
            return False
    return True


def answer(corpus: Path, folder: Path) -> str:
    """Open what is there as the service does, and ask."""
    library, index = open_shelf(corpus, folder, CloseEncoder())
    assert {passage.report_id for passage in index.passages} == {report.id for report in library.reports}
    return Assistant(library, index).ask(QUESTION).text


def killed_at_some_moment(corpus: Path, folder: Path, files: list[Path], chance: random.Random) -> None:
    """Add files in a process and kill it: every second time at any moment, else once the new state is being written."""
    processes = multiprocessing.get_context("forkserver")
    processes.set_forkserver_preload(["tests.crash.adder", "app.shelf.shelf", "app.shelf.lines"])
    adding = processes.Process(target=add, args=(corpus, folder, files))
    adding.start()
    if chance.random() < 0.5:
        adding.join(chance.uniform(0, 3))
    else:
        while adding.is_alive() and not (corpus / ".hoidap-change").exists():
            time.sleep(0.0005)
        adding.join(chance.uniform(0, 0.3))
    adding.kill()
    adding.join()


def test_what_is_there_opens_and_answers_after_every_kill(tmp_path: Path) -> None:
    corpus, folder, chance = tmp_path / "corpus", tmp_path / "index", random.Random(10)
    corpus.mkdir()
    (corpus / f"{COOPERATION_ID}.md").write_text(version(1), encoding="utf-8")
    build_index(open_library(corpus), CloseEncoder(), folder)
    seen: Counter[str] = Counter()
    for number in range(2, KILLS + 2):
        newer, other = tmp_path / "hop-tac.md", tmp_path / f"{NEW}.md"
        newer.write_text(version(number), encoding="utf-8")
        other.write_text(HEALTH, encoding="utf-8")
        before = reports(corpus)
        killed_at_some_moment(corpus, folder, [newer, other], chance)
        seen["journal left"] += (corpus / ".hoidap-change" / "plan.json").exists()
        said = answer(corpus, folder)
        after = reports(corpus)
        changed = after == {f"{COOPERATION_ID}.md": version(number), f"{NEW}.md": HEALTH}
        assert changed or after == before
        assert whole(corpus)
        now = after[f"{COOPERATION_ID}.md"].partition(" đơn vị vận tải khai thác")[0].rpartition(" ")[2]
        assert f"{now} đơn vị" in said
        seen["taken in" if changed else "as before"] += 1
        if changed:
            Shelf(corpus, folder, CloseEncoder).withdraw([NEW])
    sys.stdout.write(f"{KILLS} kills: {dict(seen)}\n")
    assert min(seen["taken in"], seen["as before"]) >= KILLS // 10
