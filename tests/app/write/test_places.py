"""Places have their official names, in both languages."""

from pathlib import Path

import pytest

from app.export.decree import full_form, unit
from app.write.citations import Quote, cite
from app.write.places import label, section_label
from corpus.library import Library
from corpus.models import Report
from corpus.parse import parse_report
from corpus.passages import cut_passages

DECREE = """Số: 7/NĐ-CP

NGHỊ ĐỊNH

Về việc mẫu

Chương I

QUY ĐỊNH CHUNG

Điều 1. Phạm vi

1. Gồm có:

a) Việc một;

b) Việc hai.

Điều 2. Hiệu lực

Từ ngày ký./.
"""


@pytest.fixture(scope="module")
def decree() -> Report:
    return parse_report(DECREE, Path("nd-mau.md"))


@pytest.mark.parametrize(
    ("code", "vietnamese", "english"),
    [
        ("C1", "Chương I", "Chapter I"),
        ("D1", "Điều 1", "Article 1"),
        ("D1.1", "khoản 1 Điều 1", "clause 1 Article 1"),
        ("header", "Phần mở đầu", "Opening"),
    ],
)
def test_a_section_is_named_in_its_official_form(decree: Report, code: str, vietnamese: str, english: str) -> None:
    assert section_label(decree, code) == vietnamese
    assert section_label(decree, code, "en") == english


def test_a_diem_and_a_footnote_stand_around_the_section(decree: Report) -> None:
    assert label(decree, "D1.1", "2", part="điểm b") == "điểm b khoản 1 Điều 1, chú thích 2"
    assert label(decree, "D1.1", None, "en", part="điểm b") == "point b clause 1 Article 1"


def test_a_citation_names_the_diem_it_stands_in(decree: Report) -> None:
    (passage,) = [passage for passage in cut_passages(decree) if passage.text == "Việc hai."]
    (citation,) = cite([Quote(passage, passage.start, passage.end)], Library((decree,)))
    assert citation.label == "điểm b khoản 1 Điều 1"
    assert decree.text[citation.start : citation.end] == "Việc hai."


def test_a_decree_is_cited_by_its_own_type_and_unit(decree: Report) -> None:
    assert full_form(decree) == "Nghị định số 7/NĐ-CP về việc mẫu"
    assert unit(decree, "D1.1", None, "điểm b") == "điểm b khoản 1 Điều 1"
    assert unit(decree, "D2", None) == "Điều 2"
