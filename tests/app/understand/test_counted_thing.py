"""What the reports count side by side may be asked in each other's place, each with its own unit."""

import pytest

from app.understand.counted_thing import with_counted
from app.understand.lexicon import Lexicon
from corpus.models import Passage

TEXT = "Cấp 700 liều vắc xin cho trâu, 15 lít thuốc sát trùng, 300 con dê giống và 20 con trâu giống."
LEXICON = Lexicon([Passage("p", "bc", "I", None, "p", 0, len(TEXT), TEXT, "", None)])


@pytest.mark.parametrize(
    ("question", "thing", "meant"),
    [
        ("Cấp bao nhiêu liều vắc xin?", "thuốc sát trùng", "Cấp bao nhiêu lít thuốc sát trùng?"),
        ("Cấp mấy con dê giống cho xã?", "trâu", "Cấp mấy con trâu cho xã?"),
    ],
)
def test_another_thing_is_counted_in_its_own_unit(question: str, thing: str, meant: str) -> None:
    assert with_counted(question, thing, LEXICON) == meant


@pytest.mark.parametrize(
    ("question", "thing"),
    [
        ("Cấp bao nhiêu liều vắc xin?", "máy cày"),
        ("Cấp mấy lớp vắc xin?", "thuốc sát trùng"),
        ("Ai cấp vắc xin?", "thuốc sát trùng"),
    ],
)
def test_what_no_sentence_counts_beside_it_is_not_exchanged(question: str, thing: str) -> None:
    assert with_counted(question, thing, LEXICON) is None
