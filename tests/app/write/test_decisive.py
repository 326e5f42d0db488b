"""The figure, date or cause asked for is marked in a quote, and nothing where that is in doubt."""

import pytest

from app.understand.lexicon import Lexicon
from app.understand.question import analyse
from app.write.decisive import decisive
from corpus.library import Library
from tests.fakes import cite


@pytest.mark.parametrize(
    ("question", "found", "marked"),
    [
        ("Huyện Tam Đường trồng bao nhiêu ha hoa hồng?", "Các hộ dân đã trồng", []),
        ("Vì sao ít khách?", "Một số sự kiện", ["do thời gian chuẩn bị ngắn"]),
        ("Có bao nhiêu nhà đầu tư quan tâm?", "Đến nay có 03", ["03 nhà"]),
        ("Ai trồng hoa hồng?", "Các hộ dân đã trồng", []),
    ],
)
def test_what_was_asked_for_is_marked(
    small: Library, lexicon: Lexicon, question: str, found: str, marked: list[str]
) -> None:
    passage = next(passage for passage in small.passages() if passage.text.startswith(found))
    citation = cite(small.reports[0], passage.text)
    spans = decisive(analyse(question, lexicon), citation)
    assert [passage.text[start:end].rstrip(".") for start, end in spans] == marked
