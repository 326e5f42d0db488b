"""In which reports a question is looked up."""

import pytest

from app.across.facets import years_of
from app.across.filters import chosen
from app.across.names import named_among, report_name
from app.across.scope import Scoping
from app.errors import QuestionError
from app.understand.followup import Standalone
from corpus.library import Library
from index.syllables import fold
from tests.two_years import FIRST_ID, OFFICE_ID, SECOND_ID

BAC_KAN = "bac kan"


def scoping(library: Library) -> Scoping:
    def names_of(text: str) -> list[str]:
        return [BAC_KAN] if BAC_KAN in fold(text) else []

    return Scoping(library.reports, names_of, lambda phrase: phrase == "118/KH-UBND")


@pytest.mark.parametrize(
    ("question", "tried"),
    [
        ("Theo báo cáo năm 2021, có mấy xã?", [(FIRST_ID,)]),
        ("Báo cáo số 61/BC-UBND nêu gì?", [(SECOND_ID,)]),
        ("Báo cáo số 61 nêu gì?", [(SECOND_ID,)]),
        ("Theo báo cáo của Sở Y tế, có mấy xã?", [(OFFICE_ID,)]),
        ("Theo báo cáo năm 2022 của UBND tỉnh Bắc Kạn, có mấy xã?", [(SECOND_ID,)]),
        ("Năm 2021 có mấy xã?", [(FIRST_ID,), None]),
        ("Năm 2022 tỉnh Bắc Kạn có mấy xã?", [(SECOND_ID,), None]),
        ("Tỉnh Bắc Kạn có mấy xã?", [(FIRST_ID, SECOND_ID), None]),
        ("Phương hướng năm 2022 là gì?", [None]),
        ("Năm 2019 có mấy xã?", [None]),
        ("Theo Kế hoạch 118/KH-UBND, có mấy xã?", [None]),
        ("Có mấy xã?", [None]),
    ],
)
def test_a_question_is_looked_up_where_its_words_point(
    library: Library, question: str, tried: list[tuple[str, ...] | None]
) -> None:
    assert list(scoping(library).resolve(Standalone(question, question), None).tried) == tried


@pytest.mark.parametrize(
    ("question", "absent"),
    [
        ("Theo báo cáo năm 2018, có mấy xã?", "báo cáo năm 2018"),
        ("Báo cáo năm 2018 nêu gì?", "báo cáo năm 2018"),
        ("Theo báo cáo của Sở Xây dựng, có mấy xã?", "báo cáo của Sở Xây dựng"),
        ("Báo cáo của Sở Xây dựng nêu bao nhiêu xã?", "Báo cáo của Sở Xây dựng"),
        ("Theo Nghị định 109/2004 thì mấy ngày?", "Nghị định 109/2004"),
    ],
)
def test_a_report_that_is_not_there_is_not_replaced_by_another(library: Library, question: str, absent: str) -> None:
    scope = scoping(library).resolve(Standalone(question, question), None)
    assert scope.tried == ()
    assert scope.absent.lower() == absent.lower()


def test_one_report_leaves_nothing_to_tell_apart(library: Library) -> None:
    said = Standalone("Theo báo cáo năm 2018, có mấy xã?", "Theo báo cáo năm 2018, có mấy xã?")
    assert scoping(library).resolve(said, (FIRST_ID,)).tried == ((FIRST_ID,),)


def test_a_request_chooses_by_id_year_and_part_of_the_issuer(library: Library) -> None:
    assert chosen(library) is None
    assert chosen(library, years=[2022]) == (SECOND_ID, OFFICE_ID)
    assert chosen(library, issuers=["so y te"]) == (OFFICE_ID,)
    assert chosen(library, years=[2022], issuers=["UBND tỉnh Bắc Kạn"]) == (SECOND_ID,)
    assert chosen(library, [FIRST_ID, SECOND_ID], [2021, 2022]) == (FIRST_ID, SECOND_ID)


@pytest.mark.parametrize(
    ("ids", "years", "issuers", "fault", "detail"),
    [
        (["x"], [], [], "unknown-report", "x"),
        ([], [2019], [], "unknown-year", "2019"),
        ([], [], ["Sở Xây dựng"], "unknown-issuer", "Sở Xây dựng"),
        ([FIRST_ID], [2022], [], "no-report-left", ""),
    ],
)
def test_what_no_report_is_called_is_told(
    library: Library, ids: list[str], years: list[int], issuers: list[str], fault: str, detail: str
) -> None:
    with pytest.raises(QuestionError) as caught:
        chosen(library, ids, years, issuers)
    assert (caught.value.fault, caught.value.detail) == (fault, detail)


def test_a_report_is_named_by_number_and_year_where_there_are_several(library: Library) -> None:
    first = library.report(FIRST_ID)
    assert report_name(first, library) == "Báo cáo số 45/BC-UBND năm 2021"
    assert named_among(first, library) == "Báo cáo số 45/BC-UBND năm 2021"
    assert named_among(first, Library((first,))) == ""
    assert years_of(first) == {"2021"}
