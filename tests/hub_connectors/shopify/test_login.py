"""Signing in with Shopify: the whole way with a mailed code, and every way in which a token may be a lie."""

from datetime import timedelta
from urllib.parse import parse_qsl, urlsplit

import httpx
import pytest

from domain.errors import CredentialsRejected, NotAllowed, VendorUnreadable
from hub_connectors.shopify.identity import Person, read_endpoints
from hub_connectors.shopify.login import Begun, CustomerLogin, challenge, check_return, find_customer
from runtime.clocks import SystemClock
from tests.hub_connectors.shopify.conftest import NOON, Opened
from tests.standins.shopify import ShopifyStandIn
from tests.standins.shopify.accounts import CUSTOMER_CLIENT, CUSTOMER_SECRET, REDIRECT
from tests.standins.world import World

CLIENT = {"customer_client_id": CUSTOMER_CLIENT, "customer_client_secret": CUSTOMER_SECRET}


@pytest.fixture
def login(opened: Opened) -> CustomerLogin:
    return opened(clock=SystemClock(), **CLIENT).login


async def walk(stand_in: ShopifyStandIn, http: httpx.AsyncClient, begun: Begun, email: str) -> dict[str, str]:
    """A shopper at Shopify's page: their address, then the code from their mailbox."""
    page = await http.get(begun.address)
    assert page.status_code == 200
    session = page.text.split('"')[1]
    login = f"{stand_in.accounts.issuer}/login"
    await http.post(login, data={"session": session, "email": email})
    wrong = await http.post(login, data={"session": session, "code": "nope"})
    assert wrong.status_code == 403
    back = await http.post(login, data={"session": session, "code": stand_in.accounts.mailed[email]})
    assert back.headers["location"].startswith(REDIRECT)
    return dict(parse_qsl(urlsplit(back.headers["location"]).query))


async def test_who_proves_a_mailbox_is_the_shops_customer(
    login: CustomerLogin, opened: Opened, stand_in: ShopifyStandIn, http: httpx.AsyncClient, world: World
) -> None:
    one = world.customers[0]
    begun = await login.begin(REDIRECT)
    returned = await walk(stand_in, http, begun, one.email)
    person = await login.finish(begun, returned, REDIRECT)
    assert person == Person(subject="9001", email=one.email, email_verified=True)
    customers = opened().connections().customers
    assert customers
    assert await find_customer(customers, person) == one
    with pytest.raises(NotAllowed):
        await login.finish(begun, returned, REDIRECT)


async def test_a_mailbox_without_orders_is_nobody(opened: Opened) -> None:
    customers = opened().connections().customers
    assert customers
    stranger = Person(subject="1", email="stranger@mail.example", email_verified=True)
    assert await find_customer(customers, stranger) is None


async def test_an_address_nobody_verified_is_nobody(opened: Opened, world: World) -> None:
    customers = opened().connections().customers
    assert customers
    unproven = Person(subject="1", email=world.customers[0].email, email_verified=False)
    assert await find_customer(customers, unproven) is None


@pytest.mark.parametrize(
    "claims",
    [
        {"iss": "https://elsewhere.example"},
        {"aud": "another-client"},
        {"azp": "another-client"},
        {"nonce": "replayed"},
        {"nonce": None},
        {"exp": 1},
        {"exp": None},
        {"iat": 4102444800},
        {"sub": None},
    ],
)
async def test_a_token_that_is_not_for_this_sign_in_is_refused(
    login: CustomerLogin, stand_in: ShopifyStandIn, http: httpx.AsyncClient, claims: dict[str, object]
) -> None:
    stand_in.accounts.claims.update(claims)
    begun = await login.begin(REDIRECT)
    returned = await walk(stand_in, http, begun, "someone@mail.example")
    with pytest.raises(NotAllowed) as refused:
        await login.finish(begun, returned, REDIRECT)
    assert "someone" not in str(refused.value)


async def test_a_token_signed_by_somebody_else_is_refused(
    login: CustomerLogin, stand_in: ShopifyStandIn, http: httpx.AsyncClient
) -> None:
    stand_in.accounts.wrong_key = True
    begun = await login.begin(REDIRECT)
    returned = await walk(stand_in, http, begun, "someone@mail.example")
    with pytest.raises(NotAllowed):
        await login.finish(begun, returned, REDIRECT)


async def test_a_code_is_worthless_to_who_stole_it(
    login: CustomerLogin, stand_in: ShopifyStandIn, http: httpx.AsyncClient
) -> None:
    begun = await login.begin(REDIRECT)
    returned = await walk(stand_in, http, begun, "someone@mail.example")
    thief = await login.begin(REDIRECT)
    with pytest.raises(NotAllowed):
        await login.finish(thief, returned, REDIRECT)
    with pytest.raises(NotAllowed):
        await login.finish(thief, {**returned, "state": thief.state}, REDIRECT)


async def test_a_wrong_customer_client_is_the_merchants_to_mend(
    opened: Opened, stand_in: ShopifyStandIn, http: httpx.AsyncClient
) -> None:
    login = opened(clock=SystemClock(), **{**CLIENT, "customer_client_secret": "wrong"}).login
    begun = await login.begin(REDIRECT)
    returned = await walk(stand_in, http, begun, "someone@mail.example")
    with pytest.raises(CredentialsRejected):
        await login.finish(begun, returned, REDIRECT)


BEGUN = Begun(address="", state="s", nonce="n", verifier="v", at=NOON)


@pytest.mark.parametrize(
    ("returned", "late"),
    [
        ({"code": "c", "state": "other"}, 0),
        ({"code": "c"}, 0),
        ({"state": "s"}, 0),
        ({"state": "s", "code": "c", "error": "access_denied"}, 0),
        ({"state": "s", "code": "c"}, 16),
        ({"state": "é", "code": "c"}, 0),
    ],
)
def test_who_did_not_begin_here_or_comes_late_is_refused(returned: dict[str, str], late: int) -> None:
    with pytest.raises(NotAllowed):
        check_return(BEGUN, returned, now=NOON + timedelta(minutes=late))


def test_the_challenge_is_the_one_of_the_standard() -> None:
    """The example of RFC 7636, appendix B."""
    assert challenge("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk") == "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"


@pytest.mark.parametrize(
    ("host", "fits"),
    [
        ("https://shopify.com/authentication/1", True),
        ("https://account.shop.example", True),
        ("https://shop.example.evil.example", False),
        ("https://notshopify.com", False),
        ("http://shopify.com", False),
    ],
)
def test_the_sign_in_lives_at_shopify_or_at_the_shop(host: str, fits: bool) -> None:
    names = ("authorization_endpoint", "token_endpoint", "jwks_uri")
    found = {"issuer": host, **dict.fromkeys(names, f"{host}/x")}
    if fits:
        assert read_endpoints(found, "https://www.shop.example").issuer == host
        return
    with pytest.raises(VendorUnreadable):
        read_endpoints(found, "https://www.shop.example")
