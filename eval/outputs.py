"""Writes a judged run to the files that were asked for. Knows which file holds what, nothing of the terminal."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from eval.baseline import baseline_of, write_baseline
from eval.record import StoredRun, write_run
from eval.show.layout import Block, markdown

Output = tuple[Path, Callable[[], None]]
"""A file, and what writes it; that raises ``OSError`` where it cannot."""


@dataclass(frozen=True, slots=True)
class Places:
    """Where results go; None for what is not wanted."""

    json: Path | None = None
    markdown: Path | None = None
    html: Path | None = None
    baseline: Path | None = None


@dataclass(frozen=True, slots=True)
class Results:
    """A judged run, the systems judged beside it, an earlier run it is compared with, and all of it as text."""

    judged: StoredRun
    beside: tuple[StoredRun, ...]
    earlier: StoredRun | None
    blocks: Sequence[Block]


def beside(path: Path, name: str) -> Path:
    """Return where the run of another system goes: ``out.json`` and "bm25" make ``out.bm25.json``."""
    return path.with_name(f"{path.stem}.{name}{path.suffix}")


def _page(path: Path, results: Results) -> None:
    from eval.page.page import write_page  # here, because its parts are read only where a page is wanted

    earlier = (results.earlier,) if results.earlier else ()
    write_page(path, results.judged, (*results.beside, *earlier), results.judged.robustness)


def outputs(places: Places, results: Results) -> Iterator[Output]:
    """Yield the files in the order of writing. Runs of other systems go beside the JSON file, one each."""
    if json := places.json:
        yield json, lambda: write_run(json, results.judged)
        for run in results.beside:
            own = beside(json, run.name)
            yield own, lambda own=own, run=run: write_run(own, run)  # type: ignore[misc]  # bound now, not later
    if text := places.markdown:
        yield text, lambda: _write_text(text, markdown(results.blocks))
    if page := places.html:
        yield page, lambda: _page(page, results)
    if baseline := places.baseline:
        yield baseline, lambda: write_baseline(baseline, baseline_of(results.judged))


def _write_text(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")
