"""Carrier claims: where one stands, what is missing, and the statement read back before it is kept."""

from dataclasses import replace
from datetime import date

import pytest

from domain.blocks import Facts, Upload
from domain.claims import ClaimReason, ClaimState, Piece
from domain.commands import Slot
from domain.errors import Conflict, VendorUnreadable
from domain.intents import Intent
from domain.outcomes import Answered, Asked, Missing, Proposed
from skills.claims.skill import Claims
from tests.skills.fakes import FakeKnowledge, FakeOwn, FakeWrites, a_claim, a_line, an_order, ask, euros, ports
from tests.skills.reading import find, options, said

RULE = "The carrier has up to 21 days to answer."
ARTICLES = FakeKnowledge((("en", "lost", RULE), ("fr", "perdu", "Le transporteur a 21 jours pour répondre.")))
WORDS = "I was at home all day and nothing came. I asked both neighbours."
OWED = (Piece.NON_RECEIPT_STATEMENT,)


def chase(text: str = "any news of my claim", **other):
    return ask(Intent.CLAIM_OR_INVESTIGATION, text, **other)


async def run(own, request=None):
    return await Claims().run(request or chase(), ports(own, ARTICLES))


def one(state=ClaimState.INVESTIGATING, **other):
    order = an_order()
    return FakeOwn(orders=(order,), claims=(a_claim(order, state, **other),))


async def test_signing_in_comes_first():
    outcome = await Claims().run(chase(), ports(None))
    assert isinstance(outcome, Asked) and outcome.missing is Missing.IDENTITY


async def test_an_investigation_tells_carrier_day_and_rule():
    outcome = await run(one())
    words = said(outcome)
    assert words.startswith("Colissimo is looking into claim CL-2337.\nColissimo has until Tuesday 1 December")
    assert RULE in words and "Reason: Not delivered" in words and "Alba jacket" in words
    french = said(await run(one(), chase(language="fr")), "fr")
    assert "Colissimo a jusqu'au mardi 1er décembre pour répondre." in french and "21 jours" in french


async def test_an_overdue_answer_is_called_overdue():
    words = said(await run(one(answer_due=date(2026, 11, 18))))
    assert "was due on Wednesday 18 November and is not here yet" in words


async def test_paid_tells_the_amount_and_to_whom():
    words = said(await run(one(ClaimState.PAID, compensation=euros(8900))))
    assert "has paid €89.00 to the shop for claim CL-2337" in words
    assert "I do not see the amount" in said(await run(one(ClaimState.PAID)))


async def test_an_unknown_state_is_not_made_friendly():
    assert "I do not know where claim CL-2337 stands" in said(await run(one(ClaimState.UNKNOWN)))


@pytest.mark.parametrize("state", list(ClaimState))
@pytest.mark.parametrize("language", ["en", "fr", "es", "de", "it", "nl"])
async def test_every_state_reason_and_piece_has_words(state, language):
    for reason in ClaimReason:
        own = one(state, reason=reason, missing=tuple(Piece))
        assert "CL-2337" in said(await run(own, chase(language=language)), language)


async def test_photos_are_added_on_the_claims_page():
    outcome = await run(one(ClaimState.AWAITING_SHOPPER, missing=(Piece.PHOTO_PARCEL, Piece.PHOTO_CONTENT)))
    (upload,) = find(outcome, Upload)
    assert upload.url == "https://hub.example/claim/clm_233" and "application/pdf" not in upload.accepts
    (facts,) = find(outcome, Facts)
    assert len(facts.rows) == 2 and "label readable" in said(outcome)


async def test_papers_may_be_files():
    outcome = await run(one(ClaimState.AWAITING_SHOPPER, missing=(Piece.INVOICE,)))
    assert "application/pdf" in find(outcome, Upload)[0].accepts


async def test_the_statement_is_asked_for_read_back_and_recorded():
    own = one(ClaimState.AWAITING_SHOPPER, missing=OWED)
    asked = await run(own)
    assert isinstance(asked, Asked) and asked.missing is Missing.STATEMENT
    assert said(asked).split("\n")[-1].startswith("Please write in one or two sentences")
    given = chase(given={Slot.STATEMENT: WORDS}, memory=asked.memory)
    proposed = await run(own, given)
    assert isinstance(proposed, Proposed)
    assert f"“{WORDS}”" in said(proposed) and proposed.proposal.write.text == WORDS
    writes = FakeWrites(replace(own.claims[0], missing=(), state=ClaimState.SUBMITTED))
    done = await Claims().commit(proposed.proposal, chase(memory=proposed.memory), writes)
    assert writes.written == [proposed.proposal.write]
    assert said(done).startswith("Your statement is recorded on claim CL-2337.\nClaim CL-2337 was sent to Colissimo")


async def test_the_statement_in_french():
    own = one(ClaimState.AWAITING_SHOPPER, missing=OWED)
    request = chase(language="fr", given={Slot.STATEMENT: "Je n'ai rien reçu, personne n'est venu."})
    words = said(await run(own, request), "fr")
    assert "mot pour mot : « Je n'ai rien reçu, personne n'est venu. »" in words and "Je l'enregistre" in words


