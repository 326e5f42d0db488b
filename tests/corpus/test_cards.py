"""What an official document says of itself is read in the layouts that offices have used over the years."""

from pathlib import Path

import pytest

from corpus.models import Metadata
from corpus.parse import parse_report

DECISION = """UBND TỈNH MẪU

**SỞ Y TẾ**

**CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM**

**Độc lập - Tự do - Hạnh phúc**

Số: 12/QĐ-SYT

*Mẫu, ngày 05 tháng 3 năm 2022*

**QUYẾT ĐỊNH**

**VỀ VIỆC PHÂN CÔNG TRỰC TIẾP DÂN**

**GIÁM ĐỐC SỞ Y TẾ**

Căn cứ Luật Tiếp công dân;

**QUYẾT ĐỊNH:**

Điều 1. Phân công trực.

Điều 2. Quyết định có hiệu lực từ ngày ký./.

**Nơi nhận:**

- Như Điều 2;

- Lưu: VT.

**GIÁM ĐỐC**

**Lê Văn An**
"""
FLATTENED = """ỦY BAN NHÂN DÂN          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
TỈNH MẪU                 Độc lập - Tự do - Hạnh phúc
Số : 45/1999/QĐ-UB       Mẫu, ngày 3 tháng 2 năm 1999

QUYẾT ĐỊNH CỦA ỦY BAN NHÂN DÂN TỈNH MẪU
Về việc thu phí chợ

ỦY BAN NHÂN DÂN TỈNH

Điều 1: Thu phí.

Điều 2: Thi hành.

TM. ỦY BAN NHÂN DÂN TỈNH

CHỦ TỊCH

Trần Thị Bình
"""
ONE_SPACE = """CHÍNH PHỦ CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 7/2011/NĐ-CP Hà Nội, ngày 9 tháng 8 năm 2011

NGHỊ ĐỊNH
Quy định về bến thuyền

Điều 1. Phạm vi

Một.

Điều 2. Bến

Hai./.
"""
TITLE_FIRST = """BỘ MẪU

THÔNG TƯ CỦA BỘ MẪU SỐ 16/2001/TT-BM NGÀY 20 THÁNG 4 NĂM 2001

HƯỚNG DẪN QUẢN LÝ BẾN THUYỀN

Căn cứ Nghị định số 7/2000/NĐ-CP ngày 1/2/2000 của Chính phủ về bến thuyền;

I. Đối tượng

Một.

II. Thủ tục

Hai./.
"""
OF_ISSUER_BELOW = """NGHỊ ĐỊNH

Của Chính phủ số 14-CP ngày 2-3-1993 ban hành Quy định về bến thuyền

Điều 1. Phạm vi

Một.

Điều 2. Bến

Hai./.
"""
ISSUER_LAST = """Quyết định số 18/2006/QĐ-UBND ngày 6/5/2006 của UBND tỉnh Mẫu về việc thu phí bến

Điều 1. Thu phí

Một.

Điều 2. Mức thu

Hai./.
"""
LAW = """QUỐC HỘI

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM

Độc lập - Tự do - Hạnh phúc

Luật số: 21/2019/QH14

Hà Nội, ngày 14 tháng 6 năm 2019

LUẬT

BẾN THUYỀN

Điều 1. Phạm vi

Một.

Điều 2. Bến

Hai./.

CHỦ TỊCH QUỐC HỘI

Phạm Thị Dung
"""
JOINT = """BỘ MẪU - BỘ VÍ DỤ

Cộng hòa xã hội chủ nghĩa Việt Nam

Độc lập - Tự do - Hạnh phúc

Số: 03/2006/TTLT-BM-BVD

Hà Nội, ngày 17/01/2006

THÔNG TƯ LIÊN TỊCH

Hướng dẫn thu phí bến

I. Đối tượng

Một.

II. Mức thu

Hai./.
"""
PARTY = """TỈNH ỦY MẪU          ĐẢNG CỘNG SẢN VIỆT NAM
*
Số 12-NQ/TU          Mẫu, ngày 7 tháng 11 năm 2016

NGHỊ QUYẾT

về phát triển bến thuyền giai đoạn 2016-2020

I. Tình hình

Một.

II. Nhiệm vụ

Hai./.

T/M TỈNH ỦY

BÍ THƯ

Ngô Văn Em
"""
LETTER = """SỞ MẪU

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM

Độc lập - Tự do - Hạnh phúc

Số: …/SM-VP

V/v: đăng ký bến thuyền.

Mẫu, ngày … tháng 4 năm 2020

Kính gửi: Các phòng.

Sở Mẫu đề nghị các phòng đăng ký./.

Nơi nhận:

- Như trên;

- Lưu: VT.
"""


@pytest.mark.parametrize(
    ("source", "kind", "number", "sign", "issuer", "issued_on", "title", "signatory"),
    [
        (DECISION, "Quyết định", "12", "QĐ-SYT", "Sở Y tế", "2022-03-05", "VỀ VIỆC PHÂN CÔNG TRỰC TIẾP DÂN", "Lê Văn An"),
        (
            FLATTENED, "Quyết định", "45", "1999/QĐ-UB", "ỦY BAN NHÂN DÂN TỈNH MẪU", "1999-02-03", "Về việc thu phí chợ",
            "Trần Thị Bình",
        ),
        (ONE_SPACE, "Nghị định", "7", "2011/NĐ-CP", "CHÍNH PHỦ", "2011-08-09", "Quy định về bến thuyền", None),
        (TITLE_FIRST, "Thông tư", "16", "2001/TT-BM", "BỘ MẪU", "2001-04-20", "HƯỚNG DẪN QUẢN LÝ BẾN THUYỀN", None),
        (OF_ISSUER_BELOW, "Nghị định", "14", "CP", "Chính phủ", "1993-03-02", "Ban hành Quy định về bến thuyền", None),
        (ISSUER_LAST, "Quyết định", "18", "2006/QĐ-UBND", "UBND tỉnh Mẫu", "2006-05-06", "Về việc thu phí bến", None),
        (LAW, "Luật", "21", "2019/QH14", "QUỐC HỘI", "2019-06-14", "BẾN THUYỀN", "Phạm Thị Dung"),
        (JOINT, "Thông tư liên tịch", "03", "2006/TTLT-BM-BVD", "BỘ MẪU - BỘ VÍ DỤ", "2006-01-17", "Hướng dẫn thu phí bến", None),
        (PARTY, "Nghị quyết", "12", "NQ/TU", "TỈNH ỦY MẪU", "2016-11-07", "Về phát triển bến thuyền giai đoạn 2016-2020", "Ngô Văn Em"),
        (LETTER, None, None, "SM-VP", "SỞ MẪU", "2020-04", "Đăng ký bến thuyền", None),
    ],
)  # fmt: skip
def test_the_card_of_each_layout_is_read(
    source: str,
    kind: str | None,
    number: str | None,
    sign: str,
    issuer: str,
    issued_on: str,
    title: str,
    signatory: str | None,
) -> None:
    card: Metadata = parse_report(source, Path("mau.md"), whole=True).metadata
    assert (card.kind, card.number, card.sign) == (kind, number, sign)
    assert (card.issuer or "").lower() == issuer.lower()
    assert (card.issued_on, card.title, card.signatory) == (issued_on, title, signatory)
