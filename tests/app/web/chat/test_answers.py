"""An answer as HTML: marks become buttons that name their span, and nothing in it is ever executed."""

from dataclasses import replace

import pytest

from app.models import Answer
from app.web.chat.answers import render_answer as render_exchange
from app.web.chat.answers import render_partial
from app.web.chat.conversation import Exchange
from app.web.chat.sources import QUOTE_LENGTH
from app.web.chat.view import View
from corpus.library import open_library
from corpus.models import Report
from tests.fakes import answered, cite, near, refused

ROSES = "huyện Tam Đường 32,8 ha"
SCRIPT = '<script>alert("x")</script><img src=x onerror=alert(1)>'


VIEW = View(open_library(), rates=True)


def render_answer(answer: Answer, asked: str, view: View = VIEW) -> str:
    return render_exchange(Exchange(asked, answer), 3, view)


def test_a_mark_becomes_a_button_that_knows_its_span(report: Report) -> None:
    citation = cite(report, ROSES, label="Mục I.3")
    html = render_answer(answered("Là 32,8 ha [1].", citation), "Bao nhiêu?")
    assert '<button type="button" class="cite" data-marker="1"' in html
    assert f'data-report="{report.id}" data-start="{citation.start}" data-end="{citation.end}"' in html
    assert 'data-label="Mục I.3" data-quote="huyện Tam Đường 32,8 ha"' in html
    assert 'aria-label="Trích dẫn 1: Mục I.3. “huyện Tam Đường 32,8 ha”">[1]</button>.</p>' in html


def test_a_mark_without_a_citation_stays_text(report: Report) -> None:
    html = render_answer(answered("Một [1], hai [2], năm [2022].", cite(report, ROSES)), "")
    assert html.count('class="cite"') == 1
    assert "hai [2], năm [2022]." in html


def test_each_citation_is_listed_with_its_label_its_quote_and_its_page(report: Report) -> None:
    html = render_answer(answered("Là [1].", cite(report, ROSES, label="Mục I.3, chú thích 4")), "")
    assert '<span class="source-name">Mục I.3, chú thích 4</span>' in html
    assert "“huyện Tam Đường 32,8 ha”" in html
    assert f'href="/reports/{report.id}?start=' in html


def test_a_long_quote_is_cut_after_a_word(report: Report) -> None:
    long = report.text[1533:2208]
    html = render_answer(answered("Là [1].", cite(report, long)), "")
    shown = html.split('class="source-quote">“')[1].split("”</span>")[0]
    assert shown.endswith("…")
    assert len(shown) <= QUOTE_LENGTH + 1
    assert long.startswith(shown[:-1] + " ")


def test_a_quoted_answer_says_that_it_is_word_for_word(report: Report) -> None:
    quoted = answered("Là [1].", cite(report, ROSES))
    assert "Trích nguyên văn" in render_answer(quoted, "")
    assert "Diễn đạt, đã kiểm chứng" in render_answer(replace(quoted, mode="generative"), "")
    assert 'class="mode ' not in render_answer(refused("Không có."), "")


@pytest.mark.parametrize(("asked", "said"), [("dien tich?", True), ("Diện  tích? ", False), ("Diện tích?", False)])
def test_how_a_question_was_understood_is_said_only_where_it_differs(asked: str, said: bool) -> None:
    html = render_answer(answered("Là.", understood="Diện tích?"), asked)
    assert ("Hiểu câu hỏi là: Diện tích?" in html) is said


def test_a_refusal_shows_what_is_nearest_and_where(report: Report) -> None:
    html = render_answer(refused("Báo cáo không nêu.", near(report, ROSES, "Mục I.3")), "")
    assert 'class="answer refused"' in html
    assert "Nội dung gần nhất trong báo cáo" in html
    assert "Mục I.3" in html
    assert 'class="cite"' not in html


def test_suggestions_are_offered_as_buttons() -> None:
    html = render_answer(answered("Là.", suggestions=("Còn năm 2021?",)), "")
    assert (
        'class="suggestion" data-ask="{&quot;kind&quot;: &quot;ask&quot;, &quot;question&quot;: &quot;Còn năm 2021?&quot;}">Còn'
        in html
    )


def test_nothing_in_an_answer_is_ever_markup(report: Report) -> None:
    citation = replace(cite(report, ROSES), label=SCRIPT, quote=SCRIPT, report_id='x" onclick="y', passage_id=SCRIPT)
    answer = replace(answered(f"{SCRIPT} [1]", citation, understood=SCRIPT, suggestions=(SCRIPT,)), id='"><b>')
    for html in (
        render_answer(answer, "q"),
        render_partial(SCRIPT),
        render_answer(refused(SCRIPT, near(report, ROSES, SCRIPT)), ""),
    ):
        assert "<script" not in html
        assert "<img" not in html
        assert "<b>" not in html
        assert '" onclick="' not in html


def test_a_growing_answer_has_no_buttons_yet() -> None:
    assert render_partial("Là [1]") == '<div class="answer partial"><div class="answer-text"><p>Là [1]</p></div></div>'


def test_what_decides_is_bold_and_escaped_like_the_rest(report: Report) -> None:
    answer = replace(answered("<b> là\n32,8 ha [1].", cite(report, ROSES)), decisive=((7, 14),))
    html = render_answer(answer, "")
    assert "<p>&lt;b&gt; là</p><p><strong>32,8 ha</strong> <button" in html


def test_a_table_has_headings_and_its_marks_are_buttons_in_its_cells(report: Report) -> None:
    text = "| Năm | Số liệu |\n| --- | --- |\n| 2022 | 32,8 ha [1] |\nTăng <b>."
    answer = replace(answered(text, replace(cite(report, ROSES), report_name="Báo cáo số 1")), decisive=((41, 48),))
    html = render_answer(answer, "")
    assert '<thead><tr><th scope="col">Năm</th><th scope="col">Số liệu</th></tr></thead>' in html
    assert f'<th scope="row">2022</th><td><strong>{text[41:48]}</strong> <button' in html
    assert "<p>Tăng &lt;b&gt;.</p>" in html
    assert 'data-label="Mục thử, Báo cáo số 1"' in html
