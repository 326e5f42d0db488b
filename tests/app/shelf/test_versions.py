"""Which reports are versions of one document."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from app.shelf.versions import is_version
from corpus.models import Report
from corpus.parse import parse_report
from tests.small_library import HEALTH

BASE = parse_report(HEALTH, Path("bc.md"))


def report(**metadata: Any) -> Report:
    told = {"number": "15", "sign": "BC-SYT", "issuer": "Sở Y tế", "issued_on": "2023-02-10", "period": "2022"}
    return replace(BASE, metadata=replace(BASE.metadata, **{**told, **metadata}))


@pytest.mark.parametrize(("other", "same"), [
    ({}, True),
    ({"title": "Báo cáo khác", "issued_on": "2023-11-02"}, True),  # number, sign, year and issuer
    ({"title": "Báo cáo khác", "issued_on": "2022-02-10"}, False),  # numbers begin anew each year
    ({"title": "Báo cáo khác", "issuer": "Sở Xây dựng"}, False),
    ({"issuer": "SỞ Y  TẾ"}, True),
    ({"number": None}, True),  # type, subject, issuer and period
    ({"number": None, "period": "2021"}, False),
    ({"number": None, "title": "Công tác dược năm 2022"}, False),
    ({"number": "16"}, False),  # the office wrote about the same subject again
    ({"number": None, "issuer": None}, False),
])  # fmt: skip
def test_versions_of_a_document_are_told_by_number_or_by_subject(other: dict[str, Any], same: bool) -> None:
    assert is_version(report(), report(**other)) is same


def test_what_is_not_known_is_never_the_same() -> None:
    unknown = {"number": None, "sign": None, "issuer": None, "issued_on": None, "period": None}
    assert not is_version(report(**unknown), report(**unknown))
