"""A question that names a document is looked up there, without the words that only name it."""

import pytest

from app.across.called import called, kind_of
from app.across.names import report_name
from app.across.scope import Scope, Scoping
from app.understand.followup import Standalone
from corpus.library import Library
from corpus.rules import lays_down_rules
from tests.rules import rules


@pytest.fixture(scope="module")
def mixed() -> Library:
    return rules()


def resolved(library: Library, question: str) -> Scope:
    texts = [report.text for report in library.reports]
    scoping = Scoping(library.reports, lambda _: [], lambda said: any(said in text for text in texts))
    return scoping.resolve(Standalone(question, question), None)


@pytest.mark.parametrize(
    ("question", "asked", "document"),
    [
        ("Theo Nghị định 14/2003, người lái tập sự mấy tháng?", "Người lái tập sự mấy tháng?", "nghi-dinh"),
        ("Nghị định 14 quy định gì?", "Nghị định quy định gì?", "nghi-dinh"),
        ("ND 14 quy định gì?", "nghị định quy định gì?", "nghi-dinh"),
        ("Theo NĐ 14/2003/NĐ-CP thì ai lái?", "Ai lái?", "nghi-dinh"),
        ("Nghị định về bến thuyền quy định gì?", "Nghị định quy định gì?", "nghi-dinh"),
        ("Nghị định số 14 năm 2003 của Chính phủ về bến thuyền có gì?", "Nghị định có gì?", "nghi-dinh"),
        ("Theo Thông tư 40/2000/TT-BM của Bộ Mẫu, phí là bao nhiêu?", "Phí là bao nhiêu?", "thong-tu"),
        ("Theo quy chế chi tiêu nội bộ 2007, con kết hôn nghỉ mấy ngày?", "Con kết hôn nghỉ mấy ngày?", "quy-che"),
        ("Theo quy chế 2007 thì nghỉ mấy ngày?", "Nghỉ mấy ngày?", "quy-che"),
        ("Quy chế chi tiêu nội bộ của Ban quản lý Bến có gì?", "Quy chế có gì?", "quy-che"),
        ("Theo bảng số liệu FDI, Hà Lan có mấy dự án?", "Hà Lan có mấy dự án?", "so-lieu"),
        ("Theo báo cáo năm 2022, có mấy xã?", "Có mấy xã?", "bao-cao"),
    ],
)
def test_a_named_document_is_the_only_place_to_look(mixed: Library, question: str, asked: str, document: str) -> None:
    scope = resolved(mixed, question)
    assert scope.asked.text == asked
    assert scope.tried == ((document,),)


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("Theo Nghị định 14/2003, bến thuyền cần gì?", "Bến thuyền cần gì?"),
        ("Theo Nghị định 14/2003 năm 2024 tập sự mấy tháng?", "Năm 2024 tập sự mấy tháng?"),
        ("Theo quy chế chi tiêu nội bộ năm 2024 nghỉ mấy ngày?", "Năm 2024 nghỉ mấy ngày?"),
    ],
)
def test_what_is_asked_after_the_name_stays_in_the_question(mixed: Library, question: str, asked: str) -> None:
    assert resolved(mixed, question).asked.text == asked


@pytest.mark.parametrize(
    ("question", "absent"),
    [
        ("Theo Nghị định 14/2004, phí là bao nhiêu?", "Nghị định 14/2004"),
        ("Thông tư 41 nói gì?", "Thông tư 41"),
        ("Theo Thông tư 14/2003, bến cần gì?", "Thông tư 14/2003"),
        ("Theo quy chế chi tiêu nội bộ 2010, nghỉ mấy ngày?", "quy chế chi tiêu nội bộ 2010"),
        ("Theo báo cáo năm 2003, có mấy xã?", "báo cáo năm 2003"),
    ],
)
def test_a_document_that_is_not_held_is_told(mixed: Library, question: str, absent: str) -> None:
    scope = resolved(mixed, question)
    assert (scope.tried, scope.absent) == ((), absent)


def test_of_a_document_that_others_tell_of_only_what_they_tell_answers(mixed: Library) -> None:
    assert resolved(mixed, "Theo Nghị định 2/1999, phí là bao nhiêu?").told_of == "2/1999"
    assert resolved(mixed, "Nghị định 2/1999 nói về gì?").told_of == ""


@pytest.mark.parametrize("question", ["Quyết định 45 người nghỉ?", "Năm 2003 có mấy bến?", "Báo cáo tài chính là gì?"])
def test_words_that_may_mean_no_document_name_none(mixed: Library, question: str) -> None:
    scope = resolved(mixed, question)
    assert (scope.asked.text, scope.tried) == (question, (None,))


def test_documents_are_called_as_one_cites_them(mixed: Library) -> None:
    names = [report_name(report, mixed) for report in mixed.reports]
    assert names == [
        "Báo cáo số 61/BC-UBND năm 2022",
        "Nghị định 14/2003/NĐ-CP",
        "Quy chế chi tiêu nội bộ năm 2007",
        "Bảng số liệu FDI 08-2005",
        "Thông tư 40/2000/TT/BM",
    ]


def test_rules_are_told_from_what_reports_on_a_time(mixed: Library) -> None:
    assert [report.id for report in mixed.reports if lays_down_rules(report)] == ["nghi-dinh", "quy-che", "thong-tu"]


def test_what_does_not_say_it_is_called_by_what_it_is(mixed: Library) -> None:
    kinds = [kind_of(report) for report in mixed.reports]
    assert kinds == ["Báo cáo", "Nghị định", "Quyết định", "Bảng số liệu", "Thông tư"]
    assert called(["Báo cáo", ""]).head == "Báo cáo"
    assert called(["Nghị định"]).inside == "nghị định"
    assert called(kinds).head == "Các văn bản"
    assert called(kinds, "en").head == "The library"
    assert called(["Nghị định"], "en").inside == "the document"
