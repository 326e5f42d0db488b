"""Asking in the browser: cards on marks, the understood question, editing, stopping, suggestions, the other mode."""

import threading
from dataclasses import replace

import pytest
from playwright.sync_api import ViewportSize, expect

from app.messages import say
from app.models import Answer
from corpus.models import Report
from tests.app.web.chat.browsing import COMPANIES, PHONE, ROSES, SIZES, WIDE, Site, ask, expect_marked
from tests.chromium import IN_BROWSER
from tests.fakes import answered, cite, near, refused

pytestmark = IN_BROWSER
CARD = "#hd-card"


def test_hovering_a_mark_shows_its_place_and_its_quote(site: Site, report: Report) -> None:
    site.asker.script += [answered("03 đơn vị [1].", cite(report, COMPANIES, label="Mục I.2, chú thích 2"))]
    page = site.open(WIDE)
    ask(page, "Hỏi?")
    expect(page.locator(CARD)).to_be_hidden()
    page.locator(".cite").hover()
    expect(page.locator(CARD)).to_contain_text("Mục I.2, chú thích 2")
    expect(page.locator(CARD)).to_contain_text(f"“{COMPANIES}”")
    page.locator(CARD).hover()
    page.wait_for_timeout(300)
    expect(page.locator(CARD)).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(CARD)).to_be_hidden()


def test_a_mark_works_by_keyboard_alone(site: Site, report: Report) -> None:
    site.asker.script += [
        answered("Một [1], hai [2].", cite(report, ROSES, 1, "Mục I.3"), cite(report, COMPANIES, 2, "Mục I.2"))
    ]
    page = site.open(WIDE)
    ask(page, "Hỏi?")
    page.locator(".cite").first.focus()
    page.keyboard.press("Tab")
    expect(page.locator(CARD)).to_contain_text(COMPANIES)
    assert page.evaluate("document.activeElement.getAttribute('aria-describedby')") == "hd-card"
    page.keyboard.press("Enter")
    expect_marked(page, COMPANIES, "Mục I.2")
    assert page.locator("#hd-source mark.numbered").all_text_contents() != []


def test_hovering_a_footnote_mark_of_the_report_shows_the_footnote(site: Site) -> None:
    page = site.open(WIDE)
    page.locator("#hd-source sup.fn a").nth(1).hover()
    expect(page.locator(CARD)).to_contain_text(COMPANIES)


@pytest.mark.parametrize("size", SIZES)
def test_the_understood_question_is_a_chip_that_is_edited_and_asked_again(
    site: Site, report: Report, size: ViewportSize
) -> None:
    understood = answered("32,8 ha [1].", cite(report, ROSES), understood="Hoa hồng ở Tam Đường?")
    site.asker.script += [understood, refused("Không.")]
    page = site.open(size)
    ask(page, "hoa hong tam duong")
    page.get_by_role("button", name="Hiểu câu hỏi là: Hoa hồng ở Tam Đường?").click()
    box = page.locator("form.edit textarea")
    expect(box).to_have_value("Hoa hồng ở Tam Đường?")
    box.fill("Hoa hồng ở Tân Uyên?")
    box.press("Enter")
    expect(page.locator(".asked")).to_have_text("Hoa hồng ở Tân Uyên?")
    expect(page.locator(".answer-text")).to_have_text("Không.")
    assert site.asker.asked[1].history == ()


def test_an_edited_question_drops_what_followed_from_it(site: Site) -> None:
    site.asker.script += [refused("Một."), refused("Hai."), refused("Ba.")]
    page = site.open(WIDE)
    ask(page, "Thứ nhất?")
    ask(page, "Thứ hai?")
    page.locator(".asked-line .act").first.click()
    page.locator("form.edit textarea").fill("Khác?")
    page.locator("form.edit").get_by_role("button", name="Hỏi lại").click()
    expect(page.locator(".asked")).to_have_text(["Khác?"])
    expect(page.locator(".answer-text")).to_have_text(["Ba."])


def test_editing_can_be_given_up(site: Site) -> None:
    site.asker.script += [refused("Một.")]
    page = site.open(WIDE)
    ask(page, "Thứ nhất?")
    page.locator(".asked-line .act").click()
    page.keyboard.press("Escape")
    expect(page.locator("form.edit")).to_have_count(0)
    assert len(site.asker.asked) == 1


