"""Lines that frame a report answer only what is asked of the document."""

import pytest

from app.decide.evidence import Judge
from app.decide.frame import heads_a_table, only_of_document
from app.understand.lexicon import Lexicon
from app.understand.question import analyse
from corpus.assemble import CLOSING, HEADER
from corpus.models import Passage
from index.models import Hit

LINES = (
    (HEADER, "", "Thực hiện Kế hoạch số 8/KH-UBND của UBND huyện về trồng rừng, xã báo cáo kết quả như sau:"),
    (HEADER, "", "Căn cứ Chương trình phối hợp ký ngày 05/3/2022 giữa hai xã về trồng rừng;"),
    (CLOSING, "", "Trên đây là báo cáo kết quả trồng rừng của xã."),
    (CLOSING, "Nơi nhận báo cáo. Phần kết", "Thường trực Huyện ủy;"),
    (HEADER, "", "ỦY BAN NHÂN DÂN XÃ ĐÔNG SƠN"),
    ("II", "Kết quả", "Diện tích rừng theo thôn"),
    ("II", "Kết quả. Diện tích rừng theo thôn", "Thôn Đông: 5 ha."),
)
PASSAGES = [
    Passage(f"p{i}", "bc", section, None, f"p{i}", 0, len(text), text, context, None)
    for i, (section, context, text) in enumerate(LINES)
]
LEXICON = Lexicon(PASSAGES)
JUDGE = Judge(PASSAGES, LEXICON, [])
OPENING, GROUND, CONCLUSION, ADDRESSEE, ISSUER, CAPTION, ROW = PASSAGES


@pytest.mark.parametrize(
    ("text", "passage", "only"),
    [
        ("Trồng rừng được bao nhiêu ha?", OPENING, True),
        ("Xã trồng rừng theo kế hoạch nào?", OPENING, False),
        ("Trồng rừng được bao nhiêu ha?", GROUND, True),
        ("Chương trình phối hợp trồng rừng được ký hôm nào?", GROUND, False),
        ("Báo cáo thừa nhận hạn chế gì trong trồng rừng?", CONCLUSION, True),
        ("Báo cáo kết quả trồng rừng là của ai?", CONCLUSION, False),
        ("Cơ quan nào làm thường trực của huyện?", ADDRESSEE, True),
        ("Văn bản gửi cho thường trực nào?", ADDRESSEE, False),
        ("Ủy ban nhân dân xã Đông Sơn đề xuất những gì?", ISSUER, True),
        ("Văn bản do ủy ban nhân dân xã nào ban hành?", ISSUER, False),
        ("Trồng rừng được bao nhiêu ha?", ROW, False),
    ],
)
def test_a_line_of_the_frame_answers_only_of_the_document(text: str, passage: Passage, only: bool) -> None:
    question = analyse(text, LEXICON)
    evidence = JUDGE.measure(question, [Hit(passage, 4.0, 1, 0.9)])[0]
    assert only_of_document(question, evidence, JUDGE) is only


def test_the_title_of_a_table_tells_nothing_itself() -> None:
    assert heads_a_table(CAPTION, JUDGE)
    assert not heads_a_table(ROW, JUDGE)
