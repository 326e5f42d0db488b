"""The element in a real Chromium, on a portal's page of another origin, against a guarded server."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from fastapi.testclient import TestClient
from playwright.sync_api import Page, ViewportSize, expect

from app.errors import QuestionError
from app.store.models import Feedback
from app.web.api.application import create_api
from app.web.current import Current
from corpus.library import Library
from corpus.models import Report
from tests.app.web.chat.browsing import PHONE, SIZES
from tests.app.web.embed.scene import Scene, played
from tests.chromium import IN_BROWSER
from tests.fakes import answered, cite, near, refused

pytestmark = IN_BROWSER
FOOTNOTE_2 = "08 đơn vị vận tải của Lai Châu và 03 đơn vị vận tải của thành phố Hà Nội."
QUESTION = "Hà Nội có bao nhiêu đơn vị?"


@pytest.fixture(scope="module")
def shared(library: Library) -> Iterator[Scene]:
    with played(library) as scene:
        yield scene


@pytest.fixture
def scene(shared: Scene) -> Iterator[Scene]:
    shared.asker.script.clear()
    shared.asker.asked.clear()
    shared.asker.fluent, shared.asker.reworded = False, None
    shared.ratings.kept.clear()
    shared.complaints.clear()
    yield shared
    assert shared.complaints == []
    for context in shared.browser.contexts:
        context.close()


def ask(page: Page, question: str = QUESTION) -> None:
    """Type and press Enter; wait for the whole answer."""
    finished = page.locator(".rating").count()
    page.get_by_label("Câu hỏi", exact=True).fill(question)
    page.keyboard.press("Enter")
    page.locator(".rating").nth(finished).wait_for()


@pytest.mark.parametrize("size", SIZES)
def test_a_portal_of_another_origin_gets_answers_with_marks_that_show_their_quotes(
    scene: Scene, report: Report, size: ViewportSize
) -> None:
    scene.asker.script.append(
        answered(
            "Có 03 đơn vị [1].", cite(report, FOOTNOTE_2, label="Mục I.2, chú thích 2"), suggestions=("Còn gì nữa?",)
        )
    )
    page = scene.open(scene.portal, scene.embedded(), size)
    ask(page)
    assert page.locator(".text").inner_text() == "Có 03 đơn vị [1]."
    source = page.locator(".sources li")
    expect(source.locator("blockquote")).to_have_text(FOOTNOTE_2)
    link = source.get_by_role("link", name="[1] Mục I.2, chú thích 2")
    assert (link.get_attribute("href") or "").startswith(f"{scene.api}/reports/{report.id}?start=")
    mark = page.get_by_role("button", name="Trích dẫn 1: Mục I.2, chú thích 2")
    mark.click()
    expect(source).to_have_class("active")
    expect(source).to_be_in_viewport()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    scene.asker.script.append(refused("Báo cáo không nêu.", near(report, FOOTNOTE_2, "Mục I.2")))
    page.get_by_role("button", name="Còn gì nữa?").click()
    expect(page.locator(".text").nth(1)).to_have_text("Báo cáo không nêu.")
    expect(page.get_by_role("heading", name="Nội dung gần nhất trong báo cáo")).to_be_visible()
    assert [turn.content for turn in scene.asker.asked[1].history] == [QUESTION, "Có 03 đơn vị [1]."]


def test_the_fluent_answer_takes_the_place_of_the_quotes(scene: Scene, report: Report) -> None:
    quoted = answered("Có 03 đơn vị [1].", cite(report, FOOTNOTE_2))
    scene.asker.script.append(quoted)
    scene.asker.fluent = True
    scene.asker.reworded = replace(quoted, text="Ba đơn vị [1].", mode="generative", decisive=((0, 2),))
    page = scene.open(scene.portal, scene.embedded())
    ask(page)
    expect(page.locator(".text")).to_have_text("Ba đơn vị [1].")
    expect(page.locator(".text strong")).to_have_text("Ba")
    expect(page.locator(".note")).to_have_text("Diễn đạt lại, đã đối chiếu với nguồn")


def test_a_page_without_a_place_on_the_list_is_told_that_nothing_can_be_reached(scene: Scene) -> None:
    page = scene.open(scene.stranger, scene.embedded())
    page.get_by_label("Câu hỏi", exact=True).fill(QUESTION)
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("Không kết nối được")
    assert scene.asker.asked == []
    expect(page.get_by_label("Câu hỏi", exact=True)).to_have_value(QUESTION)


@pytest.mark.parametrize("allowed", [True, False])
def test_only_listed_origins_may_frame_the_page_for_frames(scene: Scene, allowed: bool) -> None:
    html = f'<!doctype html><iframe src="{scene.api}/embed?heading=Hỏi" width="390" height="600"></iframe>'
    page = scene.open(scene.portal if allowed else scene.stranger, html)
    frame = page.frame_locator("iframe")
    if allowed:
        scene.asker.script.append(refused("Báo cáo không nêu."))
        expect(frame.get_by_role("heading", name="Hỏi")).to_be_visible()
        frame.get_by_label("Câu hỏi", exact=True).fill(QUESTION)
        frame.get_by_role("button", name="Gửi").click()
        expect(frame.locator(".text")).to_have_text("Báo cáo không nêu.")
    else:
        page.wait_for_timeout(500)
        assert frame.locator("hoidap-chat").count() == 0


def test_the_example_page_works_from_another_origin_and_in_the_colours_of_the_portal(
    scene: Scene, report: Report
) -> None:
    html = TestClient(create_api(Current()), base_url=scene.api).get("/embed/example").text
    page = scene.open(scene.portal, html, PHONE)
    scene.asker.script.append(answered("Có 03 đơn vị [1].", cite(report, FOOTNOTE_2)))
    ask(page)
    colour = page.get_by_role("button", name="Gửi").evaluate("node => getComputedStyle(node).backgroundColor")
    assert colour == "rgb(165, 18, 27)"


def test_html_anywhere_stays_text(scene: Scene, report: Report) -> None:
    evil = "<img src=x onerror=alert(1)><script>alert(2)</script> [1] [9]"
    bad = replace(cite(report, FOOTNOTE_2, label=evil), quote=evil)
    scene.asker.script.append(answered(evil, bad, understood=evil, suggestions=(evil,)))
    page = scene.open(scene.portal, scene.embedded('heading="<b>Hỏi</b>" questions="<i>Câu?</i>"'))
    expect(page.get_by_role("heading", name="<b>Hỏi</b>")).to_be_visible()
    ask(page, evil)
    assert page.locator("img, script:not([src]), section b, section i").count() == 0
    assert page.locator(".text").inner_text() == evil
    assert page.locator(".mark").count() == 1


def test_everything_is_done_by_keyboard(scene: Scene, report: Report) -> None:
    scene.asker.script.append(answered("Có 03 đơn vị [1].", cite(report, FOOTNOTE_2)))
    page = scene.open(scene.portal, scene.embedded())
    for _ in range(3):  # new conversation, the log, the box
        page.keyboard.press("Tab")
    page.keyboard.type("Dòng một")
    page.keyboard.press("Shift+Enter")
    page.keyboard.type("dòng hai")
    page.keyboard.press("Enter")
    page.locator(".rating").wait_for()
    assert scene.asker.asked[0].question == "Dòng một\ndòng hai"
    page.locator(".mark").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".sources li")).to_have_class("active")
    page.keyboard.press("Tab")
    expect(page.locator(".sources a")).to_be_focused()


def test_a_problem_is_told_in_the_language_of_the_element(scene: Scene) -> None:
    scene.asker.script += [QuestionError("no-words"), QuestionError("no-words")]
    for attributes, box, told in (
        ("", "Câu hỏi", "Câu hỏi không có chữ nào đọc được."),
        ('lang="en"', "Question", "The question holds no readable words."),
    ):
        page = scene.open(scene.portal, scene.embedded(attributes))
        page.get_by_label(box, exact=True).fill("???")
        page.keyboard.press("Enter")
        expect(page.get_by_role("alert")).to_contain_text(told)


def test_a_rating_with_its_reason_is_kept_with_what_it_is_about(scene: Scene, report: Report) -> None:
    scene.asker.script.append(answered("Có 03 đơn vị [1].", cite(report, FOOTNOTE_2), understood="Hà Nội?"))
    page = scene.open(scene.portal, scene.embedded())
    ask(page)
    page.get_by_role("button", name="Chưa đúng").click()
    page.get_by_role("button", name="Sai số liệu").click()
    expect(page.get_by_role("button", name="Sai số liệu")).to_have_attribute("aria-pressed", "true")
    expect(page.get_by_role("status")).to_have_text("Đã ghi nhận, cảm ơn bạn.")
    first, last = scene.ratings.kept
    assert isinstance(last, Feedback)
    assert (first.id, first.reason) == (last.id, None)
    assert (last.answer_id, last.rating, last.reason, last.question) == ("tra-loi-1", -1, "wrong-figure", QUESTION)
    assert (last.answer, last.standalone_question, last.report_id) == ("Có 03 đơn vị [1].", "Hà Nội?", report.id)


def test_a_new_conversation_forgets_the_old_one(scene: Scene) -> None:
    scene.asker.script += [refused("Một."), refused("Hai.")]
    page = scene.open(scene.portal, scene.embedded('questions="Câu mẫu?"'))
    ask(page)
    page.get_by_role("button", name="Hội thoại mới").click()
    expect(page.locator(".exchange")).to_have_count(0)
    expect(page.get_by_label("Câu hỏi", exact=True)).to_be_focused()
    page.get_by_role("button", name="Câu mẫu?").click()
    expect(page.locator(".text")).to_have_text("Hai.")
    assert scene.asker.asked[1].history == ()


def test_a_table_of_two_years_stands_in_rows_with_its_marks(scene: Scene, report: Report) -> None:
    text = "| Năm | Số liệu |\n| --- | --- |\n| 2022 | 03 đơn vị [1] |\nNăm 2022 tăng [1]"
    start = text.index("03 đơn vị")
    cited = replace(cite(report, FOOTNOTE_2, label="Mục I.2"), report_name="Báo cáo số 1/BC-UBND năm 2022")
    scene.asker.script.append(replace(answered(text, cited), decisive=((start, start + 9),)))
    page = scene.open(scene.portal, scene.embedded(), PHONE)
    ask(page)
    expect(page.locator(".text th")).to_have_text(["Năm", "Số liệu", "2022"])
    expect(page.locator(".text td")).to_have_text("03 đơn vị [1]")
    expect(page.locator(".text td strong")).to_have_text("03 đơn vị")
    expect(page.locator(".text > p")).to_have_text("Năm 2022 tăng [1]")
    expect(page.get_by_role("link", name="[1] Mục I.2, Báo cáo số 1/BC-UBND năm 2022")).to_be_visible()
