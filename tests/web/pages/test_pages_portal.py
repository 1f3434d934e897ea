"""The demo's returns portal from choosing to the label."""

import re

import httpx
import pytest

from tests.web.pages.stage import SAME, Stage, hidden_fields

HUB = "/hub/maison-alder"


async def _enter(stage: Stage, client: httpx.AsyncClient, email: str, number: str) -> str:
    await stage.sign_in(client, email)
    order = await stage.find_order(number)
    answer = await client.post(f"{HUB}/orders/{order}/return", headers=SAME)
    assert answer.status_code == 303
    return answer.headers["location"]


def _lines(page: str) -> list[str]:
    return re.findall(r'name="line" value="([^"]+)"(?! disabled)', page)


async def test_a_return_is_chosen_reviewed_and_made_once(stage: Stage, client: httpx.AsyncClient) -> None:
    visit = await _enter(stage, client, "camille.laurent@example.com", "MA-104233")
    before = await stage.count_returns()
    line = _lines((await client.get(visit)).text)[0]
    chosen = {"line": line, "reason": "too_small", "resolution": "refund"}
    review = await client.post(f"{visit}/review", data=chosen, headers=SAME)
    assert "Check your return" in review.text
    assert "€4.90" in review.text
    sent = hidden_fields(review.text)
    first = await client.post(f"{visit}/submit", data=sent, headers=SAME)
    again = await client.post(f"{visit}/submit", data=sent, headers=SAME)
    assert first.headers["location"] == again.headers["location"]
    assert await stage.count_returns() == before + 1
    done = await client.get(first.headers["location"])
    number = re.search(r"RMA-\d+", done.text)
    assert number is not None
    label = await client.get(f"/sandbox/labels/{number.group()}.svg")
    assert label.headers["content-type"] == "image/svg+xml"
    followed = re.search(r'href="(/hub/[^"]+/returns/[^"]+)"', done.text)
    assert followed is not None
    assert number.group() in (await client.get(followed.group(1))).text


async def test_a_reload_of_the_review_leads_back_to_the_choice(stage: Stage, client: httpx.AsyncClient) -> None:
    visit = await _enter(stage, client, "camille.laurent@example.com", "MA-104233")
    answer = await client.get(f"{visit}/review?lang=fr", headers={"accept": "text/html"})
    assert (answer.status_code, answer.headers["location"]) == (303, f"{visit}?lang=fr")


async def test_damage_makes_the_return_free(stage: Stage, client: httpx.AsyncClient) -> None:
    visit = await _enter(stage, client, "camille.laurent@example.com", "MA-104233")
    line = _lines((await client.get(visit)).text)[0]
    chosen = {"line": line, "reason": "damaged", "resolution": "refund"}
    assert "Free of charge" in (await client.post(f"{visit}/review", data=chosen, headers=SAME)).text


async def test_an_exchange_asks_for_what_instead(stage: Stage, client: httpx.AsyncClient) -> None:
    visit = await _enter(stage, client, "camille.laurent@example.com", "MA-104233")
    page = (await client.get(visit)).text
    line = _lines(page)[0]
    chosen = {"line": line, "reason": "too_small", "resolution": "exchange"}
    answer = await client.post(f"{visit}/review", data=chosen, headers=SAME)
    assert answer.status_code == 422
    assert "for each item" in answer.text
    variants = re.findall(r'<option value="(alba-jacket-[^"]+)"', page)
    chosen[f"variant-{line}"] = variants[0]
    assert "Exchanged for" in (await client.post(f"{visit}/review", data=chosen, headers=SAME)).text


@pytest.mark.parametrize(
    ("missing", "told"), [("line", "at least one item"), ("reason", "a reason"), ("resolution", "would like")]
)
async def test_what_is_missing_is_said_and_the_rest_kept(
    stage: Stage, client: httpx.AsyncClient, missing: str, told: str
) -> None:
    visit = await _enter(stage, client, "camille.laurent@example.com", "MA-104233")
    line = _lines((await client.get(visit)).text)[0]
    chosen = {"line": line, "reason": "quality", "resolution": "refund"}
    del chosen[missing]
    answer = await client.post(f"{visit}/review", data=chosen, headers=SAME)
    assert answer.status_code == 422
    assert told in answer.text
    assert missing == "reason" or '<option value="quality" selected' in answer.text


async def test_final_sale_is_shown_with_its_reason_and_never_made(stage: Stage, client: httpx.AsyncClient) -> None:
    visit = await _enter(stage, client, "nora.whitfield@example.com", "MA-645038")
    page = (await client.get(visit)).text
    assert "Final sale, no return" in page
    closed = re.search(r'name="line" value="([^"]+)" disabled', page)
    assert closed is not None
    sent = {"line": closed.group(1), "reason": "quality", "resolution": "refund"}
    before = await stage.count_returns()
    refused = await client.post(f"{visit}/submit", data=sent, headers=SAME)
    assert refused.status_code == 422
    assert "nothing was sent" in refused.text
    assert await stage.count_returns() == before


async def test_a_dead_visit_and_a_foreign_form_do_nothing(stage: Stage, client: httpx.AsyncClient) -> None:
    visit = await _enter(stage, client, "camille.laurent@example.com", "MA-104233")
    assert "This visit has ended" in (await client.get("/sandbox/portal/nothing")).text
    line = _lines((await client.get(visit)).text)[0]
    chosen = {"line": line, "reason": "quality", "resolution": "refund"}
    before = await stage.count_returns()
    answer = await client.post(f"{visit}/submit", data=chosen, headers={"sec-fetch-site": "cross-site"})
    assert answer.status_code == 403
    assert await stage.count_returns() == before


async def test_the_label_path_of_a_returns_number_is_bounded(client: httpx.AsyncClient) -> None:
    assert (await client.get(f"/sandbox/labels/{'9' * 41}.svg")).status_code == 404


async def test_more_pieces_than_are_left_are_not_taken(stage: Stage, client: httpx.AsyncClient) -> None:
    visit = await _enter(stage, client, "camille.laurent@example.com", "MA-104233")
    line = _lines((await client.get(visit)).text)[0]
    for pieces in ("7", "0"):
        chosen = {"line": line, "reason": "quality", "resolution": "refund", f"quantity-{line}": pieces}
        answer = await client.post(f"{visit}/review", data=chosen, headers=SAME)
        assert "Not so many pieces" in answer.text


async def test_the_recipient_of_a_gift_starts_from_the_hub_without_prices(
    stage: Stage, client: httpx.AsyncClient
) -> None:
    visit = await _enter(stage, client, "alice.fournier@example.com", "MA-683019")
    page = (await client.get(visit)).text
    line = _lines(page)[0]
    assert "€" not in page and 'value="refund"' not in page
    chosen = {"line": line, "reason": "quality", "resolution": "store_credit"}
    assert "€" not in (await client.post(f"{visit}/review", data=chosen, headers=SAME)).text
    chosen["resolution"] = "refund"
    assert (await client.post(f"{visit}/submit", data=chosen, headers=SAME)).status_code == 422
