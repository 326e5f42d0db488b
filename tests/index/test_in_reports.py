"""The passages of a report are read when they are asked for, each with what stands beside it."""

from collections.abc import Sequence
from typing import Any

from corpus.models import Passage
from index.in_reports import Contexts, in_reports
from index.models import Part


def passage(report: str, name: str, paragraph: str, anchor: str | None = None) -> Passage:
    return Passage(f"{report}#{name}", report, "I", None, f"{report}#{paragraph}", 0, 1, name, f"trên {name}", anchor)


ONE = [passage("a", "s1", "p1"), passage("a", "s2", "p1"), passage("a", "s3", "p2"), passage("a", "f", "fn", "a#s1")]
TWO = [passage("b", "s1", "p1")]


class Counting(list[Passage]):
    """A list that remembers which slices were taken."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        super().__init__(passages)
        self.taken: list[object] = []

    def __getitem__(self, at: Any) -> Any:
        self.taken.append(at)
        return super().__getitem__(at)


def test_neighbours_footnotes_and_what_they_hang_on_are_known_by_their_passage() -> None:
    own = in_reports([*ONE, *TWO]).report("a")
    assert own.passages == tuple(ONE)
    assert own.after == {"a#s1": ONE[1]}
    assert own.notes == {"a#s1": [ONE[3]]}
    assert own.beside(ONE[1]) == [ONE[0]]
    assert own.beside(ONE[3]) == [ONE[0]]
    assert in_reports(ONE).report("khong-co").passages == ()


def test_of_an_index_only_the_report_that_is_asked_for_is_read_and_once() -> None:
    passages = Counting([*ONE, *TWO])
    known = in_reports(passages, [Part("a", "", 4), Part("b", "", 1)])
    assert known.report("b").passages == tuple(TWO)
    assert known.report("b").passages == tuple(TWO)
    assert passages.taken == [slice(4, 5, None)]
    assert in_reports(known) is known
    assert len(known) == 5
    assert list(known)[4] == known[4] == TWO[0]


def test_what_leads_to_a_passage_is_found_by_its_id() -> None:
    contexts = Contexts(in_reports([*ONE, *TWO]))
    assert contexts["b#s1"] == "trên s1"
    assert contexts.get("b#s9", "") == ""
    assert (len(contexts), list(contexts)[:2]) == (5, ["a#s1", "a#s2"])
