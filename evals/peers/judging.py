"""Whether a conversation came out right: by the shop's records, the decision and the facts that were said."""

import re

from domain.claims import Piece
from domain.ids import CustomerId
from evals.peers.session import Reached, Way
from evals.peers.tasks import Expected, Task
from evals.stage import Stage


async def judge(task: Task, answers: list[str], reached: Reached, stage: Stage) -> list[str]:
    """What does not hold, in words; empty when the outcome is right."""
    expected, said = task.expected, "\n".join(answers)
    missed = [f"never says {pattern}" for pattern in expected.says if not re.search(pattern, said)]
    if expected.decision and expected.decision not in reached.decisions:
        missed.append(f"decides {reached.decisions}")
    missed += _compare_ways(expected, reached.ways)
    if expected.handed_over is not reached.handed_over:
        missed.append("was handed over" if reached.handed_over else "was not handed over")
    return [*missed, *await _compare_records(task, stage)]


def _compare_ways(expected: Expected, ways: tuple[Way, ...]) -> list[str]:
    if expected.link is None:
        return [f"shows a way into the portal: {ways}"] if ways else []
    item, resolution, variant = expected.link
    fits = any(
        re.search(item, way.item) and way.resolution == resolution and way.variant.startswith(variant) for way in ways
    )
    return [] if fits else [f"shows no link for {expected.link}, but {ways}"]


async def _compare_records(task: Task, stage: Stage) -> list[str]:
    shop = (await stage.store()).connections()
    assert shop.customers and shop.claims and shop.incidents
    customer = await shop.customers.find_by_email(task.customer)
    assert customer
    missed = []
    claims = await shop.claims.list_claims(customer.id)
    given = any(Piece.NON_RECEIPT_STATEMENT in each.provided for each in claims)
    if given is not task.expected.statement:
        missed.append("the shop holds a statement" if given else "the shop holds no statement")
    chosen = await _chosen(stage, customer.id)
    if chosen != task.expected.choice:
        missed.append(f"the shop holds the choice {chosen or 'none'}")
    return missed


async def _chosen(stage: Stage, customer: CustomerId) -> str:
    incidents = (await stage.store()).connections().incidents
    found = await incidents.list_incidents(customer) if incidents else ()
    return next((each.chosen.choice.value for each in found if each.chosen), "")
