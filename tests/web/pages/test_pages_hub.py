"""The hub as nobody, as a customer, as another customer and in another shop."""

from dataclasses import replace
from datetime import timedelta

import httpx
import pytest

from channels.mailbox import list_letters
from hub_connectors.sandbox.faults import Port
from tests.web.pages.stage import DEMO, OTHER, SAME, Stage, make_shop

HUB = "/hub/maison-alder"
CAMILLE, ALICE, INES, HUGO = (
    "camille.laurent@example.com",
    "alice.fournier@example.com",
    "ines.garnier@example.com",
    "hugo.lambert@example.com",
)
STATEMENT = "I did not receive this parcel, and no neighbour has it."


async def test_nobody_is_sent_to_sign_in_and_back_again(stage: Stage, client: httpx.AsyncClient) -> None:
    order = await stage.find_order("MA-104233")
    answer = await client.get(f"{HUB}/orders/{order}")
    assert answer.status_code == 303
    assert answer.headers["location"] == f"{HUB}/sign-in?next={HUB}/orders/{order}"


@pytest.mark.parametrize(
    "address", [CAMILLE, "nobody@example.com", "MA-104233", "MA-000000", "+33600000000", "'; drop table"]
)
async def test_sign_in_answers_the_same_for_every_address(client: httpx.AsyncClient, address: str) -> None:
    answer = await client.post(f"{HUB}/sign-in", data={"address": address}, headers=SAME)
    assert (answer.status_code, answer.headers["location"]) == (303, f"{HUB}/code?next={HUB}")
    page = await client.get(f"{HUB}/code")
    assert "a code with six digits is on its way" in page.text
    assert address not in page.text


async def test_the_code_signs_in_and_the_cookie_is_private(stage: Stage, client: httpx.AsyncClient) -> None:
    answer = await stage.sign_in(client, CAMILLE)
    assert answer.headers["location"] == HUB
    cookie = answer.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=lax" in cookie
    assert f"Path={HUB}" in cookie
    home = await client.get(HUB)
    assert "MA-104233" in home.text
    assert home.headers["cache-control"] == "no-store"


@pytest.mark.parametrize("given", ["MA-104233", "#ma-104233 ", "+33 6 39 98 00 01", "0033639980001"])
async def test_an_order_or_phone_number_sends_the_code_to_the_address_on_record(
    stage: Stage, client: httpx.AsyncClient, given: str
) -> None:
    await stage.sign_in(client, given)
    assert "MA-387120" in (await client.get(HUB)).text
    [letter] = await stage.database.merchant(DEMO).read(lambda c: list_letters(c, DEMO))
    assert (letter.kind, letter.recipient) == ("email", CAMILLE)
    assert letter.text.startswith("Hello Camille Laurent,\n")


async def test_a_number_nobody_has_sends_nothing(stage: Stage, client: httpx.AsyncClient) -> None:
    await client.post(f"{HUB}/sign-in", data={"address": "+33 6 00 00 00 00"}, headers=SAME)
    assert await stage.codes() == []


async def test_a_wrong_code_is_told_and_the_right_one_still_works(stage: Stage, client: httpx.AsyncClient) -> None:
    await client.post(f"{HUB}/sign-in", data={"address": CAMILLE}, headers=SAME)
    code = (await stage.codes())[0]
    wrong = "000000" if code != "000000" else "111111"
    answer = await client.post(f"{HUB}/code", data={"code": wrong}, headers=SAME)
    assert answer.status_code == 422
    assert "That code isn’t right" in answer.text
    assert (await client.post(f"{HUB}/code", data={"code": code}, headers=SAME)).status_code == 303


async def test_an_old_code_says_so_and_offers_a_new_one(stage: Stage, client: httpx.AsyncClient) -> None:
    await client.post(f"{HUB}/sign-in", data={"address": CAMILLE}, headers=SAME)
    code = (await stage.codes())[0]
    stage.clock.moment += timedelta(minutes=11)
    answer = await client.post(f"{HUB}/code", data={"code": code}, headers=SAME)
    assert "expired" in answer.text
    assert (await client.get(HUB)).status_code == 303


