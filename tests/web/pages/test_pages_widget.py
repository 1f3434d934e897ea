"""The chat widget in a real browser, against an API that does what the test says."""

import re
import shutil
from collections.abc import AsyncIterator, Iterator
from typing import Literal

import pytest
from playwright.async_api import Browser, Page, async_playwright, expect

from tests.web.pages.canned import Canned, card, choices, link, reply, serve, text

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
DESK, PHONE = {"width": 1000, "height": 800}, {"width": 390, "height": 844}


@pytest.fixture(scope="session")
async def browser() -> AsyncIterator[Browser]:
    found = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    assert found, "no Chromium is installed"
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield browser
        await browser.close()


@pytest.fixture
def canned() -> Iterator[Canned]:
    with serve() as canned:
        yield canned


@pytest.fixture
async def page(browser: Browser, canned: Canned) -> AsyncIterator[Page]:
    context = await browser.new_context(viewport=DESK, reduced_motion="reduce")
    page = await context.new_page()
    page.set_default_timeout(8000)
    problems: list[str] = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    yield page
    await context.close()
    assert problems == []


async def _open(page: Page, canned: Canned, lang: str = "en") -> None:
    await page.goto(f"{canned.url}/?lang={lang}")
    await page.click(".launcher")


async def _say(page: Page, words: str) -> None:
    await page.fill("textarea", words)
    await page.keyboard.press("Enter")


async def _has_arrived(page: Page, canned: Canned) -> None:
    """A message is shown before the server has it; what a test posts must come after."""
    while not canned.said:
        await page.wait_for_timeout(20)


async def test_a_message_is_shown_at_once_and_answered(page: Page, canned: Canned) -> None:
    canned.replies.append([text("It is on its way.")])
    await _open(page, canned)
    await _say(page, "Where is my parcel?")
    await expect(page.locator(".own")).to_have_text("Where is my parcel?")
    await expect(page.locator(".reply").last).to_have_text("It is on its way.")
    await expect(page.locator(".typing")).to_have_count(0)
    await expect(page.locator(".own")).to_have_count(1)
    await expect(page.get_by_text("Hello from the server.")).to_have_count(0)


async def test_the_typing_sign_stands_until_the_reply(page: Page, canned: Canned) -> None:
    await _open(page, canned)
    await _say(page, "hello")
    await expect(page.locator(".typing")).to_be_visible(timeout=500)
    await _has_arrived(page, canned)
    canned.post("reply", reply([text("Good day.")]))
    await expect(page.locator(".typing")).to_have_count(0)


async def test_a_draft_grows_and_gives_way_to_the_reply(page: Page, canned: Canned) -> None:
    await _open(page, canned)
    await _say(page, "Where is it?")
    await _has_arrived(page, canned)
    canned.draft = {"id": "trn_1", "text": "It left Lyon."}
    await expect(page.locator(".draft")).to_have_text("It left Lyon.")
    canned.draft = {"id": "trn_1", "text": "It left Lyon. It is on its way."}
    await expect(page.locator(".draft")).to_have_text("It left Lyon. It is on its way.")
    canned.post("reply", reply([text("It left Lyon and arrives tomorrow.")]))
    await expect(page.locator(".draft")).to_have_count(0)
    await expect(page.locator(".reply").last).to_contain_text("arrives tomorrow")


async def test_a_draft_is_dropped_when_a_person_takes_over_or_the_line_breaks(page: Page, canned: Canned) -> None:
    await _open(page, canned)
    await _say(page, "Where is it?")
    await _has_arrived(page, canned)
    canned.draft = {"id": "trn_1", "text": "It left Lyon."}
    await expect(page.locator(".draft")).to_be_visible()
    canned.breaks = 1
    await expect(page.locator(".draft")).to_have_count(0)
    canned.draft = {"id": "trn_1", "text": "It left Lyon."}
    await expect(page.locator(".draft")).to_be_visible()
    canned.post("ownership", {"owner": "person"})
    await expect(page.locator(".draft")).to_have_count(0)
    canned.draft = {"id": "trn_1", "text": "It left Lyon. More."}
    await page.wait_for_timeout(300)
    await expect(page.locator(".draft")).to_have_count(0)


