"""Questions are counted by type and by section, in the order in which a report has them."""

from eval.page.groups import Group, by_section, by_type, group_table, in_reading_order
from tests.eval.page.made import outcomes


def test_sections_stand_in_reading_order() -> None:
    codes = ["closing", "I.10", "IX", "II.1", "I", "V.2", "header", "I.9", "IV"]
    assert in_reading_order(codes) == ["header", "I", "I.9", "I.10", "II.1", "IV", "V.2", "IX", "closing"]


def test_a_question_counts_in_every_section_that_holds_its_evidence() -> None:
    groups = {group.value: (group.right, group.count) for group in by_section(outcomes())}
    assert groups == {"I.2": (0, 1), "I.3": (1, 3)}  # t-2 in both; t-3 has no evidence


def test_types_that_the_set_lacks_are_left_out() -> None:
    groups = {group.value: (group.right, group.count) for group in by_type(outcomes())}
    assert groups == {"lookup": (1, 3), "unanswerable": (1, 1)}


def test_each_row_sets_the_filter_to_its_group() -> None:
    table = group_table([Group("I.3", "Mục I.3", 1, 3)], "section", "page.by-section")
    assert '<a href="#questions" data-section="I.3">Mục I.3</a>' in table
    assert "<td>1/3</td>" in table
    assert "33,3 %" in table
    assert '<rect class="bar" width="33.33"' in table


def test_no_groups_are_no_table() -> None:
    assert group_table([], "section", "page.by-section") == ""