async def test_a_code_of_another_browser_opens_nothing(stage: Stage, client: httpx.AsyncClient) -> None:
    await client.post(f"{HUB}/sign-in", data={"address": CAMILLE}, headers=SAME)
    code = (await stage.codes())[0]
    async with stage.browser() as stranger:
        await stranger.post(f"{HUB}/sign-in", data={"address": "nobody@example.com"}, headers=SAME)
        answer = await stranger.post(f"{HUB}/code", data={"code": code}, headers=SAME)
        assert answer.status_code == 422


async def test_too_many_codes_are_refused_with_a_sentence(client: httpx.AsyncClient) -> None:
    for _ in range(5):
        await client.post(f"{HUB}/sign-in", data={"address": CAMILLE}, headers=SAME)
    answer = await client.post(f"{HUB}/sign-in", data={"address": CAMILLE}, headers=SAME)
    assert answer.status_code == 429
    assert "Wait ten minutes" in answer.text


@pytest.mark.parametrize("headers", [{}, {"sec-fetch-site": "cross-site"}, {"origin": "https://evil.example"}])
async def test_a_form_from_elsewhere_changes_nothing(
    stage: Stage, client: httpx.AsyncClient, headers: dict[str, str]
) -> None:
    answer = await client.post(f"{HUB}/sign-in", data={"address": CAMILLE}, headers=headers)
    assert answer.status_code == 403
    assert "This form came from somewhere else" in answer.text
    assert await stage.codes() == []


@pytest.mark.parametrize("path", ["orders/{order}", "parcels/{order}", "orders/nope", "returns/nope", "claims/nope"])
async def test_what_is_somebody_elses_is_not_there(stage: Stage, client: httpx.AsyncClient, path: str) -> None:
    order = await stage.find_order("MA-731592")
    await stage.sign_in(client, CAMILLE)
    answer = await client.get(f"{HUB}/{path.format(order=order)}")
    assert answer.status_code == 404
    assert "This page isn’t here" in answer.text
    assert "MA-731592" not in answer.text


async def test_a_session_of_one_shop_is_none_in_another(stage: Stage, client: httpx.AsyncClient) -> None:
    await stage.sign_in(client, CAMILLE)
    token = client.cookies[f"hub_{DEMO}"]
    client.cookies.set(f"hub_{OTHER}", token, path=f"/hub/{OTHER}")
    assert (await client.get(f"/hub/{OTHER}")).headers["location"].startswith(f"/hub/{OTHER}/sign-in")


async def test_signing_out_ends_the_session_itself(stage: Stage, client: httpx.AsyncClient) -> None:
    await stage.sign_in(client, CAMILLE)
    token = client.cookies[f"hub_{DEMO}"]
    await client.post(f"{HUB}/sign-out", headers=SAME)
    client.cookies.set(f"hub_{DEMO}", token, path=HUB)
    assert (await client.get(HUB)).status_code == 303


async def test_a_gift_is_shown_without_its_price(stage: Stage, client: httpx.AsyncClient) -> None:
    await stage.sign_in(client, ALICE)
    home = await client.get(HUB)
    order = home.text.split(f"{HUB}/orders/")[1].split('"')[0]
    page = await client.get(f"{HUB}/orders/{order}")
    assert page.status_code == 200
    assert "€" not in page.text
    async with stage.browser() as buyer:
        await stage.sign_in(buyer, "antoine.roussel@example.com")
        assert "€" in (await buyer.get(f"{HUB}/orders/{order}")).text


@pytest.mark.parametrize(("language", "variant"), [("en", "Blue, M"), ("fr", "Bleu, M")])
async def test_a_variant_is_called_as_the_page_speaks(stage: Stage, language: str, variant: str) -> None:
    order = await stage.find_order("MA-104233")
    async with stage.browser(language) as browser:
        await stage.sign_in(browser, CAMILLE)
        assert variant in (await browser.get(f"{HUB}/orders/{order}")).text
        portal = await browser.post(f"{HUB}/orders/{order}/return", headers=SAME)
        assert variant in (await browser.get(portal.headers["location"])).text


