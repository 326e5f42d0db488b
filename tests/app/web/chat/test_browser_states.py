"""What a person sees who has to wait, or whose server is away."""

import threading

import pytest
from playwright.sync_api import Route, expect

from app.messages import say
from app.models import Answer
from corpus.models import Report
from tests.app.web.chat.browsing import ROSES, WIDE, Site, ask
from tests.chromium import IN_BROWSER
from tests.fakes import answered, cite, refused

pytestmark = IN_BROWSER


def test_while_the_model_is_loaded_a_question_waits_and_is_answered_after(site: Site) -> None:
    page = site.open(WIDE)
    scripted = site.current.take()
    site.current.switch(None)
    page.locator("#hd-question textarea").fill("Hỏi sớm?")
    page.keyboard.press("Enter")
    expect(page.locator(".answer.waiting")).to_have_text(say("chat.waiting-model"))
    site.asker.script += [refused("Xong.")]
    site.current.switch(scripted)
    expect(page.locator(".answer-text")).to_have_text("Xong.")


def test_who_comes_while_many_ask_sees_the_place_in_the_line(site: Site) -> None:
    let_go = threading.Event()

    def slow(*_args: object, **_options: object) -> Answer:
        let_go.wait(30)
        return refused("Xong.")

    pages = [site.open(WIDE) for _ in range(9)]
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(type(site.asker), "ask", slow)
        for page in pages:
            page.locator("#hd-question textarea").fill("Hỏi?")
            page.keyboard.press("Enter")
            page.locator(".answer.waiting").wait_for()
        expect(pages[-1].locator(".answer.waiting")).to_have_text(say("chat.waiting-line", people=1))
        let_go.set()
        for page in pages:
            expect(page.locator(".answer-text")).to_have_text("Xong.", timeout=15_000)


def test_a_wording_under_way_is_said_and_takes_the_place_of_the_quotes(site: Site, report: Report) -> None:
    let_go = threading.Event()
    quoted = answered("Nguyên văn [1].", cite(report, ROSES))

    def slow(*_args: object) -> Answer | None:
        let_go.wait(30)
        return None

    site.asker.fluent = True
    site.asker.script += [quoted]
    page = site.open(WIDE)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(type(site.asker), "reword", slow)
        ask(page, "Hỏi?")
        expect(page.locator(".rewording")).to_have_text(say("chat.rewording"))
        expect(page.locator(".answer-text")).to_have_text("Nguyên văn [1].")
        let_go.set()
        expect(page.locator(".rewording")).to_have_count(0)


def test_a_writer_that_does_not_answer_is_said_and_the_quotes_stay(site: Site, report: Report) -> None:
    def gone(*_args: object) -> Answer | None:
        raise ConnectionError

    site.asker.fluent = True
    site.asker.script += [answered("Nguyên văn [1].", cite(report, ROSES))]
    page = site.open(WIDE)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(type(site.asker), "reword", gone)
        ask(page, "Hỏi?")
        expect(page.locator(".note")).to_have_text(say("chat.writer-silent"))


def test_a_lost_connection_is_told_and_the_question_comes_back_with_it(site: Site) -> None:
    site.asker.script += [refused("Một."), refused("Hai.")]
    page = site.open(WIDE)
    ask(page, "Thứ nhất?")

    def away(route: Route) -> None:
        route.abort("connectionrefused")

    for address in ("**/gradio_api/**", "**/healthz"):
        page.route(address, away)
    page.locator("#hd-question textarea").fill("Thứ hai?")
    page.keyboard.press("Enter")
    expect(page.locator("#hd-lost")).to_contain_text("Mất kết nối với máy chủ", timeout=15_000)
    page.unroute_all()
    expect(page.locator("#hd-lost")).not_to_have_class("shown", timeout=15_000)
    expect(page.locator("#hd-question textarea")).to_have_value("Thứ hai?")
    expect(page.locator(".asked")).to_have_text(["Thứ nhất?"])
    page.keyboard.press("Enter")
    expect(page.locator(".answer-text")).to_have_text(["Một.", "Hai."])
    # The browser itself writes down every request that it could not make.
    site.complaints[:] = [text for text in site.complaints if "ERR_CONNECTION_REFUSED" not in text]
