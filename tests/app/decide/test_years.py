"""The years of a question against those of a passage: rules hold in any year, a period holds the years in it."""

from dataclasses import replace

import pytest

from app.decide.texts import Text, prepare
from app.decide.years import asks_rule, year_fit
from app.understand.lexicon import Lexicon
from app.understand.question import Question, analyse
from corpus.models import Passage

LEXICON = Lexicon([])


def text(words: str, context: str = "") -> Text:
    return prepare(Passage("a#1", "a", "I", None, "a#p", 0, len(words), words, context, None), "", LEXICON)


def question(words: str, *years: str) -> Question:
    return replace(analyse(words, LEXICON), years=years)


@pytest.mark.parametrize(
    ("passage", "asked", "period", "rules", "fit"),
    [
        (text("Năm 2021 có 3 xã."), question("Năm 2021 có mấy xã?", "2021"), "2022", False, 1.0),
        (text("Có 3 xã.", "Số xã năm 2021"), question("Năm 2021 có mấy xã?", "2021"), None, False, 1.0),
        (text("Có 3 xã."), question("Năm 2022 có mấy xã?", "2022"), "2022", False, 0.5),
        (text("Năm 2021 có 3 xã."), question("Năm 2020 có mấy xã?", "2020"), "2022", False, -1.0),
        (text("Giai đoạn 2021-2023 có 3 xã."), question("Năm 2022 có mấy xã?", "2022"), None, False, -1.0),
        (text("Giai đoạn 2021-2023 mở chợ."), question("Năm 2022 làm gì?", "2022"), None, False, 0.0),
        (text("Giai đoạn 2021-2023 mở chợ."), question("Năm 2024 làm gì?", "2024"), None, False, -1.0),
        (text("Có 3 xã, so với năm 2021."), question("Năm 2022 có mấy xã?", "2022"), "2022", False, 0.5),
        (text("Có 3 xã; năm 2021 có 2 xã."), question("Năm 2022 có mấy xã?", "2022"), "2022", False, 0.5),
        (text("Từ năm 2021 có 3 xã."), question("Năm 2022 có mấy xã?", "2022"), "2022", False, -0.5),
        (text("Tập sự 06 tháng."), question("Năm 2024 phải tập sự mấy tháng?", "2024"), None, True, 0.0),
        (text("Tập sự 06 tháng."), question("Tập sự mấy tháng?"), None, False, 0.0),
    ],
)
def test_years_fit(passage: Text, asked: Question, period: str | None, rules: bool, fit: float) -> None:
    assert year_fit(asked, passage, period, rules=rules) == fit


def test_what_is_to_be_done_is_told_from_what_was_done() -> None:
    assert asks_rule("năm 2024 phải nộp phí bao nhiêu")
    assert not asks_rule("năm 2004 cấp mới bao nhiêu dự án")


def test_the_school_year_of_a_report_is_its_period() -> None:
    asked = question("Năm học 2023 - 2024 có mấy lớp?", "2023", "2024")
    assert year_fit(asked, text("Có 3 lớp."), "2024", [frozenset({"2023", "2024"})], rules=False) == 0.5
    assert year_fit(asked, text("Có 3 lớp."), "2024", rules=False) == -1.0
