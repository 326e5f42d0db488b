"""What is worked out over lines and sentences: what is not done yet, people told with the verb that is asked for."""

from pathlib import Path

import pytest

from app.assistant import Assistant
from app.understand.lexicon import Lexicon
from app.write.citations import Quote, cite
from app.write.compute import compute
from corpus.library import Library
from corpus.parse import parse_report
from index.build import build_index
from index.store import open_index
from tests.small_library import CloseEncoder

REPORT = """## BÁO CÁO

### Kết quả quản lý chợ năm 2024

#### I. ĐƠN XIN QUẦY HÀNG

Kết quả nhận đơn toàn huyện:

- Tổng số đơn tiếp nhận : 340 đơn
- Đơn đã giải quyết : 295 đơn
- Đơn giải quyết đúng hạn : 280 đơn

#### II. SỬA CHỢ

Làm 9 mái chợ ở các xã. Đến nay 4 mái chợ đã bàn giao cho xã.

#### III. DI DỜI

a) Đợt cháy chợ Ngã Ba: huy động 70 người chữa cháy; di dời 25 người bán hàng.

b) Đợt ngập chợ Bến Tre: di dời 41 người bán hàng khỏi bãi sông.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """The whole chain over the report, without a model."""
    folder = tmp_path_factory.mktemp("lines") / "index"
    library = Library((parse_report(REPORT, Path("cho.md")),))
    build_index(library, CloseEncoder(), folder)
    return Assistant(library, open_index(folder, library, CloseEncoder()))


@pytest.mark.parametrize(
    ("question", "worked_out"),
    [
        ("Tổng số đơn tiếp nhận còn bao nhiêu đơn chưa giải quyết?", "340 − 295 = 45 đơn"),
        ("Trong 9 mái chợ còn bao nhiêu mái chợ chưa bàn giao?", "9 − 4 = 5 mái"),
        ("Cộng cả đợt cháy chợ Ngã Ba và đợt ngập chợ Bến Tre thì đã di dời bao nhiêu người?", "25 + 41 = 66 người"),
    ],
)
def test_it_is_worked_out_from_quoted_figures(assistant: Assistant, question: str, worked_out: str) -> None:
    assert worked_out in assistant.ask(question).text


def test_what_is_left_of_all_but_one_thing_is_not_taken_for_what_is_not_done(assistant: Assistant) -> None:
    assert "−" not in assistant.ask("Ngoài đơn đúng hạn, còn bao nhiêu đơn?").text


def test_of_several_parts_only_as_many_are_added_as_are_named() -> None:
    said = "Pá Lương 14 người; Nà Phăng 12 người; các xã còn lại 28 người."
    library = Library((parse_report(f"## I. KẾT QUẢ\n\n{said}\n\n{REPORT}", Path("xa.md")),))
    passages = library.passages()
    first = next(passage for passage in passages if passage.text == said)
    (citation,) = cite([Quote(first, first.start, first.end)], library)
    found = compute("Hai xã Pá Lương và Nà Phăng có tổng cộng bao nhiêu người?", [citation], Lexicon(passages))
    assert str(found) == "14 + 12 = 26 người"
