"""An enumeration is one unit: the line that introduces it and all that it introduces."""

from pathlib import Path

from corpus.enumerations import enumeration_of, is_written_as_rules
from corpus.models import Report
from corpus.parse import parse_report

DECREE = """# NGHỊ ĐỊNH

# Về nuôi ong

**Điều 1. Thu hồi thẻ nuôi ong**

1. Thẻ bị thu hồi trong các trường hợp sau đây:

a) Bỏ đàn ong quá ba tháng;

b) Cho người khác mượn thẻ.

Ngoài các trường hợp trên, không ai được thu hồi thẻ.

2. Người bị thu hồi thẻ được khiếu nại.

**Điều 2. Nghĩa vụ**

Người nuôi ong có các nghĩa vụ sau đây:

1. Giữ sạch nơi đặt tổ ong;

2. Báo dịch bệnh của đàn ong.

**Điều 3. Nhiệm vụ của trạm thú y**

1. Cấp thẻ nuôi ong.

2. Kiểm tra đàn ong.
"""


def read() -> Report:
    return parse_report(DECREE, Path("nghi-dinh.md"))


def members(report: Report, found: str) -> tuple[str, list[str]] | None:
    """Return the first words of the lead and of the members of what the paragraph with ``found`` stands in."""
    paragraph = next(one for one in report.paragraphs if found in report.text[one.start : one.end])
    enumeration = enumeration_of(report, paragraph)
    if enumeration is None:
        return None
    texts = [report.text[one.start : one.end] for one in (enumeration.lead, *enumeration.members)]
    first, *others = [" ".join(text.split()[:3]) for text in texts]
    return first, others


def test_a_decree_is_written_as_rules_and_a_report_does_not() -> None:
    assert is_written_as_rules(read())
    assert not is_written_as_rules(parse_report("# BÁO CÁO\n\n# Về nuôi ong\n\n## I. KẾT QUẢ\n\nTốt.\n", Path("bc.md")))


def test_a_clause_with_its_points_and_what_ends_it_is_one_unit() -> None:
    unit = ("1. Thẻ bị", ["a) Bỏ đàn", "b) Cho người", "Ngoài các trường"])
    report = read()
    assert members(report, "Thẻ bị thu hồi") == unit
    assert members(report, "Cho người khác") == unit
    assert members(report, "Ngoài các") == unit


def test_the_clauses_under_the_opening_line_of_an_article_are_one_unit() -> None:
    unit = ("Người nuôi ong", ["1. Giữ sạch", "2. Báo dịch"])
    assert members(read(), "Báo dịch") == unit
    assert members(read(), "có các nghĩa vụ") == unit


def test_where_no_line_opens_an_article_its_title_does() -> None:
    assert members(read(), "Kiểm tra") == ("Điều 3. Nhiệm", ["1. Cấp thẻ", "2. Kiểm tra"])


def test_a_title_and_a_row_stand_in_none() -> None:
    assert members(read(), "Điều 2. Nghĩa vụ") is None
