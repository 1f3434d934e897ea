"""Diagnose an order: why this customer is told what they are told, or why there is no link."""

from dataclasses import dataclass

from fastapi import Request, Response

from domain.blocks import Phrase
from domain.team import May
from skills.returns.deciding import Decided
from skills.returns.sentences import decision_phrase, pill_key
from web.console.access import Visit, enter, enter_form
from web.console.connections import name_providers
from web.console.diagnosing import Diagnosis, diagnose
from web.console.routing import router
from web.console.traces import ShownReceipt, show_receipt

_LONGEST = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class LineVerdict:
    """One line as the shopper hears of it, and the rules that led there."""

    title: str
    variant: str
    pill: str
    tone: str
    sentence: str
    receipt: ShownReceipt


@router.get("/diagnose")
async def ask_for_order(request: Request, merchant: str) -> Response:
    """The number may stand in the address, so that other pages can lead here; an e-mail address may not."""
    visit = await enter(request, merchant)
    number = request.query_params.get("number", "")[:_LONGEST]
    return _show(visit, {"number": number, "email": ""})


@router.post("/diagnose")
async def show_diagnosis(request: Request, merchant: str) -> Response:
    """A form although it changes nothing: what was typed stays out of addresses and histories."""
    visit, form = await enter_form(request, merchant, May.READ)
    typed = {name: form.one(name).strip()[:_LONGEST] for name in ("number", "email")}
    if not all(typed.values()):
        return _show(visit, typed, status=422)
    await visit.records.write(lambda c: visit.noted(c, "diagnosed", f"order {typed['number']}"))
    providers = await name_providers(visit)
    found = await diagnose(visit.shop, **typed, language=visit.say.language, providers=providers)
    return _show(visit, typed, found=found)


def _show(visit: Visit, typed: dict[str, str], *, found: Diagnosis | None = None, status: int = 200) -> Response:
    return visit.show(
        "console/diagnose.html",
        page="diagnose",
        status=status,
        incomplete=status != 200,
        found=found,
        says={each.name: visit.say.say(each.says) for each in found.checks} if found else {},
        lines=[_verdict(each, visit) for each in found.decided] if found else [],
        **typed,
    )


def _verdict(decided: Decided, visit: Visit) -> LineVerdict:
    line, language = decided.owned.line, visit.say.language
    return LineVerdict(
        title=line.title(language),
        variant=line.variant_title(language),
        pill=visit.say.say(Phrase(key=pill_key(decided))),
        tone="good" if decided.eligible else "waiting" if decided.unknown else "neutral",
        sentence=visit.say.say(decision_phrase(decided, language=language)),
        receipt=show_receipt(decided.decision.receipt, visit.say),
    )