async def test_a_choice_is_read_back_and_recorded_once(stage: Stage, client: httpx.AsyncClient) -> None:
    await stage.sign_in(client, INES)
    incident = f"{HUB}/incidents/inc_demo_ines"
    assert "Digicode" in (await client.get(incident)).text
    asked = await client.get(f"{incident}/choose?way=redeliver")
    day = asked.text.split('name="day" value="')[1].split('"')[0]
    said = {"way": "redeliver", "day": day}
    read_back = await client.post(f"{incident}/read-back", data=said, headers=SAME)
    assert "Check your choice" in read_back.text
    for _ in range(2):
        assert (await client.post(f"{incident}/choice", data=said, headers=SAME)).status_code == 303
    other = await client.post(f"{incident}/choice", data={"way": "pickup_point"}, headers=SAME)
    assert other.status_code == 409
    assert "settled in the meantime" in other.text
    assert "Your choice is recorded" in (await client.get(f"{incident}?recorded=1")).text


async def test_a_day_that_is_not_offered_is_not_taken(stage: Stage, client: httpx.AsyncClient) -> None:
    await stage.sign_in(client, INES)
    incident = f"{HUB}/incidents/inc_demo_ines"
    said = {"way": "redeliver", "day": "2030-01-01"}
    assert (await client.post(f"{incident}/read-back", data=said, headers=SAME)).status_code == 422
    assert (await client.post(f"{incident}/choice", data=said, headers=SAME)).status_code == 404
    assert "What should happen" in (await client.get(incident)).text


async def test_a_statement_is_read_back_word_for_word(stage: Stage, client: httpx.AsyncClient) -> None:
    await stage.sign_in(client, HUGO)
    claim = f"{HUB}/claims/clm_demo_hugo"
    page = await client.get(claim)
    assert "CL-52718" in page.text
    short = await client.post(f"{claim}/read-back", data={"statement": "no parcel"}, headers=SAME)
    assert short.status_code == 422
    said = {"statement": f"{STATEMENT} <b>really</b>"}
    read_back = await client.post(f"{claim}/read-back", data=said, headers=SAME)
    assert "&lt;b&gt;really&lt;/b&gt;" in read_back.text
    assert (await client.post(f"{claim}/statement", data=said, headers=SAME)).status_code == 303
    after = await client.get(f"{claim}?recorded=1")
    assert "Your statement is recorded" in after.text
    assert "<textarea" not in after.text


async def test_another_customer_records_nothing(stage: Stage, client: httpx.AsyncClient) -> None:
    await stage.sign_in(client, CAMILLE)
    said = {"statement": STATEMENT}
    answer = await client.post(f"{HUB}/claims/clm_demo_hugo/statement", data=said, headers=SAME)
    assert answer.status_code == 404


async def test_a_failing_shop_is_told_with_a_way_on(stage: Stage, client: httpx.AsyncClient) -> None:
    await stage.sign_in(client, CAMILLE)
    store = await stage.store()
    store.controls.faults.fail_next(Port.ORDERS, 1)
    answer = await client.get(HUB)
    assert answer.status_code == 503
    assert "isn’t answering" in answer.text
    assert "Try again" in answer.text
    store.controls.faults.fail_next(Port.CLAIMS, 1)
    partly = await client.get(HUB)
    assert "MA-104233" in partly.text
    assert "can’t be read at the moment" in partly.text


async def test_a_hub_that_is_switched_off_says_so(stage: Stage, client: httpx.AsyncClient) -> None:
    await stage.save(replace(make_shop(DEMO, "Maison Alder"), hub_on=False))
    answer = await client.get(HUB)
    assert answer.status_code == 403
    assert "These pages are switched off" in answer.text


async def test_the_hub_speaks_the_language_that_was_chosen(stage: Stage, client: httpx.AsyncClient) -> None:
    answer = await client.get(f"{HUB}/sign-in?lang=fr")
    assert '<html lang="fr">' in answer.text
    assert "Voir vos commandes" in (await client.get(f"{HUB}/sign-in")).text


@pytest.mark.parametrize(
    "path", ["//evil.example", "/hub/other-shop/x", "/hub/maison-alder/../x", "https://evil.example"]
)
async def test_signing_in_never_leads_away_from_the_shop(stage: Stage, client: httpx.AsyncClient, path: str) -> None:
    await client.post(f"{HUB}/sign-in", data={"address": CAMILLE, "next": path}, headers=SAME)
    code = (await stage.codes())[0]
    answer = await client.post(f"{HUB}/code", data={"code": code, "next": path}, headers=SAME)
    assert answer.headers["location"] == HUB


async def test_no_shop_of_that_name(client: httpx.AsyncClient) -> None:
    assert (await client.get("/hub/nope")).status_code == 404
