"""Preview: the agent is the real one, the sign-in is played, and nothing of it leaves, counts or reaches a shopper."""

import re
from collections.abc import Callable
from datetime import timedelta
from typing import TypeVar
from urllib.parse import parse_qsl

import httpx
import pytest
from sqlalchemy.engine import Connection

from channels.mailbox import list_letters
from domain.ids import MerchantId
from evals.scenarios.script import read_scenarios
from records.audit import list_audit
from records.cases import list_cases
from records.connections import Connected, disconnect, save_connected
from records.conversations import PREVIEW
from records.episodes import list_episodes
from records.gaps import list_gaps
from runtime.sealing import Seal
from tests.seeded import Served
from tests.web.chatting import open_chat
from tests.web.console.team import HOME, OBSERVER, SUPPLIER, Desk, own, sign_in
from web.seed import DEMO

CAMILLE = "cus_demo_camille"
_OPTION = re.compile(r'name="choice" value="([^"]+)">\s*<input type="hidden" name="label" value="([^"]+)"')
T = TypeVar("T")


def in_records(served: Served, work: Callable[[Connection], T]) -> T:
    return served.install.database.run_now(work, DEMO)


def begin(desk: Desk, customer: str = CAMILLE, channel: str = "webchat", language: str = "en") -> str:
    """The path of a new preview below the console."""
    sent = {"mark": desk.mark(), "customer": customer, "channel": channel, "language": language}
    answer = desk.client.post(f"{HOME}/preview", data=sent, headers=own(desk.client))
    assert answer.status_code == 303
    return answer.headers["location"].removeprefix(HOME)


def tell(desk: Desk, path: str, text: str) -> str:
    address, _, query = path.partition("?")
    kept = dict(parse_qsl(query, keep_blank_values=True))
    customer, channel = kept["customer"], kept["channel"]
    return desk.post(address, mark=desk.mark("/preview"), text=text, customer=customer, channel=channel)


def sign_in_as_camille(desk: Desk, path: str) -> str:
    page = tell(desk, path, "I'd like to return the blue jacket, it's too small")
    assert "Give the address camille.laurent@example.com" in page
    code = re.search(r"is (\d{6})\. No letter", tell(desk, path, "camille.laurent@example.com"))
    assert code
    return tell(desk, path, code[1])


def test_the_sign_in_is_played_and_each_turn_is_explained(served: Served) -> None:
    desk = sign_in(served.url)
    path = begin(desk)
    page = sign_in_as_camille(desk, path)
    for words in (
        "Thank you Camille",
        "Alba jacket",
        "The code was right",
        "Read the shopper’s orders",
        "refund window",
    ):
        assert words in page
    assert desk.get(path).count("preview-turn") == page.count("preview-turn")
    verbs = [(each.verb, each.subject) for each in in_records(served, lambda c: list_audit(c, DEMO))]
    assert ("previewed as", CAMILLE) in verbs


def test_nothing_of_a_preview_leaves_or_counts(served: Served) -> None:
    desk = sign_in(served.url)
    path = begin(desk)
    sign_in_as_camille(desk, path)
    tell(desk, path, "Do you sell snowboards made of recycled glass?")
    assert "A person would take over here" in tell(desk, path, "I want to talk to a person")
    assert in_records(served, lambda c: list_letters(c, DEMO)) == ()
    assert not in_records(served, lambda c: list_cases(c, DEMO))
    assert not in_records(served, lambda c: list_gaps(c, DEMO))
    now = served.install.clock.now()
    day = timedelta(days=1)
    kept = in_records(served, lambda c: list_episodes(c, DEMO, since=now - day, until=now + day))
    assert PREVIEW not in {each.channel for each in kept}


def test_previews_take_no_codes_from_the_shopper(served: Served) -> None:
    desk = sign_in(served.url)
    for _ in range(6):
        path = begin(desk)
        tell(desk, path, "I want to return the jacket")
        assert "No letter was sent" in tell(desk, path, "camille.laurent@example.com")


def test_an_address_that_nobody_has_gets_no_code(served: Served) -> None:
    desk = sign_in(served.url)
    path = begin(desk, customer="")
    assert "Give the address" not in tell(desk, path, "Where is my parcel?")
    assert "knows nobody with nobody@example.com" in tell(desk, path, "nobody@example.com")


