"""The questions that teach how questions sound."""

from app.understand.asked import END, NAME, START, asked_phrases, asked_sentences


def test_a_question_begins_and_ends_and_is_cut_at_its_marks() -> None:
    phrases = set(asked_phrases())
    assert (START, "ai", "bảo", "thế") in phrases  # "Ai bảo thế, căn cứ vào đâu?"
    assert ("căn", "cứ", "vào", "đâu", END) in phrases


def test_they_are_thousands_and_have_diacritics() -> None:
    syllables = [syllable for phrase in asked_phrases() for syllable in phrase]
    assert len(syllables) > 100_000
    assert syllables.count("nhiêu") > 100 * max(syllables.count("nhieu"), 1)


def test_a_name_of_two_capitals_is_any_name() -> None:
    asked = (START, "số", "bò", "sữa", "của", NAME, "gấp", "mấy", "lần", "của", NAME, END)
    assert asked in asked_phrases()  # "Số bò sữa của Lâm Đồng gấp mấy lần của Hà Nam?"


def test_a_sentence_is_all_its_syllables() -> None:
    assert ("ai", "bảo", "thế", "căn", "cứ", "vào", "đâu") in asked_sentences()
