"""A wording that is true may tell less than the quotes it comes from; then the quotes stand."""

from dataclasses import replace

import pytest

from app.understand.lexicon import Lexicon
from app.understand.question import analyse
from app.write.still_answers import still_answers
from corpus.library import Library, open_library
from tests.fakes import answered, cite

LIBRARY: Library = open_library()
REPORT = LIBRARY.reports[0]
LEXICON = Lexicon(LIBRARY.passages())
ANIMALS = "103.088 con động vật/79 chuyến"
HOSPITALS = "Bệnh viện Tuệ Tĩnh, Bệnh viện Y học cổ truyền Trung ương, Bệnh viện Châm cứu Trung ương."
EVENTS = "tham gia các hội nghị, hội chợ, diễn đàn về xúc tiến đầu tư"
NONE_NEW = "Famtrip khảo sát xây dựng sản phẩm du lịch mới tại 03 huyện: Sin Hồ - Tân Uyên - Than Uyên."


def stands(question: str, quote: str, wording: str, decisive: str = "") -> bool:
    """Tell whether a wording of an answer that quotes the report may stand."""
    cited = cite(REPORT, quote)
    quoted = answered(f"{quote} [1]", cited, understood=question)
    start = quoted.text.index(decisive) if decisive else 0
    spans = ((start, start + len(decisive)),) if decisive else ()
    worded = answered(f"{wording} [1].", cited, understood=question)
    return still_answers(analyse(question, LEXICON), worded, replace(quoted, decisive=spans), LEXICON)


@pytest.mark.parametrize("wording", ["Có 79 chuyến", "79 chuyến chở 103.088 con động vật"])
def test_a_figure_with_its_unit_answers(wording: str) -> None:
    assert stands("Có bao nhiêu chuyến chở động vật?", ANIMALS, wording)


@pytest.mark.parametrize("wording", ["103.088", "Có 103.088 con động vật"])
def test_the_figure_of_something_else_or_of_nothing_does_not(wording: str) -> None:
    assert not stands("Có bao nhiêu chuyến chở động vật?", ANIMALS, wording)


def test_the_figure_that_decides_must_stay() -> None:
    assert stands("Vận chuyển động vật ra sao?", ANIMALS, "79 chuyến được kiểm dịch", decisive="79")
    assert not stands("Vận chuyển động vật ra sao?", ANIMALS, "Động vật được kiểm dịch", decisive="79")


def test_the_words_of_the_question_alone_answer_nothing() -> None:
    assert not stands(
        "Tổ chức Famtrip khảo sát sản phẩm du lịch mới?", NONE_NEW, "Tổ chức Famtrip khảo sát du lịch mới"
    )


def test_another_form_of_an_english_word_is_nothing_new() -> None:
    question = "What does the province want to survey?"
    assert not stands(question, NONE_NEW, "The province wants to survey")
    assert stands(question, NONE_NEW, "The province wants to survey Sin Hồ, Tân Uyên, Than Uyên")


def test_of_a_list_all_or_none_is_told() -> None:
    question = "Nâng cao chất lượng những sự kiện nào?"
    assert stands(question, EVENTS, "Các hội nghị, hội chợ, diễn đàn")
    assert not stands(question, EVENTS, "Các hội nghị và hội chợ")


def test_names_that_the_quotes_bring_stay_where_somebody_is_asked_for() -> None:
    question = "Cơ quan nào giúp tỉnh?"
    assert stands(question, HOSPITALS, HOSPITALS.rstrip("."))
    assert not stands(question, HOSPITALS, "Ba bệnh viện tuyến trên")
