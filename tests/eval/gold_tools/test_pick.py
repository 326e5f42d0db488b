"""Evidence is picked from what the reports say, cut by words, and stands once in its place."""

import pytest

from eval.gold_tools.pick import Desk, cut, pick_evidence
from eval.models import Evidence
from tests.eval.gold_tools.scripted import ScriptedTerminal, WordSearch
from tests.small_library import small_library

SENTENCE = "Tam Đường 32,8 ha; Tân Uyên 3,5 ha."


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Tân Uyên 3,5 ha", "Tân Uyên 3,5 ha"),
        ("tân  uyên", "Tân Uyên"),
        ("Tam … ha", "Tam Đường 32,8 ha"),
        ("Đường ... 3,5", "Đường 32,8 ha; Tân Uyên 3,5"),
        ("Mường Tè", None),
        ("ha … Tam", None),
        ("…", None),
        ("3.5", None),  # a full stop is no pattern
    ],
)
def test_a_sentence_is_cut_by_its_words(typed: str, kept: str | None) -> None:
    span = cut(SENTENCE, typed)
    assert (SENTENCE[slice(*span)] if span else None) == kept


def picked(*typed: str | BaseException) -> tuple[tuple[Evidence, ...], ScriptedTerminal]:
    """Pick evidence for a question on carriers by typing these lines."""
    library = small_library()
    terminal = ScriptedTerminal(list(typed))
    return pick_evidence(Desk(terminal, library, WordSearch(library)), "vận tải", ()), terminal


def test_numbers_pick_sentences_whole_or_cut() -> None:
    evidence, terminal = picked("1, 2", "", "08 … Lai Châu", "")
    assert evidence == (
        Evidence("I.2", None, "Hiện nay có 11 đơn vị vận tải khai thác tuyến Lai Châu - Hà Nội."),
        Evidence("I.2", "2", "08 đơn vị vận tải của Lai Châu"),
    )
    assert terminal.told[0].startswith("  [1] Mục I.2: Hiện nay có 11 đơn vị")
    assert terminal.told[1].startswith("  [2] Mục I.2, chú thích 2: 08 đơn vị")


def test_other_words_and_sections_can_be_looked_at() -> None:
    evidence, _ = picked("/vắc xin", "1", "15.000 liều", "mục II", "1", "", "")
    assert evidence == (
        Evidence("I", None, "15.000 liều"),
        Evidence("II", None, "Một số sự kiện còn ít khách do thời gian chuẩn bị ngắn."),
    )


def test_what_cannot_be_used_is_told_and_asked_again() -> None:
    evidence, terminal = picked("", "9", "mục X", "/đơn vị", "1", "mười", "đơn vị vận tải", "")
    assert evidence == (Evidence("I.2", None, "đơn vị vận tải"),)
    told = "\n".join(terminal.told)
    assert "Cần ít nhất một bằng chứng" in told
    assert "Hãy gõ số từ 1 đến 2" in told
    assert "Không có câu nào" in told
    assert "Câu không có lời này" in told


def test_words_that_their_place_says_twice_must_be_longer() -> None:
    evidence, terminal = picked("/chuyến", "1", "chuyến/ngày", "27 chuyến/ngày", "")
    assert evidence == (Evidence("I.2", None, "27 chuyến/ngày"),)
    assert any("nhiều hơn một lần" in text for text in terminal.told)


def test_what_is_not_utf8_is_asked_again() -> None:
    broken = UnicodeDecodeError("utf-8", b"\xe1", 0, 1, "invalid")
    evidence, terminal = picked(broken, "v\udce1", "1", "đơn vị vận tải", "")
    assert evidence == (Evidence("I.2", None, "đơn vị vận tải"),)
    assert sum("UTF-8" in text for text in terminal.told) == 2
