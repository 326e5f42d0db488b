"""Whether two things are spoken of in one place tells a follow-up from a new topic."""

from app.understand.lexicon import Lexicon
from corpus.models import Passage

SENTENCES = (" ba bệnh viện chuyển giao kỹ thuật cho bệnh viện tỉnh ", " kiểm dịch 79 chuyến động vật ")
PLACES = Lexicon(
    [Passage(str(i), "bc", "I", None, str(i), 0, 1, one.strip(), "", None) for i, one in enumerate(SENTENCES)]
).cohesion


def test_what_stands_in_one_sentence_is_spoken_of_together() -> None:
    assert PLACES.spoken_of_together(["chuyển giao", "kỹ thuật"], ["bệnh viện"]) is True


def test_what_stands_in_sentences_apart_is_not() -> None:
    assert PLACES.spoken_of_together(["kiểm dịch", "động vật"], ["bệnh viện", "kỹ thuật"]) is False


def test_words_that_stand_nowhere_or_are_too_few_tell_nothing() -> None:
    assert PLACES.spoken_of_together(["học phí"], ["bệnh viện"]) is None
    assert PLACES.spoken_of_together(["động vật"], ["bệnh viện"]) is None
    assert PLACES.spoken_of_together([], ["bệnh viện"]) is None


def test_a_word_that_stands_everywhere_ties_nothing_together() -> None:
    common = [f"tỉnh có {thing}" for thing in ("hai trạm 5g", "ba lớp học", "hồ sơ quá hạn", "năm cầu", "sáu chợ")]
    passages = [Passage(str(i), "bc", "I", None, str(i), 0, 1, text, "", None) for i, text in enumerate(common)]
    cohesion = Lexicon(passages).cohesion
    assert cohesion.spoken_of_together(["hồ sơ", "hạn"], ["tỉnh", "trạm", "5g"]) is False
