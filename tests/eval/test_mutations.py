"""Wrong answers differ from right ones in one thing."""

import pytest

from eval.mutations import Mutation, MutationKind, mutations

SENTENCE = "Năm 2022 Sở GTVT cấp cho huyện Tam Đường 32,8 ha và 3,5 ha"
QUOTES = ["Huyện Tam Đường 32,8 ha; huyện Tân Uyên 3,5 ha; Lai Châu 78,7 ha."]


def changed(kind: MutationKind, seed: int = 0) -> Mutation:
    (found,) = [mutation for mutation in mutations(SENTENCE, QUOTES, seed) if mutation.kind == kind]
    return found


@pytest.mark.parametrize("seed", range(10))
@pytest.mark.parametrize(
    "kind", ["figure", "place", "year", "unit", "organisation", "exchange-figure", "exchange-place"]
)
def test_one_thing_is_replaced_by_another(kind: MutationKind, seed: int) -> None:
    mutation = changed(kind, seed)
    assert mutation.before in SENTENCE
    assert mutation.after != mutation.before
    assert mutation.text.replace(mutation.after, mutation.before, 1) == SENTENCE or mutation.after in SENTENCE


def test_a_figure_keeps_its_look_and_changes_its_value() -> None:
    mutation = changed("figure")
    assert [char.isdigit() for char in mutation.before] == [char.isdigit() for char in mutation.after]


def test_two_names_of_one_organisation_are_not_exchanged() -> None:
    assert all(changed("organisation", seed).after != "Sở Giao thông vận tải" for seed in range(50))


def test_exchanged_figures_and_places_stand_in_the_quotes() -> None:
    assert changed("exchange-figure").after in {"32,8", "3,5", "78,7"}
    assert changed("exchange-place").after in {"Tân Uyên", "Lai Châu"}


def test_two_figures_of_one_unit_change_places() -> None:
    assert changed("swap-figures").text == "Năm 2022 Sở GTVT cấp cho huyện Tam Đường 3,5 ha và 32,8 ha"


def test_years_dates_and_document_numbers_are_no_figures() -> None:
    assert mutations("Kế hoạch 2923/KH-UBND ngày 14/12/2020", [], 0) == []


def test_a_seed_gives_the_same_changes() -> None:
    assert mutations(SENTENCE, QUOTES, 3) == mutations(SENTENCE, QUOTES, 3)
