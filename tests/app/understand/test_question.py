"""What a question asks: its kinds, names, years, times, counted things, and the words that matter."""

from pathlib import Path

import pytest

from app.understand.lexicon import Lexicon
from app.understand.question import Kind, analyse
from corpus.library import Library
from corpus.parse import parse_report


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Vì sao ít khách?", "reason"),
        ("Sao bà con ít đi chợ thế?", "reason"),
        ("Kế hoạch được ban hành khi nào?", "date"),
        ("Năm nào trồng?", "date"),
        ("Có mấy đơn vị?", "figure"),
        ("Diện tích trồng hoa hồng?", "figure"),
        ("Kể tên các công ty", "list"),
        ("Những huyện nào trồng hoa?", "list"),
        ("Ai ký?", "entity"),
        ("Có trồng hoa không?", "yes-no"),
        ("Tỉnh đã trồng hoa chưa ạ?", "yes-no"),
        ("How many units?", "figure"),
        ("Mở lớp đem lại lợi ích gì?", "effect"),
        ("Đi hội chợ để được cái gì?", "effect"),
    ],
)
def test_the_first_kind_of_thing_asked_for(lexicon: Lexicon, question: str, kind: Kind) -> None:
    assert analyse(question, lexicon).kinds[0] == kind


@pytest.mark.parametrize("question", ["Mỗi ngày mấy chuyến xe?", "Một năm mấy vụ lúa?", "Mỗi ngày bao nhiêu chuyến?"])
def test_how_many_a_day_asks_for_no_date(lexicon: Lexicon, question: str) -> None:
    assert analyse(question, lexicon).kinds == ("figure",)


def test_an_effect_is_no_name(lexicon: Lexicon) -> None:
    assert analyse("Họ được lợi gì?", lexicon).kinds == ("effect",)


@pytest.mark.parametrize(
    ("question", "heads"),
    [("Nhà xuất bản nào?", ("xuất bản",)), ("Khảo sát bản nào?", ("bản",)), ("Những huyện nào?", ("huyện",))],
)
def test_the_noun_before_nao_is_a_whole_word(lexicon: Lexicon, question: str, heads: tuple[str, ...]) -> None:
    assert analyse(question, lexicon).heads == heads


def test_how_inherits_no_kind_from_the_question_before(lexicon: Lexicon) -> None:
    assert analyse("Có mấy đơn vị? Việc đó được đánh giá ra sao?", lexicon, "Việc đó được đánh giá ra sao?").kinds == ()


def test_a_place_is_guessed_only_where_everything_is_typed_small(lexicon: Lexicon) -> None:
    assert [name.key for name in analyse("huyện mường tè trồng gì", lexicon).names] == ["muong te"]
    assert not analyse("huyện mình bày bán gì", lexicon).names
    assert "muong te" not in [name.key for name in analyse("Tỉnh hỏi huyện mường tè và Tam Đường", lexicon).names]


def test_a_statement_asks_for_nothing_of_a_kind(lexicon: Lexicon) -> None:
    asked = analyse("Hoa hồng Tam Đường", lexicon)
    assert asked.kinds == ()
    assert not asked.asks_names


def test_the_whole_of_a_question(lexicon: Lexicon) -> None:
    asked = analyse("Diện tích trồng hoa hồng ở huyện Tam Đường năm 2022 là bao nhiêu ha?", lexicon)
    assert [(name.key, name.place) for name in asked.names] == [("tam duong", True)]
    assert asked.required_names == asked.names
    assert asked.years == ("2022",)
    assert asked.units == ("ha",)
    assert {"diện tích", "trồng", "hoa hồng"} <= {word.text for word in asked.words}
    assert [word.text for word in asked.background] == ["huyện"]
    assert asked.focus == asked.text


@pytest.mark.parametrize(
    ("question", "years"),
    [
        ("Năm 2021 và 2022?", ("2021", "2022")),
        ("Sang năm trồng bao nhiêu?", ("2023",)),
        ("Năm ngoái có mấy chuyến?", ("2021",)),
        ("Năm sau, tức 2030?", ("2030",)),
        ("Năm trước đó?", ()),
        ("2923/KH-UBND ngày 14/12/2020?", ()),
        ("Có 2.022 con dê?", ()),
        ("Năm nay?", ()),
        ("Năm nay so với năm ngoái thế nào?", ()),
        ("Tăng bao nhiêu so với cùng kỳ năm trước?", ()),
    ],
)
def test_the_years_that_are_named_or_meant_in_a_report_of_2022(
    lexicon: Lexicon, question: str, years: tuple[str, ...]
) -> None:
    assert analyse(question, lexicon, period="2022").years == years


