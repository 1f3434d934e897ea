"""What the shop's own records hold of a shopper, past whatever the agent said about it."""

from domain.claims import Piece
from domain.ids import CustomerId
from evals.scenarios.script import Standing
from evals.stage import Stage


async def compare_standing(wanted: Standing, stage: Stage, customer: CustomerId) -> list[str]:
    """What stands there otherwise than wanted."""
    shop = (await stage.store()).connections()
    assert shop.orders and shop.returns and shop.incidents and shop.claims
    missed = []
    if wanted.chosen is not None:
        chosen = [each.chosen.choice.value for each in await shop.incidents.list_incidents(customer) if each.chosen]
        if (chosen or ["none"])[-1] != wanted.chosen:
            missed.append(f"the shop holds the choice {chosen}, not {wanted.chosen}")
    if wanted.statement is not None:
        claims = await shop.claims.list_claims(customer)
        given = any(Piece.NON_RECEIPT_STATEMENT in each.provided for each in claims)
        if given is not wanted.statement:
            missed.append("the shop holds a statement" if given else "the shop holds no statement")
    if wanted.returns is not None:
        orders = (await shop.orders.list_orders(customer)).items
        count = sum([len(await shop.returns.list_returns(order.id)) for order in orders])
        if count != wanted.returns:
            missed.append(f"the shop holds {count} returns, not {wanted.returns}")
    return missed
