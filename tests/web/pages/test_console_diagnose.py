"""Diagnose an order in a real browser: typed and sent with the keyboard, in both themes, on a desk and on a phone."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, sync_playwright

from tests.seeded import Served
from tests.web.console.team import HOME

_SERIOUS = {"serious", "critical"}


def _check(page: Page) -> None:
    found = Axe().run(page).response["violations"]
    assert not [f"{each['id']}: {each['nodes'][0]['html'][:160]}" for each in found if each["impact"] in _SERIOUS]
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 390)])
def test_an_order_is_diagnosed_by_keyboard(served: Served, scheme: str, width: int) -> None:
    with sync_playwright() as tool:
        browser = tool.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        context = browser.new_context(
            viewport={"width": width, "height": 844},
            color_scheme="dark" if scheme == "dark" else "light",
            locale="en-GB",
            bypass_csp=True,
        )
        page = context.new_page()
        page.goto(f"{served.url}{HOME}/sign-in")
        page.click("button:has-text('Margaux')")
        page.goto(f"{served.url}{HOME}/diagnose?number=MA-387120")
        _check(page)
        page.locator("#email").fill("camille.laurent@example.com")
        page.locator("#email").press("Enter")
        page.wait_for_selector(".check-row")
        page.locator("summary").first.press("Enter")
        assert page.locator(".trace-receipt").first.is_visible()
        _check(page)
        browser.close()