async def test_no_asks_what_to_change_and_new_words_are_read_back():
    own = one(ClaimState.AWAITING_SHOPPER, missing=OWED)
    proposed = await run(own, chase(given={Slot.STATEMENT: WORDS}))
    slots = {Slot.STATEMENT: WORDS}
    denied = await run(own, chase(slots=slots, changed=frozenset(), agreed=False, memory=proposed.memory))
    assert isinstance(denied, Asked) and said(denied) == "Nothing was recorded. What should the statement say?"
    new = "The box on the photo is not mine and I never got it."
    again = await run(own, chase(given={Slot.STATEMENT: new}, memory=denied.memory))
    assert isinstance(again, Proposed) and again.proposal.write.text == new
    assert again.proposal.id != proposed.proposal.id


async def test_a_claim_that_does_not_show_the_statement_is_not_called_recorded():
    own = one(ClaimState.AWAITING_SHOPPER, missing=OWED)
    proposed = await run(own, chase(given={Slot.STATEMENT: WORDS}))
    with pytest.raises(VendorUnreadable):
        await Claims().commit(proposed.proposal, chase(memory=proposed.memory), FakeWrites(own.claims[0]))


async def test_words_read_back_before_are_still_there_after_a_question_in_between():
    own = one(ClaimState.AWAITING_SHOPPER, missing=OWED)
    proposed = await run(own, chase(given={Slot.STATEMENT: WORDS}))
    again = await run(own, chase(slots={Slot.STATEMENT: WORDS}, changed=frozenset(), memory=proposed.memory))
    assert isinstance(again, Proposed) and again.proposal.write == proposed.proposal.write


async def test_too_few_words_are_asked_for_again():
    own = one(ClaimState.AWAITING_SHOPPER, missing=OWED)
    outcome = await run(own, chase(given={Slot.STATEMENT: "no"}))
    assert isinstance(outcome, Asked) and "a little short" in said(outcome)


async def test_a_settled_claim_takes_no_statement():
    outcome = await run(one(ClaimState.CLOSED, missing=OWED), chase(given={Slot.STATEMENT: WORDS}))
    assert isinstance(outcome, Answered) and "is closed" in said(outcome)


async def test_a_claim_settled_in_between_is_said_and_shown():
    own = one(ClaimState.AWAITING_SHOPPER, missing=OWED)
    proposed = await run(own, chase(given={Slot.STATEMENT: WORDS}))
    request = chase(memory=proposed.memory)
    outcome = await Claims().commit(proposed.proposal, request, FakeWrites(Conflict("closed")))
    assert "settled in the meantime" in said(outcome) and options(outcome)[0] == "claim:clm_233"
    present = a_claim(own.orders[0], ClaimState.CLOSED)
    outcome = await Claims().commit(proposed.proposal, request, FakeWrites(Conflict("closed", now=present)))
    assert "is closed" in said(outcome)


async def test_what_is_still_missing_after_the_statement_is_one_tap_away():
    own = one(ClaimState.AWAITING_SHOPPER, missing=(*OWED, Piece.ID_COPY))
    proposed = await run(own, chase(given={Slot.STATEMENT: WORDS}))
    writes = FakeWrites(replace(own.claims[0], missing=(Piece.ID_COPY,)))
    done = await Claims().commit(proposed.proposal, chase(memory=proposed.memory), writes)
    assert "Copy of an identity document" in said(done) and options(done) == ["claim:clm_233"]
    after = FakeOwn(orders=own.orders, claims=(replace(own.claims[0], missing=(Piece.ID_COPY,)),))
    assert find(await run(after, chase(choice="claim:clm_233", memory=done.memory)), Upload)


async def test_no_claim_offers_tracking_or_a_person():
    outcome = await run(FakeOwn(orders=(an_order(),)))
    assert said(outcome).startswith("I find no claim of yours")
    assert options(outcome) == ["ask:order_tracking", "person"]


async def test_an_order_without_claim_reads_like_somebody_elses():
    mine = an_order("MA-104300")
    own = FakeOwn(orders=(mine, an_order()), claims=(a_claim(an_order()),))
    bare = await run(own, chase(given={Slot.ORDER_NUMBER: "MA-104300"}))
    foreign = await run(own, chase(given={Slot.ORDER_NUMBER: "MA-999999"}))
    assert said(bare).replace("MA-104300", "") == said(foreign).replace("MA-999999", "")


async def test_two_open_claims_are_a_choice_and_the_number_settles_it():
    first, second = an_order("MA-104300"), an_order("MA-104200", lines=(a_line("lamp"),))
    claims = (a_claim(first), a_claim(second, ClaimState.SUBMITTED))
    own = FakeOwn(orders=(first, second), claims=claims)
    asked = await run(own)
    assert isinstance(asked, Asked) and options(asked) == ["claim:clm_300", "claim:clm_200"]
    assert "Orme lamp" in said(asked)
    picked = await run(own, chase(choice="claim:clm_200", memory=asked.memory))
    assert "CL-2007" in said(picked).split("\n")[0]
    named = await run(own, chase("news about claim cl 2007 please"))
    assert "CL-2007" in said(named).split("\n")[0]
    item = await run(own, chase(given={Slot.ITEM: "jacket"}))
    assert "CL-3007" in said(item).split("\n")[0]
    other = await run(own, chase(slots={}, changed=frozenset({Slot.ITEM}), memory=item.memory))
    assert "CL-2007" in said(other).split("\n")[0]


async def test_one_open_claim_is_taken_over_settled_ones():
    first, second = an_order("MA-104300"), an_order("MA-104200")
    own = FakeOwn(orders=(first, second), claims=(a_claim(first, ClaimState.CLOSED), a_claim(second)))
    assert "CL-2007" in said(await run(own)).split("\n")[0]
