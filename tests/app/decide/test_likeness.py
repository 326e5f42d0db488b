"""Passages are alike by the rare pairs of syllables that both have."""

from pathlib import Path

from app.decide.likeness import likeness
from corpus.library import Library
from corpus.parse import parse_report


def test_every_shared_pair_counts_once_by_its_rarity() -> None:
    library = Library((parse_report("## I. KẾT QUẢ\n\nMở chợ phiên. Chợ phiên mở, chợ phiên đông.\n", Path("bc.md")),))
    first, second = library.passages()[-2:]
    rarity = {"chợ_phiên": 3.0}
    # "mở chợ", "chợ phiên" and "chợ phiên", "phiên mở", "mở chợ", "phiên đông": two pairs are shared.
    assert likeness(first, second, lambda pair: rarity.get(pair, 0.5)) == 3.5
