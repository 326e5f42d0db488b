"""Who uses the page without a mouse or with other eyes, and how many use it at once. axe-core judges WCAG 2.2 AA."""

import re
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, ViewportSize, expect

from corpus.models import Report
from tests.app.web.chat.browsing import COMPANIES, PHONE, ROSES, SIZES, WIDE, Site, ask
from tests.chromium import IN_BROWSER
from tests.fakes import answered, cite, near, refused

pytestmark = IN_BROWSER
RULES = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
}
PEOPLE = 10


def findings(page: Page) -> list[str]:
    """Return what axe-core finds that is serious or critical, and where."""
    violations: list[dict[str, Any]] = Axe().run(page, options=RULES).response["violations"]
    return [
        f"{found['id']}: {node['html'][:160]}"
        for found in violations
        if found["impact"] in ("serious", "critical")
        for node in found["nodes"]
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
def test_axe_finds_nothing_serious_in_a_conversation(
    site: Site, report: Report, size: ViewportSize, scheme: str
) -> None:
    site.asker.fluent = True
    quoted = answered(
        "Một [1], hai [2].", cite(report, ROSES), cite(report, COMPANIES, 2), understood="Rõ?", suggestions=("Nữa?",)
    )
    site.asker.script += [quoted, refused("Không nêu.", near(report, ROSES)), RuntimeError("hỏng")]
    page = site.open(size, color_scheme=scheme)
    assert findings(page) == []
    ask(page, "Hỏi?")
    ask(page, "Nữa?")
    page.locator("#hd-question textarea").fill("Hỏng?")
    page.keyboard.press("Enter")
    page.locator(".answer.failed").wait_for()
    if size == PHONE:
        page.locator(".cite").first.click()
        page.wait_for_timeout(400)
    assert findings(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious_in_what_opens_over_the_page(site: Site, report: Report, scheme: str) -> None:
    site.asker.fluent = True
    site.asker.script += [answered("32,8 ha [1].", cite(report, ROSES), understood="Rõ?")]
    page = site.open(WIDE, color_scheme=scheme)
    ask(page, "Hỏi?")
    page.get_by_role("button", name="Cài đặt").click()
    assert findings(page) == []
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Câu trả lời chưa tốt").click()
    page.get_by_label("Sai nguồn").check()
    assert findings(page) == []
    page.keyboard.press("Escape")
    page.locator(".understood").click()
    assert findings(page) == []
    page.get_by_role("button", name="Hội thoại đã lưu").click()
    page.wait_for_timeout(300)
    assert findings(page) == []


def test_a_whole_visit_needs_no_mouse(site: Site, report: Report) -> None:
    site.asker.script += [answered("32,8 ha [1].", cite(report, ROSES), suggestions=("Còn nữa?",)), refused("Không.")]
    page = site.open(WIDE)
    page.keyboard.type("Hoa hồng?")
    page.keyboard.press("Enter")
    page.locator("[data-answer]").wait_for()
    page.evaluate("document.body.tabIndex = -1; document.body.focus()")
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    reached = []
    for _ in range(24):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.className + ' ' + document.activeElement.tagName"))
        if "suggestion" in reached[-1]:
            break
    for wanted in ("bar-button", "cite", "act", "source-item", "source-link", "suggestion"):
        assert any(re.search(rf"\b{wanted}\b", name) for name in reached), (wanted, reached)
    page.keyboard.press("Enter")
    expect(page.locator(".answer-text").last).to_have_text("Không.")


def test_ten_people_at_once_keep_their_conversations_apart(site: Site) -> None:
    site.asker.script += [refused(f"Đáp {number}.") for number in range(2 * PEOPLE)]
    pages = [site.open(WIDE) for _ in range(PEOPLE)]
    for round_ in (1, 2):
        for number, page in enumerate(pages):
            page.locator("#hd-question textarea").fill(f"Người {number}, lần {round_}?")
        for page in pages:  # all are sent before the first answer is waited for
            page.locator("#hd-send").click(no_wait_after=True)
        for page in pages:
            expect(page.locator("[data-answer]")).to_have_count(round_, timeout=20_000)
    for number, page in enumerate(pages):
        assert page.locator(".asked").all_inner_texts() == [f"Người {number}, lần 1?", f"Người {number}, lần 2?"]
    histories = {asked.question: [turn.content for turn in asked.history] for asked in site.asker.asked}
    for number in range(PEOPLE):
        assert histories[f"Người {number}, lần 2?"][0] == f"Người {number}, lần 1?"
        assert len(histories[f"Người {number}, lần 2?"]) == 2