async def test_a_choice_stays_marked_and_cannot_be_made_twice(page: Page, canned: Canned) -> None:
    canned.replies += [[choices("Which one?", a="The blue one", b="The red one")], [text("The blue one it is.")]]
    await _open(page, canned)
    await _say(page, "return")
    await page.click("text=The blue one")
    await expect(page.locator(".choice.chosen")).to_contain_text("The blue one")
    assert await page.locator(".choice:not([disabled])").count() == 0
    await expect(page.locator(".reply").last).to_have_text("The blue one it is.")
    assert canned.said[-1]["choice"] == "a"
    await page.reload()
    await expect(page.locator(".choice.chosen")).to_contain_text("The blue one")
    await expect(page.locator(".own").last).to_have_text("The blue one")


async def test_nothing_that_was_said_becomes_markup_or_runs(page: Page, canned: Canned) -> None:
    evil = "<img src=x onerror=window.hit=1><b>bold</b>"
    canned.replies.append(
        [text(evil), card(title=evil, subtitle=evil, actions=[link("Go", "javascript:window.hit=1")], image="data:,x")]
    )
    await _open(page, canned)
    await _say(page, evil)
    await expect(page.locator(".card h3")).to_have_text(evil)
    assert await page.locator(".log b, .log img, .card a").count() == 0
    assert await page.evaluate("window.hit") is None


async def test_links_open_in_a_new_tab_without_a_way_back(page: Page, canned: Canned) -> None:
    canned.replies.append([link("Start a return", "/r/abc")])
    await _open(page, canned)
    await _say(page, "return")
    button = page.locator(".reply a")
    await expect(button).to_have_attribute("href", f"{canned.url}/r/abc")
    await expect(button).to_have_attribute("target", "_blank")
    await expect(button).to_have_attribute("rel", "noopener")


async def test_a_pasted_code_is_sent_by_itself(page: Page, canned: Canned) -> None:
    canned.replies += [[text("Enter the code."), {"kind": "code_entry", "digits": 6}], [text("That is you.")]]
    await _open(page, canned)
    await _say(page, "my orders")
    field = page.locator(".code-input")
    await expect(field).to_be_focused()
    await expect(field).to_have_attribute("autocomplete", "one-time-code")
    await field.evaluate("(input) => { input.value = '12 34-56'; input.dispatchEvent(new Event('input')); }")
    await expect(page.locator(".reply").last).to_have_text("That is you.")
    assert canned.said[-1]["text"] == "123456"
    await expect(page.locator(".own").last).to_have_text("••••••")


async def test_a_failed_message_stays_and_is_sent_once_by_retry(page: Page, canned: Canned) -> None:
    canned.failing.append(503)
    canned.replies.append([text("Here I am.")])
    await _open(page, canned)
    await _say(page, "hello")
    await expect(page.locator(".unsent")).to_contain_text("Your message is kept")
    await page.click(".unsent button")
    await expect(page.locator(".reply").last).to_have_text("Here I am.")
    await expect(page.locator(".unsent")).to_have_count(0)
    assert len(canned.said) == 1


@pytest.mark.parametrize(("status", "told"), [(413, "too long"), (422, "couldn’t be read")])
async def test_what_the_server_refuses_goes_back_into_the_field(
    page: Page, canned: Canned, status: int, told: str
) -> None:
    canned.failing.append(status)
    await _open(page, canned)
    await _say(page, "many words")
    await expect(page.locator(".note")).to_contain_text(told)
    await expect(page.locator("textarea")).to_have_value("many words")


async def test_an_expired_conversation_keeps_what_was_typed(page: Page, canned: Canned) -> None:
    canned.replies += [[text("one")], [text("two")]]
    await _open(page, canned)
    await _say(page, "first")
    await expect(page.locator(".reply").last).to_have_text("one")
    canned.forget()
    await _say(page, "second")
    await expect(page.locator(".note")).to_contain_text("a new one begins")
    await expect(page.locator("textarea")).to_have_value("second")
    await page.keyboard.press("Enter")
    await expect(page.locator(".reply").last).to_have_text("two")


async def test_a_broken_stream_goes_on_where_it_stopped(page: Page, canned: Canned) -> None:
    canned.replies.append([text("before")])
    await _open(page, canned)
    await _say(page, "hello")
    await expect(page.locator(".reply").last).to_have_text("before")
    canned.breaks = 1
    await page.wait_for_timeout(300)
    canned.post("reply", reply([text("after")]))
    await expect(page.locator(".reply").last).to_have_text("after")
    assert canned.resumed_from[-1] == "3"
    await expect(page.get_by_text("before")).to_have_count(1)


