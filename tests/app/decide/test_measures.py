"""A question about money is not answered by hectares, one about the director not by the chairman."""

import pytest

from app.decide.measures import asks_office, attribute_missing, measure_missing, office_missing


@pytest.mark.parametrize(
    ("question", "evidence", "missing"),
    [
        ("kinh phí là bao nhiêu?", "trồng 115 ha", True),
        ("kinh phí là bao nhiêu?", "hỗ trợ 425 triệu đồng", False),
        ("kinh phí hỗ trợ?", "trồng 115 ha", True),
        ("diện tích là bao nhiêu?", "hỗ trợ 425 triệu đồng", True),
        ("diện tích là bao nhiêu?", "trồng 78,7 ha", False),
        ("tỷ lệ là bao nhiêu?", "khoảng 60% lượng thuốc", False),
        ("tỷ lệ là bao nhiêu?", "60 liều", True),
        ("khối lượng bao nhiêu?", "747.202 kg sản phẩm", False),
        ("có kinh phí nào không?", "trồng 115 ha", False),
        ("trồng bao nhiêu?", "trồng 115 ha", False),
        ("mặt nước bao nhiêu phần trăm diện tích?", "mặt nước rộng 40 ha", True),
        ("mặt nước bao nhiêu phần trăm diện tích?", "mặt nước chiếm 12,5%", False),
        ("kinh phí mua bao nhiêu ha đất?", "kinh phí 3 tỷ đồng", True),
        ("lương thực được bao nhiêu?", "lương thực dồi dào", False),
    ],
)
def test_a_measure_asked_for_must_be_given(question: str, evidence: str, missing: bool) -> None:
    assert measure_missing(question, evidence) is missing


@pytest.mark.parametrize(
    ("question", "evidence", "missing"),
    [
        ("giám đốc sở là ai?", "chủ tịch lê văn an", True),
        ("giám đốc sở là ai?", "giám đốc lê văn an", False),
        ("phó chủ tịch là ai?", "chủ tịch lê văn an", True),
        ("ai ký?", "chủ tịch lê văn an", False),
    ],
)
def test_an_office_asked_for_must_be_named(question: str, evidence: str, missing: bool) -> None:
    assert office_missing(question, evidence) is missing


@pytest.mark.parametrize(
    ("question", "evidence", "missing"),
    [
        ("dân số là bao nhiêu?", "có 11 đơn vị, 3 tuyến", True),
        ("dân số là bao nhiêu?", "có 94.590 nhân khẩu", False),
        ("năng suất đạt bao nhiêu?", "trồng 115 ha", True),
        ("năng suất đạt bao nhiêu?", "đạt 60 tạ/ha", False),
        ("lương bình quân của giáo viên là bao nhiêu?", "chi bình quân 90.000 đồng/ha", True),
        ("lương của giáo viên là bao nhiêu?", "trả công 9 triệu đồng", False),
        ("sản lượng lương thực là bao nhiêu?", "thu 9 tấn", False),
        ("tuổi nghề trung bình của y tá bao nhiêu?", "bình quân 12 con/hộ", True),
        ("điểm thi trung bình bao nhiêu?", "điểm đạt 6,2", False),
        ("hãy tính bình quân mỗi chuyến bao nhiêu con?", "90 con/3 chuyến", False),
        ("dân số tăng vì đâu?", "có 11 đơn vị", False),
    ],
)
def test_an_attribute_that_no_unit_gives_away_must_be_spoken_of(question: str, evidence: str, missing: bool) -> None:
    assert attribute_missing(question, evidence) is missing


def test_an_office_is_asked_for_by_its_word() -> None:
    assert asks_office("ai là chủ tịch tỉnh?")
    assert not asks_office("ai trồng hoa?")
