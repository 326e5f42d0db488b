"""Two small reports that a reader can hold in the head, and an encoder whose cosines lie as the packaged model's do."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from corpus.library import Library
from corpus.parse import parse_report
from index.encoder import FloatMatrix
from tests.fakes import SyllableEncoder

COOPERATION = """Số: 15/BC-UBND

Lai Châu, ngày 05 tháng 02 năm 2023

## BÁO CÁO

### Kết quả hợp tác giữa tỉnh Lai Châu và thành phố Hà Nội năm 2022

UBND tỉnh Lai Châu báo cáo kết quả hợp tác năm 2022 như sau:

#### I. KẾT QUẢ

##### 1. Nông nghiệp

Các hộ dân đã trồng hoa hồng với diện tích 115 ha (thành phố Lai Châu 78,7 ha; huyện Tam Đường 32,8 ha; huyện Tân Uyên \
3,5 ha). Đến nay có 03 nhà đầu tư của thành phố Hà Nội quan tâm trồng dược liệu<sup>1</sup>.

##### 2. Giao thông

Hiện nay có 11 đơn vị vận tải khai thác tuyến Lai Châu - Hà Nội<sup>2</sup>. Số chuyến xe tăng từ 27 chuyến/ngày năm 2021 \
lên 32 chuyến/ngày năm 2022 do nhu cầu đi lại của nhân dân.

#### II. HẠN CHẾ

Một số sự kiện còn ít khách do thời gian chuẩn bị ngắn.

<sup>1</sup> Công ty Song Thu, Công ty Phước Nguyên Đường, Công ty Thiên Nhiên.

<sup>2</sup> 08 đơn vị vận tải của Lai Châu và 03 đơn vị vận tải của thành phố Hà Nội.

***Nơi nhận:***

- UBND thành phố Hà Nội;
- Sở Nông nghiệp;
- Lưu: VT.

**TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH**

**Lê Văn An**
"""
HEALTH = """Số: 20/BC-SYT

## BÁO CÁO

### Kết quả công tác y tế tỉnh Yên Bái năm 2021

#### I. KẾT QUẢ

Sở Y tế tỉnh Yên Bái đã tiêm 15.000 liều vắc xin cho học sinh. Bệnh viện Tuệ Tĩnh hỗ trợ 425 triệu đồng để mua máy./.
"""
COOPERATION_ID, HEALTH_ID = "bc-hop-tac-2022", "bc-y-te-2021"


def small_library() -> Library:
    """Read the two reports."""
    sources = {COOPERATION_ID: COOPERATION, HEALTH_ID: HEALTH}
    return Library(tuple(parse_report(source, Path(f"{name}.md")) for name, source in sources.items()))


class CloseEncoder(SyllableEncoder):
    """Counts syllables, but no two texts are far apart: cosines are 0.85 + 0.15 times those of the counts."""

    name = "close"
    dim = SyllableEncoder.dim + 1

    def encode_queries(self, texts: Sequence[str]) -> FloatMatrix:
        """Embed questions."""
        counted = SyllableEncoder().encode_queries(texts)
        shared = np.full((len(texts), 1), 0.85**0.5)
        return np.asarray(np.hstack([shared, 0.15**0.5 * counted]), dtype=np.float32)
