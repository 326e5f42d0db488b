"""A small office with five tables, as one report; what its tables answer without any search."""

from collections.abc import Callable
from pathlib import Path

import pytest

from app.rows.context import Context
from app.rows.reading import RowReading, read_rows
from app.rows.telling import Teller, Told
from app.understand.lexicon import Lexicon
from app.understand.question import analyse
from corpus.grid import read_grids
from corpus.library import Library
from corpus.parse import parse_report

OFFICE = """# BÁO CÁO

## Kết quả năm 2023 của huyện Ba Vì

## I. NGÂN SÁCH

Bảng 1. Dự toán thu, chi ngân sách năm 2023

Đơn vị tính: triệu đồng

| STT | Nội dung | Dự toán giao | Thực hiện | Tỷ lệ (%) |
| --- | --- | --- | --- | --- |
| A | Tổng thu ngân sách | 120.500 | 131.250,5 | 108,9 |
| I | Thu nội địa | 80.000 | 88.000 | 110 |
| 1 | Thu thuế | 30.000 | 32.000 | 106,7 |
| 2 | Thu tiền sử dụng đất | 50.000 | 56.000 | 112 |
| B | Tổng chi ngân sách | 118.000 | 115.400 | 97,8 |

## II. SẢN XUẤT

Bảng 2. Sản xuất nông nghiệp

| Chỉ tiêu | ĐVT | Kế hoạch 2023 | Thực hiện 2023 | Thực hiện 2022 |
| --- | --- | --- | --- | --- |
| Diện tích lúa | ha | 1.200 | 1.250 | 1.190 |
| Tổng đàn bò | con | 15.000 | 15.400 | 14.800 |

Bảng 3. Hộ nghèo theo xã năm 2023

| TT | Xã | Tổng số hộ | Hộ nghèo | Hộ cận nghèo | Hộ trẻ |
| --- | --- | --- | --- | --- | --- |
| 1 | Tản Lĩnh | 3.500 | 35 | 60 | 7 |
| 2 | Vân Hòa | 2.100 | 84 | 90 | 8 |
| 3 | Ba Trại | 2.600 | 52 | 80 | 7 |
|  | Cộng | 8.200 | 171 | 230 | 22 |

## III. TỔ CHỨC

Bảng 4. Danh sách lãnh đạo các phòng

| STT | Họ và tên | Chức vụ | Đơn vị công tác |
| --- | --- | --- | --- |
| 1 | Nguyễn Văn Bình | Trưởng phòng | Phòng Nội vụ |
| 2 | Trần Thị Cúc | Phó Trưởng phòng | Phòng Nội vụ |
| 3 | Lê Minh Tâm | Trưởng phòng | Phòng Tài chính |

Bảng 5. Vốn đầu tư còn hiệu lực theo nước

| STT | Nước | Số dự án | TVĐT | Vốn PĐ |
| --- | --- | --- | --- | --- |
| 1 | Hoa Kỳ | 9 | 65.661.000 | 28.800.693 |
| 2 | Vương quốc Anh | 4 | 1.700.000 | 1.190.000 |
| 3 | Cayman Islands | 2 | 500.000 | 200.000 |

Bảng 6. Vốn đầu tư cấp mới theo nước 8 tháng

| STT | Nước | Số dự án | TVĐT | Vốn PĐ |
| --- | --- | --- | --- | --- |
| 1 | Hoa Kỳ | 3 | 5.000.000 | 1.000.000 |
"""
LIBRARY = Library((parse_report(OFFICE, Path("van-phong.md")),))
PASSAGES = LIBRARY.passages()
LEXICON = Lexicon(PASSAGES)


@pytest.fixture(scope="session")
def read() -> Callable[[str], list[RowReading]]:
    """What the tables answer to a question."""
    report = LIBRARY.reports[0]
    grids = tuple(read_grids(report).values())
    context = Context(report, grids)
    return lambda question: read_rows(analyse(question, LEXICON), grids, context, LEXICON)


@pytest.fixture(scope="session")
def told(read: Callable[[str], list[RowReading]]) -> Callable[[str], Told]:
    """What is told of it; an empty answer where nothing is."""
    teller = Teller(LIBRARY, {passage.id: passage for passage in PASSAGES})

    def tell(question: str) -> Told:
        readings = read(question)
        return teller.tell(analyse(question, LEXICON), readings) if readings else Told("", (), ())

    return tell
