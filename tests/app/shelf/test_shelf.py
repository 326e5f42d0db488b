"""Reports on their way into a small corpus and out of it, over a real index of counted syllables."""

from pathlib import Path

import pytest
from filelock import FileLock

from app.shelf.models import Outcome, Sent, ShelfError
from app.shelf.shelf import Shelf
from corpus.card import Corrections, read_card
from corpus.errors import ReportError
from corpus.parse import read_report
from corpus.reading.apart import Limits
from index import build
from index.errors import IndexWriteError
from tests.app.shelf.place import FIRE, Place, health, sent
from tests.fakes import SyllableEncoder
from tests.small_library import COOPERATION, COOPERATION_ID, HEALTH, HEALTH_ID


def only(outcomes: list[Outcome]) -> Outcome:
    (outcome,) = outcomes
    return outcome


def identity(outcome: Outcome) -> str:
    return outcome.held.report.id if outcome.held else ""


def test_a_report_taken_in_stands_in_the_corpus_and_in_the_index_with_card_and_original(place: Place) -> None:
    outcome = only(place.shelf().take_in([health()]))
    assert (outcome.fault, identity(outcome)) == (None, HEALTH_ID)
    assert place.kept() == [
        f"{COOPERATION_ID}.md", f"{HEALTH_ID}.json", f"{HEALTH_ID}.md", f"originals/{HEALTH_ID}/1/{HEALTH_ID}.md",
    ]  # fmt: skip
    assert {passage.report_id for passage in place.opened[0].passages} == {COOPERATION_ID, HEALTH_ID}
    card = read_card(place.corpus / f"{HEALTH_ID}.md")
    assert card is not None
    assert (card.file, card.version, card.replaces, card.findings.format) == (f"{HEALTH_ID}.md", 1, None, "md")


def test_the_same_file_twice_is_one_report(place: Place) -> None:
    again = place.shelf().take_in([health(), Sent("bản sao.md", HEALTH.encode())])
    assert [(outcome.fault, outcome.placed and outcome.placed.standing) for outcome in again] == [
        (None, "new"),
        (None, "known"),
    ]
    assert identity(again[1]) == HEALTH_ID
    files = place.kept()
    assert identity(only(place.shelf().take_in([Sent("y tế.md", HEALTH.encode())]))) == HEALTH_ID
    assert place.kept() == files
    assert len(place.opened) == 1


def test_a_report_that_lies_there_without_a_card_is_known_by_its_text(place: Place) -> None:
    outcome = only(place.shelf().take_in([Sent("khác.md", COOPERATION.encode())]))
    assert outcome.placed is not None
    assert (outcome.placed.standing, identity(outcome)) == ("known", COOPERATION_ID)


def test_a_new_version_takes_the_place_of_the_old_one_which_is_kept(place: Place) -> None:
    newer = COOPERATION.replace("11 đơn vị", "12 đơn vị")
    outcome = only(place.shelf().take_in([Sent("Báo cáo (sửa).md", newer.encode())]))
    assert outcome.placed is not None
    assert (outcome.placed.standing, outcome.placed.version, identity(outcome)) == ("version", 2, COOPERATION_ID)
    assert place.reports() == {f"{COOPERATION_ID}.md": newer}
    card = read_card(place.corpus / f"{COOPERATION_ID}.md")
    assert card is not None
    assert (card.version, card.replaces, [one.version for one in card.earlier]) == (2, COOPERATION_ID, [1])
    old = place.corpus / "originals" / COOPERATION_ID / "1" / f"{COOPERATION_ID}.md"
    assert old.read_text(encoding="utf-8") == COOPERATION
    assert any("12 đơn vị" in passage.text for passage in place.opened[0].passages)


def test_an_earlier_version_does_not_come_back_by_itself(place: Place) -> None:
    shelf = place.shelf()
    newer = COOPERATION.replace("11 đơn vị", "12 đơn vị")
    first = Sent(f"{COOPERATION_ID}.md", COOPERATION.encode())
    shelf.take_in([sent("moi", newer)])
    assert only(shelf.take_in([first])).fault == ShelfError("older", COOPERATION_ID)
    assert place.reports() == {f"{COOPERATION_ID}.md": newer}
    assert only(shelf.take_in([first], replace=True)).fault is None
    assert place.reports() == {f"{COOPERATION_ID}.md": COOPERATION}


def test_two_files_of_the_same_name_are_two_reports(place: Place) -> None:
    outcomes = place.shelf().take_in([health(), sent(HEALTH_ID, FIRE), sent(HEALTH_ID, FIRE.replace("21/BC", "22/BC"))])
    assert [identity(outcome) for outcome in outcomes] == [HEALTH_ID, f"{HEALTH_ID}-2", f"{HEALTH_ID}-3"]
    assert sorted(place.reports()) == [
        f"{COOPERATION_ID}.md",
        f"{HEALTH_ID}-2.md",
        f"{HEALTH_ID}-3.md",
        f"{HEALTH_ID}.md",
    ]


def test_another_report_of_the_same_id_is_replaced_only_where_that_is_wanted(place: Place) -> None:
    shelf = place.shelf()
    shelf.take_in([health()])
    named = Sent("tệp.md", FIRE.encode(), HEALTH_ID)
    assert only(shelf.take_in([named])).fault == ShelfError("exists", HEALTH_ID)
    assert len(place.opened) == 1
    shelf.take_in([sent(HEALTH_ID, FIRE)], replace=True)
    assert place.reports()[f"{HEALTH_ID}.md"] == FIRE
    assert any("chữa cháy" in passage.text for passage in place.opened[1].passages)


