"""Settings: what is saved is used at once, what does not fit is said, and the team changes under its rules."""

from records.merchants import find_merchant
from tests.seeded import Served
from tests.web.console.team import COORDINATOR, sign_in
from web.seed import DEMO

GOOD = {"name": "Maison Alder", "language": "fr", "brand": "#8a2b5c", "tone": "", "hub": "yes", "origins": "*"}


def test_a_colour_is_saved_and_worn_by_the_widget(served: Served) -> None:
    desk = sign_in(served.url)
    assert "Saved" in desk.post("/settings", **GOOD)
    setup = desk.client.get("/chat/v1/wk_maison_alder_demo/setup").json()
    assert setup["brand"] == "#8a2b5c"


def test_what_does_not_fit_is_said_and_kept_in_the_form(served: Served) -> None:
    desk = sign_in(served.url)
    assert "#rrggbb" in desk.post("/settings", 422, **{**GOOD, "brand": "purple"})
    assert "without a path" in desk.post("/settings", 422, **{**GOOD, "origins": "https://shop.example/cart"})
    assert "needs a name" in desk.post("/settings", 422, **{**GOOD, "name": "  "})
    row = served.install.database.run_now(lambda c: find_merchant(c, DEMO), DEMO)
    assert row is not None
    assert row.name == "Maison Alder"


def test_a_new_teammate_signs_in_with_the_password_shown_once(served: Served) -> None:
    desk = sign_in(served.url)
    page = desk.post("/settings/team", name="Lou Petit", email="lou@maison-alder.example", role="observer")
    password = page.split('class="fact-whole">')[1].split("<")[0]
    assert "Skills" in sign_in(served.url, "lou@maison-alder.example", password).get("/skills")
    assert password not in desk.get("/settings")
    assert "already" in desk.post("/settings/team", 409, name="X", email=COORDINATOR, role="observer")
    assert "needs a name" in desk.post("/settings/team", 422, name="", email="x@example.com", role="observer")


def test_nobody_changes_their_own_role_and_who_leaves_is_signed_out(served: Served) -> None:
    desk, leaving = sign_in(served.url), sign_in(served.url, COORDINATOR)
    desk.post("/settings/team/tmt_demo_owner", 404, role="observer")
    desk.post("/settings/team/tmt_demo_coordinator", remove="yes")
    assert leaving.client.get("/console/maison-alder").status_code == 303
