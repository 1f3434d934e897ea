"""What a model without a fault would do in each conversation: which tools it needs in a turn, and what it then says.

The words are built from what the tools answered, never from what is known beforehand; a turn without a tool is answered
from what was said before. Nothing here knows a framework.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

Known = Mapping[str, Any]
Say = Callable[[Known], str]

TOPICS = {
    "check_return": "returns",
    "prepare_exchange": "returns",
    "refund_status": "returns",
    "track_parcels": "tracking",
    "list_claims": "claims",
    "record_statement": "claims",
    "list_incidents": "incidents",
    "choose_solution": "incidents",
    "search_policy": "policy",
    "hand_over": "person",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """A tool with the arguments that fit it, and the words for what it answered."""

    tool: str
    say: Say
    arguments: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """One turn: the tools needed, or ``say`` when none is."""

    needs: tuple[Need, ...] = ()
    say: Say | None = None


def _thanks(_: Known) -> str:
    return "You are welcome. Is there anything else?"


def _return(known: Known) -> str:
    line = known["check_return"][0]
    if line["verdict"] != "eligible":
        return (
            f"I'm sorry, the {line['item']} can't be returned: it was bought as final sale, which is never taken back."
        )
    ways = "; ".join(
        f"{each['way']} until {each['until']} ({each['fee'] or 'free'}): {each['link']}" for each in line["ways"]
    )
    return f"You can send the {line['item']} of order {line['order']} back. {ways}. Which would you like?"


def _refund(known: Known) -> str:
    line = known["check_return"][0]
    way = next(each for each in line["ways"] if each["way"] == "refund")
    return f"Start the return of the {line['item']} here until {way['until']}: {way['link']}. The fee is {way['fee']}."


def _why(known: Known) -> str:
    return f"The {known['check_return'][0]['item']} was sold as final sale, and final sale items can't be returned."


def _which(known: Known) -> str:
    lines = [f"{each['item']} ({each['variant']}), order {each['order']}" for each in known["prepare_exchange"]]
    return f"Which one do you mean: {' or '.join(lines)}?"


def _which_size(known: Known) -> str:
    line = next(each for each in known["prepare_exchange"] if each["order"] == "MA-518406")
    return f"You have {line['variant']}. In stock instead: {'; '.join(line['in_stock'])}. Which one would you like?"


def _exchange(known: Known) -> str:
    line = known["prepare_exchange"][0]
    return f"{line['wanted']} is in stock. Exchange the {line['item']} until {line['until']} here: {line['link']}"


def _parcel(known: Known) -> str:
    each = known["track_parcels"][0]
    if each["state"] == "lost":
        return f"I'm sorry: {each['carrier']} has declared the parcel of order {each['order']} lost."
    return f"Order {each['order']} is on its way with {each['carrier']}. It is expected on {each['expected']}."


def _arrival(known: Known) -> str:
    return f"It is expected on {known['track_parcels'][0]['expected']}."


def _claim(known: Known) -> str:
    each = known["list_claims"][0]
    waits = (
        f"Claim {each['claim']} with {each['carrier']} waits for your statement that you did not receive the parcel."
    )
    return f"{waits} Write it in one or two sentences, and I will read it back before I record it."


def _read_back(known: Known) -> str:
    claim = known["list_claims"][0]["claim"]
    return f"For claim {claim}: “{STATEMENT}” Shall I record it?"


def _recorded(known: Known) -> str:
    each = known["record_statement"]
    return f"Your statement is recorded on claim {each['claim']}, which was sent to {each['carrier']}."


def _incident(known: Known) -> str:
    each = known["list_incidents"][0]
    choices = ", ".join(choice.replace("_", " ") for choice in each["choices"])
    return f"{each['carrier']} could not deliver. You can choose until {each['answer_by']}: {choices}. Which one?"


def _which_day(known: Known) -> str:
    return f"On which day? {', '.join(known['list_incidents'][0]['days'])}."


def _agree(_: Known) -> str:
    return "A new delivery on Friday 20 November. Shall I record this?"


def _chosen(known: Known) -> str:
    return f"Recorded: {known['choose_solution']['recorded']} on Friday 20 November."


def _rule(known: Known) -> str:
    return str(known["search_policy"][0]["says"])


def _money(known: Known) -> str:
    each = next(each for each in known["refund_status"] if each["state"] == "received")
    return (
        f"Return {each['return']} has reached us. The refund of {each['refund']} is expected by {each['expected_by']}."
    )


def _person(known: Known) -> str:
    return f"A person from the team takes over here. They answer {known['hand_over']['hours']}."


STATEMENT = "I never received it. I asked the neighbours and looked in the hall."
_DONE = Plan(say=_thanks)
_TRACK = Need(tool="track_parcels", say=_parcel, arguments={"order_number": ""})
_CLAIMS = Need(tool="list_claims", say=_claim)


def _returning(item: str) -> Plan:
    return Plan(needs=(Need(tool="check_return", say=_return, arguments={"item": item, "order_number": ""}),))


def _exchanging(say: Say, order: str = "", wanted: str = "") -> Plan:
    arguments = {"item": "blue jacket", "order_number": order, "wanted": wanted}
    return Plan(needs=(Need(tool="prepare_exchange", say=say, arguments=arguments),))


def _asking(question: str) -> Need:
    return Need(tool="search_policy", say=_rule, arguments={"question": question})


PLANS: dict[str, tuple[Plan, ...]] = {
    "return": (_returning("blue jacket"), Plan(say=_refund), _DONE),
    "refused": (_returning("dress"), Plan(say=_why), _DONE),
    "exchange": (_exchanging(_which), Plan(say=_which_size), _exchanging(_exchange, "MA-518406", "XL"), _DONE),
    "parcel": (Plan(needs=(_TRACK,)), Plan(say=_arrival)),
    "lost": (Plan(needs=(_TRACK,)), Plan(needs=(_CLAIMS,)), _DONE),
    "claim": (
        Plan(needs=(_CLAIMS,)),
        Plan(say=_read_back),
        Plan(
            needs=(
                Need(
                    tool="record_statement",
                    say=_recorded,
                    arguments={"claim_number": "CL-52718", "statement": STATEMENT},
                ),
            )
        ),
        _DONE,
    ),
    "incident": (
        Plan(needs=(Need(tool="list_incidents", say=_incident),)),
        Plan(say=_which_day),
        Plan(say=_agree),
        Plan(
            needs=(
                Need(tool="choose_solution", say=_chosen, arguments={"choice": "redeliver", "detail": "2026-11-20"}),
            )
        ),
    ),
    "policy": (
        Plan(needs=(_asking("how long do refunds take?"),)),
        Plan(needs=(_asking("do I have to pay for the return?"),)),
    ),
    "two": (Plan(needs=(_TRACK, _asking("how long do I have to return something?"))), _DONE),
    "person": (
        Plan(needs=(Need(tool="refund_status", say=_money),)),
        Plan(
            needs=(
                Need(
                    tool="hand_over",
                    say=_person,
                    arguments={"summary": "Asks when the refund of a return arrives, was told, and wants a person."},
                ),
            )
        ),
    ),
}
