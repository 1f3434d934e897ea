"""Who gets in to the console, and what each role may do there."""

import httpx
import pytest

from records.audit import list_audit
from tests.seeded import Served
from tests.web.console.team import COORDINATOR, HOME, OBSERVER, OWNER, SUPPLIER, own, sign_in
from web.demo_team import DEMO_PASSWORD
from web.seed import DEMO

PAGES = ("", "/skills", "/skills/returns", "/connections", "/settings")


@pytest.mark.parametrize("page", PAGES)
def test_a_stranger_is_asked_to_sign_in_and_led_back(served: Served, page: str) -> None:
    answer = httpx.get(f"{served.url}{HOME}{page}", timeout=30)
    assert answer.status_code == 303
    assert answer.headers["location"] == f"{HOME}/sign-in?next={HOME}{page}"


def test_the_short_address_leads_to_the_only_shop(served: Served) -> None:
    assert httpx.get(f"{served.url}/console", timeout=30).headers["location"] == HOME


def test_the_owner_sees_every_page(served: Served) -> None:
    desk = sign_in(served.url)
    for page in PAGES:
        assert "Margaux Alder" in desk.get(page)


def test_an_observer_reads_and_changes_nothing(served: Served) -> None:
    owner, desk = sign_in(served.url), sign_in(served.url, OBSERVER)
    assert "Returns and exchanges" in desk.get("/skills")
    assert "Turn this skill off" not in desk.get("/skills/returns")
    assert owner.mark()
    answer = desk.client.post(f"{HOME}/skills/returns", data={"on": "no"}, headers=own(desk.client))
    assert answer.status_code == 403
    assert "role" in answer.text
    assert desk.client.get(f"{HOME}/connections/loop").status_code == 403


def test_a_supplier_sees_no_page_of_the_shop(served: Served) -> None:
    desk = sign_in(served.url, SUPPLIER)
    assert desk.client.get(f"{HOME}/skills").status_code == 403


def test_a_form_of_another_session_or_site_is_refused(served: Served) -> None:
    desk, other = sign_in(served.url), sign_in(served.url, COORDINATOR)
    assert "form" in desk.post("/skills/claims", 403, mark=other.client.cookies.get(f"team_{DEMO}", ""), on="no")
    foreign = desk.client.post(
        f"{HOME}/skills/claims", data={"on": "no", "mark": desk.mark()}, headers={"origin": "https://evil.example"}
    )
    assert foreign.status_code == 403
    assert "Active" in desk.get("/skills/claims")


def test_a_wrong_password_and_an_unknown_address_answer_alike(served: Served) -> None:
    with httpx.Client(base_url=served.url, timeout=30) as client:
        answers = [
            client.post(f"{HOME}/sign-in", data={"email": email, "password": "no"}, headers=own(client))
            for email in (COORDINATOR, "nobody@example.com")
        ]
    assert [answer.status_code for answer in answers] == [401, 401]
    first, second = (answer.text.replace(COORDINATOR, "").replace("nobody@example.com", "") for answer in answers)
    assert first == second


def test_five_wrong_passwords_pause_the_account(served: Served) -> None:
    with httpx.Client(base_url=served.url, timeout=30, headers={"accept-language": "en"}) as client:
        for _ in range(5):
            client.post(f"{HOME}/sign-in", data={"email": SUPPLIER, "password": "no"}, headers=own(client))
        right = {"email": SUPPLIER, "password": DEMO_PASSWORD}
        assert client.post(f"{HOME}/sign-in", data=right, headers=own(client)).status_code == 401
    verbs = [each.verb for each in served.install.database.run_now(lambda c: list_audit(c, DEMO), DEMO)]
    assert verbs.count("was refused") >= 5


def test_signing_out_ends_the_session(served: Served) -> None:
    desk = sign_in(served.url)
    cookie = dict(desk.client.cookies)
    desk.client.post(f"{HOME}/sign-out", headers=own(desk.client))
    with httpx.Client(base_url=served.url, timeout=30, cookies=cookie) as thief:
        assert thief.get(HOME).status_code == 303


def test_a_way_back_leads_nowhere_else(served: Served) -> None:
    with httpx.Client(base_url=served.url, timeout=30) as client:
        for elsewhere in ("https://evil.example", "//evil.example", "/hub/maison-alder", f"{HOME}/\\evil"):
            sent = {"email": OWNER, "password": DEMO_PASSWORD, "next": elsewhere}
            answer = client.post(f"{HOME}/sign-in", data=sent, headers=own(client))
            assert answer.headers["location"] == HOME
