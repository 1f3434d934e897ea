"""Overview and conversations in a real browser: nothing serious for axe in either theme, and usable on a phone."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, sync_playwright

from tests.seeded import Served
from tests.web.console.team import HOME

_SERIOUS = {"serious", "critical"}


def _serious(page: Page) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [f"{each['id']}: {each['nodes'][0]['html'][:160]}" for each in found if each["impact"] in _SERIOUS]


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 390)])
def test_overview_list_and_transcript(served: Served, scheme: str, width: int) -> None:
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
        assert page.locator(".chart").count() == 4
        assert _serious(page) == []
        _fits(page)
        page.locator(".chart a").nth(10).press("Enter")
        page.wait_for_url("**/conversations?**")
        assert _serious(page) == []
        _fits(page)
        page.locator(".first-words a").first.click()
        page.wait_for_selector(".trace-line")
        assert _serious(page) == []
        _fits(page)
        browser.close()


def _fits(page: Page) -> None:
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
