"""Right answers cite the whole sentences that hold the evidence."""

from corpus.library import open_library
from eval.models import Evidence
from eval.written import written
from tests.eval.scripted import gold, unanswerable

FOOTNOTE = Evidence("I.2", "2", "08 đơn vị vận tải của Lai Châu")


def test_a_footnote_is_cited_with_the_sentence_that_carries_its_mark() -> None:
    reference, footnote, anchor = written([gold(evidence=(FOOTNOTE,), reference="Có 08 đơn vị.")], open_library())
    assert reference.marked(reference.sentence) == "Có 08 đơn vị [1][2]"
    assert footnote.sentence.startswith("08 đơn vị vận tải của Lai Châu và 03")
    assert "11 tuyến vận tải khách liên tỉnh" in anchor.sentence
    assert [citation.marker for citation in anchor.cited] == [2]
    assert anchor.offered == reference.cited


def test_a_question_without_an_answer_gives_none() -> None:
    assert written([unanswerable()], open_library()) == []
