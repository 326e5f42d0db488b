"""A "không" too much or too little is noticed."""

import pytest

from app.check.polarity import contradicts, without_answer_word
from app.check.tokens import read_text
from app.understand.lexicon import Lexicon

QUOTE = "Do thời gian chưa phù hợp nên sự kiện bị lùi lại."


@pytest.mark.parametrize(
    ("sentence", "quote", "contradicting"),
    [
        ("Do thời gian chưa phù hợp.", QUOTE, False),
        ("Do thời gian phù hợp.", QUOTE, True),
        ("Sự kiện bị lùi lại.", QUOTE, False),
        ("Tỉnh không tổ chức sự kiện.", "Tỉnh tổ chức sự kiện.", True),
        ("Tỉnh chưa tổ chức sự kiện.", "Tỉnh tạm dừng tổ chức sự kiện.", False),
        ("Không chỉ có hoa hồng.", "Có hoa hồng.", False),
        ("Chưa, sự kiện bị lùi lại.", QUOTE, False),
    ],
)
def test_denial_must_stand_in_both_or_in_neither(
    sentence: str, quote: str, contradicting: bool, small_lexicon: Lexicon
) -> None:
    said = read_text(without_answer_word(sentence), small_lexicon).tokens
    assert contradicts(said, [read_text(quote, small_lexicon).tokens]) == contradicting
