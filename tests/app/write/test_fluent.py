"""Tests of the fluent wording behind the check: a scripted writer over the real report's text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import pytest

from app.llm.errors import ModelError
from app.models import Answer, Citation
from app.understand.lexicon import Lexicon
from app.write.fluent import Rewording
from app.write.writer import Words, WriterError
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
    """Writes what it was told, or fails as it was told; what ends with "…" has only begun."""

    sentences: tuple[str, ...]
    error: WriterError | ModelError | None = None

    def write(self, question: str, citations: Sequence[Citation], *, english: bool) -> Iterator[Words]:
        yield from (Words(text.removesuffix("…"), whole=not text.endswith("…")) for text in self.sentences)
        if self.error:
            raise self.error


def reword(text: str, answer: Answer = QUOTED, error: WriterError | ModelError | None = None) -> Answer | None:
    return Rewording(ScriptedWriter((text,) if text else (), error), LEXICON, {}).reword(answer)


def grown(*sentences: str, error: WriterError | None = None) -> tuple[list[str], Answer | None]:
    """Return what was shown while it grew, and what became of it."""
    shown: list[str] = []
    fluent = Rewording(ScriptedWriter(sentences, error), LEXICON, {}).reword(QUOTED, shown.append)
    return shown, fluent


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
    asked = replace(QUOTED, standalone_question="Hà Nội có bao nhiêu đơn vị vận tải?")
    fluent = reword("Hà Nội có 03 đơn vị vận tải [2].", asked)
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
    shown, fluent = grown("Huyện Tam Đường có 32,8 ha [1].", "Hà Nội có 03 đơn vị vận tải [2].")
    assert shown == [
        "Huyện Tam Đường có 32,8 ha [1].",
        "Huyện Tam Đường có 32,8 ha [1]. Hà Nội có 03 đơn vị vận tải [2].",
    ]
    assert fluent is not None
    assert (fluent.text, len(fluent.citations)) == (shown[-1], 2)


def test_a_sentence_that_fails_gives_way_to_the_quotes_it_names() -> None:
    _, fluent = grown("Hà Nội có 05 đơn vị vận tải [2].", "Huyện Tam Đường có 32,8 ha [1].")
    assert fluent is not None
    assert fluent.text == f"{BUSES.quote} [1]\nHuyện Tam Đường có 32,8 ha [2]."
    assert [citation.quote for citation in fluent.citations] == [BUSES.quote, FLOWERS.quote]


def test_a_quote_takes_the_place_of_two_failed_sentences_once() -> None:
    _, fluent = grown("Huyện Tam Đường có 32,8 ha [1].", "Hà Nội có 05 đơn vị [2].", "Hà Nội có 07 đơn vị [2].")
    assert fluent is not None
    assert fluent.text == f"Huyện Tam Đường có 32,8 ha [1].\n{BUSES.quote} [2]"


def test_a_failed_sentence_that_names_nothing_takes_all_back() -> None:
    assert grown("Huyện Tam Đường có 32,8 ha [1].", "Huyện Mường Tè có 9 ha.") == (
        ["Huyện Tam Đường có 32,8 ha [1]."],
        None,
    )


def test_a_writer_that_stops_half_way_takes_all_back() -> None:
    shown, fluent = grown("Huyện Tam Đường có 32,8 ha [1].", error=WriterError("timeout"))
    assert (len(shown), fluent) == (1, None)


def test_what_was_caught_is_counted_in_the_log(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level("INFO", logger="app.write.fluent"):
        grown("Huyện Tam Đường có 33,8 ha [1].", "Huyện Tam Đường có 34,8 ha [1].")
    assert "{'figure': 2}" in caplog.text


def test_the_beginning_of_a_sentence_is_shown_as_far_as_a_quote_bears_it_out() -> None:
    shown, _ = grown(
        "Huyện Tam Đường có…",
        "Huyện Tam Đường có 32,8…",
        "Huyện Tam Đường có 32,8 ha hoa…",
        "Huyện Tam Đường có 32,8 ha hoa hồng [1].",
        "Hà Nội có 03…",
        "Hà Nội có 03 đơn vị vận…",
        "Hà Nội có 03 đơn vị vận tải [2].",
    )
    assert shown == [
        "Huyện Tam Đường có",
        "Huyện Tam Đường có 32,8 ha",
        "Huyện Tam Đường có 32,8 ha hoa hồng [1].",
        "Huyện Tam Đường có 32,8 ha hoa hồng [1]. Hà Nội có",
        "Huyện Tam Đường có 32,8 ha hoa hồng [1]. Hà Nội có 03 đơn vị",
        "Huyện Tam Đường có 32,8 ha hoa hồng [1]. Hà Nội có 03 đơn vị vận tải [2].",
    ]


def test_a_beginning_that_no_quote_bears_out_is_never_shown() -> None:
    shown, fluent = grown(
        "Huyện Tam Đường có hoa hồng…",
        "Huyện Tam Đường có 3,5 ha hoa hồng…",
        "Huyện Tam Đường có 3,5 ha hoa hồng và nhiều…",
        "Huyện Tam Đường có 3,5 ha hoa hồng và nhiều loài khác [1].",
    )
    assert shown[0] == "Huyện Tam Đường có hoa"
    assert shown[-1] == f"{FLOWERS.quote} [1]"
    assert not any("3,5" in words for words in shown[:-1])
    assert fluent is None


def test_a_beginning_needs_one_quote_that_holds_all_of_it() -> None:
    shown, _ = grown("Huyện Tam Đường có 03 đơn vị vận tải…")
    assert shown == []


def test_the_words_of_the_question_alone_bring_the_quotes_back() -> None:
    # "Huyện", "Tam", "Đường", "ha" stand in the question, "có" tells nothing.
    assert reword("Huyện Tam Đường có ha [1].", replace(QUOTED, standalone_question="Huyện Tam Đường mấy ha?")) is None


def test_a_wording_without_the_figure_that_decides_brings_the_quotes_back() -> None:
    start = QUOTED.text.index("32,8 ha")
    marked = replace(QUOTED, decisive=((start, start + len("32,8 ha")),))
    assert reword("Huyện Tam Đường có hoa hồng [1].", marked) is None
    assert reword("Huyện Tam Đường có 32,8 ha [1].", marked) is not None
