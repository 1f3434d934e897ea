"""The overview: what is missing before going live, and figures that open exactly the conversations they count."""

import re
from html import unescape

from tests.seeded import Served
from tests.web.console.team import HOME, SUPPLIER, sign_in

_CELL = re.compile(r'<td class="number"><a href="([^"]+)">([^<]+)</a>(?: <small>([^<]+)</small>)?')


def _count(desk: object, path: str) -> int:
    """All rows of a list, page after page."""
    total = 0
    while path:
        page = desk.get(path)  # type: ignore[attr-defined]
        total += page.count('class="first-words"')
        more = re.search(rf'class="button" href="{HOME}(/conversations\?[^"]*after=[^"]*)"', page)
        path = more[1] if more else ""
    return total


def test_every_number_opens_as_many_conversations_as_it_says(served: Served) -> None:
    desk = sign_in(served.url)
    cells = _CELL.findall(desk.client.get(HOME).text)
    assert len(cells) > 60
    of_figures = cells[:33]
    for href, value, small in (*of_figures[1::3], of_figures[3 * 3 + 2], of_figures[9 * 3 - 1]):
        told = re.search(r"\d+", small or value)
        assert told
        assert _count(desk, unescape(href).removeprefix(HOME)) == int(told[0]), href


def test_definitions_stand_beside_the_figures(served: Served) -> None:
    page = sign_in(served.url).get()
    assert "The shopper said thanks, or rated 4 or 5, after an answer." in page
    assert "did not come back on any channel for 7 days" in page


def test_a_drop_is_told_with_its_likely_causes(served: Served) -> None:
    page = sign_in(served.url).get()
    assert "Fewer conversations end without a person" in page
    assert "Provider failed:" in page


def test_what_is_missing_has_the_page_that_mends_it(served: Served) -> None:
    desk = sign_in(served.url)
    assert "Before you go live" in desk.get()
    page = desk.post("/agent", on="no")
    assert "The agent is off" in page
    assert page.count("Missing") >= 2
    desk.post("/agent", on="yes")


def test_it_narrows_by_skill_and_speaks_french(served: Served) -> None:
    desk = sign_in(served.url)
    assert "skill=claims" in desk.get("?skill=claims&channel=email")
    page = desk.get("?lang=fr")
    assert "Sans personne" in page
    assert "4,0" in page or "3,9" in page
    desk.get("?lang=en")
    assert sign_in(served.url, SUPPLIER).client.get(HOME).status_code == 403
