"""The vocabulary of reports counted apart and put together, computed by hand."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

import app.understand.told as told
from app.understand.lexicon import Lexicon
from app.understand.name_index import NameIndex
from app.understand.names import Name
from app.understand.phrases import Phrases, ascending
from corpus.kept import Kept
from corpus.models import Passage
from index.models import Part


def passage(report: str, number: int, text: str, context: str = "", anchor: str | None = None) -> Passage:
    note = "1" if anchor else None
    return Passage(f"{report}#{number}", report, "I", note, f"{report}#p", 0, len(text), text, context, anchor)


ONE = [passage("a", 0, "Trồng hoa hồng.", "Hoa"), passage("a", 1, "Xe khách."), passage("a", 2, "Hoa.", "", "a#0")]
TWO = [passage("b", 0, "Hoa hồng, xe lửa.")]
PARTS = [Part("a", "1", 3), Part("b", "2", 1)]


def test_a_phrase_is_found_within_a_row_and_not_over_its_end() -> None:
    rows = Phrases({"hoa": 0, "hồng": 1, "xe": 2}, np.array([0, 1, 2, 0, 1, 0], np.int32), np.array([2, 2, 2]))
    assert rows.rows("hoa hồng").tolist() == [0]
    assert rows.rows("xe hoa").tolist() == [1]
    assert rows.rows("hoa").tolist() == [0, 1, 2]
    assert rows.places_of("hồng xe").tolist() == []
    assert rows.places_of("lan").tolist() == []
    assert rows.places_of("").tolist() == []


@pytest.mark.parametrize("size", [4, 1 << 20])
def test_rows_are_ordered_by_column_and_equal_ones_stay(size: int) -> None:
    first, second = np.array([1, 0, 1, 0]) * (size // 4), np.array([2, 3, 1, 3])
    assert ascending([first, second], size).tolist() == [1, 3, 2, 0]


def test_neighbours_are_those_of_the_paragraph_and_a_footnote_hangs_on_its_sentence() -> None:
    spoken = Lexicon([*ONE, *TWO]).passages
    assert spoken.around(np.array([False, True, False, False])).tolist() == [True, True, False, False]
    assert spoken.around(np.array([False, False, True, False])).tolist() == [True, False, True, False]
    assert spoken.around(np.array([False, False, False, True])).tolist() == [False, False, False, True]
    assert list(spoken.sentences_with("hoa", "hồng")) == [" trồng hoa hồng ", " hoa hồng xe lửa "]


def test_contexts_count_for_how_rare_a_word_is_and_not_for_what_a_text_says() -> None:
    lexicon = Lexicon([passage("a", 0, "Xe.", "Đường sắt")])
    assert lexicon.joins("sắt", "xe")
    assert lexicon.idf("đường_sắt") == lexicon.idf("xe") < lexicon.idf("lan")
    assert (lexicon.says("đường sắt"), lexicon.leads_with("đường sắt")) == (False, True)


def test_a_report_that_is_as_it_was_is_not_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept, make = Kept(tmp_path), told._told
    read: list[int] = []

    def counting(own: Sequence[Passage]) -> told.Told:
        read.append(len(own))
        return make(own)

    monkeypatch.setattr(told, "_told", counting)
    first = Lexicon([*ONE, *TWO], PARTS, kept)
    again = Lexicon([*ONE, *TWO], PARTS, kept)
    assert read == [3, 1]
    assert again.forms == first.forms
    assert again.likelihood.cost("tàu", "chạy") == first.likelihood.cost("tàu", "chạy")
    Lexicon([*ONE, passage("b", 0, "Tàu.")], [PARTS[0], Part("b", "3", 1)], kept)
    assert read == [3, 1, 1]


def test_a_report_is_spelled_anew_where_another_one_teaches_an_abbreviation_of_it(tmp_path: Path) -> None:
    kept = Kept(tmp_path)
    short = [passage("a", 0, "Sở GTĐT họp.")]
    assert Lexicon(short, [Part("a", "1", 1)], kept).says("gtđt")
    both = [*short, passage("b", 0, "Phòng Giao thông đô thị (GTĐT) họp.")]
    taught = Lexicon(both, [Part("a", "1", 1), Part("b", "2", 1)], kept)
    assert taught.says("sở giao thông đô thị họp")
    assert not taught.says("gtđt")


def test_names_in_a_text_come_in_the_order_of_the_vocabulary() -> None:
    names = [Name("tan uyen", "Tân Uyên", True), Name("tam duong", "Tam Đường", True), Name("lan", "Lan", False)]
    index = NameIndex({name.key: name for name in names})
    assert index.within(" ở tam đường và tân uyên ") == names[:2]
    assert index.within(" o tam duong ", folded=True) == [names[1]]
    assert index.within(" lan man ") == [names[2]]
    assert index.within(" tam đườngg ") == []
