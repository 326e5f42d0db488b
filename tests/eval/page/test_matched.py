"""Which characters two quotes of one place share."""

import pytest

from eval.models import Evidence
from eval.page.matched import shared, stands_in

TEXT = "Huyện Tam Đường trồng 32,8 ha hoa hồng."


@pytest.mark.parametrize(
    ("quote", "span"),
    [
        ("Tam Đường", (6, 15)),  # inside the text
        (f"Năm 2022: {TEXT} Hết.", (0, 39)),  # the text inside the quote
        ("32,8 ha hoa hồng. Huyện khác", (22, 39)),  # begins before the text ends: 17 characters
        ("Năm 2022. Huyện Tam Đường", (0, 15)),  # ends after the text begins
        ("hồng. Huyện khác", None),  # five characters may be chance
        ("Tân Uyên", None),
        ("", None),
    ],
)
def test_what_two_quotes_share_is_found_whichever_is_longer(quote: str, span: tuple[int, int] | None) -> None:
    assert shared(TEXT, quote) == span


def test_the_same_words_in_another_place_are_no_evidence() -> None:
    evidence = Evidence("I.3", "4", "Tam Đường")
    assert stands_in(evidence, "I.3", "4", TEXT) == (6, 15)
    assert stands_in(evidence, "I.3", None, TEXT) is None
    assert stands_in(evidence, "I.2", "4", TEXT) is None
