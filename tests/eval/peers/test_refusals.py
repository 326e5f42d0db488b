"""A reply refuses where it says so itself, and nowhere else."""

import pytest

from corpus.library import open_library
from eval.peers.refusals import PHRASES, refuses
from index.syllables import normalise


@pytest.mark.parametrize(
    "reply",
    [
        "Báo cáo không nêu thông tin này.",
        "KHÔNG CÓ THÔNG TIN về Mường Tè trong các đoạn trích [1].",
        "Xin lỗi, tôi không thể trả lời câu hỏi này.",
        "Không thể xác định dân số từ nguồn đã cho",
        "The sources do not mention Muong Te. They speak of Tam Duong [1].",
        "It isn't stated.",
        "I can’t answer that.",
        "Empty Response",
        "",
        "  \n",
    ],
)
def test_a_reply_that_says_that_there_is_no_answer_refuses(reply: str) -> None:
    assert refuses(reply)


@pytest.mark.parametrize(
    "reply",
    [
        "Huyện Tam Đường có 32,8 ha [1].",
        "Huyện Tam Đường có 32,8 ha [1]. Không có thông tin khác.",
        "Không, công trình chưa hoàn thành [1].",
        "Chưa.",
        "There are 11 carriers [2]. The sources do not mention others.",
    ],
)
def test_an_answer_is_no_refusal_whatever_follows_it(reply: str) -> None:
    assert not refuses(reply)


def test_no_phrase_stands_in_the_packaged_report() -> None:
    text = normalise("\n".join(report.text for report in open_library().reports))
    assert [phrase for phrase in PHRASES if phrase in text] == []


def test_phrases_stand_in_the_form_in_which_they_are_looked_for() -> None:
    assert [phrase for phrase in PHRASES if normalise(phrase) != phrase] == []
