"""From the shop's front to a return's label, as a person on a phone does it, with the real agent behind the chat."""

import shutil
from collections.abc import AsyncIterator

import pytest
from playwright.async_api import Page, async_playwright, expect

from tests.seeded import Served
from tests.web.pages.test_pages_widget import BROWSERS, PHONE


@pytest.fixture
async def phone() -> AsyncIterator[Page]:
    found = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    assert found, "no Chromium is installed"
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        context = await browser.new_context(viewport=PHONE, locale="fr", reduced_motion="reduce")
        page = await context.new_page()
        page.set_default_timeout(20_000)
        yield page
        await browser.close()


async def _fits(page: Page) -> None:
    wide = await page.evaluate("document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth")
    assert wide <= 0, page.url


async def test_camille_returns_the_jacket_from_her_phone(phone: Page, served: Served) -> None:
    await phone.goto(served.url)
    await _fits(phone)
    story = phone.locator(".story").first
    await story.get_by_role("button", name="Écrire ceci").click()
    await expect(phone.locator("textarea")).to_have_value("Je voudrais renvoyer la veste bleue, elle est trop petite")
    await phone.keyboard.press("Enter")
    await expect(phone.locator(".reply").nth(1)).to_be_visible(timeout=20_000)
    await phone.fill("textarea", "camille.laurent@example.com")
    await phone.keyboard.press("Enter")
    await expect(phone.locator(".code-input")).to_be_visible(timeout=20_000)

    mailbox = await phone.context.new_page()
    await mailbox.goto(f"{served.url}/mailbox")
    code = await mailbox.locator(".letter-code strong").first.inner_text()
    await _fits(mailbox)

    await phone.fill(".code-input", code)
    button = phone.locator(".card .button.primary").first
    await expect(button).to_be_visible(timeout=20_000)
    await phone.click(".why >> nth=0")
    await expect(phone.locator(".clause:not([hidden])")).to_contain_text("30")

    portal = await phone.context.new_page()
    await portal.goto(await button.get_attribute("href") or "")
    await _fits(portal)
    assert await portal.locator(".portal-pick :checked").count() == 1
    await portal.select_option("#reason", "too_small")
    await portal.check('[value="refund"]')
    await portal.click(".button.primary")
    await portal.click(".button.primary")
    await expect(portal.locator("h1")).to_contain_text("RMA-")
    await expect(portal.locator("img.label")).to_be_visible()
    await _fits(portal)

    await portal.click("text=Suivre ce retour")
    await expect(portal.locator("h1")).to_contain_text("Retour RMA-")
    await _fits(portal)
    await portal.goto(f"{served.url}/hub/maison-alder")
    await expect(portal.locator(".order-row")).to_have_count(2)
    await _fits(portal)
