"""The real page in a real browser, over the real report and a scripted asker. Needs Debian's Chromium."""

from pathlib import Path

from playwright.sync_api import Browser, expect

from corpus.library import Library, open_library
from corpus.models import Report
from tests.app.web.chat.browsing import COMPANIES, EXAMPLE, PHONE, ROSES, WIDE, Site, ask, expect_marked, served
from tests.chromium import IN_BROWSER
from tests.fakes import answered, cite, near, refused

pytestmark = IN_BROWSER


def test_a_typed_question_is_answered_and_a_click_on_its_mark_shows_the_sentence(site: Site, report: Report) -> None:
    site.asker.script += [answered("32,8 ha [1].", cite(report, ROSES, label="Mục I.3"))]
    page = site.open(WIDE)
    ask(page, "dien tich hoa hong tam duong?")
    assert page.locator(".answer-text").inner_text() == "32,8 ha [1]."
    page.get_by_role("button", name="Trích dẫn 1: Mục I.3").click()
    expect_marked(page, ROSES, "Mục I.3")
    assert site.asker.asked[0].question == "dien tich hoa hong tam duong?"
    assert page.title() == "Hỏi Đáp Báo Cáo"
    assert page.evaluate("document.documentElement.lang") == "vi"


def test_a_finished_answer_shows_its_first_source_by_itself_on_a_wide_screen(site: Site, report: Report) -> None:
    site.asker.script += [answered("03 đơn vị [1].", cite(report, COMPANIES, label="Mục I.2, chú thích 2"))]
    page = site.open(WIDE)
    ask(page, "Bao nhiêu đơn vị?")
    expect_marked(page, COMPANIES, "Mục I.2, chú thích 2")


def test_a_mark_of_an_older_answer_shows_the_source_of_that_answer(site: Site, report: Report) -> None:
    site.asker.script += [
        answered("32,8 ha [1].", cite(report, ROSES, label="Mục I.3")),
        answered("03 đơn vị [1].", cite(report, COMPANIES, label="Mục I.2, chú thích 2")),
    ]
    page = site.open(WIDE)
    ask(page, "Hoa hồng?")
    ask(page, "Đơn vị vận tải?")
    expect_marked(page, COMPANIES, "Mục I.2, chú thích 2")
    page.locator(".cite").first.click()
    expect_marked(page, ROSES, "Mục I.3")


def test_a_line_of_the_list_of_sources_shows_a_span_of_several_sentences(site: Site, report: Report) -> None:
    long = report.text[report.text.index("Từ đó thu hút các nhà đầu tư") :][:300]
    site.asker.script += [answered("Một [1], hai [2].", cite(report, ROSES, 1), cite(report, long, 2, "Mục I.1"))]
    page = site.open(WIDE)
    ask(page, "Hỏi?")
    page.locator(".source-item").nth(1).click()
    expect_marked(page, long, "Mục I.1")
    assert "".join(page.locator("#hd-source mark.cited[data-marker='1']").all_text_contents()) == ROSES


def test_a_refusal_shows_what_is_nearest(site: Site, report: Report) -> None:
    site.asker.script += [refused("Báo cáo không nêu.", near(report, ROSES, "Mục I.3"))]
    page = site.open(WIDE)
    ask(page, "Mường Tè trồng bao nhiêu?")
    expect_marked(page, ROSES, "Mục I.3")
    assert page.locator(".cite").count() == 0


def test_on_a_phone_the_source_opens_as_a_sheet_and_closes_again(site: Site, report: Report) -> None:
    site.asker.script += [answered("32,8 ha [1].", cite(report, ROSES, label="Mục I.3"))]
    page = site.open(PHONE)
    ask(page, "Hoa hồng?")
    source = page.locator("#hd-source .source")
    expect(source).to_be_hidden()
    page.locator(".cite").click()
    expect(source).to_be_visible()
    expect_marked(page, ROSES, "Mục I.3")
    page.locator(".source-close").click()
    expect(source).to_be_hidden()
    assert page.evaluate("document.activeElement.className").startswith("cite")
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]


def test_markup_in_a_question_and_in_an_answer_does_not_run(site: Site, report: Report) -> None:
    attack = "<script>alert(1)</script><img src=x onerror=alert(2)>${alert(3)}{{alert(4)}}"
    site.asker.script += [answered(f"{attack} [1]", cite(report, ROSES, label=attack), understood=attack)]
    page = site.open(WIDE)
    ask(page, f"Hỏi {attack}")
    page.locator(".cite").click()
    expect_marked(page, ROSES, attack)
    assert page.locator(".asked").inner_text() == f"Hỏi {attack}"
    assert page.locator("#hd-transcript img").count() == 0


def test_two_users_keep_their_conversations_apart(site: Site) -> None:
    site.asker.script += [refused("Một."), refused("Hai."), refused("Ba.")]
    first, second = site.open(WIDE), site.open(WIDE)
    ask(first, "Câu của người thứ nhất?")
    ask(second, "Câu của người thứ hai?")
    ask(first, "Câu nữa?")
    assert second.locator(".asked").all_inner_texts() == ["Câu của người thứ hai?"]
    assert site.asker.asked[1].history == ()
    assert [turn.content for turn in site.asker.asked[2].history] == ["Câu của người thứ nhất?", "Một."]


def test_an_example_is_sent_by_a_click_and_a_new_conversation_forgets(site: Site) -> None:
    site.asker.script += [refused("Một."), refused("Hai.")]
    page = site.open(WIDE)
    page.get_by_role("button", name=EXAMPLE).click()
    page.locator("[data-answer]").wait_for()
    expect(page.get_by_role("button", name=EXAMPLE)).to_be_hidden()
    page.get_by_role("button", name="Hội thoại mới").click()
    page.get_by_role("button", name=EXAMPLE).wait_for()
    assert page.locator(".exchange").count() == 0
    ask(page, "Hỏi?")
    assert [asked.history for asked in site.asker.asked] == [(), ()]


def test_after_a_failure_the_question_is_back_in_the_box(site: Site) -> None:
    site.asker.script += [RuntimeError("hỏng")]
    page = site.open(WIDE)
    page.locator("#hd-question textarea").fill("Hỏi?")
    page.keyboard.press("Enter")
    page.locator(".answer.failed").wait_for()
    expect(page.locator("#hd-question textarea")).to_have_value("Hỏi?")


def test_a_source_in_another_report_opens_that_report_and_its_markup_does_not_run(
    browser: Browser, report: Report, tmp_path: Path
) -> None:
    other = tmp_path / "khac.md"
    attack = "<script>alert(1)</script><img src=x onerror=alert(2)>"
    text = f"# BÁO CÁO\nBáo cáo khác 🌹 {attack}\n\n## I. MỘT {attack}\nHoa 🌹 nở ở xã Bản Bo. {attack} hết.\n"
    other.write_text(text, encoding="utf-8")
    library = Library((report, *open_library(tmp_path).reports))
    with served(library, browser) as site:
        site.asker.script += [answered("Bản Bo [1].", cite(library.reports[1], "nở ở xã Bản Bo.", label="Mục I"))]
        page = site.open(WIDE)
        ask(page, "Hoa nở ở đâu?")
        expect_marked(page, "nở ở xã Bản Bo.", "Mục I")
        assert page.locator(".source-chooser").input_value() == "khac"
        page.locator(".source-chooser").select_option(report.id)
        page.locator(f".document[data-report='{report.id}']").wait_for()
        page.context.close()
        assert site.complaints == []
