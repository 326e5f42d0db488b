"""The real page in a real browser, over the real report and a scripted asker. Needs Debian's Chromium."""

import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Browser, ConsoleMessage, Dialog, Page, ViewportSize, expect, sync_playwright

from app.web.current import Current, Serving
from app.web.serve import create_app, listen
from corpus.library import Library, open_library
from corpus.models import Report
from tests.fakes import ScriptedAsker, answered, cite, near, refused

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), "")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM, reason="no Chromium here; install it with: sudo apt install chromium"),
]

ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--no-first-run",
]  # fmt: skip
WIDE: ViewportSize = {"width": 1440, "height": 900}
PHONE: ViewportSize = {"width": 390, "height": 844}
ROSES = "huyện Tam Đường 32,8 ha"
COMPANIES = "03 đơn vị vận tải của thành phố Hà Nội"
EXAMPLE = "Diện tích trồng hoa hồng ở huyện Tam Đường là bao nhiêu?"
ACTIVE = "#hd-source mark.active"


@dataclass(slots=True)
class Site:
    """A server that runs, the asker behind it, and what open pages complained about or asked other hosts for."""

    url: str
    asker: ScriptedAsker
    library: Library
    browser: Browser
    complaints: list[str]

    # Playwright keeps a mark on a bound method's object, which slots refuse; hence a lambda for each listener.
    def open(self, viewport: ViewportSize) -> Page:
        """Open the chat as a new user."""
        page = self.browser.new_context(viewport=viewport, locale="vi-VN").new_page()
        page.on("console", lambda message: self._note_error(message))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("dialog", lambda dialog: self._note_dialog(dialog))
        page.on("request", lambda request: self._note_foreign(request.url))
        page.goto(self.url)
        page.locator("#hd-question textarea").wait_for()
        return page

    def _note_error(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.complaints.append(message.text)

    def _note_dialog(self, dialog: Dialog) -> None:
        self.complaints.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def _note_foreign(self, url: str) -> None:
        if not url.startswith((self.url, "data:", "blob:")):
            self.complaints.append(f"asked another host: {url}")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as driver:
        chromium = driver.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield chromium
        chromium.close()


@contextmanager
def served(library: Library, browser: Browser) -> Iterator[Site]:
    asker = ScriptedAsker([])
    app = create_app(Current(Serving(asker, library)), [EXAMPLE])
    with listen("127.0.0.1", 0) as bound:
        server = uvicorn.Server(uvicorn.Config(app, log_level="error"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [bound]})
        thread.start()
        try:
            yield Site(f"http://127.0.0.1:{bound.getsockname()[1]}", asker, library, browser, [])
        finally:
            server.should_exit = server.force_exit = True
            thread.join()


@pytest.fixture(scope="module")
def running(browser: Browser) -> Iterator[Site]:
    with served(open_library(), browser) as site:
        yield site


@pytest.fixture
def site(running: Site) -> Iterator[Site]:
    """The running server with an empty script; whatever a page complains about fails the test."""
    running.asker.script.clear()
    running.asker.asked.clear()
    running.complaints.clear()
    yield running
    for context in running.browser.contexts:
        context.close()
    assert running.complaints == []


def ask(page: Page, question: str) -> None:
    """Type a question and press Enter; wait for the finished answer."""
    finished = page.locator("[data-answer]").count()
    page.locator("#hd-question textarea").fill(question)
    page.keyboard.press("Enter")
    page.locator("[data-answer]").nth(finished).wait_for()


def expect_marked(page: Page, quote: str, label: str) -> None:
    """Wait until exactly the quote is marked, is in view, and the label is shown."""
    expect(page.locator(".source-label")).to_have_text(label)
    expect(page.locator(ACTIVE).first).to_be_in_viewport()
    assert "".join(page.locator(ACTIVE).all_text_contents()) == quote


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
    page.get_by_role("button", name="Đóng").click()
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


def test_a_source_in_another_report_opens_that_report(browser: Browser, report: Report, tmp_path: Path) -> None:
    other = tmp_path / "khac.md"
    other.write_text("# BÁO CÁO\nBáo cáo khác 🌹\n\n## I. MỘT\nHoa 🌹 nở ở xã Bản Bo. Hết.\n", encoding="utf-8")
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