@pytest.mark.parametrize(("connected", "status"), [(False, 303), (True, 404)])
def test_links_open_the_shoppers_pages_in_the_sandbox_alone(served: Served, connected: bool, status: int) -> None:
    if connected:
        connect_vendor(served)
    try:
        desk = sign_in(served.url)
        page = sign_in_as_camille(desk, begin(desk))
        link = re.search(r'href="[^"]*(/r/[\w-]+)"', page)
        assert link
        assert httpx.get(f"{served.url}{link[1]}").status_code == status
    finally:
        in_records(served, lambda c: disconnect(c, DEMO, "aftership_tracking"))
        served.install.shops.forget(DEMO)


@pytest.mark.parametrize("connected", [True, False])
def test_a_confirmed_write_reaches_the_sandbox_alone(served: Served, connected: bool) -> None:
    if connected:
        connect_vendor(served)
    try:
        desk = sign_in(served.url)
        path = begin(desk, customer="cus_demo_ines")
        tell(desk, path, "The driver couldn't get in, can they come again?")
        code = re.search(r"is (\d{6})\. No letter", tell(desk, path, "ines.garnier@example.com"))
        assert code
        page = tell(desk, path, code[1])
        for _ in range(2):
            choice, label = _OPTION.findall(page)[0]
            page = desk.post(path.split("?")[0], text="", choice=choice, label=label)
        page = tell(desk, path, "yes")
        assert ("nothing was changed in the shop" in page) is connected
        assert ("Recorded the shopper’s choice" in page) is not connected
    finally:
        in_records(served, lambda c: disconnect(c, DEMO, "aftership_tracking"))
        served.install.shops.forget(DEMO)


def test_other_channels_stand_beside_with_sms_counted(served: Served) -> None:
    desk = sign_in(served.url)
    page = tell(desk, begin(desk, channel="sms", language="fr"), "Le retour est-il payant ?")
    assert page.count("As plain text until that channel is connected.") == 2
    assert re.search(r"\d+ characters, \d+ segments? \((GSM-7|UCS-2)\)", page)
    assert re.search(r'href="/console/maison-alder/content/fr/[\w-]+"[^>]*>Correct', page)


def test_a_kept_preview_reads_as_a_scenario(served: Served) -> None:
    desk = sign_in(served.url)
    path = begin(desk)
    sign_in_as_camille(desk, path)
    saved = desk.post(f"{path.split('?')[0]}/case", customer=CAMILLE, channel="webchat")
    folder = served.install.settings.data / "cases"
    assert str(folder) in saved
    scenario = read_scenarios(folder)[0]
    assert [each.code for each in scenario.turns] == ["none", "none", "right"]
    assert (scenario.turns[0].expect.skill, scenario.turns[0].expect.missing) == ("returns", "identity")


def test_a_customer_is_found_by_address_telephone_or_order(served: Served) -> None:
    desk = sign_in(served.url)
    for wanted in ("antoine.roussel@example.com", "%2B33639980006", "MA-683019"):
        assert "Antoine Roussel" in desk.get(f"/preview?q={wanted}")
    assert "No customer has exactly that" in desk.get("/preview?q=nobody@example.com")


def test_a_shoppers_conversation_is_no_preview(served: Served) -> None:
    desk = sign_in(served.url)
    with httpx.Client(base_url=served.url) as client:
        desk.get(f"/preview/{open_chat(client).id}", 404)


def test_who_may_preview(served: Served) -> None:
    path = begin(sign_in(served.url))
    assert "Maison Alder" in tell(sign_in(served.url, OBSERVER), path, "hello")
    assert sign_in(served.url, SUPPLIER).client.get(f"{HOME}/preview").status_code == 403
    assert httpx.get(f"{served.url}{HOME}{path}").headers["location"].startswith(f"{HOME}/sign-in")
    other = sign_in(served.url).client.get(f"/console/{MerchantId('other-shop')}{path}")
    assert other.status_code in {303, 404}
    assert "Camille" not in other.text


def connect_vendor(served: Served) -> None:
    """Something real beside the sandbox: from then on the shop counts as a real one."""
    sealed = Seal.open(served.install.keys).close('{"api_key": "none"}')
    connected = Connected(connector="aftership_tracking", sealed=sealed, rank=0, at=served.install.clock.now())
    in_records(served, lambda c: save_connected(c, DEMO, connected))
    served.install.shops.forget(DEMO)
