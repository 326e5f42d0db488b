"""How well a passage supports a question: every feature by hand on lines of one small report."""

import math
from pathlib import Path

import pytest

from app.decide.evidence import BACKGROUND_WEIGHT, PAIRS_SCALE, Judge
from app.decide.features import Features
from app.understand.lexicon import Lexicon
from app.understand.question import Question, analyse
from app.understand.words import Word
from corpus.models import Passage
from corpus.parse import parse_report
from corpus.passages import cut_passages
from index.models import Hit

REPORT = parse_report(
    """## BÁO CÁO

### Kết quả của tỉnh Lai Châu năm 2022

## I. NÔNG NGHIỆP

Huyện Tam Đường trồng 32,8 ha hoa hồng<sup>1</sup>. Năm 2021 có mưa. Gồm các loại sau:

- Hoa lan.

<sup>1</sup> Do Công ty Song Thu, Công ty Thiên Nhiên và hộ dân trồng năm 2020.
""",
    Path("bc.md"),
)
PASSAGES = cut_passages(REPORT)
ROSES, RAIN, LEAD, ORCHID, NOTE = (
    next(passage for passage in PASSAGES if text in passage.text)
    for text in ("32,8", "mưa", "sau:", "Hoa lan", "Song Thu")
)
LEXICON = Lexicon(PASSAGES)
JUDGE = Judge(PASSAGES, LEXICON, [REPORT])


def ask(text: str, focus: str | None = None) -> Question:
    return analyse(text, LEXICON, focus, "2022")


def features(question: Question, passage: Passage) -> Features:
    return JUDGE.measure(question, [Hit(passage, 1.5, 1, similarity=0.9)])[0].features


def test_scores_come_from_the_search() -> None:
    found = features(ask("hoa hồng"), ROSES)
    assert (found.score, found.similarity) == (1.5, 0.9)


def test_coverage_is_the_share_of_words_by_rarity() -> None:
    asked = ask("hoa hồng mưa")
    roses, rain = Word(("hoa", "hồng")), Word(("mưa",))
    assert set(asked.words) == {roses, rain}
    share = JUDGE.weight(roses) / (JUDGE.weight(roses) + JUDGE.weight(rain))
    assert features(asked, ROSES).wide_coverage == pytest.approx(share)
    assert features(asked, LEAD).wide_coverage == 0.0


def test_a_word_weighs_as_its_rarest_syllable_or_pair() -> None:
    # "hồng" stands in the sentence and in what introduces the bullet: ln((N + 1) / (2 + 0.5))
    assert JUDGE.weight(Word(("hoa", "hồng"))) == pytest.approx(math.log((len(PASSAGES) + 1) / 2.5))


def test_half_of_a_word_covers_a_quarter() -> None:
    assert JUDGE.covers(" trồng hoa lan ", Word(("hoa", "hồng"))) == 0.25
    assert JUDGE.covers(" trồng hoa hồng ", Word(("hoa", "hồng"))) == 1.0
    assert JUDGE.covers(" trồng lan ", Word(("hoa",))) == 0.0


def test_a_question_without_content_words_is_covered() -> None:
    assert features(ask("Ở đâu?"), RAIN).wide_coverage == 1.0


def test_words_of_the_subject_of_a_follow_up_count_less() -> None:
    asked = ask("hoa hồng? mưa?", focus="mưa?")
    roses, rain = JUDGE.weight(Word(("hoa", "hồng"))), JUDGE.weight(Word(("mưa",)))
    expected = rain / (rain + BACKGROUND_WEIGHT * roses)
    assert features(asked, RAIN).wide_coverage == pytest.approx(expected)


def test_titles_and_the_sentence_of_a_footnote_mark_cover_too() -> None:
    assert features(ask("nông nghiệp"), RAIN).wide_coverage == 1.0
    assert features(ask("hoa hồng"), NOTE).wide_coverage == 1.0


