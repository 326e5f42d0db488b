"""Who may use the administrators' page, and that they can with the keyboard alone, on a phone, and as WCAG 2.2 AA asks."""

import pytest
from playwright.sync_api import FilePayload, Page, ViewportSize, expect

from tests.app.web.admin.scripted import Api, Desk, choose, quality, read, refusal
from tests.app.web.chat.browsing import PHONE, SIZES, WIDE
from tests.app.web.chat.test_browser_access import findings
from tests.chromium import IN_BROWSER

pytestmark = IN_BROWSER
LOOK = [{"words": "Hình ảnh không đọc: 2 (trang 3)"}]


def overflow(page: Page) -> int:
    """Return by how many pixels the page is wider than its window."""
    width: int = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return width


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
def test_axe_finds_nothing_serious_in_any_state(place: Desk, api: Api, size: ViewportSize, scheme: str) -> None:
    api.previews = {
        "khoa.pdf": refusal(422, "Tệp có mật khẩu."),
        "moi.docx": read(replaced={"title": "Cũ", "version": 2}, quality=quality(doubts=LOOK)),
        "co-roi.docx": read(same="bc-y-te-2021"),
    }
    page = place.open(api, size, color_scheme=scheme)
    page.locator(".report").wait_for()
    assert findings(page) == []
    choose(page, "khoa.pdf", "moi.docx", "co-roi.docx")
    expect(page.locator(".queued[data-state='waiting'], .queued[data-state='sending']")).to_have_count(0)
    page.locator("#told.shown").wait_for()
    page.wait_for_timeout(300)  # until it is fully there, its contrast is judged as it is seen
    assert findings(page) == []
    assert overflow(page) == 0
    page.get_by_role("button", name="Xem lại: moi.docx").click()
    assert findings(page) == []
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Sửa thông tin").click()
    page.get_by_label("Trích yếu").fill("")
    page.get_by_role("button", name="Lưu").click()
    assert findings(page) == []
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Gỡ:").click()
    assert findings(page) == []


@pytest.mark.parametrize("size", SIZES)
def test_axe_finds_nothing_serious_where_a_key_is_asked_for(locked: Desk, api: Api, size: ViewportSize) -> None:
    page = locked.open(api, size)
    page.get_by_label("Khóa quản trị").fill("sai")
    page.keyboard.press("Enter")
    expect(page.locator("#key-problem")).to_have_text("Khóa sai hoặc đã bị thu hồi.")
    assert findings(page) == []
    assert overflow(page) == 0


def test_a_key_opens_the_page_and_is_kept_nowhere(locked: Desk, api: Api) -> None:
    page = locked.open(api, WIDE)
    page.get_by_label("Khóa quản trị").fill("h")
    page.get_by_role("button", name="Vào").click()
    expect(page.locator("#key-problem")).to_have_text("Khóa này đúng nhưng không có quyền quản trị.")
    page.get_by_label("Khóa quản trị").fill("a")
    page.get_by_role("button", name="Vào").click()
    expect(page.locator(".report")).to_have_count(1)
    choose(page, "mot.docx")
    page.get_by_role("button", name="Xem lại: mot.docx").wait_for()
    assert api.seen[0].headers["authorization"] == "Bearer a"
    assert page.evaluate("[document.cookie, sessionStorage.length, localStorage.length]") == ["", 0, 0]
    page.reload()
    expect(page.get_by_label("Khóa quản trị")).to_be_visible()


def test_another_language_does_not_ask_for_the_key_again(locked: Desk, api: Api) -> None:
    page = locked.open(api, WIDE)
    page.get_by_label("Khóa quản trị").fill("a")
    page.keyboard.press("Enter")
    page.locator(".report").wait_for()
    page.get_by_role("link", name="English").click()
    expect(page.get_by_role("heading", name="Reports being served")).to_be_visible()
    expect(page.get_by_role("link", name="Chat")).to_have_attribute("href", "/en/")
    assert page.evaluate("sessionStorage.length") == 0


def test_a_key_that_is_revoked_meanwhile_is_asked_for_again_and_the_files_wait(locked: Desk, api: Api) -> None:
    page = locked.open(api, WIDE)
    page.get_by_label("Khóa quản trị").fill("a")
    page.keyboard.press("Enter")
    page.locator(".report").wait_for()
    api.previews = {"mot.docx": refusal(401, "Thiếu khóa.")}
    choose(page, "mot.docx")
    expect(page.locator("#key-problem")).to_have_text(
        "Khóa không còn dùng được. Hãy nhập lại; các tệp đang chờ vẫn còn."
    )
    api.previews = {}
    page.get_by_label("Khóa quản trị").fill("a")
    page.keyboard.press("Enter")
    expect(page.locator(".item-state")).to_have_text("Đã đọc xong, chờ công bố")


def test_a_whole_visit_needs_no_mouse(place: Desk, api: Api) -> None:
    api.changes = [{"status": 201, "json": read()["json"]}]
    page = place.open(api, WIDE)
    page.on("filechooser", lambda _: None)  # begun only when it is waited for, catching the dialog could come too late
    page.locator(".report").wait_for()
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Chọn tệp…")).to_be_focused()
    with page.expect_file_chooser() as chooser:
        page.keyboard.press("Enter")
    chooser.value.set_files(FilePayload(name="mot.docx", mimeType="application/octet-stream", buffer=b"x"))
    page.get_by_role("button", name="Xem lại: mot.docx").wait_for()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Xem lại: mot.docx")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#review-title")).to_be_focused()
    reached = set()
    for _ in range(24):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("document.activeElement.id || document.activeElement.textContent.trim()"))
        if "Công bố" in reached:
            break
    assert {"field-title", "field-signatory", "document", "Bỏ tệp này", "Công bố"} <= reached
    page.keyboard.press("Enter")
    expect(page.locator(".item-state")).to_have_text("Đã công bố, hỏi được ngay")
    expect(page.locator("#told")).to_contain_text("Đã công bố “")


def test_escape_leaves_the_preview_and_what_was_corrected_is_kept(place: Desk, api: Api) -> None:
    page = place.open(api, PHONE)
    choose(page, "mot.docx")
    review = page.get_by_role("button", name="Xem lại: mot.docx")
    review.click()
    page.get_by_label("Người ký").fill("Trần Thị Bích")
    page.keyboard.press("Escape")
    expect(review).to_be_focused()
    review.click()
    expect(page.get_by_label("Người ký")).to_have_value("Trần Thị Bích")
    page.get_by_role("button", name="Bỏ tệp này").click()
    expect(page.locator(".queued")).to_have_count(0)


def test_files_are_dropped_anywhere_on_the_page(place: Desk, api: Api) -> None:
    page = place.open(api, WIDE)
    page.locator(".report").wait_for()
    dropped = page.evaluate_handle(
        "() => { const data = new DataTransfer(); for (const name of ['mot.docx', 'hai.pdf'])"
        " data.items.add(new File(['x'], name)); return data; }"
    )
    page.dispatch_event("#shelf-title", "dragover", {"dataTransfer": dropped})
    expect(page.locator("#drop")).to_have_class("over")
    page.dispatch_event("#shelf-title", "drop", {"dataTransfer": dropped})
    expect(page.locator(".item-name")).to_contain_text(["mot.docx", "hai.pdf"])
    page.get_by_role("button", name="Công bố cả 2 tệp đã đọc xong").wait_for()