@pytest.mark.parametrize("size", SIZES)
def test_a_suggested_question_is_asked_by_a_click(site: Site, report: Report, size: ViewportSize) -> None:
    site.asker.script += [
        answered("32,8 ha [1].", cite(report, ROSES), suggestions=("Còn Tân Uyên?",)),
        refused("Hai."),
    ]
    page = site.open(size)
    ask(page, "Hỏi?")
    page.get_by_role("button", name="Còn Tân Uyên?").click()
    expect(page.locator(".asked").last).to_have_text("Còn Tân Uyên?")
    expect(page.locator(".answer-text").last).to_have_text("Hai.")


@pytest.mark.parametrize("size", SIZES)
def test_a_refusal_offers_what_is_nearest(site: Site, report: Report, size: ViewportSize) -> None:
    site.asker.script += [refused("Báo cáo không nêu.", near(report, ROSES, "Mục I.3"))]
    page = site.open(size)
    ask(page, "Mường Tè?")
    expect(page.get_by_text("Nội dung gần nhất trong báo cáo")).to_be_visible()
    page.locator(".source-item").click()
    expect_marked(page, ROSES, "Mục I.3")


def test_an_answer_is_made_again_in_the_other_mode_where_it_stands(site: Site, report: Report) -> None:
    site.asker.fluent = True
    quoted = answered("Nguyên văn [1].", cite(report, ROSES))
    site.asker.script += [quoted, refused("Hai."), quoted]
    page = site.open(WIDE)
    ask(page, "Thứ nhất?")
    expect(page.locator(".mode")).to_have_text("Trích nguyên văn")
    ask(page, "Thứ hai?")
    site.asker.reworded = replace(quoted, text="Diễn đạt [1].", mode="generative")
    page.get_by_role("button", name="Trả lời lại bằng lời diễn đạt").click()
    expect(page.locator(".mode")).to_have_text("Diễn đạt, đã kiểm chứng")
    expect(page.locator(".answer-text")).to_have_text(["Diễn đạt [1].", "Hai."])
    assert (site.asker.asked[2].question, site.asker.asked[2].mode) == ("Thứ nhất?", "extractive")
    assert site.asker.asked[2].history == ()


def test_a_wording_that_does_not_stand_is_said_so(site: Site, report: Report) -> None:
    site.asker.fluent = True
    quoted = answered("Nguyên văn [1].", cite(report, ROSES))
    site.asker.script += [quoted, quoted]
    page = site.open(WIDE)
    ask(page, "Hỏi?")
    page.get_by_role("button", name="Trả lời lại bằng lời diễn đạt").click()
    expect(page.locator(".note")).to_have_text(say("chat.not-worded"))


@pytest.mark.parametrize("size", SIZES)
def test_stopping_leaves_the_question_in_the_box(site: Site, size: ViewportSize) -> None:
    asked, let_go = threading.Event(), threading.Event()

    def slow(*_args: object, **_options: object) -> Answer:
        asked.set()
        let_go.wait(20)
        return refused("Muộn.")

    page = site.open(size)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(type(site.asker), "ask", slow)
        page.locator("#hd-question textarea").fill("Hỏi lâu?")
        page.keyboard.press("Enter")
        asked.wait(10)
        page.get_by_role("button", name="Dừng").click()
        expect(page.locator(".answer.failed")).to_contain_text("Đã dừng")
        expect(page.locator("#hd-question textarea")).to_have_value("Hỏi lâu?")
        expect(page.get_by_role("button", name="Gửi")).to_be_visible()
        let_go.set()
    site.asker.script += [refused("Được.")]
    page.locator(".answer.failed").get_by_role("button", name="Hỏi lại").click()
    expect(page.locator(".answer-text")).to_have_text("Được.")


def test_on_a_phone_nothing_is_wider_than_the_screen(site: Site, report: Report) -> None:
    long = answered("32,8 ha [1].", cite(report, ROSES), understood="x" * 300, suggestions=("y" * 200,))
    site.asker.script += [long]
    page = site.open(PHONE)
    ask(page, "z" * 300)
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]


def test_nothing_happens_where_nothing_is_typed(site: Site) -> None:
    site.asker.script += [refused("Một.")]
    page = site.open(WIDE)
    page.locator("#hd-question textarea").press("Enter")
    page.locator("#hd-question textarea").fill("   ")
    page.keyboard.press("Enter")
    page.wait_for_timeout(500)
    expect(page.locator(".welcome")).to_be_visible()
    ask(page, "Hỏi?")
    assert [asked.question for asked in site.asker.asked] == ["Hỏi?"]