def test_a_report_whose_file_is_named_otherwise_is_replaced_in_that_file(place: Place) -> None:
    (place.corpus / "Y tế.md").write_text(HEALTH, encoding="utf-8")
    place.shelf().take_in([sent("y-te", FIRE)], replace=True)
    assert place.reports() == {"Y tế.md": FIRE, f"{COOPERATION_ID}.md": COOPERATION}


def test_one_bad_file_stops_no_other_and_all_together_are_one_build(place: Place) -> None:
    bad, good = Sent("hỏng.md", HEALTH.encode()[:-4]), sent("chua-chay", FIRE)
    outcomes = place.shelf().take_in([health(), bad, Sent("không có.md", Path("không có.md")), good])
    faults = [outcome.fault.fault if outcome.fault else None for outcome in outcomes]
    assert faults == [None, "incomplete", "missing", None]
    assert len(place.opened) == 1
    assert sorted(place.reports()) == [f"{COOPERATION_ID}.md", f"{HEALTH_ID}.md", "chua-chay.md"]


def test_a_look_shows_what_would_become_of_files_and_changes_nothing(place: Place) -> None:
    files = place.kept()
    newer = sent("moi", HEALTH.replace("15.000", "16.000"))
    outcomes = place.shelf().look_at([health(), newer, Sent("tệp.md", FIRE.encode(), COOPERATION_ID)])
    assert [outcome.placed and outcome.placed.standing for outcome in outcomes] == ["new", "new", "exists"]
    assert (place.kept(), place.opened) == (files, [])


def test_a_report_taken_out_is_gone_with_all_that_is_kept_of_it(place: Place) -> None:
    shelf = place.shelf()
    shelf.take_in([health()])
    shelf.take_in([sent(HEALTH_ID, FIRE)], replace=True)
    shelf.withdraw([HEALTH_ID])
    assert place.kept() == [f"{COOPERATION_ID}.md"]
    assert {passage.report_id for passage in place.opened[-1].passages} == {COOPERATION_ID}


def test_what_is_not_there_and_the_only_report_cannot_be_taken_out(place: Place) -> None:
    for identity, refusal in (
        ("khong-co", ShelfError("unknown", "khong-co")),
        (COOPERATION_ID, ShelfError("last", COOPERATION_ID)),
    ):
        with pytest.raises(ShelfError) as refused:
            place.shelf().withdraw([identity])
        assert refused.value == refusal
    assert list(place.reports()) == [f"{COOPERATION_ID}.md"]


def test_corrected_metadata_hold_when_the_report_is_opened_again(place: Place) -> None:
    shelf = place.shelf()
    shelf.correct(COOPERATION_ID, Corrections(title="Hợp tác năm 2022", number="7"))
    shelf.correct(COOPERATION_ID, Corrections(issuer=""))
    metadata = read_report(place.corpus / f"{COOPERATION_ID}.md").metadata
    assert (metadata.title, metadata.number, metadata.issuer) == ("Hợp tác năm 2022", "7", None)
    assert place.reports() == {f"{COOPERATION_ID}.md": COOPERATION}


def test_a_file_beyond_the_limit_is_refused_unread(place: Place) -> None:
    large = place.folder / "lớn.md"
    with large.open("wb") as file:
        file.truncate(200 * 2**20)
    shelf = Shelf(place.corpus, place.index, SyllableEncoder, limits=Limits(megabytes=50))
    fault = only(shelf.take_in([Sent(large.name, large)])).fault
    assert fault == ReportError("too-large", Path("lớn.md"), "200 MB > 50 MB")


@pytest.mark.parametrize("where", ["write_exact", "embed"])
@pytest.mark.parametrize("replaced", [HEALTH_ID, COOPERATION_ID])
def test_a_build_that_fails_leaves_report_and_index_as_they_were(
    place: Place, monkeypatch: pytest.MonkeyPatch, where: str, replaced: str
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(build, where, full)
    with pytest.raises(ShelfError) as refusal:
        place.shelf().take_in([sent(replaced, HEALTH)], replace=True)
    assert refusal.value.fault == "failed"
    assert place.kept() == [f"{COOPERATION_ID}.md"]
    assert place.opened == []


def test_an_index_that_cannot_change_places_takes_the_report_back(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    def swap_refused(*_: object, when_whole: object, **__: object) -> None:
        assert callable(when_whole)
        when_whole()
        raise IndexWriteError(place.index, "busy")

    monkeypatch.setattr("app.shelf.shelf.build_index", swap_refused)
    for identity in (HEALTH_ID, COOPERATION_ID):
        with pytest.raises(ShelfError):
            place.shelf().take_in([sent(identity, HEALTH)], replace=True)
        assert place.kept() == [f"{COOPERATION_ID}.md"]
        assert place.reports() == {f"{COOPERATION_ID}.md": COOPERATION}


def test_two_changes_at_once_are_one_too_many(place: Place) -> None:
    with FileLock(place.corpus / ".hoidap.lock"), pytest.raises(ShelfError) as refusal:
        place.shelf().take_in([health()])
    assert refusal.value.fault == "busy"
