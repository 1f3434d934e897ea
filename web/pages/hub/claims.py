"""A claim with a carrier: where it stands, what is missing, and the statement, read back before it is recorded."""

from hashlib import sha256

from fastapi import Request, Response
from fastapi.responses import RedirectResponse

from domain.claims import Claim, Piece
from domain.errors import NotAllowed
from domain.ids import ClaimId
from domain.orders import Order
from skills.claims.present import claim_blocks, missing_facts
from skills.claims.skill import FEWEST_WORDS, SETTLED
from web.pages.border import check_form
from web.pages.forms import read_form
from web.pages.hub.account import Account, open_account
from web.pages.hub.routing import router

_LONGEST = 2000


@router.get("/claims/{claim_id}")
async def claim_page(request: Request, merchant: str, claim_id: str) -> Response:
    account = await open_account(request, merchant)
    claim, order = await account.get_claim(claim_id)
    return _show_claim(request, account, claim, order)


@router.post("/claims/{claim_id}/read-back")
async def read_back(request: Request, merchant: str, claim_id: str) -> Response:
    check_form(request)
    account = await open_account(request, merchant)
    claim, order = await account.get_claim(claim_id)
    form = await read_form(request)
    text = form.one("statement")[:_LONGEST]
    if form.one("change") or not _is_enough(text):
        mistake = "" if form.one("change") else "short"
        return _show_claim(request, account, claim, order, statement=text, mistake=mistake)
    return account.show(request, "hub/claim-read-back.html", claim=claim, statement=text)


@router.post("/claims/{claim_id}/statement")
async def record_statement(request: Request, merchant: str, claim_id: str) -> Response:
    """The same statement twice is one; raises Conflict when the claim was closed in between."""
    check_form(request)
    account = await open_account(request, merchant)
    claim, _ = await account.get_claim(claim_id)
    text = (await read_form(request)).one("statement")[:_LONGEST]
    claims = account.shop.connections.claims
    if claims is None or not _is_enough(text):
        raise NotAllowed("there is nothing to record")
    mark = f"{claim.id}\n{text}"
    key = f"hub_{sha256(mark.encode()).hexdigest()[:32]}"
    await claims.record_statement(ClaimId(claim.id), text=text, key=key)
    return RedirectResponse(f"{account.home}/claims/{claim.id}?recorded=1", status_code=303)


def _show_claim(
    request: Request, account: Account, claim: Claim, order: Order | None, *, statement: str = "", mistake: str = ""
) -> Response:
    language, today = account.say.language, account.say.today
    blocks = claim_blocks(claim, order, language=language, today=today)
    open_ = claim.state not in SETTLED
    return account.show(
        request,
        "hub/claim.html",
        status=422 if mistake else 200,
        claim=claim,
        blocks=account.say.blocks((*blocks, *missing_facts(claim))),
        asks_statement=open_ and Piece.NON_RECEIPT_STATEMENT in claim.missing,
        asks_files=open_ and bool(set(claim.missing) - {Piece.NON_RECEIPT_STATEMENT}),
        recorded="recorded" in request.query_params,
        statement=statement,
        mistake=mistake,
    )


def _is_enough(text: str) -> bool:
    return len(text.split()) >= FEWEST_WORDS
