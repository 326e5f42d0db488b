"""Cards: what is written comes back, and corrections hold over what was recognised."""

from pathlib import Path

import pytest

from corpus.card import Card, Corrections, Earlier, card_path, card_to_json, corrected, read_card
from corpus.errors import ReportError
from corpus.parse import read_report
from corpus.reading.models import Doubt, Findings
from tests.small_library import HEALTH

CARD = Card(
    file="Báo cáo.docx",
    sha256="ab" * 32,
    added_on="2026-01-31T08:00:00+00:00",
    findings=Findings("docx", ("tcvn3",), 7, 0, 1, 2, 3, 4, (Doubt("image", "trang 2", 5),)),
    size=4800,
    corrections=Corrections(title="Tên đúng", number=""),
    version=2,
    replaces="bc",
    earlier=(Earlier(1, "cũ.doc", "cd" * 32, ""),),
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A report file."""
    path = tmp_path / "bc.md"
    path.write_text(HEALTH, encoding="utf-8")
    return path


def test_a_card_comes_back_as_it_was_written(path: Path) -> None:
    assert read_card(path) is None
    card_path(path).write_bytes(card_to_json(CARD))
    assert read_card(path) == CARD


def test_a_report_is_read_with_what_its_card_corrects(path: Path) -> None:
    recognised = read_report(path)
    card_path(path).write_bytes(card_to_json(CARD))
    report = read_report(path)
    assert (recognised.metadata.number, report.metadata.number) == ("20", None)
    assert (report.title, report.metadata.sign, report.text) == ("Tên đúng", "BC-SYT", recognised.text)


def test_corrections_lie_over_earlier_ones_and_a_title_is_never_blank(path: Path) -> None:
    later = Corrections(title="", issuer="Sở Y tế").over(Corrections(title="Tên", number="7"))
    assert later == Corrections(title="", number="7", issuer="Sở Y tế")
    assert Corrections(period="2022").over(later, {"number"}) == Corrections(title="", issuer="Sở Y tế", period="2022")
    assert corrected(read_report(path), later).title == "Kết quả công tác y tế tỉnh Yên Bái năm 2021"


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b"{}", b'{"format": 1}', b"null", b'{"format": 2}', b"\xff"])
def test_a_damaged_card_is_told_by_its_name(path: Path, damage: bytes) -> None:
    card_path(path).write_bytes(damage)
    with pytest.raises(ReportError) as refused:
        read_report(path)
    assert (refused.value.fault, refused.value.path.name) == ("card", "bc.json")


def test_a_card_with_what_nobody_writes_is_damaged(path: Path) -> None:
    written = card_to_json(CARD)
    for old, new in ((b'"docx"', b'"exe"'), (b'"image"', b'"ghost"'), (b'"number": ""', b'"recipient": ""')):
        assert old in written
        card_path(path).write_bytes(written.replace(old, new))
        with pytest.raises(ReportError):
            read_card(path)
