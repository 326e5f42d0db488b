"""A document that a report rests on is told by the preamble, what is to be done with it by the plans."""

from pathlib import Path

import pytest

from app.decide.basis import BEHIND, in_preamble
from app.decide.evidence import Judge
from app.decide.features import Evidence
from app.understand.lexicon import Lexicon
from app.understand.question import analyse
from corpus.library import Library
from corpus.parse import parse_report
from index.models import Hit

SOURCE = """## BÁO CÁO

### Kết quả trồng rừng năm 2022

Thực hiện Kế hoạch số 31/KH-UBND ngày 05/3/2021 của UBND huyện, xã báo cáo như sau:

#### I. KẾT QUẢ

Xã trồng 20 ha rừng.

#### II. PHƯƠNG HƯỚNG

Các thôn tiếp tục thực hiện Kế hoạch số 31/KH-UBND ngày 05/3/2021.
"""


@pytest.mark.parametrize(
    ("question", "behind", "opening"),
    [
        ("Kế hoạch trồng rừng ban hành ngày nào?", 0.5, "Thực hiện Kế hoạch"),
        ("Kế hoạch trồng rừng ban hành ngày nào?", BEHIND + 0.1, "Các thôn"),
        ("Sang năm các thôn thực hiện kế hoạch nào?", 0.5, "Các thôn"),
        ("Vì sao các thôn tiếp tục thực hiện kế hoạch?", 0.5, "Các thôn"),
        ("Các thôn nào tiếp tục thực hiện?", 0.5, "Các thôn"),
    ],
)
def test_the_preamble_tells_when_and_by_whom_a_plan_was_issued(question: str, behind: float, opening: str) -> None:
    library = Library((parse_report(SOURCE, Path("bc.md")),))
    passages = library.passages()
    lexicon = Lexicon(passages)
    asked = analyse(question, lexicon, period="2022")

    def evidence(words: str, support: float) -> Evidence:
        passage = next(one for one in passages if one.text.startswith(words))
        measured = Judge(passages, lexicon, library.reports).measure(asked, [Hit(passage, 4.0, 1, 0.9)])[0]
        return Evidence(measured.hit, measured.features, support)

    ranked = [evidence("Các thôn", 5.0), evidence("Thực hiện", 5.0 - behind), evidence("Xã trồng", 1.0)]
    assert in_preamble(asked, ranked[0], ranked).passage.text.startswith(opening)
    assert in_preamble(asked, ranked[2], ranked) == ranked[2]
