"""Any system in the place of the product: what it cites, what it finds, where it refuses."""

from collections.abc import Sequence
from dataclasses import dataclass

import pytest

from app.models import Turn
from corpus.library import Library
from eval.match import cited as span
from eval.match import touches
from eval.metrics.verbatim import verbatim
from eval.models import Place
from eval.peers.models import Reply, Source
from eval.peers.peer import Peer, standing_alone, with_plain_marks
from eval.peers.places import whereabouts
from tests.small_library import COOPERATION_ID, small_library

LIBRARY: Library = small_library()
REPORT = LIBRARY.report(COOPERATION_ID)
TEXTS = {report.id: report.text for report in LIBRARY.reports}


def source(text: str) -> Source:
    return Source(text, whereabouts(text, LIBRARY.reports), 0.5, 0.5)


ROSES = source("Các hộ dân đã trồng hoa hồng với diện tích 115 ha")
NOTE = source("Công ty Song Thu, Công ty Phước Nguyên Đường")
LOST = source("Điều này không báo cáo nào viết.")


@dataclass(frozen=True, slots=True)
class ScriptedSystem:
    """Says one thing to every question, over the same sources."""

    text: str
    sources: tuple[Source, ...]

    def find(self, question: str, k: int) -> Sequence[Source]:
        return self.sources

    def reply(self, question: str) -> Reply:
        return Reply(self.text, self.sources)


def peer(text: str = "", *sources: Source) -> Peer:
    return Peer("thử", LIBRARY, ScriptedSystem(text, sources or (ROSES, NOTE)))


def test_a_mark_cites_the_source_of_its_number_word_for_word() -> None:
    answer = peer("Có Công ty Song Thu [2].").ask("?")
    (cited,) = answer.citations
    assert (cited.marker, cited.quote, cited.footnote, cited.section) == (2, NOTE.text, "1", "I.1")
    assert REPORT.text[cited.start : cited.end] == cited.quote
    assert cited.label == "Mục I.1, chú thích 1"
    assert (answer.answerable, answer.refusal, answer.confidence) == (True, None, 1.0)


def test_a_reply_without_marks_cites_all_its_sources() -> None:
    assert [cited.marker for cited in peer("Có 115 ha.").ask("?").citations] == [1, 2]


def test_a_mark_that_names_no_source_counts_as_none() -> None:
    assert [cited.marker for cited in peer("Có 115 ha [9].").ask("?").citations] == [1, 2]
    assert [cited.marker for cited in peer("Có 115 ha [9][1].").ask("?").citations] == [1]


def test_a_source_that_stands_nowhere_is_a_citation_that_is_neither_verbatim_nor_on_any_evidence() -> None:
    answer = peer("Có 115 ha [1].", LOST).ask("?")
    (cited,) = answer.citations
    assert cited.quote == LOST.text
    assert verbatim(answer, TEXTS) == 0.0
    assert not touches(span(cited), Place(COOPERATION_ID, 0, len(REPORT.text)))


def test_a_reply_that_refuses_is_a_refusal_without_citations() -> None:
    answer = peer("Báo cáo không nêu thông tin này [1].").ask("?")
    assert (answer.answerable, answer.refusal, answer.citations) == (False, "not-in-report", ())


def test_a_follow_up_is_asked_and_searched_after_the_question_before_it() -> None:
    history = (Turn("user", "Trồng bao nhiêu hoa hồng?"), Turn("assistant", "115 ha."))
    assert peer("115 ha").ask("Còn Tam Đường?", history).standalone_question == (
        "Trồng bao nhiêu hoa hồng? Còn Tam Đường?"
    )
    assert standing_alone("Còn Tam Đường?", ()) == "Còn Tam Đường?"


def test_hits_keep_the_order_of_the_system_and_say_where_they_stand() -> None:
    first, second, lost = peer("", NOTE, ROSES, LOST).search("?", 10)
    assert [hit.rank for hit in (first, second, lost)] == [1, 2, 3]
    assert REPORT.text[first.passage.start : first.passage.end] == NOTE.text
    assert (second.passage.section, second.passage.footnote) == ("I.1", None)
    assert (lost.passage.report_id, lost.passage.start, lost.passage.end) == ("", 0, 0)
    assert len({hit.passage.id for hit in (first, second, lost)}) == 3
    assert len(peer("", NOTE, ROSES, LOST).search("?", 2)) == 2


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("115 ha [1, 2].", "115 ha [1][2]."),
        ("115 ha [Source 2].", "115 ha [2]."),
        ("115 ha [nguồn 1; nguồn 2]", "115 ha [1][2]"),
        ("According to Source 1, 115 ha.", "According to [1], 115 ha."),
        ("115 ha [1][2]", "115 ha [1][2]"),
        ("Nguồn vốn 27 tỷ", "Nguồn vốn 27 tỷ"),
    ],
)
def test_marks_of_all_kinds_become_plain_ones(written: str, plain: str) -> None:
    assert with_plain_marks(written) == plain


def test_a_text_is_found_whatever_its_white_space() -> None:
    text = "Các hộ dân  đã trồng\nhoa hồng"
    place = whereabouts(text, LIBRARY.reports)
    assert place is not None
    assert REPORT.text[place.start : place.end] == "Các hộ dân đã trồng hoa hồng"


def test_a_text_with_another_word_or_none_is_not_found() -> None:
    assert whereabouts("Các hộ dân đã trồng hoa lan", LIBRARY.reports) is None
    assert whereabouts(" \n", LIBRARY.reports) is None
