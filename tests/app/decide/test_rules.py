"""Decrees: the preamble rules nothing, a paragraph tells in its next sentence for how long, a definition opens so."""

from pathlib import Path

import pytest

from app.decide.evidence import Judge
from app.decide.kinds import defines
from app.decide.rank import rank
from app.decide.verdict import Verdict, decide
from app.understand.lexicon import Lexicon
from app.understand.question import analyse
from corpus.library import Library
from corpus.parse import parse_report
from index.models import Hit

DECREE = """CHÍNH PHỦ

NGHỊ ĐỊNH

Về nuôi ong

Căn cứ Luật Chăn nuôi ngày 19 tháng 11 năm 2018 về nuôi ong;

**Điều 1. Tạm dừng nuôi ong**

Người nuôi ong có thể bị tạm dừng nuôi ong khi có dịch. Thời hạn tạm dừng không quá mười lăm ngày.

**Điều 2. Hiệu lực**

Nghị định này có hiệu lực sau 15 ngày kể từ ngày ký.
"""


@pytest.fixture(scope="module")
def library() -> Library:
    return Library((parse_report(DECREE, Path("nghi-dinh.md")),))


def decided(library: Library, question: str, *found: str) -> Verdict:
    """Decide on the passages that contain each of ``found``, the first found best by far."""
    passages = library.passages()
    lexicon = Lexicon(passages)
    judge = Judge(passages, lexicon, library.reports)
    asked = analyse(question, lexicon)
    chosen = [next(one for one in passages if part in one.text) for part in found]
    hits = [
        Hit(passage=one, rank=place + 1, score=8.0 - 2 * place, similarity=0.95) for place, one in enumerate(chosen)
    ]
    return decide(asked, rank(judge.measure(asked, hits)), judge)


def test_the_preamble_does_not_answer_what_a_decree_rules(library: Library) -> None:
    verdict = decided(library, "Nghị định về nuôi ong có hiệu lực khi nào?", "Căn cứ Luật", "có hiệu lực")
    assert verdict.passage is not None
    assert "kể từ ngày ký" in verdict.passage.text


def test_the_preamble_answers_what_a_decree_rests_on(library: Library) -> None:
    verdict = decided(library, "Nghị định về nuôi ong căn cứ luật nào?", "Căn cứ Luật", "có hiệu lực")
    assert verdict.passage is not None
    assert verdict.passage.text.startswith("Căn cứ Luật")


def test_how_long_is_told_by_the_next_sentence(library: Library) -> None:
    asked = "Người nuôi ong có thể bị tạm dừng nuôi ong tối đa bao lâu?"
    verdict = decided(library, asked, "khi có dịch", "Thời hạn")
    assert verdict.passage is not None
    assert "mười lăm ngày" in verdict.passage.text


def test_a_definition_opens_with_what_it_defines(library: Library) -> None:
    lexicon = Lexicon(library.passages())
    asked = analyse("Thế nào là đàn ong mạnh?", lexicon)
    assert defines(asked, " đàn ong mạnh là đàn có trên tám cầu ")
    assert not defines(asked, " người nuôi đàn ong mạnh được hỗ trợ ")
    assert not defines(analyse("Đàn ong mạnh ở đâu?", lexicon), " đàn ong mạnh là đàn có trên tám cầu ")
