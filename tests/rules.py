"""Three small documents that lay down rules, a sheet of figures, and a report: what a library of an office mixes."""

from pathlib import Path

from corpus.library import Library
from corpus.parse import parse_report

DECREE = """Chính phủ

##### Nghị định của Chính phủ số 14/2003/NĐ-CP

##### ngày 10/10/2003 về bến thuyền và người lái.

Căn cứ Luật Đường sông ngày 25 tháng 12 năm 2001;

Theo đề nghị của Bộ trưởng Bộ Mẫu,

Điều 1. Bến thuyền

Bến thuyền phải có phao cứu sinh.

Điều 2. Người lái

Người lái thuyền phải tập sự 06 tháng.

TM. CHÍNH PHỦ

Thủ tướng

Lê Văn An
"""
CIRCULAR = """BỘ MẪU

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM

Độc lập - Tự do - Hạnh phúc

SỐ: 40/2000/TT/BM

Hà Nội, ngày 15 tháng 5 năm 2000

THÔNG TƯ

Hướng dẫn thu phí chợ

Căn cứ Nghị định số 2/1999/NĐ-CP ngày 3/2/1999 của Chính phủ về phí chợ;

I. Mức thu

Phí chợ là 5.000 đồng một ngày.

II. Nộp phí

Phí nộp vào ngày cuối tháng./.

BỘ TRƯỞNG

Trần Thị Bình

Nơi nhận:

- Các sở;

- Lưu: VT.
"""
REGULATION = """BAN QUẢN LÝ BẾN

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM

Độc lập - Tự do - Hạnh phúc

Số: /QĐ-BQL

Mẫu, ngày tháng năm 2007

QUYẾT ĐỊNH

V/v: Ban hành Quy chế chi tiêu nội bộ, quản lý và sử dụng tài sản của Ban quản lý Bến

Điều 1. Ban hành Quy chế.

Điều 2. Các phòng thi hành.

TRƯỞNG BAN

Nơi nhận:

- Như Điều 2.

QUY CHẾ

CHI TIÊU NỘI BỘ

(Ban hành kèm theo Quyết định số /QĐ-BQL)

Điều 1. Nghỉ phép

Con kết hôn được nghỉ 01 ngày.

Điều 2. Xe

Xe được khoán 22 lít xăng.
"""
SHEET = """## FDI 08-2005

**ĐẦU TƯ THEO NƯỚC 1988-2005**

| Nước | Số dự án |
| --- | --- |
| Hà Lan | 57 |
| Đài Loan | 1.363 |
| Nhật Bản | 549 |

**Nguồn: Cục Đầu tư Mẫu**
"""
REPORT = """Số: 61/BC-UBND

Mẫu, ngày 10 tháng 01 năm 2023

BÁO CÁO

Kết quả phát triển nông thôn năm 2022

UBND tỉnh Mẫu báo cáo như sau:

I. KẾT QUẢ

Toàn tỉnh có 26 xã đạt chuẩn./.
"""
SOURCES = {"bao-cao": REPORT, "nghi-dinh": DECREE, "quy-che": REGULATION, "so-lieu": SHEET, "thong-tu": CIRCULAR}


def rules() -> Library:
    """Read the five documents."""
    return Library(
        tuple(parse_report(source, Path(f"{name}.md"), whole=True) for name, source in sorted(SOURCES.items()))
    )
