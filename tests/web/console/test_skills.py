"""The skills page: what is active and why not, and a switch that takes effect with the next message."""

import httpx

from tests.seeded import Served
from tests.web.chatting import open_chat, text_of
from tests.web.console.team import sign_in


def test_a_skill_switched_off_answers_policy_only_and_says_why(served: Served) -> None:
    desk = sign_in(served.url)
    page = desk.post("/skills/returns", on="no")
    assert "It was switched off under Skills." in page
    assert "Unavailable" in desk.get("/skills")
    with httpx.Client(base_url=served.url, timeout=30) as client:
        said = text_of(open_chat(client).say("I want to return the blue jacket"))
    assert '"kind": "quote"' in said
    assert "Talk to a person" in said
    assert "email address" not in said.lower()
    assert "Unavailable" not in desk.post("/skills/returns", on="yes")


def test_the_hand_over_cannot_be_switched_off(served: Served) -> None:
    desk = sign_in(served.url)
    assert "Turn this skill off" not in desk.get("/skills/handover")
    desk.post("/skills/handover", 404, on="no")
    desk.get("/skills/unheard-of", 404)


def test_every_skill_has_a_page_in_both_languages(served: Served) -> None:
    desk = sign_in(served.url)
    for name in ("returns", "tracking", "claims", "incidents", "questions", "handover"):
        assert "What may never be said" in desk.get(f"/skills/{name}")
        assert "Ce qu’il lui faut" in desk.get(f"/skills/{name}?lang=fr")
    desk.get("/skills?lang=en")
