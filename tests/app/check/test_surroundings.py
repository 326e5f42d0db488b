"""What stands around a claim tells which of two it is."""

from app.check.surroundings import Surroundings, likeness, surroundings
from app.check.tokens import read_text
from app.understand.lexicon import Lexicon


def around(text: str, word: str, lexicon: Lexicon) -> Surroundings:
    tokens = read_text(text, lexicon).tokens
    at = next(i for i, token in enumerate(tokens) if token.key == word)
    return surroundings(tokens, at, at, lexicon, either_side=True)


def test_nearer_words_and_words_of_the_same_clause_weigh_more(small_lexicon: Lexicon) -> None:
    weights = around("Tam Đường 3 ha, Tân Uyên 5 ha", "3", small_lexicon).weights
    assert weights[-1, "đường"] > weights[-1, "tam"] > weights[1, "tân"]


def test_a_figure_is_most_like_the_one_with_its_place(small_lexicon: Lexicon) -> None:
    said = around("Tân Uyên có 5 ha", "5", small_lexicon)
    evidence = "Tam Đường 3 ha; 5 ha ở Tân Uyên"
    assert likeness(said, around(evidence, "5", small_lexicon)) > likeness(said, around(evidence, "3", small_lexicon))


def test_what_leads_to_a_change_leads_to_both_its_figures(small_lexicon: Lexicon) -> None:
    weights = around("số chuyến khai thác từ 27 năm 2021 lên 32 năm 2022", "32", small_lexicon).weights
    assert (-1, "thác") in weights
    assert (-1, "2021") not in weights


def test_what_leads_to_a_list_in_brackets_leads_to_each_of_its_places(small_lexicon: Lexicon) -> None:
    tokens = read_text("khảo sát (bản Thẳm; bản Gia Khâu; bản Sin)", small_lexicon).tokens
    last = surroundings(tokens, len(tokens) - 1, len(tokens) - 1, small_lexicon)
    first = surroundings(tokens, 3, 3, small_lexicon)
    assert last.weights[-1, "sát"] == first.weights[-1, "sát"]
    assert (-1, "khâu") not in last.weights


def test_words_in_one_row_with_the_claim_add_to_the_likeness() -> None:
    left, right = Surroundings({}, ("ty", "công")), Surroundings({}, ("ty", "công", "tổng"))
    assert likeness(left, right) == 0.0
    assert likeness(left, right, unbroken=1.0) == 2.0
