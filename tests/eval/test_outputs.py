"""Every file that is asked for is written, and no other."""

from pathlib import Path

from eval.baseline import read_baseline
from eval.outputs import Places, Results, beside, outputs
from eval.record import read_run
from eval.show.layout import Lines
from tests.eval.runs import run_of

RESULTS = Results(run_of(True), (run_of(False, name="bm25"), run_of(True, name="dense")), None, (Lines(("Đề",)),))


def test_nothing_is_written_where_nothing_is_asked_for() -> None:
    assert list(outputs(Places(), RESULTS)) == []


def test_each_file_holds_what_it_is_for(tmp_path: Path) -> None:
    places = Places(*(tmp_path / name for name in ("out.json", "out.md", "out.html", "moc.json")))
    written = list(outputs(places, RESULTS))
    for _, write in written:
        write()
    assert [path.name for path, _ in written] == [
        "out.json",
        "out.bm25.json",
        "out.dense.json",
        "out.md",
        "out.html",
        "moc.json",
    ]
    assert [read_run(tmp_path / f"out{name}.json").name for name in ("", ".bm25", ".dense")] == [
        "hoidap",
        "bm25",
        "dense",
    ]
    assert (tmp_path / "out.md").read_text(encoding="utf-8") == "# Đề\n"
    assert "bm25" in (tmp_path / "out.html").read_text(encoding="utf-8")
    assert list(read_baseline(tmp_path / "moc.json").questions) == ["t-0"]


def test_other_systems_go_beside_the_file_under_their_name() -> None:
    assert beside(Path("kq/out.json"), "bm25") == Path("kq/out.bm25.json")