def test_adjacent_syllables_in_common_count_by_rarity() -> None:
    idf = LEXICON.idf
    shared = (idf("ha_hoa") + idf("hoa_hồng")) / PAIRS_SCALE
    assert features(ask("mấy ha hoa hồng?"), ROSES).pairs == pytest.approx(shared)
    assert features(ask("hồng hoa?"), ROSES).pairs == 0.0


def test_figures_of_the_question_are_looked_for() -> None:
    assert features(ask("32,8 ha và 5 ha hoa gì?"), ROSES).figures == 0.5
    assert features(ask("hoa gì?"), ROSES).figures == 0.0


def test_as_many_of_the_same_things_in_words_count_more_but_the_two_parties_do_not() -> None:
    told = Passage("p1", "bc", "I", None, "p", 0, 40, "Còn chưa làm 02 nội dung, 2 địa phương đã họp.", "", None)
    judge = Judge([told], Lexicon([told]), [])
    hit = Hit(told, 1.0, 1, 0.5)

    def figures(text: str) -> float:
        return judge.measure(analyse(text, Lexicon([told])), [hit])[0].features.figures

    assert figures("Hai nội dung nào chưa làm?") == 2.0
    assert figures("Ba nội dung nào chưa làm?") == 0.0
    assert figures("Hai địa phương họp chưa?") == 0.0


def test_names_are_missing_unless_the_passage_its_surroundings_or_the_title_have_them() -> None:
    asked = ask("huyện Tam Đường, huyện Mường Tè")
    assert features(asked, ROSES).missing_names == 0.5
    assert features(asked, NOTE).missing_names == 0.5
    assert features(asked, RAIN).missing_names == 1.0
    assert features(ask("tỉnh Lai Châu"), RAIN).missing_names == 0.0
    assert features(ask("mưa"), RAIN).missing_names == 0.0


@pytest.mark.parametrize(
    ("question", "passage", "fit"),
    [
        ("mưa?", RAIN, 0.0),
        ("mưa năm 2021?", RAIN, 1.0),
        ("mưa năm 2019?", RAIN, -1.0),
        ("mưa năm 2022?", RAIN, -0.5),
        ("hoa năm 2022?", ROSES, 0.5),
        ("hoa năm 2020?", NOTE, 1.0),
        ("mưa năm 2021 và 2019?", RAIN, 0.2),
    ],
)
def test_the_year_asked_for_stands_there_or_contradicts(question: str, passage: Passage, fit: float) -> None:
    assert features(ask(question), passage).year_fits == fit


def test_the_counted_noun_stands_after_a_figure() -> None:
    assert features(ask("bao nhiêu ha?"), ROSES).unit_fits == 1.0
    assert features(ask("bao nhiêu ha?"), RAIN).unit_fits == 0.0
    assert features(ask("mấy công ty?"), NOTE).unit_fits == 0.0


def test_the_kind_of_thing_asked_for() -> None:
    assert features(ask("bao nhiêu ha?"), ROSES).kind_fits == 1.0
    assert features(ask("bao nhiêu ha?"), RAIN).kind_fits == 0.0


def test_footnotes_and_introducing_lines_are_told_from_others() -> None:
    asked = ask("hoa")
    assert [(features(asked, p).footnote, features(asked, p).lead) for p in (ROSES, NOTE, LEAD)] == [
        (0.0, 0.0),
        (1.0, 0.0),
        (0.0, 1.0),
    ]


def test_a_footnote_adds_the_word_that_its_sentence_lacks() -> None:
    assert JUDGE.adds(ask("công ty Song Thu trồng hoa hồng"), ROSES, NOTE)
    assert not JUDGE.adds(ask("hoa hồng"), ROSES, NOTE)
    assert not JUDGE.adds(ask("công ty trồng hoa hồng"), ROSES, RAIN)


