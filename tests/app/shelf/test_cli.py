"""The commands add, remove, list and edit: what they print, and how they end."""

import json
from pathlib import Path

import pytest

from hoidap import main
from tests.app.shelf.place import FIRE, Place
from tests.fakes import SyllableEncoder
from tests.small_library import COOPERATION, COOPERATION_ID, HEALTH


@pytest.fixture(autouse=True)
def settings(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    """The corpus of the test, and an encoder that counts syllables."""
    monkeypatch.setenv("HOIDAP_CORPUS", str(place.corpus))
    monkeypatch.setenv("HOIDAP_INDEX", str(place.index))
    monkeypatch.setattr("index.encoder.SentenceEncoder", lambda _name: SyllableEncoder())


def file(folder: Path, name: str, text: str) -> str:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_add_prints_a_line_for_each_file_and_ends_with_2_where_one_was_refused(
    place: Place, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = [
        file(tmp_path, "Y tế.md", HEALTH),
        file(tmp_path, "Hợp tác.md", COOPERATION),
        file(tmp_path, "Hợp tác (2).md", COOPERATION.replace("11 đơn vị", "12 đơn vị")),
        file(tmp_path, "hỏng.docx", "PK\3\4"),
        str(tmp_path / "không có.pdf"),
    ]
    assert main(["add", *files]) == 2
    said = capsys.readouterr()
    lines = said.out.splitlines()
    assert lines[0].startswith(
        "Y tế.md: đã thêm, mã y-te: “Kết quả công tác y tế tỉnh Yên Bái năm 2021”; số 20/BC-SYT;"
    )
    assert lines[1] == f"Hợp tác.md: đã có sẵn, mã {COOPERATION_ID}"
    assert lines[2].startswith(f"Hợp tác (2).md: bản thay thế (bản 2) của {COOPERATION_ID}, bản cũ được giữ lại: ")
    assert "2/2 chú thích" in lines[2]
    assert lines[3].startswith("hỏng.docx: KHÔNG NHẬN. Tệp hỏng.docx bị hỏng")
    assert lines[4].startswith("không có.pdf: KHÔNG NHẬN. Không có tệp báo cáo không có.pdf.")
    assert "[5/5] Đang đọc không có.pdf…" in said.err
    assert "Đã nhận 3 tệp, không nhận 2 tệp." in said.err
    assert sorted(place.reports()) == [f"{COOPERATION_ID}.md", "y-te.md"]


def test_a_dry_run_and_files_that_are_all_bad_load_no_model(
    place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("index.encoder.SentenceEncoder", None)
    health = file(tmp_path, "y-te.md", HEALTH)
    assert main(["add", "--dry-run", health]) == 0
    assert capsys.readouterr().out.startswith("y-te.md: sẽ thêm, mã y-te: ")
    assert main(["add", file(tmp_path, "trống.md", "")]) == 2
    assert list(place.reports()) == [f"{COOPERATION_ID}.md"]


def test_list_edit_and_remove_go_by_the_id(place: Place, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["add", file(tmp_path, "y-te.md", HEALTH)]) == 0
    assert main(["edit", "y-te", "--number", "25", "--date", "2022-01-15", "--issuer", "Sở Y tế"]) == 0
    capsys.readouterr()
    assert main(["list"]) == 0
    listed = capsys.readouterr().out.splitlines()
    assert listed[1].startswith(
        "y-te (md): “Kết quả công tác y tế tỉnh Yên Bái năm 2021”; số 25/BC-SYT; ngày 15/01/2022; Sở Y tế;"
    )
    assert main(["remove", "y-te"]) == 0
    assert capsys.readouterr().out == "Đã xóa y-te.\n"
    assert list(place.reports()) == [f"{COOPERATION_ID}.md"]


@pytest.mark.parametrize(("arguments", "said"), [
    (["edit", COOPERATION_ID], "Chưa cho biết sửa gì"),
    (["edit", COOPERATION_ID, "--date", "5/2/2023"], "Giá trị của --date không dùng được: 5/2/2023"),
    (["edit", "khong-co", "--number", "1"], "Không có báo cáo “khong-co”"),
    (["remove", "khong-co"], "Không có báo cáo “khong-co”"),
    (["remove", COOPERATION_ID], "là báo cáo duy nhất"),
])  # fmt: skip
def test_what_cannot_be_done_is_said_on_standard_error(
    place: Place, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    assert main(arguments) == 2
    assert said in capsys.readouterr().err
    assert place.reports() == {f"{COOPERATION_ID}.md": COOPERATION}


def test_json_tells_the_same_to_programs(place: Place, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["add", "--json", file(tmp_path, "a.md", FIRE), file(tmp_path, "b.md", "")]) == 2
    first, second = json.loads(capsys.readouterr().out)
    assert (first["outcome"], first["report"]["id"], first["report"]["version"]) == ("new", "a", 1)
    assert (second["outcome"], second["code"], second["report"]) == ("refused", "empty", None)
    assert main(["list", "--json"]) == 0
    assert [report["id"] for report in json.loads(capsys.readouterr().out)] == ["a", COOPERATION_ID]


def test_a_disk_that_refuses_is_told_with_its_reason(
    place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device", "x")

    monkeypatch.setattr("index.build.embed", full)
    assert main(["add", file(tmp_path, "y-te.md", HEALTH)]) == 2
    said = capsys.readouterr().err
    assert "mọi thứ vẫn như cũ" in said
    assert "No space left on device" in said
