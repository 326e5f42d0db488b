"""A part of a report that is asked for as a whole is told by its paragraphs, that of a field by its items."""

from pathlib import Path

import pytest

from app.decide.evidence import Judge
from app.understand.lexicon import Lexicon
from app.understand.question import analyse
from app.write.overview import Outline
from corpus.library import Library
from corpus.parse import parse_report

REPORT = """SỞ THỦY SẢN

## BÁO CÁO

### Kết quả nuôi tôm năm 2024, nhiệm vụ năm 2025

#### I. ĐÁNH GIÁ

##### 1. Ưu điểm

Sản lượng tôm tăng. Giá bán ổn định.

##### 2. Tồn tại, hạn chế

- Nhiều ao nuôi thiếu nước ngọt.

- Con giống mua ngoài tỉnh chưa kiểm dịch.

##### 3. Nguyên nhân

a) Khách quan:

+ Nắng nóng kéo dài.

b) Chủ quan:

+ Thanh tra con giống ít.

+ Kênh dẫn chưa nạo vét.

#### II. NHIỆM VỤ NĂM 2025

1. Nạo vét kênh dẫn.

2. Lập trạm kiểm dịch con giống.

Trên đây là báo cáo của Sở./.
"""


def told(question: str, source: str = REPORT) -> list[str] | None:
    """Return what is quoted for a question about the report, or None."""
    library = Library((parse_report(source, Path("tom.md")),))
    passages = library.passages()
    lexicon = Lexicon(passages)
    outline = Outline(library, passages, lexicon, Judge(passages, lexicon, library.reports))
    found = outline.overview(analyse(question, lexicon), None)
    report = library.reports[0]
    return [report.text[quote.start : quote.end] for quote in found.quotes] if found else None


LIMITS = ["Nhiều ao nuôi thiếu nước ngọt.", "Con giống mua ngoài tỉnh chưa kiểm dịch."]


@pytest.mark.parametrize(
    "question",
    [
        "Báo cáo thừa nhận công tác nuôi tôm còn những hạn chế gì?",
        "Nêu các tồn tại của nuôi tôm năm 2024",
        "Nuôi tôm gặp khó khăn, vướng mắc gì?",
    ],
)
def test_every_item_of_the_part_is_told(question: str) -> None:
    assert told(question) == LIMITS


def test_an_item_of_a_field_is_told_alone() -> None:
    assert told("Con giống còn hạn chế gì?") == LIMITS[1:]


def test_a_field_that_no_item_is_about_is_left_to_the_search() -> None:
    assert told("Tuyển sinh còn hạn chế gì?") is None


def test_a_short_section_is_told_whole() -> None:
    assert told("Mặt được là gì?") == ["Sản lượng tôm tăng. Giá bán ổn định."]


def test_causes_of_one_side_come_with_their_line() -> None:
    assert told("Nguyên nhân chủ quan là gì?") == ["b) Chủ quan:\nThanh tra con giống ít.\nKênh dẫn chưa nạo vét."]


def test_a_part_about_another_year_is_left_to_the_search() -> None:
    assert told("Nhiệm vụ năm 2030 là gì?") is None
    assert told("Nhiệm vụ năm 2025 là gì?") == ["Nạo vét kênh dẫn.", "Lập trạm kiểm dịch con giống."]


def test_of_a_long_section_the_rest_is_counted() -> None:
    items = "".join(f"- Ao số {number} thiếu nước.\n\n" for number in range(1, 15))
    library = Library((parse_report(f"## I. Hạn chế\n\n{items}", Path("ao.md")),))
    passages = library.passages()
    lexicon = Lexicon(passages)
    outline = Outline(library, passages, lexicon, Judge(passages, lexicon, library.reports))
    found = outline.overview(analyse("Những hạn chế là gì?", lexicon), None)
    assert found is not None
    assert (len(found.quotes), found.left_out) == (12, 2)


BY_FIELD = """SỞ NÔNG NGHIỆP

## BÁO CÁO

### Kết quả trồng trọt và thủy sản năm 2024, nhiệm vụ năm 2025

#### I. NHIỆM VỤ NĂM 2025

- Trồng trọt: cấp mã số cho vườn cam.

- Thủy sản: khôi phục lồng cá.
"""


def test_an_item_labelled_with_a_field_of_the_report_is_told_alone() -> None:
    assert told("Nhiệm vụ năm 2025 về thủy sản là gì?", BY_FIELD) == ["Thủy sản: khôi phục lồng cá."]
    assert told("Nhiệm vụ năm 2025 là gì?", BY_FIELD) == [
        "Trồng trọt: cấp mã số cho vườn cam.",
        "Thủy sản: khôi phục lồng cá.",
    ]


def test_the_only_item_with_the_head_of_a_field_is_about_it() -> None:
    assert told("Báo cáo thừa nhận mặt yếu gì trong việc kiểm dịch kênh dẫn?") == LIMITS[1:]


REQUESTS = """SỞ CẢNG BIỂN

## BÁO CÁO

### Kết quả khai thác cảng biển và cứu hộ năm 2024

#### I. TỒN TẠI

- Luồng vào cảng bồi lắng.

- Việc cứu hộ ban đêm chậm.

#### II. CÔNG TÁC CỨU HỘ

Cứu 12 tàu.

#### III. KIẾN NGHỊ

##### 1. Với Bộ Xây dựng

- Nạo vét luồng.

##### 2. Với UBND tỉnh Hải Sơn

- Cấp vốn mua tàu kéo.

- Giao thêm 05 biên chế.
"""


def test_requests_to_one_body_are_those_of_its_section() -> None:
    assert told("Sở kiến nghị với UBND tỉnh những gì?", REQUESTS) == ["Cấp vốn mua tàu kéo.", "Giao thêm 05 biên chế."]
    assert told("Liệt kê các kiến nghị gửi Bộ Xây dựng", REQUESTS) == ["Nạo vét luồng."]


def test_a_part_divided_under_a_title_of_its_own_is_told_as_a_whole() -> None:
    everything = ["Nạo vét luồng.", "Cấp vốn mua tàu kéo.", "Giao thêm 05 biên chế."]
    assert told("Nêu các kiến nghị", REQUESTS) == everything


def test_requests_in_one_section_go_to_the_body_that_each_names() -> None:
    source = (
        REQUESTS[: REQUESTS.index("##### 1.")] + "1. Đề nghị Bộ Xây dựng nạo vét.\n\n2. Đề nghị Bộ Y tế cấp thuốc.\n"
    )
    assert told("Sở đề nghị Bộ Y tế những gì?", source) == ["Đề nghị Bộ Y tế cấp thuốc."]


def test_a_field_that_the_title_of_all_says_too_has_a_section_of_its_own() -> None:
    assert told("Những tồn tại về cứu hộ là gì?", REQUESTS) == ["Việc cứu hộ ban đêm chậm."]
    assert told("Những tồn tại là gì?", REQUESTS) == ["Luồng vào cảng bồi lắng.", "Việc cứu hộ ban đêm chậm."]
