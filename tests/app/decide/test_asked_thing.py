"""The very thing whose number is asked for must be spoken of."""

import pytest

from app.decide.asked_thing import asked_thing_missing
from app.understand.lexicon import Lexicon
from app.understand.question import analyse

LEXICON = Lexicon([])


@pytest.mark.parametrize(
    ("question", "text", "missing"),
    [
        ("Diễn tập phát hiện bao nhiêu lỗ hổng?", "Diễn tập hai ngày với 64 cán bộ.", True),
        ("Diễn tập có bao nhiêu hoạt động?", "Diễn tập hai ngày với 64 cuộc họp.", False),
        ("Diễn tập có bao nhiêu cán bộ?", "Diễn tập hai ngày với 64 cán bộ.", False),
        ("Có bao nhiêu người tham gia diễn tập?", "Diễn tập hai ngày với 64 cán bộ.", False),
        ("Kiểm dịch được bao nhiêu ký?", "Kiểm dịch 747 kg sản phẩm.", False),
        ("Hồ Nà Mo có dung tích bao nhiêu?", "Hồ Nà Mo được đầu tư 94 tỷ đồng.", True),
        ("Hồ Nà Mo được đầu tư bao nhiêu?", "Hồ Nà Mo được đầu tư 94 tỷ đồng.", False),
        ("Trong 187 trang trại có bao nhiêu trang trại nuôi gà công nghiệp?", "Tỉnh có 187 trang trại.", True),
        ("Trong 187 trang trại có bao nhiêu trang trại lợn?", "Có 187 trang trại, 15 trang trại lợn.", False),
        ("Trong 187 trang trại, trang trại lợn chiếm bao nhiêu phần trăm?", "Có 187 trang trại.", False),
        ("Vì sao có 187 trang trại?", "Có 187 trang trại.", False),
        ("How many farms?", "Có 187 trang trại.", False),
    ],
)
def test_what_is_counted_or_measured_must_stand_there(question: str, text: str, missing: bool) -> None:
    assert asked_thing_missing(analyse(question, LEXICON), text, text.lower()) is missing
