"""What is worked out over a whole report: a plan against its result, a year before in another passage, a list, rows."""

from pathlib import Path

import pytest

from app.assistant import Assistant
from app.models import Turn
from corpus.library import Library
from corpus.parse import parse_report
from index.build import build_index
from index.store import open_index
from tests.small_library import CloseEncoder

REPORT = """## BÁO CÁO

### Kết quả nuôi trồng thủy sản năm 2024, kế hoạch năm 2025

#### I. KẾT QUẢ NĂM 2024

##### 1. Sản xuất

Thả 120 lồng bè nuôi cá chẽm. Kiểm tra 36 hộ nuôi, giảm 4 hộ so với năm trước. Đã kiểm định nước ở 15/18 vùng nuôi.

Thu mua 640 tấn cá chẽm của các hợp tác xã, trong đó 90 tấn đông lạnh.

##### 2. Kinh phí

Nguồn kinh phí khuyến ngư là 75 tỷ đồng, gồm:

- Ngân sách tỉnh cấp 40 tỷ đồng;
- Doanh nghiệp góp 35 tỷ đồng.

Bảng 1. Tỷ lệ tôm đạt chuẩn theo địa phương

| TT | Địa phương | Kế hoạch năm 2024 (tấn) | Thực hiện năm 2024 (tấn) | Tỷ lệ đạt chuẩn (%) |
|---|---|---|---|---|
| 1 | Huyện Cồn Mây | 500 | 420 | 80,5 |
| 2 | Huyện Bãi Sú | 300 | 330 | 71,2 |

#### II. KẾ HOẠCH NĂM 2025

Thả 150 lồng bè nuôi cá chẽm. Kiểm định nước ở 17/18 vùng nuôi.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """The whole chain over the report, without a model."""
    folder = tmp_path_factory.mktemp("elsewhere") / "index"
    library = Library((parse_report(REPORT, Path("ca.md")),))
    build_index(library, CloseEncoder(), folder)
    return Assistant(library, open_index(folder, library, CloseEncoder()))


@pytest.mark.parametrize(
    ("question", "worked_out"),
    [
        ("Kế hoạch thả lồng bè nuôi cá chẽm năm 2025 nhiều hơn năm 2024 bao nhiêu lồng?", "150 − 120 = 30 lồng"),
        ("Năm ngoái kiểm tra bao nhiêu hộ nuôi?", "36 + 4 = 40 hộ"),
        ("Còn bao nhiêu vùng nuôi chưa kiểm định nước?", "18 − 15 = 3 vùng"),
        ("Trừ ngân sách tỉnh ra thì nguồn kinh phí khuyến ngư còn bao nhiêu tỷ đồng?", "75 − 40 = 35 tỷ đồng"),
        ("Ngoài cá đông lạnh, còn thu mua bao nhiêu tấn cá chẽm?", "640 − 90 = 550 tấn"),
        ("Cồn Mây còn thiếu bao nhiêu tấn so với kế hoạch?", "500 − 420 = 80"),
        ("Tỷ lệ đạt chuẩn của Cồn Mây hơn Bãi Sú bao nhiêu điểm phần trăm?", "80,5 − 71,2 = 9,3 điểm phần trăm"),
    ],
)
def test_it_is_worked_out(assistant: Assistant, question: str, worked_out: str) -> None:
    assert worked_out in assistant.ask(question).text


@pytest.mark.parametrize(
    "question",
    [
        "Kế hoạch thả lồng bè nuôi cá chẽm năm 2026 nhiều hơn năm 2024 bao nhiêu lồng?",
        "Kế hoạch thả lồng bè nuôi ngao năm 2025 nhiều hơn năm 2024 bao nhiêu lồng?",
        "Năm 2021 kiểm tra bao nhiêu hộ nuôi?",
        "Còn bao nhiêu vùng nuôi chưa trồng rừng?",
        "Bãi Sú còn thiếu bao nhiêu tấn so với kế hoạch?",  # it has more than was planned
        "Trừ Mũi Ông ra thì còn bao nhiêu tấn tôm?",
    ],
)
def test_of_another_year_thing_or_place_it_is_not(assistant: Assistant, question: str) -> None:
    text = assistant.ask(question).text
    assert "−" not in text
    assert "+" not in text


def test_both_sentences_are_cited(assistant: Assistant) -> None:
    answer = assistant.ask("Kế hoạch thả lồng bè nuôi cá chẽm năm 2025 nhiều hơn năm 2024 bao nhiêu lồng?")
    assert [one.section for one in answer.citations] == ["I.1", "II"]


def test_a_follow_up_adds_another_name_to_the_one_asked_about(assistant: Assistant) -> None:
    history = (Turn("user", "Huyện Cồn Mây thực hiện được bao nhiêu tấn tôm?"), Turn("assistant", "420 tấn."))
    answer = assistant.ask("cộng thêm Bãi Sú nữa thì được bao nhiêu tấn?", history)
    assert "Cồn Mây và Bãi Sú" in answer.standalone_question
