"""Which of a sentence and its footnote answers: the one that names or lists what is asked for, the other beside it."""

from pathlib import Path

from app.decide.evidence import Judge
from app.understand.lexicon import Lexicon
from app.understand.question import analyse
from app.write.extract import Extractor
from corpus.library import Library
from corpus.parse import parse_report

REPORT = """## I. KẾT QUẢ

- Cả năm có 900 lao động đi làm việc ngoài tỉnh, tăng 5% so với năm trước<sup>1</sup>.

- Tỉnh giao 20 nhiệm vụ, đã xong 17 nhiệm vụ, còn chậm 03 nhiệm vụ<sup>2</sup>.

- Cháy nổ xảy ra 14 vụ, chủ yếu do chập điện<sup>3</sup>.

- Quỹ khuyến học tỉnh tiếp nhận ủng hộ 12 tỷ đồng<sup>4</sup>.

<sup>1</sup> Công ty May Hồng Phát tuyển 480 người; Công ty Gỗ Tân Long 420 người.

<sup>2</sup> (1) Đo đạc đất rừng, đất bãi; (2) nâng cấp kho lưu trữ; (3) cắm mốc hồ.

<sup>3</sup> Chập điện 09 vụ; đốt rác 05 vụ.

<sup>4</sup> Trong đó doanh nghiệp trong tỉnh 07 tỷ đồng; các tổ chức khác 05 tỷ đồng.
"""


def chosen(question: str, found: str) -> list[str]:
    """Return the opening words of the quotes for a question whose best passage contains ``found``."""
    library = Library((parse_report(REPORT, Path("bc.md")),))
    passages = library.passages()
    lexicon = Lexicon(passages)
    extractor = Extractor(library, passages, Judge(passages, lexicon, library.reports))
    first = next(passage for passage in passages if found in passage.text)
    quotes = extractor.choose(analyse(question, lexicon), first)
    texts = [library.report(quote.passage.report_id).text[quote.start : quote.end] for quote in quotes]
    return [" ".join(text.split()[:3]) for text in texts]


def test_the_footnote_that_alone_names_who_is_asked_about_answers_for_the_total_in_its_sentence() -> None:
    assert chosen("Công ty May Hồng Phát tuyển bao nhiêu lao động?", "Hồng Phát")[0] == "Công ty May"


def test_the_total_stands_where_nothing_of_the_footnote_is_asked_for() -> None:
    assert chosen("Bao nhiêu lao động đi làm việc ngoài tỉnh?", "900 lao động") == ["Cả năm có"]


def test_a_footnote_with_as_many_items_as_its_sentence_counts_is_the_list_that_is_asked_for() -> None:
    assert chosen("Kể giúp tôi những nhiệm vụ còn chậm", "20 nhiệm vụ") == ["(1) Đo đạc", "Tỉnh giao 20"]


def test_how_many_tasks_there_were_is_answered_without_their_list() -> None:
    assert chosen("Còn chậm bao nhiêu nhiệm vụ?", "20 nhiệm vụ") == ["Tỉnh giao 20"]


def test_one_part_of_a_total_is_asked_for_so_the_footnote_with_the_parts_is_quoted_too() -> None:
    assert chosen("Trong số các vụ cháy nổ đó mấy vụ vì rác?", "14 vụ") == ["Cháy nổ xảy", "Chập điện 09"]


def test_the_footnote_with_the_parts_is_quoted_where_each_of_them_is_asked_for() -> None:
    assert chosen("Cháy nổ xảy ra bao nhiêu vụ, chia theo từng nguyên nhân ra sao?", "14 vụ") == [
        "Cháy nổ xảy",
        "Chập điện 09",
    ]
    assert chosen("Riêng đốt rác gây ra bao nhiêu vụ cháy nổ?", "14 vụ") == ["Cháy nổ xảy", "Chập điện 09"]


def test_which_organisation_it_was_is_told_by_the_sentence_and_not_by_the_sums_below_it() -> None:
    assert chosen("Tiền ủng hộ do tổ chức nào tiếp nhận?", "Trong đó doanh nghiệp") == ["Quỹ khuyến học"]
