"""A built index: the same twice, refused where it does not fit, never lost to a build that fails."""

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from llama_index.vector_stores.faiss import FaissVectorStore

from corpus.library import Library, open_library
from index.build import build_index
from index.encoder import SentenceEncoder
from index.errors import EncoderError, IndexBroken, IndexFolderTaken, IndexMismatch, IndexMissing, IndexWriteError
from index.layout import FORMAT, Layout
from index.store import open_index
from tests.fakes import SyllableEncoder

ENCODER = SyllableEncoder()


@pytest.fixture(scope="module")
def library() -> Library:
    return open_library()


@pytest.fixture(scope="module")
def built(library: Library, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The index of the real report, built with the encoder that counts."""
    folder = tmp_path_factory.mktemp("built") / "index"
    build_index(library, ENCODER, folder)
    return folder


@pytest.fixture
def folder(built: Path, tmp_path: Path) -> Path:
    """A built index that a test may harm."""
    return Path(shutil.copytree(built, tmp_path / "index"))


def change_manifest(folder: Path, **fields: object) -> None:
    manifest = Layout(folder).manifest
    manifest.write_text(json.dumps({**json.loads(manifest.read_text(encoding="utf-8")), **fields}), encoding="utf-8")


def test_building_twice_gives_the_same_bytes_and_the_same_ranking(
    library: Library, built: Path, tmp_path: Path
) -> None:
    build_index(library, ENCODER, tmp_path / "again")
    assert Layout(tmp_path / "again").hashes() == Layout(built).hashes()
    first, second = (open_index(place, library, ENCODER).retriever for place in (built, tmp_path / "again"))
    for question in ("hoa hồng Tam Đường", "don vi van tai Ha Noi", "hạn chế"):
        assert first.search(question, 20) == second.search(question, 20)


def test_the_passages_come_back_as_they_were_cut(library: Library, built: Path) -> None:
    assert tuple(open_index(built, library, ENCODER).passages) == tuple(library.passages())


def test_a_passage_finds_itself(library: Library, built: Path) -> None:
    index = open_index(built, library, ENCODER)
    for passage in index.passages[::10]:
        hits = index.retriever.search(passage.text, 3)
        assert passage.id in [hit.passage.id for hit in hits]
        assert [hit.rank for hit in hits] == [1, 2, 3]
        assert hits[0].score >= hits[1].score >= hits[2].score


def test_a_search_of_no_report_finds_nothing(library: Library, built: Path) -> None:
    assert open_index(built, library, ENCODER).retriever.search("hoa hồng", 5, report_ids=("khác",)) == []


@pytest.mark.parametrize(
    ("fields", "what"),
    [
        ({"encoder": "bge-m3"}, "encoder"),
        ({"dim": 1024}, "dim"),
        ({"corpus_hash": "0" * 64}, "corpus"),
        ({"format": FORMAT + 1}, "format"),
    ],
)
def test_an_index_built_from_something_else_is_refused(
    library: Library, folder: Path, fields: dict[str, object], what: str
) -> None:
    change_manifest(folder, **fields)
    with pytest.raises(IndexMismatch) as refused:
        open_index(folder, library, ENCODER)
    assert refused.value.what == what


def test_an_index_of_other_reports_is_refused(library: Library, folder: Path) -> None:
    report = library.reports[0]
    with pytest.raises(IndexMismatch, match="corpus"):
        open_index(folder, Library((replace(report, text=report.text + "."),)), ENCODER)


@pytest.mark.parametrize("name", ["manifest.json", "passages.jsonl", "vectors.faiss"])
@pytest.mark.parametrize("harm", ["cut", "removed"])
def test_an_index_cut_off_while_it_was_written_is_refused_by_the_name_of_the_file(
    library: Library, folder: Path, name: str, harm: str
) -> None:
    file = folder / name
    if harm == "removed":
        file.unlink()
    else:
        file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])
    with pytest.raises(IndexBroken) as refused:
        open_index(folder, library, ENCODER)
    assert refused.value.detail == name


@pytest.mark.parametrize("content", ["", "[]", "null", "{}", '{"files": 3}', "\x00"])
def test_a_manifest_of_another_form_is_refused(library: Library, folder: Path, content: str) -> None:
    Layout(folder).manifest.write_text(content, encoding="utf-8")
    with pytest.raises(IndexBroken):
        open_index(folder, library, ENCODER)


def test_an_index_that_is_not_there_is_missing(library: Library, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "file").write_text("x", encoding="utf-8")
    for place in ("none", "empty", "file"):
        with pytest.raises(IndexMissing):
            open_index(tmp_path / place, library, ENCODER)


def test_a_place_below_a_file_cannot_be_written(library: Library, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(IndexWriteError):
        build_index(library, ENCODER, tmp_path / "file" / "index")


def test_a_folder_of_other_files_is_never_replaced(library: Library, tmp_path: Path) -> None:
    letter = tmp_path / "documents" / "letter.docx"
    letter.parent.mkdir()
    letter.write_text("x", encoding="utf-8")
    with pytest.raises(IndexFolderTaken, match=r"letter\.docx"):
        build_index(library, ENCODER, letter.parent)
    assert letter.read_text(encoding="utf-8") == "x"


def test_an_empty_folder_is_built_into(library: Library, tmp_path: Path) -> None:
    (tmp_path / "index").mkdir()
    assert build_index(library, ENCODER, tmp_path / "index").passages == len(library.passages())


def test_the_folder_of_the_moment_can_be_named_by_a_dot(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "index").mkdir()
    monkeypatch.chdir(tmp_path / "index")
    build_index(library, ENCODER, Path())
    open_index(tmp_path / "index", library, ENCODER)


def test_a_read_only_disk_costs_nothing_that_was_built(
    library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: Path, *_arguments: object, **_options: object) -> None:
        raise OSError(30, "Read-only file system", str(self))

    with monkeypatch.context() as patched:
        patched.setattr(Path, "mkdir", refuse)
        with pytest.raises(IndexWriteError, match="Read-only file system"):
            build_index(library, ENCODER, folder)
    open_index(folder, library, ENCODER)


def test_a_disk_that_fills_up_costs_nothing_that_was_built_and_leaves_nothing(
    library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: Layout, _manifest: object) -> None:
        raise OSError(28, "No space left on device", str(self.manifest))

    with monkeypatch.context() as patched:
        patched.setattr(Layout, "write_manifest", refuse)
        with pytest.raises(IndexWriteError, match="No space left on device"):
            build_index(library, ENCODER, folder)
    open_index(folder, library, ENCODER)
    assert sorted(path.name for path in folder.parent.iterdir()) == [".index.lock", "index"]


def test_vectors_that_cannot_be_written_are_told_as_any_other_file(
    library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_store: FaissVectorStore, _path: str) -> None:
        raise RuntimeError("Error in void write_index(const Index*): write error: 4 != 8 (No space left on device)")

    with monkeypatch.context() as patched:
        patched.setattr(FaissVectorStore, "persist", refuse)
        with pytest.raises(IndexWriteError, match="'No space left on device'"):
            build_index(library, ENCODER, folder)
    open_index(folder, library, ENCODER)


def test_a_build_that_died_between_its_two_renames_is_taken_up_again(
    library: Library, folder: Path, tmp_path: Path
) -> None:
    folder.rename(folder.with_name(".index-old"))
    open_index(folder, library, ENCODER)
    assert sorted(path.name for path in tmp_path.iterdir()) == [".index.lock", "index"]


def test_the_next_build_takes_up_what_fits_no_library_that_was_opened(
    library: Library, folder: Path, tmp_path: Path
) -> None:
    folder.rename(folder.with_name(".index-old"))
    build_index(library, ENCODER, folder)
    open_index(folder, library, ENCODER)
    assert sorted(path.name for path in tmp_path.iterdir()) == [".index.lock", "index"]


def test_a_whole_index_that_was_never_put_in_place_is_taken_where_it_alone_fits(
    library: Library, folder: Path, tmp_path: Path
) -> None:
    report = library.reports[0]
    other = Library((replace(report, text=report.text + "."),))
    build_index(other, ENCODER, tmp_path / "other")
    (tmp_path / "other").rename(tmp_path / ".index-new-123")
    open_index(folder, library, ENCODER)  # the one in place fits: nothing is taken
    assert (tmp_path / ".index-new-123").exists()
    open_index(folder, other, ENCODER)
    assert not (tmp_path / ".index-new-123").exists()


def test_a_half_written_folder_is_never_taken(library: Library, folder: Path, tmp_path: Path) -> None:
    folder.rename(tmp_path / ".index-new-123")
    Layout(tmp_path / ".index-new-123").manifest.unlink()
    with pytest.raises(IndexMissing):
        open_index(folder, library, ENCODER)


@pytest.mark.model
def test_a_model_that_is_not_on_this_machine_is_refused(tmp_path: Path) -> None:
    with pytest.raises(EncoderError) as refused:
        SentenceEncoder(str(tmp_path / "không-có"))
    assert "không-có" in refused.value.name
