"""Which part of a report a question points at, by the words of its titles."""

import pytest

from app.decide.cues import LIMITS_ASKED, NOT_ASKED, NOT_DONE, PARTS, asks_aim, cue


@pytest.mark.parametrize(
    ("question", "titles", "points"),
    [
        ("còn vướng mắc gì?", "ii. kết quả. 2. tồn tại, hạn chế", LIMITS_ASKED),
        ("phần tồn tại nói gì về đê?", "ii. kết quả. 2. tồn tại, hạn chế", LIMITS_ASKED),
        ("hạn chế của việc dạy nghề thế nào?", "ii. tồn tại, hạn chế", LIMITS_ASKED),
        ("chợ còn thiếu gì?", "ii. tồn tại, hạn chế", 1.0),
        ("sao chợ vắng thế?", "nguyên nhân khách quan", 1.0),
        ("sang năm sẽ làm gì?", "iii. phương hướng, nhiệm vụ", 1.0),
        ("vì sao chậm?", "nguyên nhân khách quan", 1.0),
        ("tỉnh đề nghị gì?", "iv. kiến nghị, đề xuất", 1.0),
        ("trồng bao nhiêu ha?", "iii. phương hướng, nhiệm vụ", NOT_ASKED),
        ("trồng bao nhiêu ha?", "ii. tồn tại, hạn chế", NOT_ASKED),
        ("trồng bao nhiêu ha?", "i. nông nghiệp", 0.0),
        ("trồng bao nhiêu ha?", "ii. kết quả thực hiện các nhiệm vụ", 0.0),
        ("trồng bao nhiêu ha?", "i. tình hình triển khai kế hoạch", 0.0),
        ("đã trồng xong chưa?", "ii. tồn tại, hạn chế", NOT_ASKED),
        ("đã trồng xong chưa?", "iii. phương hướng, nhiệm vụ", NOT_DONE),
        ("mở lớp được mấy đợt rồi?", "kế hoạch năm sau", NOT_DONE),
        ("kế hoạch đã đề ra là gì?", "kế hoạch năm sau", 1.0),
        ("tới đây tỉnh tính làm gì?", "iii. phương hướng, nhiệm vụ", 1.0),
        ("việc gì chưa xong?", "ii. tồn tại, hạn chế", 1.0),
    ],
)
def test_titles_of_the_part_asked_about_speak_for_a_passage(question: str, titles: str, points: float) -> None:
    assert cue(question, titles) == points


@pytest.mark.parametrize(
    ("question", "plans", "limits"),
    [
        ("sang năm định mở mấy lớp?", True, False),
        ("xã tính sửa cầu thế nào?", True, False),
        ("năm 2031 phấn đấu trồng bao nhiêu ha?", True, False),
        ("quyết định số mấy?", False, False),
        ("tính đến nay trồng bao nhiêu ha?", False, False),
        ("còn vướng mắc ra sao?", False, True),
    ],
)
def test_a_question_may_be_of_a_part_that_only_plans_or_only_limits_answer(
    question: str, plans: bool, limits: bool
) -> None:
    assert [bool(part.asked.search(question)) for part in PARTS[:2]] == [plans, limits]


@pytest.mark.parametrize(
    "question",
    [
        "cuối năm phải đạt bao nhiêu?",
        "kế hoạch 2031 nâng lên mấy xã?",
        "sang năm mấy lớp?",
        "cuối năm muốn kéo xuống mức nào?",
        "năm 2031 có định mở lại không?",
    ],
)
def test_a_later_part_asks_for_an_aim(question: str) -> None:
    assert asks_aim(question)


@pytest.mark.parametrize(
    "question", ["cả năm đạt bao nhiêu?", "kế hoạch 2031 đã giao bao nhiêu?", "riêng xã đó mấy lớp?"]
)
def test_a_later_part_asks_for_what_there_was(question: str) -> None:
    assert not asks_aim(question)


@pytest.mark.parametrize("question", ["xã xin huyện bao nhiêu tiền?", "trường đề nghị gì?", "nhờ cấp trên gỡ việc gì?"])
def test_what_is_asked_of_those_above_is_told_among_the_requests(question: str) -> None:
    requests = PARTS[-1]
    assert requests.asked.search(question)
    assert requests.titles.search("iv. kiến nghị, đề xuất")
    assert not requests.asked.search("xã đã xin phép từ bao giờ?")


def test_what_there_is_now_stands_in_no_plan() -> None:
    titles = "iii. phương hướng, nhiệm vụ"
    assert cue("loa hiện có ở mấy xã?", titles) == NOT_DONE
    assert cue("ai thực hiện là chính?", titles) == NOT_ASKED