async def _close_after_a_reply(page: Page, canned: Canned) -> None:
    canned.replies.append([text("Good day.")])
    await _open(page, canned)
    await _say(page, "hello")
    await expect(page.locator(".reply").last).to_have_text("Good day.")
    await page.keyboard.press("Escape")
    await expect(page.locator(".panel")).to_be_hidden()


async def test_a_reply_to_the_closed_chat_is_marked_also_after_a_reload(page: Page, canned: Canned) -> None:
    await _close_after_a_reply(page, canned)
    await page.reload()
    await expect(page.locator(".launcher")).to_be_visible()
    await expect(page.locator(".badge")).to_be_hidden()
    canned.post("reply", reply([text("One more thing.")]))
    await expect(page.locator(".badge")).to_have_text("1")
    await expect(page.locator(".launcher")).to_have_attribute("aria-label", "Open the chat, there is a new reply")
    await page.click(".launcher")
    await expect(page.get_by_text("One more thing.")).to_have_count(1)
    await expect(page.locator(".badge")).to_be_hidden()
    await page.reload()
    await expect(page.locator(".reply").last).to_have_text("One more thing.")
    await expect(page.locator(".badge")).to_be_hidden()


async def test_a_reply_while_the_page_was_away_stays_marked_until_it_is_read(page: Page, canned: Canned) -> None:
    await _close_after_a_reply(page, canned)
    await page.goto("about:blank")
    canned.post("reply", reply([text("It has arrived.")]))
    for _ in range(2):
        await page.goto(canned.url)
        await expect(page.locator(".badge")).to_have_text("1")
    await page.click(".launcher")
    await expect(page.get_by_text("It has arrived.")).to_have_count(1)


async def test_without_a_conversation_nothing_is_followed(page: Page, canned: Canned) -> None:
    await _open(page, canned)
    await page.keyboard.press("Escape")
    await page.reload()
    await expect(page.locator(".launcher")).to_be_visible()
    assert canned.resumed_from == [] and canned.conversations == {}


