"""Two small reports of one province on two years, with the same sentences and other figures, and one of an office."""

from pathlib import Path

from corpus.library import Library
from corpus.parse import parse_report

_PROVINCE = """Số: {number}/BC-UBND

Bắc Kạn, ngày 10 tháng 01 năm {issued}

## BÁO CÁO

### Kết quả phát triển nông thôn năm {year}

UBND tỉnh Bắc Kạn báo cáo kết quả như sau:

#### I. KẾT QUẢ

##### 1. Nông nghiệp

Diện tích trồng nghệ là {turmeric} ha. Toàn tỉnh có {communes} xã đạt chuẩn nông thôn mới.

Nhân dân hiến {land} đất để làm đường. Tỷ lệ hộ nghèo còn {poor}%.

##### 2. Đào tạo

Đã mở {classes} lớp dạy nghề cho nông dân. {only}

#### II. HẠN CHẾ

{limit}

Trên đây là báo cáo kết quả phát triển nông thôn năm {year} của UBND tỉnh Bắc Kạn./.
"""
FIRST_YEAR = _PROVINCE.format(
    number=45, issued=2022, year=2021, turmeric=160, communes=21, land="42.500 m2", poor="18,5", classes=35,
    only="Thu hút được 7 bác sĩ về xã.", limit="Dịch bệnh làm gián đoạn tiêu thụ nông sản.",
)  # fmt: skip
SECOND_YEAR = _PROVINCE.format(
    number=61, issued=2023, year=2022, turmeric=148, communes=26, land="5,1 ha", poor="15,9", classes=41,
    only="Có 3 phiên giao dịch việc làm.", limit="Giá vật tư tăng cao.",
)  # fmt: skip
OFFICE = """Số: 20/BC-SYT

## BÁO CÁO

### Kết quả công tác y tế năm 2022

Sở Y tế tỉnh Yên Bái báo cáo kết quả như sau:

#### I. KẾT QUẢ

Đã tiêm 15.000 liều vắc xin cho học sinh tỉnh Yên Bái./.
"""
FIRST_ID, SECOND_ID, OFFICE_ID = "bac-kan-2021", "bac-kan-2022", "y-te-2022"


def two_years() -> Library:
    """Read the three reports."""
    sources = {FIRST_ID: FIRST_YEAR, SECOND_ID: SECOND_YEAR, OFFICE_ID: OFFICE}
    return Library(tuple(parse_report(source, Path(f"{name}.md")) for name, source in sources.items()))
