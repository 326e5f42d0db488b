"""From a model's words to sentences with their marks at the end."""

import pytest

from app.llm.client import Piece
from app.llm.tidy import sentences
from app.write.writer import Words


def tidied(said: str, only_mark: int | None = None, *, cut: bool = False) -> list[str]:
    """Return the sentences of a reply that comes letter by letter, which must be those of one that comes at once."""
    letters = [*(Piece(letter) for letter in said), Piece("", cut)]
    at_once = [words.text for words in sentences([Piece(said), Piece("", cut)], only_mark) if words.whole]
    assert [words.text for words in sentences(letters, only_mark) if words.whole] == at_once
    return at_once


def begun(said: str) -> list[str]:
    """Return the beginnings of sentences in a reply that comes letter by letter."""
    return [words.text for words in sentences(Piece(letter) for letter in said) if not words.whole]


@pytest.mark.parametrize(
    "said",
    [
        "Tam Đường có 32,8 ha [1].",
        "Tam Đường có 32,8 ha. [1]",
        "Tam Đường có 32,8 ha [1]",
        "  Tam Đường có 32,8 ha [ 1 ] .\n",
        "Trả lời: Tam Đường có 32,8 ha [1].",
        "**Câu trả lời:** Tam Đường có **32,8 ha** [1].",
        "- Tam Đường có `32,8 ha` [1].",
        "1. Tam Đường có 32,8 ha [1].",
        "### Tam Đường có 32,8 ha [1].",
        "Tam Đường có 32,8 ha [1][1], [1].",
        "Tam Đường có\n32,8 ha [1].",
        "tam Đường có 32,8 ha [1].",
        "Tam Đường có 32,8 ha [1].\n\nNgoài ra, tôi có thể giúp gì thêm [2]?",
        "\n\nTam Đường có 32,8 ha [1].\n \nGiải thích: …",
    ],
)
def test_one_sentence_is_the_same_however_it_is_dressed(said: str) -> None:
    assert tidied(said) == ["Tam Đường có 32,8 ha [1]."]


@pytest.mark.parametrize("marks", ["[1, 2]", "[1,2]", "[1; 2]", "[1][2]", "[1] [2]", "[1], [2]", "[1][2][1]"])
def test_several_marks_become_one_each(marks: str) -> None:
    assert tidied(f"Tam Đường có 32,8 ha {marks}.") == ["Tam Đường có 32,8 ha [1][2]."]


def test_each_sentence_has_its_own_marks() -> None:
    assert tidied("Có 11 đơn vị [1]. Hà Nội có 03 đơn vị [2].") == ["Có 11 đơn vị [1].", "Hà Nội có 03 đơn vị [2]."]
    assert tidied("Có 11 đơn vị. [1] Hà Nội có 03 đơn vị. [2]") == ["Có 11 đơn vị [1].", "Hà Nội có 03 đơn vị [2]."]
    assert tidied("Có 11 đơn vị [1]\nHà Nội có 03 đơn vị [2]") == ["Có 11 đơn vị [1].", "Hà Nội có 03 đơn vị [2]."]


def test_a_mark_inside_a_sentence_moves_to_its_end() -> None:
    assert tidied("Được 425 triệu đồng [1] từ quận Hoàng Mai [2].") == ["Được 425 triệu đồng từ quận Hoàng Mai [1][2]."]


def test_a_sentence_without_a_mark_shares_that_of_the_next_one() -> None:
    assert tidied("Có 11 đơn vị. Hà Nội có 03 đơn vị [2].") == ["Có 11 đơn vị [2].", "Hà Nội có 03 đơn vị [2]."]


def test_abbreviations_and_figures_end_no_sentence() -> None:
    assert tidied("TP. Hà Nội cấp 75.780 con [1].") == ["TP. Hà Nội cấp 75.780 con [1]."]


def test_without_any_mark_the_only_citation_is_meant() -> None:
    assert tidied("Tam Đường có 32,8 ha.", only_mark=1) == ["Tam Đường có 32,8 ha [1]."]
    assert tidied("Tam Đường có 32,8 ha", only_mark=None) == ["Tam Đường có 32,8 ha."]


def test_the_half_sentence_at_the_limit_of_tokens_is_dropped() -> None:
    assert tidied("Có 11 đơn vị [1]. Hà Nội có", cut=True) == ["Có 11 đơn vị [1]."]
    assert tidied("Có 11 đơn vị [1].", cut=True) == ["Có 11 đơn vị [1]."]
    assert tidied("Có 11 đơn", only_mark=1, cut=True) == []


def test_a_list_after_an_empty_line_belongs_to_its_colon() -> None:
    said = "Các môn gồm:\n\n- Toán [1]\n- Vật lý [1]"
    assert tidied(said) == ["Các môn gồm: Toán [1].", "Vật lý [1]."]


def test_an_open_enumeration_stays_open() -> None:
    assert tidied("Gồm Cúm gia cầm, Đại... [1].") == ["Gồm Cúm gia cầm, Đại... [1]."]


def test_questions_and_calls_keep_their_sign() -> None:
    assert tidied("Có thật không? [1]") == ["Có thật không? [1]"]


@pytest.mark.parametrize("said", ["", "\n\n", "[1]", "[1].", "***", "Trả lời:", "…"])
def test_where_there_are_no_words_there_is_no_sentence(said: str) -> None:
    assert tidied(said) == []


def test_a_sentence_is_handed_over_before_the_next_one_is_whole() -> None:
    pieces = iter([Piece("Có 11 đơn vị [1]."), Piece(" Hà"), Piece(" Nội")])
    heard = sentences(pieces)
    assert next(heard) == Words("Có 11 đơn vị", whole=False)
    assert next(heard) == Words("Có 11 đơn vị [1].")
    assert next(pieces) == Piece(" Nội")


def test_a_sentence_begins_word_by_word() -> None:
    assert begun("tam Đường có 32,8 ha [1]. Hà Nội") == [
        "Tam", "Tam Đường", "Tam Đường có", "Tam Đường có 32,8", "Tam Đường có 32,8 ha", "Hà",
    ]  # fmt: skip


def test_the_beginning_is_as_tidy_as_the_sentence() -> None:
    assert begun("**Trả lời:** Có **11** đơn vị [1] của")[-1] == "Có 11 đơn vị"
    assert begun("- Có 11\nđơn vị ")[-1] == "Có 11 đơn vị"
