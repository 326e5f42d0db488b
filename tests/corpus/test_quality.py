"""What was found in a document is counted, what is lost or doubtful is told."""

from pathlib import Path

from corpus.models import Report
from corpus.parse import parse_report
from corpus.quality import assess
from corpus.reading.models import Doubt, Findings

SOURCE = """Số: 5/BC-SM

## BÁO CÁO

### Việc năm 2024

## I. KẾT QUẢ

Một[^1]. Hai.

| A | B |
| --- | --- |
| c | 5 |

PHỤ LỤC

Ba./.

[^1]: Chú.
"""


def test_what_was_found_is_counted() -> None:
    quality = assess(parse_report(SOURCE, Path("mau.md")), None)
    assert (quality.headings, quality.attachments, quality.footnotes, quality.footnotes_linked) == (2, 1, 1, 1)
    # Sentences: number, type, title; "Một.", "Hai.", one row, the footnote; "PHỤ LỤC", "Ba./.".
    assert (quality.tables, quality.rows, quality.sentences) == (1, 1, 9)
    assert quality.missing == ("issuer", "issued_on", "signatory", "recipients")


def test_what_the_reading_of_the_file_found_is_passed_on(report: Report) -> None:
    doubts = (Doubt("image", "trang 2"),)
    findings = Findings("docx", ("tcvn3",), 120, 3, insertions=2, deletions=1, footnotes=9, doubts=doubts)
    quality = assess(report, findings)
    assert (quality.footnotes, quality.footnotes_linked) == (9, 8)
    assert (quality.encodings, quality.converted, quality.insertions, quality.deletions) == (("tcvn3",), 120, 2, 1)
    assert quality.doubts == doubts


def test_the_packaged_report_lacks_only_its_number(report: Report) -> None:
    quality = assess(report, None)
    assert (quality.headings, quality.missing) == (18, ("number",))
