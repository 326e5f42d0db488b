"""Which place a mistyped name stands for: one of the reports, never one that is itself a place."""

from app.understand.mistyped_places import MistypedPlaces
from app.understand.names import Name

PLACES = MistypedPlaces(
    [Name("phong tho", "Phong Thổ", True), Name("tan uyen", "Tân Uyên", True), Name("vuon sam", "Vườn Sâm", False)],
    own={"vuon sam"},
)


def test_a_name_of_no_place_fits_the_place_of_the_reports_beside_it() -> None:
    fits = PLACES.fitting("phong", "tổ", "kinh")
    assert fits("thổ")
    assert not fits("thợ")


def test_a_name_of_another_place_is_that_place() -> None:
    assert not PLACES.fitting("tân", "yên", "có")("uyên")


def test_a_neighbour_without_diacritics_is_the_same_neighbour() -> None:
    assert PLACES.fitting("", "phog", "tho")("phong")


def test_a_name_that_the_reports_are_about_need_not_be_in_the_gazetteer() -> None:
    assert PLACES.fitting("vườn", "sấm", "")("sâm")


def test_a_name_typed_right_is_not_made_another() -> None:
    assert not PLACES.fitting("phong", "tho", "")("thổ")
