"""A later part of a question that names no subject is answered where the first part is, where nothing else is nearer."""

from dataclasses import replace
from pathlib import Path

from app.decide.evidence import Judge
from app.decide.features import Evidence
from app.decide.verdict import Verdict, decide
from app.found import Found
from app.later_parts import NEAR, LaterParts
from app.understand.lexicon import Lexicon
from app.understand.question import Question, analyse
from corpus.library import Library
from corpus.models import Passage
from corpus.parse import parse_report
from index.models import Hit

SOURCE = """## I. KẾT QUẢ

Xã mở Hội chợ Chè Shan với chủ đề “Hương núi” tại thị trấn Khê Sơn.

Hội nghị chăn nuôi họp tại huyện Phú Khê.

Cả năm có 557 người bỏ việc<sup>1</sup>.

<sup>1</sup> Pá Lông 148 người; Nậm Cút 409 người.

Tỉnh cấp 300 triệu đồng, gồm 200 triệu đồng làm đường và 100 triệu đồng mua máy.

## II. PHƯƠNG HƯỚNG

Mở lại Hội chợ Chè Shan ở thị trấn Khê Sơn.

Mở lại lớp dạy nghề.

Số người bỏ việc không quá 300 người.

Số lớp dạy nghề là 20 lớp.
"""
LIBRARY = Library((parse_report(SOURCE, Path("bc.md")),))
PASSAGES = LIBRARY.passages()
LEXICON = Lexicon(PASSAGES)
JUDGE = Judge(PASSAGES, LEXICON, LIBRARY.reports)
LATER_PARTS = LaterParts(JUDGE, LEXICON, decide)


def passage(words: str) -> Passage:
    return next(one for one in PASSAGES if words in one.text)


def found(question: Question, *ranked: tuple[str, float], answered: bool = True) -> Found:
    """Return passages by words of theirs with their points, the first one as the answer."""
    hits = [Hit(passage(words), 4.0, rank, 0.9) for rank, (words, _) in enumerate(ranked, start=1)]
    evidence: list[Evidence] = [
        replace(one, support=points) for one, (_, points) in zip(JUDGE.measure(question, hits), ranked, strict=True)
    ]
    verdict = Verdict(None, 0.9, passage=evidence[0].passage) if answered else Verdict("not-in-report", 0.8)
    return Found(question, evidence, verdict)


def settled(first: str, later: str, first_words: str, *ranked: tuple[str, float], answered: bool = True) -> Found:
    """Settle a later part, read as said of the first one."""
    one = found(analyse(first, LEXICON), (first_words, 5.0))
    return LATER_PARTS.beside(one, found(analyse(f"{first} {later}", LEXICON, later), *ranked, answered=answered))


def test_a_thing_asked_of_the_same_subject_is_told_where_the_first_answer_stands() -> None:
    ranked = (("Hội nghị", 5.0), ("Hương núi", 4.0))
    assert settled("Hội chợ có chủ đề gì?", "diễn ra ở đâu?", "Hương núi", *ranked).verdict.passage == passage("Hương")


def test_a_part_that_names_its_own_subject_keeps_its_passage() -> None:
    first = found(analyse("Hội chợ có chủ đề gì?", LEXICON), ("Hương núi", 5.0))
    alone = analyse("Hội nghị chăn nuôi họp ở đâu?", LEXICON)
    later = found(alone, ("Hội nghị", 5.0), ("Hương núi", 4.9))
    assert LATER_PARTS.beside(first, later) == later


def test_whether_it_is_done_again_is_told_by_what_speaks_of_the_same_thing() -> None:
    near = (("lớp dạy nghề", 5.0), ("Mở lại Hội chợ", 5.0 - NEAR / 2))
    far = (("lớp dạy nghề", 5.0), ("Mở lại Hội chợ", 5.0 - 2 * NEAR))
    asked = ("Hội chợ có chủ đề gì?", "sang năm có mở lại không?", "Hương núi")
    assert settled(*asked, *near).verdict.passage == passage("Mở lại Hội chợ")
    assert settled(*asked, *far).verdict.passage == passage("lớp dạy nghề")


def test_how_a_sum_is_divided_is_told_by_its_whole_sentence() -> None:
    divided = settled(
        "Tỉnh cấp bao nhiêu tiền?", "mỗi khoản bao nhiêu?", "300 triệu", ("300 triệu", 2.0), answered=False
    )
    assert divided.verdict.passage == passage("300 triệu")
    assert divided.whole


def test_what_the_first_sentence_does_not_hold_stays_unanswered() -> None:
    when = settled("Hội chợ có chủ đề gì?", "khi nào?", "Hương núi", ("Hương núi", 2.0), answered=False)
    assert not when.answerable
    whether = settled("Hội chợ có chủ đề gì?", "có ai phản đối không?", "Hương núi", ("Hương núi", 2.0), answered=False)
    assert not whether.answerable


def test_nothing_of_its_own_is_said_to_stand_in_the_first_sentence() -> None:
    asked = ("Tỉnh cấp bao nhiêu tiền?", "mỗi hộ được thưởng bao nhiêu?", "300 triệu", ("300 triệu", 2.0))
    assert not settled(*asked, answered=False).answerable


def test_what_is_planned_is_not_told_by_the_sentence_of_what_was_done() -> None:
    asked = ("Tỉnh cấp bao nhiêu tiền?", "sang năm cấp bao nhiêu?", "300 triệu", ("300 triệu", 2.0))
    assert not settled(*asked, answered=False).answerable


def test_the_sentence_with_the_mark_answers_the_first_part_where_its_footnote_answers_the_later_one() -> None:
    whole, part = "Cả năm bao nhiêu người bỏ việc?", "riêng Pá Lông mấy người?"
    later = found(analyse(f"{whole} {part}", LEXICON, part), ("Pá Lông", 5.0))
    near = found(analyse(whole, LEXICON), ("không quá 300", 5.0), ("557 người", 5.0 - NEAR))
    assert LATER_PARTS.as_the_whole(near, later).verdict.passage == passage("557 người")
    far = found(analyse(whole, LEXICON), ("không quá 300", 5.0), ("557 người", 4.9 - NEAR))
    assert LATER_PARTS.as_the_whole(far, later) == far


def test_a_later_part_that_names_its_own_subject_leaves_the_first_answer_alone() -> None:
    later = found(analyse("Pá Lông có mấy người bỏ việc?", LEXICON), ("Pá Lông", 5.0))
    first = found(analyse("Cả năm bao nhiêu người bỏ việc?", LEXICON), ("không quá 300", 5.0), ("557 người", 5.0))
    assert LATER_PARTS.as_the_whole(first, later) == first


def test_an_aim_is_the_one_of_what_the_first_part_was_about() -> None:
    ranked = (("20 lớp", 5.0), ("không quá 300", 4.9))
    later = settled("Hiện có bao nhiêu người bỏ việc?", "cuối năm phải đạt bao nhiêu?", "557 người", *ranked)
    assert later.verdict.passage == passage("không quá 300")
