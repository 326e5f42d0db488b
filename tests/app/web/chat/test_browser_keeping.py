"""What stays in the browser: conversations, their names, choices, the look and the language of the page."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from app.models import Answer
from app.store.store import open_store
from corpus.library import Library, open_library
from corpus.models import Report
from tests.app.web.chat.browsing import COMPANIES, ROSES, SIZES, WIDE, Site, ask, served
from tests.chromium import IN_BROWSER
from tests.fakes import answered, cite, refused

pytestmark = IN_BROWSER


def open_drawer(page: Page) -> None:
    page.get_by_role("button", name="Hội thoại đã lưu").click()
    page.locator("#hd-kept").wait_for()


@pytest.mark.parametrize("size", SIZES)
def test_a_conversation_is_found_again_after_a_new_start_of_the_page(
    site: Site, report: Report, size: ViewportSize
) -> None:
    site.asker.script += [answered("32,8 ha [1].", cite(report, ROSES)), refused("Hai.")]
    page = site.open(size)
    ask(page, "Hoa hồng ở Tam Đường?")
    page.reload()
    page.locator(".welcome").wait_for()
    open_drawer(page)
    page.locator(".kept-open", has_text="Hoa hồng ở Tam Đường?").click()
    expect(page.locator(".answer-text")).to_have_text("32,8 ha [1].")
    ask(page, "Còn nữa?")
    assert [turn.content for turn in site.asker.asked[1].history] == ["Hoa hồng ở Tam Đường?", "32,8 ha [1]."]
    open_drawer(page)
    expect(page.locator(".kept-open")).to_have_count(1)


def test_a_conversation_is_renamed_and_deleted_by_keyboard_alone(site: Site) -> None:
    site.asker.script += [refused("Một.")]
    page = site.open(WIDE)
    ask(page, "Tên cũ?")
    page.get_by_role("button", name="Hội thoại đã lưu").focus()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Đổi tên").focus()
    page.keyboard.press("Enter")
    page.keyboard.type("Tên mới")
    page.keyboard.press("Enter")
    expect(page.locator(".kept-name")).to_have_text("Tên mới")
    page.reload()
    page.locator(".welcome").wait_for()
    open_drawer(page)
    expect(page.locator(".kept-name")).to_have_text("Tên mới")
    page.get_by_role("button", name="Xóa").focus()
    page.keyboard.press("Enter")
    page.locator(".kept .danger").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".kept-name")).to_have_count(0)
    expect(page.get_by_text("Chưa có hội thoại nào.")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#hd-kept")).to_be_hidden()


def test_deleting_the_open_conversation_leaves_a_new_one(site: Site) -> None:
    site.asker.script += [refused("Một.")]
    page = site.open(WIDE)
    ask(page, "Hỏi?")
    open_drawer(page)
    page.get_by_role("button", name="Xóa").click()
    page.locator(".kept .danger").click()
    page.keyboard.press("Escape")
    expect(page.locator(".welcome")).to_be_visible()


def test_what_was_written_into_the_browser_never_runs_and_forged_quotes_are_not_shown(
    site: Site, report: Report
) -> None:
    attack = "<script>alert(1)</script><img src=x onerror=alert(2)>"
    site.asker.script += [answered("32,8 ha [1].", cite(report, ROSES))]
    page = site.open(WIDE)
    ask(page, attack)
    page.evaluate("""() => {
      const key = Object.keys(localStorage).find((name) => name.startsWith("hoidap:c:"));
      const kept = JSON.parse(localStorage[key]);
      kept.body.exchanges[0].answer.citations[0].quote = "9999 ha";
      localStorage[key] = JSON.stringify(kept);
    }""")
    page.reload()
    page.locator(".welcome").wait_for()
    open_drawer(page)
    assert page.locator("#hd-kept img").count() == 0
    page.locator(".kept-open").click()
    expect(page.locator(".answer.failed")).to_contain_text("Báo cáo đã thay đổi")
    expect(page.locator(".asked")).to_have_text(attack)


def test_the_choices_are_there_again_after_a_new_start_of_the_page(site: Site, report: Report) -> None:
    site.asker.script += [answered("32,8 ha [1].", cite(report, ROSES))]
    site.asker.fluent = True
    page = site.open(WIDE)
    page.get_by_role("button", name="Cài đặt").click()
    page.get_by_label("Trích nguyên văn").check()
    page.get_by_label("Đầy đủ: cả đoạn chứa câu được dẫn").check()
    page.keyboard.press("Escape")
    page.wait_for_timeout(400)
    page.reload()
    page.locator(".welcome").wait_for()
    page.get_by_role("button", name="Cài đặt").click()
    expect(page.get_by_label("Trích nguyên văn")).to_be_checked()
    page.keyboard.press("Escape")
    ask(page, "Hỏi?")
    assert site.asker.asked[0].mode == "extractive"
    expect(page.locator(".source-quote mark")).to_have_text(ROSES)
    expect(page.locator(".source-quote")).to_contain_text("Nhiều tổ chức, cá nhân tại thành phố Hà Nội")


def test_the_page_is_dark_or_light_as_the_system_or_the_user_says(site: Site) -> None:
    page = site.open(WIDE, color_scheme="dark")
    ground = "getComputedStyle(document.body).backgroundColor"
    dark = page.evaluate(ground)
    page.get_by_role("button", name="Cài đặt").click()
    page.get_by_label("Sáng").check()
    light = page.evaluate(ground)
    assert (dark, light) == ("rgb(16, 21, 28)", "rgb(244, 246, 249)")
    page.reload()
    page.locator(".welcome").wait_for()
    assert page.evaluate(ground) == light
    assert page.evaluate("document.body.classList.contains('dark')") is False


def test_the_page_speaks_english_and_keeps_its_conversations(site: Site, report: Report) -> None:
    site.asker.script += [answered("32,8 ha [1].", cite(report, ROSES)), refused("Không.")]
    page = site.open(WIDE)
    ask(page, "Hoa hồng?")
    page.get_by_role("button", name="Cài đặt").click()
    page.get_by_role("link", name="English").click()
    page.get_by_role("button", name="New conversation").wait_for()
    assert page.evaluate("document.documentElement.lang") == "en"
    page.get_by_role("button", name="Kept conversations").click()
    page.locator(".kept-open").click()
    expect(page.locator(".mode")).to_have_text("Quoted word for word")
    ask(page, "Again?")
    assert page.locator(".answer-text").all_inner_texts() == ["32,8 ha [1].", "Không."]


def test_with_several_reports_the_ones_to_ask_in_are_chosen(site: Site, report: Report, tmp_path: Path) -> None:
    other = tmp_path / "khac.md"
    other.write_text("# BÁO CÁO\nBáo cáo khác\n\n## I. MỘT\nHoa nở ở xã Bản Bo. Hết.\n", encoding="utf-8")
    library = Library((report, *open_library(tmp_path).reports))
    scripted = site.current.take()
    site.current.switch(type(scripted)(site.asker, library))
    try:
        answers: list[Answer | Exception] = [
            answered("Một [1], hai [2].", cite(report, COMPANIES), cite(library.reports[1], "Hoa nở ở xã Bản Bo.", 2)),
            refused("Không."),
        ]
        site.asker.script += answers
        page = site.open(WIDE)
        ask(page, "Hỏi?")
        assert site.asker.asked[0].report_ids is None
        assert page.locator(".source-report").count() == 2
        page.get_by_role("button", name="Cài đặt").click()
        page.locator("#hd-settings").get_by_label("Báo cáo khác").check()
        page.keyboard.press("Escape")
        ask(page, "Hỏi nữa?")
        assert site.asker.asked[1].report_ids == ("khac",)
    finally:
        site.current.switch(scripted)


def test_a_conversation_kept_on_the_server_is_found_after_the_browser_forgot_it(
    browser: Browser, report: Report, tmp_path: Path
) -> None:
    store = open_store(f"sqlite:///{tmp_path / 'kept.sqlite3'}")
    with served(open_library(), browser, store.conversations) as site:
        site.asker.script += [answered("32,8 ha [1].", cite(report, ROSES))]
        page = site.open(WIDE)
        ask(page, "Hoa hồng?")
        page.evaluate(
            "Object.keys(localStorage).filter((key) => key.startsWith('hoidap:c:')).forEach((key) => localStorage.removeItem(key))"
        )
        page.reload()
        page.locator(".welcome").wait_for()
        page.wait_for_timeout(500)
        open_drawer(page)
        page.locator(".kept-open", has_text="Hoa hồng?").click()
        expect(page.locator(".answer-text")).to_have_text("32,8 ha [1].")
        stranger = site.open(WIDE)
        open_drawer(stranger)
        expect(stranger.get_by_text("Chưa có hội thoại nào.")).to_be_visible()
        page.context.close()
        stranger.context.close()
        assert site.complaints == []
    store.close()
