"""Words that come in twos, far from each other."""

from app.understand.correlatives import correlated


def test_the_second_of_two_is_meant_where_the_first_came_before() -> None:
    assert "lẫn" in correlated("tinh ca trau lan de".split(), 3)
    assert "cả" in correlated("tinh ca trau lan de".split(), 1)


def test_a_word_typed_with_diacritics_goes_with_the_other_as_well() -> None:
    assert "lẫn" in correlated("cả trâu lẫ dê lan".split(), 4)


def test_order_matters_and_a_word_alone_means_nothing_more() -> None:
    assert not correlated("lan nao cung co ca".split(), 0)
    assert not correlated("may lan".split(), 1)
