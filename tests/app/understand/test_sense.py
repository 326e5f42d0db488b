"""Syllables that look alike without diacritics, told by the words around them."""

import numpy as np

from app.understand.sense import Around, Sense
from app.understand.spoken import Spoken

#                                  0     1      2     3      4     5
SYLLABLES = ("xe", "chở", "khách", "dân", "chờ", "lâu")
ROWS = [[0, 1, 2], [3, 4, 5], [0, 1, 3]]
AROUND = Around(SYLLABLES, np.concatenate(ROWS), np.repeat([0, 1, 2], 3))


def test_what_stands_around_a_spelling_is_counted_by_its_place() -> None:
    far, one_before, one_after = 2, 1, 3
    around = [("xe", one_before), ("khach", one_after), ("xe", far), ("xa", far)]
    assert AROUND.together(["chở", "chờ", "chợ"], around).tolist() == [[2, 1, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0]]
    assert AROUND.occurrences(["chở", "chờ", "chợ"]).tolist() == [2, 1, 0]


def test_nothing_is_counted_across_sentences() -> None:
    assert not AROUND.together(["khách"], [("dan", 3)]).any()


def test_nothing_read_says_nothing() -> None:
    nothing = Around((), np.empty(0, np.int64), np.empty(0, np.int64))
    assert not nothing.together(["chở"], [("xe", 1)]).any()
    assert not nothing.occurrences(["chở"]).any()


def test_the_words_around_tell_which_spelling_is_meant() -> None:
    sense = Sense(Spoken(()))
    goods, opinion = "xe tai cho hang hoa".split(), "con cho y kien cua so".split()
    lorry, waiting = sense.costs(["chở", "chờ"], goods, 2)
    assert lorry == 0 < waiting
    lorry, waiting = sense.costs(["chở", "chờ"], opinion, 1)
    assert waiting == 0 < lorry


def test_a_word_that_says_nothing_costs_nothing() -> None:
    assert Sense(Spoken(())).costs(["chở", "chờ"], ["cho"], 0) == [0, 0]