def test_a_question_is_reduced_to_what_no_passage_has() -> None:
    lacking = JUDGE.lacking(ask("hoa hồng Tam Đường mưa năm 2021"), [ROSES])
    assert [word.text for word in lacking.words] == ["mưa"]
    assert lacking.names == ()
    assert lacking.years == ("2021",)
    assert JUDGE.share_of(lacking, RAIN) == 1.0
    assert JUDGE.share_of(JUDGE.lacking(ask("hoa hồng"), [ROSES]), RAIN) == 0.0


def test_a_text_holds_words_names_years_and_figures() -> None:
    asked = ask("Tam Đường trồng bao nhiêu ha?")
    whole = JUDGE.holds(ROSES.text, asked)
    assert whole > JUDGE.holds("Tam Đường trồng hoa", asked) > JUDGE.holds("mưa", asked) == 0.0


def test_a_passage_or_its_footnote_names_something_that_was_not_asked() -> None:
    assert JUDGE.names_other(ask("Tam Đường trồng hoa gì?"), ROSES)  # its footnote names companies
    assert not JUDGE.names_other(ask("Có gì?"), RAIN)
    assert JUDGE.names_things(NOTE)
    assert not JUDGE.names_things(RAIN)


def test_an_empty_search_gives_no_evidence() -> None:
    assert JUDGE.measure(ask("hoa"), []) == []


def test_surroundings_are_the_footnotes_the_marked_sentence_and_the_titles() -> None:
    assert "công ty song thu" in JUDGE.surroundings(ROSES)
    assert "32,8 ha" in JUDGE.surroundings(NOTE)
    assert JUDGE.text_after(ROSES) == "năm 2021 có mưa."
    assert JUDGE.text_after(ORCHID) == ""


def test_a_month_stands_in_a_date_too() -> None:
    dated = Passage("p1", "bc", "I", None, "p", 0, 30, "Ngày 01/4/2022 khai mạc hội chợ.", "", None)
    judge = Judge([dated], Lexicon([dated]), [])
    assert judge.says_time(dated, "tháng 4", ask("Tháng 4 có gì?"))
    assert not judge.says_time(dated, "tháng 1", ask("Tháng 1 có gì?"))


def test_what_happened_in_a_month_is_told_by_when_it_began_and_ended_but_no_figure_of_it() -> None:
    closed = Passage(
        "p1", "bc", "I", None, "p", 0, 60, "Tuyến Đỉnh Mây đóng từ ngày 01/8 đến ngày 30/9 vì sạt lở.", "", None
    )
    judge = Judge([closed], Lexicon([closed]), [])
    assert judge.says_time(closed, "tháng 8", ask("Vì sao tháng 8 đóng tuyến?"))
    assert not judge.says_time(closed, "tháng 7", ask("Vì sao tháng 7 đóng tuyến?"))
    assert not judge.says_time(closed, "tháng 9", ask("Tháng 9 có bao nhiêu khách?"))


def test_the_fourth_quarter_is_the_last_three_months() -> None:
    plan = Passage("p1", "bc", "III", None, "p", 0, 30, "Thu hồi nợ thuế.", "NHIỆM VỤ 3 THÁNG CUỐI NĂM", None)
    judge = Judge([plan], Lexicon([plan]), [])
    assert judge.says_time(plan, "quý iv", ask("Quý IV làm gì?"))
    assert not judge.says_time(plan, "quý iii", ask("Quý III làm gì?"))


def test_a_place_is_known_by_the_noun_that_stands_before_it_elsewhere() -> None:
    texts = ("Huyện Đông Sơn có mưa.", "Đông Sơn 40 con; Hà Trung 9 con.")
    first, second = (Passage(f"p{i}", "bc", "I", None, f"p{i}", 0, 9, t, "", None) for i, t in enumerate(texts))
    judge = Judge([first, second], Lexicon([first, second]), [])
    assert judge.names_listed(ask("Huyện nào có nhiều nhất?"), second)
    assert not judge.names_listed(ask("Xã nào có nhiều nhất?"), second)
