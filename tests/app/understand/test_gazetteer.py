"""Names of provinces, districts and communes, before and after July 2025."""

import pytest

from app.understand.gazetteer import in_unit, is_unit, large_units, spellings


@pytest.mark.parametrize("name", ["lai châu", "tam đường", "nậm nhùn", "ba đình", "thường tín"])
def test_a_province_a_district_and_a_commune_are_units(name: str) -> None:
    assert is_unit(name.split())


def test_a_name_without_any_diacritics_is_looked_for_without_them() -> None:
    assert is_unit(["tam", "duong"])
    assert not is_unit(["tan", "đường"])  # "Tân Dương" is one, but this has some diacritics


@pytest.mark.parametrize("name", ["phong tổ", "lai chu", "hoa hồng"])
def test_a_slip_and_a_common_word_are_none(name: str) -> None:
    assert not is_unit(name.split())


def test_the_large_units_are_the_provinces_and_districts_of_2022() -> None:
    assert 740 > len(large_units()) > 680  # 63 provinces and 705 districts, some of one name
    assert ("lai", "châu") in large_units()


def test_a_pair_may_be_a_part_of_a_longer_name() -> None:
    assert in_unit("cang", "chải")
    assert not in_unit("châu", "lai")


def test_a_commune_is_no_large_unit() -> None:
    assert in_unit("ninh", "hiệp")
    assert not in_unit("ninh", "hiệp", large=True)


def test_two_syllables_without_diacritics_lead_to_the_names_they_may_stand_for() -> None:
    assert ("đà", "nẵng") in spellings("da", "nang")
    assert spellings("zz", "yy") == ()
