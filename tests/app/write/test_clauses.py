"""A long sentence is cut to whole clauses; brackets stay together and nothing ends at a colon."""

import pytest

from app.decide.evidence import Judge
from app.understand.lexicon import Lexicon
from app.understand.question import analyse
from app.write.clauses import LONG_LIST, LONG_SENTENCE, clause_spans, trim
from corpus.models import Passage

FILL = "với nhiều nội dung khác nhau tại các địa phương trong toàn vùng và theo từng giai đoạn cụ thể đã thống nhất trước đó"
TEXT = f"Hỗ trợ hai việc: Xây 04 nhà {FILL}; mua 02 máy cày (loại lớn; loại nhỏ) {FILL}; mở 05 lớp học {FILL}."


def passage(text: str) -> Passage:
    return Passage("bc#I.p1.s1", "bc", "I", None, "bc#I.p1", 100, 100 + len(text), text, "", None)


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in clause_spans(text)]


def trimmed(question: str, text: str) -> str:
    found = passage(text)
    lexicon = Lexicon([found])
    start, end = trim(found, analyse(question, lexicon), Judge([found], lexicon, []))
    assert 100 <= start < end <= 100 + len(text)
    return text[start - 100 : end - 100]


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("Một; hai; ba.", ["Một;", "hai;", "ba."]),
        ("Một (a; b); ba.", ["Một (a; b);", "ba."]),
        ("Nói “a; b”; ba.", ["Nói “a; b”;", "ba."]),
        ("Hỗ trợ: Xây nhà.", ["Hỗ trợ:", "Xây nhà."]),
        ("Hỗ trợ: xây nhà.", ["Hỗ trợ: xây nhà."]),
        ("Một;hai", ["Một;hai"]),
        ("", []),
    ],
)
def test_clauses_end_at_a_semicolon_or_at_a_colon_before_a_capital(text: str, clauses: list[str]) -> None:
    assert cut(text) == clauses


def test_a_sentence_read_at_a_glance_is_quoted_whole() -> None:
    text = "Xây 04 nhà; mua 02 máy; mở 05 lớp."
    assert len(text) <= LONG_SENTENCE
    assert trimmed("mua mấy máy?", text) == text


def test_a_long_sentence_is_cut_to_the_clause_that_answers() -> None:
    assert len(TEXT) > LONG_SENTENCE
    assert trimmed("Mua mấy máy cày?", TEXT) == f"mua 02 máy cày (loại lớn; loại nhỏ) {FILL}"
    assert trimmed("Mở mấy lớp học?", TEXT) == f"mở 05 lớp học {FILL}."


def test_two_things_asked_for_keep_all_between_them() -> None:
    assert trimmed("Máy cày và lớp học?", TEXT) == TEXT[TEXT.index("mua 02") :]


def test_what_introduces_a_clause_is_kept_with_it_where_it_is_asked_for() -> None:
    assert trimmed("Hỗ trợ xây mấy nhà?", TEXT) == TEXT[: TEXT.index("; mua")]


def test_a_cut_never_ends_at_a_colon() -> None:
    assert not trimmed("Hỗ trợ hai việc gì?", TEXT).endswith(":")


def test_an_english_question_gets_the_whole_sentence() -> None:
    assert trimmed("How many of the classes are there?", TEXT) == TEXT


def test_a_long_sentence_of_one_clause_is_quoted_whole() -> None:
    text = "Xây nhà " * 50
    assert trimmed("xây nhà?", text) == text


def test_a_list_keeps_all_that_its_colon_introduces() -> None:
    assert len(TEXT) <= LONG_LIST
    assert trimmed("Hỗ trợ những việc gì?", TEXT) == TEXT
    longer = TEXT.replace("mua 02 máy cày", f"mua 02 máy cày {FILL}")
    assert len(longer) > LONG_LIST
    assert trimmed("Hỗ trợ những việc gì?", longer) == longer


def test_what_is_still_very_long_may_end_after_a_bracket() -> None:
    text = f"Mời 04 công ty đi khảo sát ({FILL}; {FILL}; {FILL}; {FILL}) và dự hội thảo."
    assert trimmed("Ai khảo sát?", text) == text.removesuffix(" và dự hội thảo.")


def test_the_clause_with_the_reason_stays_though_it_has_no_word_of_the_question() -> None:
    text = f"Xây 04 nhà {FILL}; mua 02 máy cày {FILL}; mục đích là giảm nghèo cho đồng bào."
    assert trimmed("Mua máy cày nhằm mục đích gì?", text).endswith("mục đích là giảm nghèo cho đồng bào.")
    assert trimmed("Mua mấy máy cày?", text) == f"mua 02 máy cày {FILL}"


def test_a_purpose_keeps_all_that_its_colon_introduces() -> None:
    text = f"Huyện được 425 triệu đồng để làm các việc: Xây 04 nhà {FILL}; mua 02 máy cày {FILL}."
    assert trimmed("Huyện được 425 triệu đồng để làm gì?", text) == text
    assert trimmed("Xây mấy nhà?", text).endswith(FILL)


TASKS = (
    "Năm 2024, công ty Hồng Bàng tặng trường Bình An tổng số tiền 90 triệu đồng trong dịp khai giảng, để làm hai việc: "
    "Sửa 02 phòng học cho những lớp đông học sinh với tổng kinh phí 60 triệu đồng, dự kiến xong trong tháng 10; "
    "mua bàn ghế cho khối lớp một với tổng kinh phí 30 triệu đồng, dự kiến xong trong tháng 9 cùng năm."
)


def test_a_short_enumeration_is_not_cut_where_a_figure_is_asked_for() -> None:
    assert LONG_SENTENCE < len(TASKS) <= LONG_LIST
    assert trimmed("Công ty Hồng Bàng tặng trường Bình An bao nhiêu tiền?", TASKS) == TASKS


def test_a_purpose_explains_what_is_done_where_no_cause_is_told() -> None:
    text = (
        "Hai xã thường xuyên báo tin lũ quét cho nhau qua điện thoại, loa truyền thanh và nhóm tin nhắn của trưởng thôn "
        f"{FILL}; mực nước, lượng mưa để dân bản kịp di dời."
    )
    assert len(text) > LONG_SENTENCE
    assert trimmed("Vì sao hai xã phải báo tin lũ quét?", text) == text


def test_the_clause_with_the_share_that_is_asked_for_is_kept() -> None:
    text = (
        "Các đơn vị sản xuất, kinh doanh hóa chất, vật tư, thuốc thú y trên địa bàn thành phố Bến Cát đã cung ứng "
        "743.417 liều vắc xin phục vụ cho công tác tiêm phòng định kỳ hằng năm của các huyện; trên 15.000 lít thuốc "
        "sát trùng và khoảng 60% lượng thuốc thú y dùng trong chăn nuôi để phòng dịch bệnh."
    )
    assert "60%" in trimmed("Thuốc thú y đáp ứng khoảng mấy phần trăm?", text)
    assert "60%" in trimmed("Thuốc thú y được khoảng bao nhiêu?", text)
