"""Everyday words are exchanged for the official ones of the reports, and only where the reports do not use them."""

from app.understand.synonyms import in_official_words


def test_a_word_that_the_reports_never_use_becomes_the_official_one_that_they_use() -> None:
    assert in_official_words("Vốn tiêu hết chưa?", {"giải ngân"}.__contains__) == "Vốn giải ngân chưa?"


def test_a_word_that_the_reports_use_themselves_stays() -> None:
    assert in_official_words("Nuôi heo ở đâu?", {"heo", "lợn"}.__contains__) == "Nuôi heo ở đâu?"


def test_a_word_stays_where_the_reports_use_no_other() -> None:
    assert in_official_words("Nuôi heo ở đâu?", set[str]().__contains__) == "Nuôi heo ở đâu?"


def test_the_first_official_word_that_the_reports_use_is_taken() -> None:
    assert in_official_words("Vướng gì?", {"khó khăn", "vướng mắc"}.__contains__) == "khó khăn gì?"


def test_to_sum_up_catches_nobody() -> None:
    assert in_official_words("Tóm tắt việc tóm kẻ trộm", {"bắt"}.__contains__) == "Tóm tắt việc bắt kẻ trộm"
