"""Có, Không or Chưa is said only where the quoted sentence leaves no doubt."""

import pytest

from app.understand.lexicon import Lexicon
from app.understand.question import analyse
from app.write.yes_no import Reply, claim, reply
from corpus.library import Library
from tests.fakes import cite

SENTENCE = "Nhiều tổ chức tại thành phố Hà Nội đã thuê đất trồng hoa hồng"


@pytest.mark.parametrize(
    ("question", "put_up"),
    [
        ("Hội chợ có mời doanh nghiệp không?", "Hội chợ có mời doanh nghiệp"),
        ("Có phải tỉnh trồng hoa không ạ?", "tỉnh trồng hoa"),
        ("Tuần du lịch đã được tổ chức chưa ạ?", "Tuần du lịch đã được tổ chức"),
        ("Tỉnh trồng hoa phải không?", "Tỉnh trồng hoa"),
    ],
)
def test_the_claim_is_the_question_without_what_only_asks(question: str, put_up: str) -> None:
    assert claim(question) == put_up


@pytest.fixture
def answered(small: Library, lexicon: Lexicon) -> "Answered":
    return Answered(small, lexicon)


class Answered:
    """Puts a question to the sentence about roses as if search had found it, with a given share held."""

    def __init__(self, library: Library, lexicon: Lexicon) -> None:
        self._citation = cite(library.reports[0], _roses(library))
        self._lexicon = lexicon

    def __call__(self, question: str, held: float = 1.0) -> Reply | None:
        return reply(analyse(question, self._lexicon), self._citation, self._lexicon, held)


def _roses(library: Library) -> str:
    passage = next(p for p in library.passages() if "hoa hồng" in p.text and "ha" in p.text)
    return passage.text


def test_what_the_sentence_says_is_affirmed(answered: Answered) -> None:
    assert answered("Có trồng hoa hồng không?") == "yes"


def test_what_it_holds_only_in_part_is_left_to_the_reader(answered: Answered) -> None:
    assert answered("Có trồng hoa hồng không?", held=0.7) is None


def test_a_figure_of_another_place_is_not_affirmed(answered: Answered) -> None:
    assert answered("Huyện Tam Đường có trồng 3,5 ha hoa hồng không?") is None


@pytest.mark.parametrize(
    "question",
    ["Hoa hồng có đều ở Tam Đường không?", "Trồng hoa hồng xong chưa?", "Có trồng nhiều hoa hồng nhất không?"],
)
def test_how_much_and_how_soon_is_left_to_the_reader(answered: Answered, question: str) -> None:
    assert answered(question) is None


def test_a_question_for_something_else_is_not_answered_by_yes(answered: Answered) -> None:
    assert answered("Trồng bao nhiêu ha hoa hồng?") is None
