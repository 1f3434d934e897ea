"""Preview in a real browser: a conversation that stays on its page, in both themes, and is there again later."""

import shutil
from collections.abc import AsyncIterator
from typing import Literal

import pytest
from playwright.async_api import Page, async_playwright, expect

from tests.seeded import Served
from tests.web.pages.test_pages_widget import BROWSERS, PHONE

THEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")


@pytest.fixture(params=THEMES)
async def browser_page(request: pytest.FixtureRequest) -> AsyncIterator[Page]:
    """A desk by day, a phone by night."""
    found = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    assert found, "no Chromium is installed"
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        size = PHONE if request.param == "dark" else {"width": 1280, "height": 900}
        context = await browser.new_context(
            viewport=size,  # type: ignore[arg-type]
            color_scheme=request.param,
            locale="en-GB",
            reduced_motion="reduce",
        )
        page = await context.new_page()
        page.set_default_timeout(20_000)
        yield page
        await browser.close()


async def test_a_preview_goes_on_without_leaving_its_page(browser_page: Page, served: Served) -> None:
    page = browser_page
    await page.goto(f"{served.url}/console")
    await page.click("button:has-text('Margaux')")
    await page.goto(f"{served.url}/console/maison-alder/preview")
    await _fits(page)
    await page.click("button[value=cus_demo_camille]")
    turns = page.locator(".preview-turn")
    await expect(turns).to_have_count(1)
    await page.locator("body").evaluate("each => { each.dataset.stays = 'yes' }")
    await page.click(".preview-foot .chips button >> nth=0")
    await expect(turns).to_have_count(2)
    await page.click("text=Give the address")
    await page.click("text=Enter the code")
    await expect(page.locator(".card").first).to_be_visible()
    await expect(page.locator(".trace-receipt")).to_be_visible()
    await expect(page.locator("#text")).to_be_focused()
    assert await page.locator("body").get_attribute("data-stays") == "yes"
    await page.locator(".preview-all").last.locator("summary").click()
    await expect(page.get_by_text("(GSM-7)").last).to_be_visible()
    await _fits(page)
    await page.reload()
    await expect(turns).to_have_count(4)


async def _fits(page: Page) -> None:
    wide = await page.locator("html").evaluate("each => each.scrollWidth - each.clientWidth")
    assert wide <= 0, page.url
