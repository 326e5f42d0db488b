"""Reports on their way into a small corpus and out of it, over a real index of counted syllables."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from filelock import FileLock

from app.publish import Publisher, PublishError, is_report_id
from corpus.errors import ReportError
from corpus.library import open_library
from index import build
from index.build import build_index
from index.errors import IndexWriteError
from index.store import Index, open_index
from tests.fakes import SyllableEncoder
from tests.small_library import COOPERATION, COOPERATION_ID, HEALTH, HEALTH_ID

FIRE = HEALTH.replace("y tế", "chữa cháy")


@dataclass(slots=True)
class Place:
    """A corpus with one report, its index, and what was opened of them."""

    folder: Path
    opened: list[Index] = field(default_factory=list)

    @property
    def corpus(self) -> Path:
        return self.folder / "corpus"

    @property
    def index(self) -> Path:
        return self.folder / "index"

    def publisher(self) -> Publisher:
        return Publisher(self.corpus, self.index, SyllableEncoder(), lambda: self.opened.append(self.open()))

    def open(self) -> Index:
        return open_index(self.index, open_library(self.corpus), SyllableEncoder())

    def files(self) -> dict[str, bytes]:
        return {path.name: path.read_bytes() for path in sorted(self.corpus.iterdir()) if path.name != ".hoidap.lock"}


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Place]:
    place = Place(tmp_path)
    place.corpus.mkdir()
    (place.corpus / f"{COOPERATION_ID}.md").write_text(COOPERATION, encoding="utf-8")
    build_index(open_library(place.corpus), SyllableEncoder(), place.index)
    yield place
    place.open()  # whatever happened, the index and the corpus fit together


def test_a_report_taken_in_stands_in_the_corpus_and_in_the_index(place: Place) -> None:
    report = place.publisher().publish(HEALTH_ID, HEALTH.encode())
    assert report.title == "Kết quả công tác y tế tỉnh Yên Bái năm 2021"
    assert place.files() == {f"{COOPERATION_ID}.md": COOPERATION.encode(), f"{HEALTH_ID}.md": HEALTH.encode()}
    assert {passage.report_id for passage in place.opened[0].passages} == {COOPERATION_ID, HEALTH_ID}


def test_a_report_is_replaced_only_where_that_is_wanted(place: Place) -> None:
    place.publisher().publish(HEALTH_ID, HEALTH.encode())
    with pytest.raises(PublishError) as refusal:
        place.publisher().publish(HEALTH_ID, FIRE.encode())
    assert refusal.value == PublishError("exists", HEALTH_ID)
    assert len(place.opened) == 1
    place.publisher().publish(HEALTH_ID, FIRE.encode(), replace=True)
    assert place.files()[f"{HEALTH_ID}.md"] == FIRE.encode()
    assert any("chữa cháy" in passage.text for passage in place.opened[1].passages)


def test_a_report_whose_file_is_named_otherwise_is_replaced_in_that_file(place: Place) -> None:
    (place.corpus / "Y tế.md").write_text(HEALTH, encoding="utf-8")
    place.publisher().publish("y-te", FIRE.encode(), replace=True)
    assert place.files()["Y tế.md"] == FIRE.encode()
    assert len(place.files()) == 2


def test_a_report_taken_out_is_gone_from_both(place: Place) -> None:
    place.publisher().publish(HEALTH_ID, HEALTH.encode())
    place.publisher().withdraw(COOPERATION_ID)
    assert list(place.files()) == [f"{HEALTH_ID}.md"]
    assert {passage.report_id for passage in place.opened[1].passages} == {HEALTH_ID}


@pytest.mark.parametrize(("identity", "fault"), [("khong-co", "unknown"), (COOPERATION_ID, "last")])
def test_what_is_not_there_and_the_only_report_cannot_be_taken_out(place: Place, identity: str, fault: str) -> None:
    with pytest.raises(PublishError) as refusal:
        place.publisher().withdraw(identity)
    assert (refusal.value.fault, refusal.value.report_id) == (fault, identity)
    assert list(place.files()) == [f"{COOPERATION_ID}.md"]


@pytest.mark.parametrize(
    ("data", "fault"),
    [(b"", "empty"), (b"\xff\xfe", "encoding"), (b"\0\1\2", "binary"), (HEALTH.encode()[:-4], "incomplete")],
)
def test_what_cannot_be_read_changes_nothing_and_tells_no_path(place: Place, data: bytes, fault: str) -> None:
    with pytest.raises(ReportError) as refusal:
        place.publisher().publish(HEALTH_ID, data)
    assert refusal.value.fault == fault
    assert str(refusal.value.path) == f"{HEALTH_ID}.md"
    assert (list(place.files()), place.opened) == ([f"{COOPERATION_ID}.md"], [])


@pytest.mark.parametrize("where", ["_persist", "embed"])
@pytest.mark.parametrize("replaced", [HEALTH_ID, COOPERATION_ID])
def test_a_build_that_fails_leaves_report_and_index_as_they_were(
    place: Place, monkeypatch: pytest.MonkeyPatch, where: str, replaced: str
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(build, where, full)
    with pytest.raises(PublishError) as refusal:
        place.publisher().publish(replaced, HEALTH.encode(), replace=True)
    assert refusal.value.fault == "failed"
    assert place.files() == {f"{COOPERATION_ID}.md": COOPERATION.encode()}
    assert place.opened == []


def test_an_index_that_cannot_change_places_takes_the_report_back(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    def swap_refused(*_: object, when_whole: object, **__: object) -> None:
        assert callable(when_whole)
        when_whole()
        raise IndexWriteError(place.index, "busy")

    monkeypatch.setattr("app.publish.build_index", swap_refused)
    for identity in (HEALTH_ID, COOPERATION_ID):
        with pytest.raises(PublishError):
            place.publisher().publish(identity, HEALTH.encode(), replace=True)
        assert place.files() == {f"{COOPERATION_ID}.md": COOPERATION.encode()}


def test_two_changes_at_once_are_one_too_many(place: Place) -> None:
    with FileLock(place.corpus / ".hoidap.lock"), pytest.raises(PublishError) as refusal:
        place.publisher().publish(HEALTH_ID, HEALTH.encode())
    assert refusal.value.fault == "busy"


@pytest.mark.parametrize(("text", "good"), [
    ("bc-y-te-2023", True), ("a", True), ("2023.v2", True), ("", False), ("../x", False), ("a/b", False), ("A", False),
    (".a", False), ("a.", False), ("a b", False), ("bá", False), ("a\n", False), ("a" * 81, False), ("-a", False),
])  # fmt: skip
def test_a_report_is_called_by_letters_digits_dots_and_hyphens(text: str, good: bool) -> None:
    assert is_report_id(text) is good