@pytest.mark.parametrize("colour", ["#ffd400", "#7a1f3d", "#0a0a0a", "#fafafa"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_the_shops_colour_is_worn_and_stays_readable(
    page: Page, canned: Canned, colour: str, scheme: Literal["light", "dark"]
) -> None:
    canned.brand = colour
    await page.emulate_media(color_scheme=scheme)
    await _open(page, canned)
    await expect(page.locator(".reply")).to_have_text("Good day from the shop.")
    await expect(page.locator(".names h2")).to_have_text("Maison Alder")
    ground, ink = await page.locator(".mark").evaluate(
        "(mark) => [getComputedStyle(mark).backgroundColor, getComputedStyle(mark).color]"
    )
    assert _contrast(ground, ink) >= 4.5
    assert _contrast(ground, "rgb(255, 255, 255)" if scheme == "light" else "rgb(30, 28, 26)") >= 4.5


def _contrast(one: str, other: str) -> float:
    light, dark = sorted((_brightness(one), _brightness(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _brightness(colour: str) -> float:
    shares = [int(part) / 255 for part in re.findall(r"\d+", colour)[:3]]
    red, green, blue = (s / 12.92 if s <= 0.03928 else ((s + 0.055) / 1.055) ** 2.4 for s in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


async def test_a_reload_keeps_the_talk_and_what_was_being_typed(page: Page, canned: Canned) -> None:
    canned.replies.append([text("Good day.")])
    await _open(page, canned)
    await _say(page, "hello")
    await expect(page.locator(".reply").last).to_have_text("Good day.")
    await page.fill("textarea", "half a sen")
    await page.reload()
    await expect(page.locator(".reply").last).to_have_text("Good day.")
    await expect(page.locator("textarea")).to_have_value("half a sen")
    await expect(page.locator(".own")).to_have_count(1)


async def test_a_person_who_takes_over_is_named(page: Page, canned: Canned) -> None:
    await _open(page, canned)
    await page.click("text=Talk to a person")
    await expect(page.locator(".own")).to_have_text("I’d like to talk to a person.")
    await _has_arrived(page, canned)
    canned.post("ownership", {"owner": "person"})
    canned.post("reply", reply([text("Hello, how can I help?")], person="Camille"))
    await expect(page.locator(".author")).to_have_text("Camille")
    await expect(page.locator(".role")).to_have_text("A person answers")
    await expect(page.locator(".to-person")).to_be_hidden()
    await expect(page.locator(".typing")).to_have_count(0)


async def test_keys_alone_are_enough(page: Page, canned: Canned) -> None:
    canned.replies.append([choices("Which one?", a="The blue one")])
    await page.goto(canned.url)
    await expect(page.locator(".launcher")).to_be_visible()
    await page.focus("#mine")
    await page.keyboard.press("Tab")
    await page.keyboard.press("Enter")
    await expect(page.locator("textarea")).to_be_focused()
    await page.keyboard.type("return")
    await page.keyboard.press("Enter")
    await expect(page.locator(".choice")).to_have_count(1)
    await page.locator(".choice").focus()
    await page.keyboard.press("Enter")
    await expect(page.locator("textarea")).to_be_focused()
    await page.keyboard.press("Escape")
    await expect(page.locator(".panel")).to_be_hidden()
    await expect(page.locator(".launcher")).to_be_focused()


async def test_it_fills_a_phone_and_every_target_can_be_hit(page: Page, canned: Canned) -> None:
    await page.set_viewport_size(PHONE)
    canned.replies.append([choices("Which one?", a="The blue one", b="The red one"), link("Open", "/r/a")])
    await _open(page, canned)
    await _say(page, "hello")
    await expect(page.locator(".choice")).to_have_count(2)
    box = await page.locator(".panel").bounding_box()
    assert box == {"x": 0, "y": 0, **{"width": 390, "height": 844}}
    sizes = await page.locator(".panel").evaluate(
        "(panel) => [...panel.querySelectorAll('button, a, select, textarea')].filter((each) => each.offsetParent)"
        ".map((each) => [each.className, each.getBoundingClientRect().height])"
    )
    assert [each for each in sizes if each[1] < 44] == []
    overflow = await page.evaluate("document.scrollingElement.scrollWidth > document.scrollingElement.clientWidth")
    assert not overflow


async def test_the_language_can_be_changed_and_is_remembered(page: Page, canned: Canned) -> None:
    await _open(page, canned)
    await page.select_option("select", "fr")
    await expect(page.locator(".role")).to_have_text("Assistant automatique")
    await expect(page.locator(".starters .choice").first).to_contain_text("retourner")
    await page.reload()
    await expect(page.locator(".role")).to_have_text("Assistant automatique")


@pytest.mark.parametrize(("status", "told"), [(403, "isn't set up"), (404, "no longer here"), (500, "isn't answering")])
async def test_without_the_server_it_says_why(page: Page, canned: Canned, status: int, told: str) -> None:
    canned.setup_status = status
    await _open(page, canned)
    await expect(page.locator(".note")).to_contain_text(told)
    await expect(page.locator(".composer")).to_be_hidden()
    if status == 500:
        canned.setup_status = 200
        await page.click(".note button")
        await expect(page.locator(".composer")).to_be_visible()
        await expect(page.locator(".starters .choice")).to_have_count(4)


async def test_being_offline_is_said_and_mended(page: Page, canned: Canned) -> None:
    await _open(page, canned)
    await page.context.set_offline(True)
    await expect(page.locator(".banner")).to_contain_text("not connected")
    await _say(page, "hello")
    await expect(page.locator(".unsent")).to_be_visible()
    canned.replies.append([text("Back again.")])
    await page.context.set_offline(False)
    await expect(page.locator(".reply").last).to_have_text("Back again.")
    await expect(page.locator(".banner")).to_be_hidden()
    assert len(canned.said) == 1


async def test_a_new_conversation_is_begun_only_when_confirmed(page: Page, canned: Canned) -> None:
    canned.replies += [[text("one")], [text("two")]]
    await _open(page, canned)
    await _say(page, "first")
    await expect(page.locator(".reply").last).to_have_text("one")
    await page.click('[aria-label="Start a new conversation"]')
    await page.click("text=Stay here")
    await expect(page.locator(".reply").last).to_have_text("one")
    await page.click('[aria-label="Start a new conversation"]')
    await page.get_by_role("button", name="Start a new one", exact=True).click()
    await expect(page.locator(".own")).to_have_count(0)
    await _say(page, "again")
    await expect(page.locator(".reply").last).to_have_text("two")
    assert len(canned.conversations) == 2


async def test_only_the_few_words_for_a_missing_server_stand_in_the_code() -> None:
    from tests.web.pages.canned import STATIC

    for path in (STATIC / "widget").glob("*.js"):
        code = re.sub(r"/\*.*?\*/|//[^\n]*", "", path.read_text(encoding="utf-8"), flags=re.S)
        sentences = re.findall(r'"[A-Z][a-zé’\']+ [^"]*"', code)
        assert path.name == "fallback.js" or not sentences
