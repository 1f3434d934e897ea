"""Which needs of the skills are met for a shop right now."""

from agent.turn import Shop
from domain.readiness import Readiness, assess
from domain.skills import Manifest, Need


def find_readiness(manifest: Manifest, shop: Shop) -> Readiness:
    """A skill's readiness at this shop, now."""
    return assess(manifest, needs_met(shop), switched_off=manifest.name in shop.merchant.skills_off)


def needs_met(shop: Shop) -> frozenset[Need]:
    """Computed from the merchant's switches and what is connected."""
    merchant, connections = shop.merchant, shop.connections
    met = {
        Need.AGENT: merchant.agent_on,
        Need.HUB: merchant.hub_on,
        Need.SIGN_IN: connections.customers is not None,
        Need.ORDERS: connections.orders is not None,
        Need.RETURNS: connections.returns is not None,
        Need.TRACKING: connections.tracking is not None,
        Need.CLAIMS: connections.claims is not None,
        Need.INCIDENTS: connections.incidents is not None,
        Need.CONTENT: shop.has_content,
        Need.CHANNEL: bool(merchant.channels),
    }
    return frozenset(need for need, yes in met.items() if yes)
