"""A library is the reports of one folder, in the order of their names."""

from pathlib import Path

import pytest

from corpus.errors import ReportError
from corpus.library import open_library


def folder_of(tmp_path: Path, **files: str) -> Path:
    """Write Markdown files into a folder."""
    for name, text in files.items():
        (tmp_path / f"{name}.md").write_text(text, encoding="utf-8")
    return tmp_path


def test_the_library_that_comes_with_the_product_holds_the_real_report() -> None:
    library = open_library()
    assert [report.id for report in library.reports] == ["bc-hop-tac-lai-chau-ha-noi-2022"]
    assert library.report("bc-hop-tac-lai-chau-ha-noi-2022").title.startswith("Kết quả hợp tác")


def test_reports_come_in_the_order_of_their_names_and_other_files_are_left_alone(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, b="Hai.", a="Một.")
    (folder / "ghi-chu.txt").write_bytes(b"\0")
    library = open_library(folder)
    assert [report.id for report in library.reports] == ["a", "b"]
    assert [passage.text for passage in library.passages()] == ["Một.", "Hai."]


def test_an_unknown_report_is_a_key_error(tmp_path: Path) -> None:
    with pytest.raises(KeyError, match="khong-co"):
        open_library(folder_of(tmp_path, a="Một.")).report("khong-co")


def test_a_folder_without_reports_or_none_at_all_is_refused(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "khong-co"):
        with pytest.raises(ReportError) as caught:
            open_library(folder)
        assert (caught.value.fault, caught.value.path) == ("no-corpus", folder)


def test_two_files_with_one_id_are_refused(tmp_path: Path) -> None:
    folder_of(tmp_path, **{"bao-cao": "Một.", "báo cáo": "Hai."})
    with pytest.raises(ReportError) as caught:
        open_library(tmp_path)
    assert (caught.value.fault, caught.value.path, caught.value.where) == (
        "duplicate-id",
        tmp_path / "báo cáo.md",
        "bao-cao",
    )


def test_one_bad_file_is_named_among_good_ones(tmp_path: Path) -> None:
    folder_of(tmp_path, a="Một.", b="", c="Ba.")
    with pytest.raises(ReportError) as caught:
        open_library(tmp_path)
    assert (caught.value.fault, caught.value.path) == ("empty", tmp_path / "b.md")


def test_the_hash_follows_what_the_reports_say_and_not_their_layout(tmp_path: Path) -> None:
    before = open_library(folder_of(tmp_path, a="Một **hai**.")).content_hash
    assert open_library(folder_of(tmp_path, a="Một hai.\r\n\r\n")).content_hash == before
    assert open_library(folder_of(tmp_path, a="Một ba.")).content_hash != before
