"""A vocabulary of two sentences."""

import pytest

from app.understand.lexicon import Lexicon
from corpus.models import Passage

TEXTS = ("Huyện Tam Đường trồng 32,8 ha hoa hồng.", "Sở Du lịch Hà Nội hỗ trợ tỉnh Lai Châu tại huyện Tân Uyên.")


@pytest.fixture(scope="session")
def small_lexicon() -> Lexicon:
    """Knows three places of two sentences."""
    return Lexicon([Passage(f"p{i}", "bc", "I", None, "p", 0, len(t), t, "", None) for i, t in enumerate(TEXTS)])
