"""Content and policy in a real browser: a window changed in a text, and pages that everybody can use in both themes."""

import shutil
from collections.abc import AsyncIterator
from typing import Literal

import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Page, async_playwright, expect

from tests.seeded import Served
from tests.web.pages.test_pages_widget import BROWSERS, PHONE

THEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
SHOP = "/console/maison-alder"
PAGES = (
    "/content",
    "/content/add",
    "/content/new",
    "/content/en/return-window",
    "/content/completeness",
    "/content/search?q=refund",
    "/content/conflicts",
    "/policy",
    "/policy/versions",
    "/policy/proposals",
    "/policy/test?order=MA-104233",
)


@pytest.fixture(params=THEMES)
async def desk(request: pytest.FixtureRequest, served: Served) -> AsyncIterator[Page]:
    """A desk by day, a phone by night; the owner is signed in."""
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
        await page.goto(f"{served.url}/console")
        await page.click("button:has-text('Margaux')")
        yield page
        await browser.close()


async def test_every_page_fits_and_has_no_serious_finding(desk: Page, served: Served) -> None:
    for path in PAGES:
        await desk.goto(f"{served.url}{SHOP}{path}")
        wide = await desk.evaluate("document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth")
        assert wide <= 0, path
        found = (await Axe().run(desk)).response["violations"]
        serious = [
            (each["id"], each["nodes"][0]["html"]) for each in found if each["impact"] in {"serious", "critical"}
        ]
        assert not serious, (path, serious)


async def test_a_changed_window_goes_to_the_policy_with_the_text(desk: Page, served: Served) -> None:
    await desk.goto(f"{served.url}{SHOP}/content/en/return-window?edit=yes")
    text = await desk.input_value("#body")
    days = 41 if "have 30 days" in text else 42
    before = 30 if days == 41 else 41
    await desk.fill("#body", text.replace(f"have {before} days", f"have {days} days"))
    await desk.click("button[value=publish]")
    await expect(desk.locator(".window-change .change")).to_have_text(f"{before} → {days} days")
    await desk.click("button[value=apply]")
    await expect(desk.locator(".notice").first).to_contain_text(f"from {before} to {days} days")
    await desk.goto(f"{served.url}{SHOP}/policy")
    await expect(desk.locator("input[name=window-0-days]")).to_have_value(str(days))
