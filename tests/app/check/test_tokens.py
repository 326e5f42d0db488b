"""Text is cut into tokens that compare."""

from app.check.tokens import read_text
from app.understand.lexicon import Lexicon


def keys(text: str, lexicon: Lexicon, *, english: bool = False) -> list[str]:
    return [token.key for token in read_text(text, lexicon, english=english).tokens]


def test_figures_compare_by_value(small_lexicon: Lexicon) -> None:
    assert keys("08 và 1.250,5 tỷ", small_lexicon) == ["8", "và", "1250.5", "tỷ"]


def test_document_numbers_and_addresses_are_one_token(small_lexicon: Lexicon) -> None:
    assert keys("số 2923/KH-UBND, án 112C, laichau.tourism.vn, C.P", small_lexicon) == [
        "số",
        "2923/kh-ubnd",
        "án",
        "112c",
        "laichau.tourism.vn",
        "c.p",
    ]


def test_abbreviations_are_written_out(small_lexicon: Lexicon) -> None:
    assert keys("03 HTX", small_lexicon) == ["3", "hợp", "tác", "xã"]


def test_clause_boundaries_are_counted(small_lexicon: Lexicon) -> None:
    tokens = read_text("A, B và C: D; E: 5", small_lexicon).tokens
    assert [(token.key, token.fences) for token in tokens] == [
        ("a", 0),
        ("b", 1),
        ("và", 2),
        ("c", 2),
        ("d", 3),
        ("e", 4),
        ("5", 5),
    ]


def test_english_opens_decimals_with_a_point_and_has_no_diacritics(small_lexicon: Lexicon) -> None:
    assert keys("Tam Đường 32.8 of 75,780", small_lexicon, english=True) == ["tam", "duong", "32.8", "of", "75780"]


def test_a_figure_that_is_told_again_in_words_is_told_once(small_lexicon: Lexicon) -> None:
    assert keys("nộp trong 02 (hai) ngày", small_lexicon) == ["nộp", "trong", "2", "ngày"]
