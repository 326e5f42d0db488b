"""Tests of the fluent wording behind the check: a scripted writer over the real report's text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import pytest

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

    sentences: tuple[str, ...]
    error: WriterError | ModelError | None = None

    def write(self, question: str, citations: Sequence[Citation], *, english: bool) -> Iterator[str]:
        yield from self.sentences
        if self.error:
            raise self.error


def reword(text: str, answer: Answer = QUOTED, error: WriterError | ModelError | None = None) -> Answer | None:
    return Rewording(ScriptedWriter((text,) if text else (), error), LEXICON, {}).reword(answer)


def stream(*sentences: str, error: WriterError | None = None) -> list[Answer]:
    return list(Rewording(ScriptedWriter(sentences, error), LEXICON, {}).stream(QUOTED))


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


def test_an_answer_grows_by_the_sentence() -> None:
    steps = stream("Huyện Tam Đường có 32,8 ha [1].", " Hà Nội có 03 đơn vị vận tải [2].")
    assert [step.text for step in steps] == [
        "Huyện Tam Đường có 32,8 ha [1].",
        "Huyện Tam Đường có 32,8 ha [1]. Hà Nội có 03 đơn vị vận tải [2].",
    ]
    assert [len(step.citations) for step in steps] == [1, 2]


def test_a_sentence_that_fails_gives_way_to_the_quotes_it_names() -> None:
    steps = stream("Hà Nội có 05 đơn vị vận tải [2].", " Huyện Tam Đường có 32,8 ha [1].")
    assert steps[-1].text == f"{BUSES.quote} [1]\nHuyện Tam Đường có 32,8 ha [2]."
    assert [citation.quote for citation in steps[-1].citations] == [BUSES.quote, FLOWERS.quote]


def test_a_quote_takes_the_place_of_two_failed_sentences_once() -> None:
    steps = stream("Huyện Tam Đường có 32,8 ha [1].", " Hà Nội có 05 đơn vị [2].", " Hà Nội có 07 đơn vị [2].")
    assert steps[-1].text == f"Huyện Tam Đường có 32,8 ha [1].\n{BUSES.quote} [2]"


def test_a_failed_sentence_that_names_nothing_brings_the_quotes_back() -> None:
    assert stream("Huyện Tam Đường có 32,8 ha [1].", " Huyện Mường Tè có 9 ha.")[-1] is QUOTED


def test_a_writer_that_stops_half_way_brings_the_quotes_back() -> None:
    steps = stream("Huyện Tam Đường có 32,8 ha [1].", error=WriterError("timeout"))
    assert [step is QUOTED for step in steps] == [False, True]


def test_what_was_caught_is_counted_in_the_log(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level("INFO", logger="app.write.fluent"):
        stream("Huyện Tam Đường có 33,8 ha [1].", " Huyện Tam Đường có 34,8 ha [1].")
    assert "{'figure': 2}" in caplog.text


def test_the_words_of_the_question_alone_bring_the_quotes_back() -> None:
    # "Huyện", "Tam", "Đường", "ha" stand in the question, "có" tells nothing.
    assert reword("Huyện Tam Đường có ha [1].", replace(QUOTED, standalone_question="Huyện Tam Đường mấy ha?")) is None


def test_a_wording_without_the_figure_that_decides_brings_the_quotes_back() -> None:
    start = QUOTED.text.index("32,8 ha")
    marked = replace(QUOTED, decisive=((start, start + len("32,8 ha")),))
    assert reword("Huyện Tam Đường có hoa hồng [1].", marked) is None
    assert reword("Huyện Tam Đường có 32,8 ha [1].", marked) is not None
