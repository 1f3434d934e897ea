"""The demo shop's front and mailbox, and that live mode has neither."""

import re
from pathlib import Path

import httpx
import pytest

from channels.mailbox import Letter, drop_letter
from hub_connectors.sandbox.demo import DEMO_CUSTOMERS
from runtime.settings import Mode
from tests.web.pages.stage import DEMO, NOON, Stage, open_stage
from web.pages.showing import whole

ONLY_DEMO = ("/", "/mailbox", "/mailbox/letters", "/sandbox/pictures/alba-jacket-blue.svg", "/sandbox/labels/1.svg")


@pytest.mark.parametrize("language", ["en", "fr"])
async def test_the_front_says_what_to_try(client: httpx.AsyncClient, language: str) -> None:
    page = (await client.get(f"/?lang={language}")).text
    assert f'<html lang="{language}">' in page
    for each in DEMO_CUSTOMERS:
        said = each.try_fr if language == "fr" else each.try_en
        assert said in page.replace("&#39;", "'")
        assert each.email in page
    assert 'data-key="wk_maison-alder"' in page


async def test_every_picture_of_the_front_can_be_drawn(client: httpx.AsyncClient) -> None:
    pictures = set(re.findall(r'src="(/sandbox/pictures/[^"]+)"', (await client.get("/")).text))
    assert len(pictures) >= 8
    for picture in pictures:
        answer = await client.get(picture)
        assert answer.headers["content-type"] == "image/svg+xml"
    assert (await client.get("/sandbox/pictures/alba-jacket-nope.svg")).status_code == 404


async def test_no_page_needs_what_the_border_forbids(client: httpx.AsyncClient) -> None:
    for path in ("/", "/mailbox", "/hub/maison-alder/sign-in"):
        page = (await client.get(path)).text
        assert "<script>" not in page
        assert not re.search(r"\son[a-z]+=", page)
        assert not re.search(r'(?:src|href)="https?:', page)


async def test_the_mailbox_shows_the_newest_first_and_reads_nothing_as_markup(
    stage: Stage, client: httpx.AsyncClient
) -> None:
    assert "Nothing has been sent yet" in (await client.get("/mailbox")).text
    for number in (1, 2):
        letter = Letter(
            key=f"k{number}",
            kind="email",
            recipient="camille.laurent@example.com",
            subject=f"Subject {number}",
            text="<script>alert(1)</script> https://shop.example/r/abc",
            code=f"00000{number}",
            created=NOON.replace(minute=number),
        )
        await stage.database.merchant(DEMO).write(lambda c, letter=letter: drop_letter(c, DEMO, letter))
    page = (await client.get("/mailbox/letters")).text
    assert page.index("000002") < page.index("000001")
    assert "<script>" not in page
    assert '<a href="https://shop.example/r/abc">' in page


async def test_a_parcel_can_be_tracked_without_telling_whose_it_is(stage: Stage, client: httpx.AsyncClient) -> None:
    tracking = (await stage.store()).connections().tracking
    assert tracking is not None
    parcels = await tracking.list_parcels(await stage.find_order("MA-902174"))  # type: ignore[arg-type]
    page = await client.get(f"/sandbox/tracking/{parcels[0].tracking_number}")
    assert page.status_code == 200
    assert "Oliver" not in page.text
    assert (await client.get("/sandbox/tracking/nothing")).status_code == 404


@pytest.mark.parametrize("path", ONLY_DEMO)
async def test_live_mode_has_no_demo_pages(folder: Path, path: str) -> None:
    stage = open_stage(folder, mode=Mode.LIVE)
    async with stage.browser() as client:
        assert (await client.get(path)).status_code == 404
        assert (await client.get("/hub/maison-alder/sign-in")).status_code == 200
    stage.install.close()


@pytest.mark.parametrize("path", ["/nowhere", "/hub/maison-alder/nowhere/at/all"])
async def test_an_address_that_does_not_exist_gets_a_page_with_a_way_on(client: httpx.AsyncClient, path: str) -> None:
    page = await client.get(path, headers={"accept": "text/html,*/*"})
    assert page.status_code == 404
    assert "This page isn’t here" in page.text and 'href="/"' in page.text
    for_programs = await client.get(path)
    assert (for_programs.status_code, for_programs.json()) == (404, {"detail": "Not Found"})


def test_numbers_stay_on_one_line_and_nothing_becomes_markup() -> None:
    assert whole("Order MA-104233 & <b>") == 'Order <span class="fact-whole">MA-104233</span> &amp; &lt;b&gt;'