def test_without_one_period_next_year_is_unknown(lexicon: Lexicon) -> None:
    assert analyse("Sang năm trồng bao nhiêu?", lexicon).years == ()


@pytest.mark.parametrize(
    ("question", "times"),
    [
        ("Quý I năm 2023 có gì?", ("quý i",)),
        ("quý 3?", ("quý iii",)),
        ("Tháng 05?", ("tháng 5",)),
        ("Ngày 14/12/2020?", ("14/12/2020",)),
        ("Năm 2022?", ()),
    ],
)
def test_quarters_months_and_days(lexicon: Lexicon, question: str, times: tuple[str, ...]) -> None:
    assert analyse(question, lexicon).times == times


@pytest.mark.parametrize(
    ("question", "units"),
    [
        ("Bao nhiêu con dê?", ("con dê", "con")),
        ("Có mấy đv?", ("đơn vị", "đơn")),
        ("Trồng mấy héc ta?", ("ha",)),
        ("Trồng bao nhiêu?", ()),
    ],
)
def test_what_is_counted(lexicon: Lexicon, question: str, units: tuple[str, ...]) -> None:
    assert analyse(question, lexicon).units == units


def test_polite_words_carry_no_content(lexicon: Lexicon) -> None:
    polite = analyse("Xin cho tôi biết báo cáo này: huyện nào trồng hoa hồng ạ?", lexicon)
    assert {word.text for word in polite.words} <= {"huyện", "trồng", "hoa hồng"}
    assert any(head.split()[-1] == "huyện" for head in polite.heads)


def test_a_name_typed_small_is_known_from_the_reports_or_by_what_it_follows(lexicon: Lexicon) -> None:
    assert [name.key for name in analyse("hoa hồng ở tam đường?", lexicon).names] == ["tam duong"]
    assert [(name.key, name.place) for name in analyse("huyện mường tè có gì?", lexicon).names] == [("muong te", True)]
    assert analyse("huyện trồng hoa ở đâu?", lexicon).names == ()


def test_only_what_a_follow_up_asks_now_is_required(lexicon: Lexicon) -> None:
    asked = analyse("Huyện Tam Đường trồng mấy ha hoa hồng? Vì sao?", lexicon, focus="Vì sao?")
    assert asked.kinds[0] == "reason"
    assert [name.key for name in asked.names] == ["tam duong"]
    assert asked.required_names == ()
    assert set(asked.words) == asked.background


def test_abbreviations_are_matched_written_out(lexicon: Lexicon) -> None:
    assert "uỷ ban nhân dân" in analyse("UBND huyện?", lexicon).asked


@pytest.mark.parametrize("place", ["Muong Te", "Dien Bien", "Mai Chau"])
def test_a_place_named_in_english_is_a_name_though_no_report_has_it(lexicon: Lexicon, place: str) -> None:
    asked = analyse(f"How many hectares of roses are grown in {place} district?", lexicon)
    assert [name.key for name in asked.required_names] == [place.lower()]


def test_which_of_several_is_no_figure(lexicon: Lexicon) -> None:
    assert "figure" not in analyse("Đăng tin trên mấy trang web nào?", lexicon).kinds
    assert "figure" in analyse("Đăng tin trên mấy trang web?", lexicon).kinds


def test_the_word_for_a_total_is_no_name() -> None:
    report = parse_report(
        "## BÁO CÁO\n\n| TT | Xã | Hộ |\n|---|---|---|\n| 1 | Xã An | 4 |\n| | Cộng | 4 |\n", Path("ho.md")
    )
    lexicon = Lexicon(Library((report,)).passages())
    assert all(name.key != "cong" for name in analyse("Hai xã cộng lại có bao nhiêu hộ?", lexicon).names)


def test_the_whole_of_which_a_part_is_asked_only_frames_the_question(lexicon: Lexicon) -> None:
    asked = analyse("Trong diện tích trồng hoa hồng, phần của doanh nghiệp là bao nhiêu?", lexicon)
    framing = {word.text for word in asked.background}
    assert "hoa hồng" in framing
    assert "doanh nghiệp" not in framing
    assert not analyse("Trong năm 2022, doanh nghiệp trồng bao nhiêu ha hoa hồng?", lexicon).background
