"""Returns, exchanges and refunds: which line, whether it may come back, and the way into the portal.

Nothing is returned here. The order of what it establishes is written in ``SKILL.md``.
"""

from domain.blocks import Block, Phrase
from domain.commands import Slot
from domain.ids import LineId
from domain.intents import Intent
from domain.outcomes import Answered, Asked, Missing, Outcome, Refused
from domain.policy import Verdict
from domain.returns import Resolution, ReturnedLine
from domain.skills import OwnRecords, SkillPorts, SkillRequest
from skills.asking_again import offer_person_when_repeated
from skills.reading import ReadsOnly
from skills.returns import present
from skills.returns.asking import which, which_variant
from skills.returns.choosing import Unsure, choose, remember
from skills.returns.deciding import Decided, decide_lines
from skills.returns.exchanging import Swap, plan_swap
from skills.returns.refunds import tell_status
from skills.returns.topics import EXCHANGE, FAULTY, WINDOW
from skills.returns.wishes import asks_why, wanted_resolution
from skills.topics import quote

_WITHDRAWN = ("lines", "offered", "variant")


class Returns(ReadsOnly):
    """Serves RETURN_OR_EXCHANGE and REFUND_STATUS; ``SKILL.md`` says what its memory holds."""

    async def run(self, request: SkillRequest, ports: SkillPorts) -> Outcome:
        status = request.intent is Intent.REFUND_STATUS or bool(request.slots.get(Slot.RETURN_NUMBER))
        if ports.own is None:
            blocks = (Phrase(key="returns-status-sign-in"),) if status else await _rules(request, ports)
            return Asked(missing=Missing.IDENTITY, blocks=blocks, memory=request.memory)
        if status:
            return await tell_status(request, ports, ports.own)
        if request.agreed is False:
            return Answered(blocks=(Phrase(key="returns-left"),), memory=request.memory, stays=True)
        return offer_person_when_repeated(await _return(request, ports, ports.own), request)


async def _rules(request: SkillRequest, ports: SkillPorts) -> tuple[Block, ...]:
    """The shop's rule in its own words before anybody signs in; otherwise what signing in is good for."""
    reason = request.slots.get(Slot.REASON, "")
    topic = EXCHANGE if wanted_resolution(request) is Resolution.EXCHANGE else WINDOW
    quotation = await quote(ports.knowledge, FAULTY.get(reason, topic), request.language)
    return quotation or (Phrase(key="returns-rules-unknown"),)


async def _return(request: SkillRequest, ports: SkillPorts, own: OwnRecords) -> Outcome:
    choice = choose(request, await own.list_orders(), ports)
    if isinstance(choice, Unsure):
        return _ask_which(choice, request, ports)
    decided = await decide_lines(choice.lines, request=request, own=own, ports=ports)
    memory = _settled(decided, request)
    if asks_why(request):
        return Answered(blocks=present.reasons(decided, request.language), memory=memory, stays=True)
    swap = await _plan_swap(decided, request, ports)
    if swap and swap.wanted is None and swap.options:
        blocks = which_variant(swap, decided[0].owned.line, request.language)
        return Asked(missing=Missing.VARIANT, blocks=blocks, memory=memory)
    if swap and swap.wanted:
        memory = {**memory, "variant": swap.wanted.id}
    blocks = await _say(decided, swap, request, ports)
    return _conclude(decided, blocks, memory)


def _ask_which(unsure: Unsure, request: SkillRequest, ports: SkillPorts) -> Outcome:
    """After a question about lines nothing of an earlier choice is left, only what was just offered."""
    blocks = which(unsure, language=request.language, ports=ports)
    kept = {key: value for key, value in request.memory.items() if key not in _WITHDRAWN}
    if not unsure.lines and not unsure.orders:
        return Answered(blocks=blocks, memory=kept, stays=True)
    missing = Missing.LINES if unsure.lines else Missing.ORDER
    return Asked(missing=missing, blocks=blocks, memory={**kept, "offered": remember(unsure.lines)})


def _settled(decided: tuple[Decided, ...], request: SkillRequest) -> dict[str, str]:
    """The lines now at hand; a variant chosen for other lines is forgotten."""
    lines = remember(each.owned for each in decided)
    memory = {**request.memory, "lines": lines}
    if request.memory.get("lines") != lines:
        memory.pop("variant", None)
    return memory


async def _plan_swap(decided: tuple[Decided, ...], request: SkillRequest, ports: SkillPorts) -> Swap | None:
    """Only for one line that may be exchanged, when an exchange is what they want."""
    first = decided[0]
    only = not first.offers(Resolution.REFUND) and not first.offers(Resolution.STORE_CREDIT)
    wish = wanted_resolution(request)
    wants = wish is Resolution.EXCHANGE or (wish is None and bool(request.slots.get(Slot.WANTED)))
    if len(decided) > 1 or not first.offers(Resolution.EXCHANGE) or not (wants or (only and wish is None)):
        return None
    return await plan_swap(first.owned, request=request, ports=ports, prices=not first.for_recipient)


async def _say(
    decided: tuple[Decided, ...], swap: Swap | None, request: SkillRequest, ports: SkillPorts
) -> tuple[Block, ...]:
    reason = request.slots.get(Slot.REASON, "")
    faulty = await quote(ports.knowledge, FAULTY[reason], request.language) if reason in FAULTY else ()
    wish = _lead(swap, request)
    showing = present.Showing(
        language=request.language,
        links=ports.links,
        wish=wish,
        parts={each.decision.line: _part(each, swap, request) for each in decided},
        fees=reason not in FAULTY,
    )
    notes = present.exchange_notes(swap, decided[0], request.language) if swap else ()
    beside = present.beside(decided, showing, faulty=bool(faulty))
    return (*present.cards(decided, showing), *notes, *faulty, *beside)


def _lead(swap: Swap | None, request: SkillRequest) -> Resolution | None:
    """What the first button does: an exchange only while there is something to exchange for."""
    if swap is None:
        return wanted_resolution(request)
    return Resolution.EXCHANGE if swap.wanted or not swap.known else Resolution.REFUND


def _part(decided: Decided, swap: Swap | None, request: SkillRequest) -> ReturnedLine:
    """As many pieces as they said, never more than may come back."""
    said = request.slots.get(Slot.QUANTITY, "")
    most = max(1, decided.decision.quantity)
    quantity = min(max(1, int(said)), most) if said.isdecimal() else most
    wanted = swap.wanted.id if swap and swap.wanted else None
    return ReturnedLine(line=LineId(decided.decision.line), quantity=quantity, exchange_for=wanted)


def _conclude(decided: tuple[Decided, ...], blocks: tuple[Block, ...], memory: dict[str, str]) -> Outcome:
    """One line that a rule refuses is a refusal; anything else is an answer with all its receipts."""
    first = decided[0].decision
    if len(decided) == 1 and first.verdict is Verdict.REFUSED:
        return Refused(rule=first.rule, receipt=first.receipt, blocks=blocks, memory=memory)
    receipts = tuple(each.decision.receipt for each in decided)
    return Answered(blocks=blocks, memory=memory, stays=True, receipts=receipts)
