"""Policy: typed rules with versions, proposals to weigh, and a tester that shows where yes becomes no."""

import re

import pytest

from tests.seeded import Served
from tests.web.console.team import OBSERVER, Desk, sign_in


@pytest.fixture(scope="module")
def desk(served: Served) -> Desk:
    return sign_in(served.url)


def _fields(page: str) -> dict[str, str]:
    """The form as a browser would send it unchanged."""
    form = page[page.index('<form method="post" action="/console/maison-alder/policy"') :]
    found = dict(re.findall(r'<input[^>]*?name="([^"]+)"[^>]*?value="([^"]*)"', form))
    found.pop("gift_recipient_refund", None)
    for name, options in re.findall(r'<select name="([^"]+)"[^>]*>(.*?)</select>', form, re.DOTALL):
        chosen = re.search(r'value="([^"]*)" selected', options)
        found[name] = chosen[1] if chosen else ""
    return found


def test_saving_unchanged_keeps_every_rule(desk: Desk) -> None:
    fields = _fields(desk.get("/policy"))
    page = desk.post("/policy", 200, **fields)
    assert "Saved as a new version" in page
    after = _fields(page)
    assert {name: value for name, value in after.items() if name not in {"base", "mark"}} == {
        name: value for name, value in fields.items() if name not in {"base", "mark"}
    }
    assert "Nothing differs." in desk.get("/policy/versions")


def test_a_changed_window_is_a_new_version_and_decides(desk: Desk) -> None:
    fields = _fields(desk.get("/policy"))
    desk.post("/policy", 200, **fields | {"window-0-days": "31"})
    versions = desk.get("/policy/versions")
    assert "<del>30 days from delivery</del>" in versions
    assert "<ins>31 days from delivery</ins>" in versions
    page = desk.get("/policy/test?order=MA-104233")
    assert f"By version {int(fields['base']) + 1} of the policy." in page
    weighed = desk.get("/policy/proposals")
    assert "<del>31 days from delivery</del>" in weighed
    key = re.search(r'name="key" value="([0-9a-f]+)"', weighed)
    assert key
    assert "Turned down" in desk.post("/policy/proposals", key=key[1], deed="turn_down")
    assert "<del>31 days" not in desk.get("/policy/proposals")
    desk.post("/policy/proposals", key=key[1], deed="take_back")
    assert "your policy has a new version" in desk.post("/policy/proposals", key=key[1], deed="accept")
    assert 'value="30"' in desk.get("/policy")


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"window-0-days": "-1"}, "whole number of days"),
        ({"window-0-days": "9999999999999"}, "whole number of days"),
        ({"fee-0-amount": "NaN"}, "an amount such as"),
        ({"fee-0-currency": "EURO"}, "three letters"),
        ({"served": "France"}, "two letters"),
        ({"effective": "2020-01-01"}, "in the past"),
        ({"effective": "soon"}, "not a day"),
    ],
)
def test_what_does_not_fit_is_said_and_nothing_is_saved(desk: Desk, change: dict[str, str], told: str) -> None:
    fields = _fields(desk.get("/policy"))
    assert told in desk.post("/policy", 422, **fields | change)
    assert _fields(desk.get("/policy"))["base"] == fields["base"]


def test_a_form_from_before_somebody_elses_change_is_refused(desk: Desk) -> None:
    fields = _fields(desk.get("/policy"))
    desk.post("/policy", 409, **fields | {"base": "0"})


def test_the_tester_shows_the_receipt_and_the_day_yes_becomes_no(desk: Desk) -> None:
    page = desk.get("/policy/test?order=MA-104233")
    row = page[page.index('<ol class="day-row"') :]
    row = row[: row.index("</ol>")]
    assert re.findall(r'<li class="(\w+)"', row) == ["eligible"] * 4 + ["refused"] * 3
    assert "refund_window" in page
    assert "Decides" not in page
    assert "No order MA-000000" in desk.get("/policy/test?order=MA-000000")


def test_who_may_only_look_sees_the_rules_and_cannot_change_them(served: Served) -> None:
    observer = sign_in(served.url, OBSERVER)
    assert "Save as a new version" not in observer.get("/policy?lang=en")
    assert "refund_window" in observer.get("/policy/test?order=MA-104233")
    observer.post("/policy", 403, mark="none")
    observer.post("/policy/proposals", 403, mark="none")
