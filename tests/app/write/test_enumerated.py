"""A whole khoản answers where a list is wanted, one điểm where one is meant."""

from pathlib import Path

import pytest

from app.decide.evidence import Judge
from app.models import Citation
from app.understand.lexicon import Lexicon
from app.understand.question import analyse
from app.write.citations import cite
from app.write.extract import Extractor
from app.write.extractive import LONGEST_SHOWN, write
from corpus.library import Library
from corpus.parse import parse_report
from tests.corpus.test_enumerations import DECREE

UNIT = """1. Thẻ bị thu hồi trong các trường hợp sau đây:
a) Bỏ đàn ong quá ba tháng;
b) Cho người khác mượn thẻ.
Ngoài các trường hợp trên, không ai được thu hồi thẻ."""


def cited(question: str, found: str, source: str = DECREE) -> tuple[Library, tuple[Citation, ...]]:
    """Return what is cited for a question whose best passage contains ``found``."""
    library = Library((parse_report(source, Path("nghi-dinh.md")),))
    passages = library.passages()
    lexicon = Lexicon(passages)
    extractor = Extractor(library, passages, Judge(passages, lexicon, library.reports))
    first = next(passage for passage in passages if found in passage.text)
    return library, cite(extractor.choose(analyse(question, lexicon), first), library)


def quotes(question: str, found: str) -> list[str]:
    return [citation.quote for citation in cited(question, found)[1]]


@pytest.mark.parametrize("found", ["Thẻ bị thu hồi", "Bỏ đàn ong", "Ngoài các trường hợp"])
def test_in_which_cases_is_answered_by_the_whole_clause(found: str) -> None:
    assert quotes("Thẻ nuôi ong bị thu hồi trong những trường hợp nào?", found) == [UNIT]


def test_what_one_point_says_is_answered_by_it_with_the_line_that_introduces_it() -> None:
    asked = "Cho người khác mượn thẻ thì có bị thu hồi thẻ không?"
    assert quotes(asked, "Cho người khác") == [
        "Thẻ bị thu hồi trong các trường hợp sau đây:",
        "Cho người khác mượn thẻ.",
    ]


def test_a_figure_is_answered_by_the_point_that_has_it() -> None:
    assert "Bỏ đàn ong quá ba tháng;" in quotes("Bỏ đàn ong bao nhiêu tháng thì bị thu hồi thẻ?", "Bỏ đàn")


def test_the_whole_article_is_cited_by_its_own_name() -> None:
    _, (citation,) = cited("Người nuôi ong có những nghĩa vụ gì?", "Báo dịch bệnh")
    assert citation.label == "Điều 2"
    assert citation.quote.startswith("Người nuôi ong có các nghĩa vụ sau đây:\n1. Giữ sạch")


def test_the_clauses_under_a_title_are_listed_where_the_title_is_asked_for() -> None:
    _, (citation,) = cited("Trạm thú y có những nhiệm vụ gì?", "Cấp thẻ")
    assert citation.label == "Điều 3"
    assert citation.quote == "Điều 3. Nhiệm vụ của trạm thú y\n1. Cấp thẻ nuôi ong.\n2. Kiểm tra đàn ong."


def test_of_a_very_long_list_the_first_members_are_shown_and_how_many_more_there_are() -> None:
    long = "giữ sạch nơi đặt tổ ong " * 20
    points = "\n\n".join(f"{letter}) Người nuôi phải {long.strip()};" for letter in "abcde")
    source = f"# NGHỊ ĐỊNH\n\n# Về nuôi ong\n\n**Điều 1. Việc phải làm**\n\n1. Những việc phải làm gồm:\n\n{points}\n"
    library, citations = cited("Việc phải làm gồm những gì?", "Những việc phải làm", source)
    assert len(citations[0].quote) > LONGEST_SHOWN
    shown = write(citations, library)
    assert shown.endswith("… và 2 đoạn nữa [1]")
    assert len(shown) < LONGEST_SHOWN + 50
