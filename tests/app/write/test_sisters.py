"""Where things are asked for by their kind, every sentence that names one more of them is quoted beside the first."""

from pathlib import Path

from app.decide.evidence import Judge
from app.understand.lexicon import Lexicon
from app.understand.question import analyse
from app.write.sisters import Sisters
from corpus.library import Library
from corpus.parse import parse_report
from index.in_reports import in_reports

REPORT = """## I. KẾT QUẢ

### 1. Y tế

- Trạm y tế xã Bình Khê tiêm phòng sởi cho 200 trẻ.

- Trạm y tế xã Phú Lộc tiêm phòng sởi cho 150 trẻ. Trạm đã sửa mái.

- Trạm y tế xã An Hòa khám mắt cho 90 cụ già.

### 2. An ninh

Ban đêm, dân quân xã Bình Khê phối hợp với dân quân xã Phú Lộc tuần tra. Dân quân xã An Hòa gác cầu.

## II. KẾ HOẠCH

Xã Tân Lập tiêm phòng sởi cho trẻ.
"""


def sisters(question: str, found: str, source: str = REPORT) -> list[str]:
    library = Library((parse_report(source, Path("xa.md")),))
    passages = in_reports(library.passages())
    lexicon = Lexicon(passages)
    judge = Judge(passages, lexicon, library.reports)
    first = next(passage for passage in passages if found in passage.text)
    return [one.text for one in Sisters(library, passages, judge).of(analyse(question, lexicon), first)]


def test_a_sentence_that_holds_as_much_and_names_another_thing_is_a_sister() -> None:
    assert sisters("Những xã nào đã tiêm phòng sởi cho trẻ?", "200 trẻ") == [
        "Trạm y tế xã Phú Lộc tiêm phòng sởi cho 150 trẻ."
    ]


def test_a_sentence_of_the_paragraph_that_opens_with_the_thing_asked_about_is_a_sister() -> None:
    assert sisters("Dân quân những xã nào tuần tra ban đêm?", "Ban đêm") == ["Dân quân xã An Hòa gác cầu."]


def test_where_one_thing_is_asked_for_there_are_no_sisters() -> None:
    assert sisters("Xã nào đã tiêm phòng sởi cho trẻ?", "200 trẻ") == []
    assert sisters("Bao nhiêu trẻ được tiêm phòng sởi?", "200 trẻ") == []


def test_items_that_open_with_what_is_asked_for_are_sisters_below_one_title() -> None:
    report = "## I. NHIỆM VỤ ĐƯỢC GIAO\n\n- Sở Y tế: mua vắc xin.\n\n- Sở Nội vụ: tuyển người.\n\n- Công an: gác cầu.\n"
    assert sisters("Những sở nào được giao nhiệm vụ?", "vắc xin", report) == ["Sở Nội vụ: tuyển người."]
