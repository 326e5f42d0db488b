"""What was worked out once is found again, and nothing else: not damaged, not of another file, not of other code."""

import json
import os
from pathlib import Path

import pytest

import corpus.parse
from corpus.as_json import from_json, to_json
from corpus.kept import DAY, FORGOTTEN, NOTHING, Kept, code_of, kept_beside, name_of
from corpus.library import open_library
from corpus.models import Report
from corpus.offsets import Offsets
from corpus.parse import parse_report
from tests.small_library import COOPERATION

TABLE = "## I. SỐ LIỆU\n\n| Huyện | Số hộ |\n|---|---|\n| Tam Đường | 12 |\n"


def kept_in(tmp_path: Path) -> Kept:
    """Keep notes in a folder that is not there yet."""
    return Kept(tmp_path / "kept")


def test_a_note_is_found_under_its_name_alone(tmp_path: Path) -> None:
    kept = kept_in(tmp_path)
    assert kept.find("a") is None
    kept.keep("a", {"số": [1, 2]})
    assert kept.find("a") == {"số": [1, 2]}
    assert kept.find("b") is None


def test_a_note_that_was_cut_off_changed_or_renamed_counts_as_not_there(tmp_path: Path) -> None:
    kept = kept_in(tmp_path)
    kept.keep("a", [1, 2, 3])
    path = tmp_path / "kept" / "a.json"
    whole = path.read_bytes()
    for damaged in (b"", whole[:-1], whole.replace(b"3", b"4"), b"\xff" + whole):
        path.write_bytes(damaged)
        assert kept.find("a") is None
    (tmp_path / "kept" / "b.json").write_bytes(whole)
    assert kept.find("b") is None


def test_nothing_is_kept_where_nothing_can_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    for kept in (NOTHING, Kept(tmp_path / "file")):
        kept.keep("a", [1])
        assert kept.find("a") is None
        kept.forget()


def test_a_note_stands_beside_the_index_and_its_name_tells_what_it_was_made_from() -> None:
    assert kept_beside(Path("/var/index")).folder == Path("/var/.index-kept")
    assert name_of("report", b"a", b"b") != name_of("report", b"ab", b"")
    assert name_of("report", b"a") != name_of("words", b"a")
    assert code_of("corpus") != code_of("index")


def test_what_nobody_asked_for_is_forgotten_and_what_is_asked_for_is_not(tmp_path: Path) -> None:
    kept = kept_in(tmp_path)
    for name in ("old", "asked"):
        kept.keep(name, [])
        path = tmp_path / "kept" / f"{name}.json"
        os.utime(path, (0, path.stat().st_mtime - FORGOTTEN - DAY))
    assert kept.find("asked") == []
    kept.forget()
    assert (kept.find("asked"), kept.find("old")) == ([], None)


@pytest.mark.parametrize("source", [COOPERATION, TABLE])
def test_a_report_comes_back_as_it_was_written(source: str) -> None:
    report = parse_report(source, Path("bc.md"))
    written = to_json(report)
    again = from_json(Report, _through_json(written))
    assert again == report
    assert list(again.source_offsets) == list(report.source_offsets)
    with pytest.raises((ValueError, TypeError)):
        from_json(Report, _through_json(written)[:-1])


def _through_json(written: object) -> list[object]:
    read: list[object] = json.loads(json.dumps(written))
    return read


def test_offsets_are_what_they_were_made_of() -> None:
    offsets = Offsets.of([3, 4, 5, 9, 9, 2])
    assert list(offsets) == [3, 4, 5, 9, 9, 2]
    assert [offsets[0], offsets[4], offsets[-1]] == [3, 9, 2]
    assert offsets[1:4] == (4, 5, 9)
    assert offsets.runs == ((0, 3, 4, 5), (3, 9, 9, 2), 6)
    with pytest.raises(IndexError):
        offsets[6]


def test_a_file_is_parsed_once_and_again_when_it_or_the_code_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = kept_in(tmp_path)
    parsed: list[Path] = []

    def counting(source: str, path: Path, *, whole: bool) -> Report:
        parsed.append(path)
        return parse_report(source, path, whole=whole)

    monkeypatch.setattr(corpus.parse, "parse_report", counting)
    (tmp_path / "a.md").write_text("Một.", encoding="utf-8")
    (tmp_path / "b.md").write_text("Hai.", encoding="utf-8")
    first = open_library(tmp_path, kept)
    assert (open_library(tmp_path, kept), len(parsed)) == (first, 2)
    (tmp_path / "b.md").write_text("Ba.", encoding="utf-8")
    assert [report.text for report in open_library(tmp_path, kept).reports] == ["Một.", "Ba."]
    assert len(parsed) == 3
    monkeypatch.setattr(corpus.parse, "code_of", lambda *_: b"other code")
    assert open_library(tmp_path, kept).reports[0] == first.reports[0]
    assert len(parsed) == 5


def test_corrections_of_the_card_hold_without_parsing_again(tmp_path: Path) -> None:
    kept = kept_in(tmp_path)
    (tmp_path / "a.md").write_text("Một.", encoding="utf-8")
    before = open_library(tmp_path, kept).reports[0]
    card = '{"format": 1, "file": "a.md", "sha256": "0", "added_on": "", "corrections": {"title": "Tên khác"}, "findings": %s}'
    findings = '{"format": "md"}'
    (tmp_path / "a.json").write_text(card % findings, encoding="utf-8")
    after = open_library(tmp_path, kept).reports[0]
    assert (before.title, after.title, after.text) == ("Một.", "Tên khác", before.text)
