"""Tests of the fluent wording behind the check: a scripted writer over the real report's text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from app.llm.errors import ModelError
from app.models import Answer, Citation
from app.understand.lexicon import Lexicon
from app.write.fluent import Rewording
from app.write.writer import WriterError
from corpus.library import Library, open_library
from tests.fakes import answered, cite, refused

LIBRARY: Library = open_library()
REPORT = LIBRARY.reports[0]
LEXICON = Lexicon(LIBRARY.passages())
FLOWERS = cite(REPORT, "huyện Tam Đường 32,8 ha; huyện Tân Uyên 3,5 ha", marker=1)
BUSES = cite(REPORT, "08 đơn vị vận tải của Lai Châu và 03 đơn vị vận tải của thành phố Hà Nội.", marker=2)
QUOTED = answered(f"{FLOWERS.quote} [1]\n{BUSES.quote} [2]", FLOWERS, BUSES, understood="Tam Đường có bao nhiêu ha?")


@dataclass(frozen=True, slots=True)
class ScriptedWriter:
    """Writes what it was told, or fails as it was told."""

    text: str
    error: WriterError | ModelError | None = None

    def write(self, question: str, citations: Sequence[Citation], *, english: bool) -> Iterator[str]:
        if self.error:
            raise self.error
        yield self.text


def reword(text: str, answer: Answer = QUOTED, error: WriterError | ModelError | None = None) -> Answer | None:
    return Rewording(ScriptedWriter(text, error), LEXICON, {}).reword(answer)


def test_a_sentence_that_its_quote_bears_out_becomes_the_answer() -> None:
    fluent = reword("Huyện Tam Đường có 32,8 ha [1].")
    assert fluent is not None
    assert (fluent.text, fluent.mode) == ("Huyện Tam Đường có 32,8 ha [1].", "generative")
    assert fluent.citations == (FLOWERS,)


def test_a_figure_that_no_quote_holds_leaves_the_quotes_standing() -> None:
    assert reword("Huyện Tam Đường có 33,8 ha [1].") is None


def test_the_figure_of_another_district_leaves_the_quotes_standing() -> None:
    assert reword("Huyện Tam Đường có 3,5 ha [1].") is None


def test_a_sentence_without_a_mark_leaves_the_quotes_standing() -> None:
    assert reword("Huyện Tam Đường có 32,8 ha.") is None


def test_citations_that_are_not_used_go_and_the_rest_are_numbered_anew() -> None:
    fluent = reword("Hà Nội có 03 đơn vị vận tải [2].")
    assert fluent is not None
    assert fluent.text == "Hà Nội có 03 đơn vị vận tải [1]."
    assert [(c.marker, c.quote) for c in fluent.citations] == [(1, BUSES.quote)]


def test_a_writer_that_fails_leaves_the_quotes_standing() -> None:
    assert reword("", error=WriterError("timeout")) is None


def test_a_refusal_is_never_reworded() -> None:
    assert reword("Huyện Tam Đường có 32,8 ha [1].", refused("Báo cáo không nêu nội dung này.")) is None


def test_a_model_that_cannot_start_leaves_the_quotes_standing() -> None:
    assert reword("", error=ModelError("cannot-start", "mau.gguf")) is None


def test_an_answer_with_a_sum_of_its_own_is_not_reworded() -> None:
    worked_out = replace(QUOTED, text=f"{QUOTED.text}\nTính từ số liệu trích dẫn: 32,8 + 3,5 = 36,3 ha [1]")
    assert reword("Huyện Tam Đường có 32,8 ha [1].", worked_out) is None
