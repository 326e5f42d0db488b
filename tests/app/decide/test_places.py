"""Places by the noun that the reports give them."""

from app.decide.places import Places
from app.understand.placed import places_in


def places(*texts: str) -> Places:
    return Places(place for text in texts for place in places_in(text))


def test_a_place_called_so_elsewhere_is_known_without_its_noun() -> None:
    known = places("Huyện Tam Đường trồng hoa.")
    assert known.named(["huyện"], "Hoa được trồng ở Tam Đường.", [])
    assert known.named(["tại huyện"], "Hoa được trồng ở Tam Đường.", [])
    assert not known.named(["xã"], "Hoa được trồng ở Tam Đường.", [])
    assert not known.named(["huyện"], "Hoa được trồng ở Mường Tè.", [])


def test_a_place_of_the_question_is_no_answer() -> None:
    assert not places("Huyện Tam Đường trồng hoa.").named(["huyện"], "Hoa Tam Đường.", ["tam duong"])


def test_what_follows_a_commune_lies_above_it() -> None:
    known = places()
    assert known.named(["huyện"], "Câu lạc bộ xã Bản Bo, Tam Đường.", ["ban bo"])
    assert not known.named(["xã"], "Câu lạc bộ xã Bản Bo, Tam Đường.", ["ban bo"])
    assert not known.named(["huyện"], "Câu lạc bộ xã Bản Bo.", ["ban bo"])
