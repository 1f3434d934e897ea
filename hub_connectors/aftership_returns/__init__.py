"""AfterShip Returns: the returns of a shop and the way into its returns page; eligibility it does not tell."""

from hub_connectors.aftership_returns.adapter import open_returns
from hub_connectors.aftership_returns.settings import ReturnsSettings
from hub_connectors.offering import Offering

CONNECTOR = Offering(
    name="aftership_returns",
    title="AfterShip Returns",
    serves=frozenset({"returns"}),
    settings=ReturnsSettings,
    open=open_returns,
)

__all__ = ["CONNECTOR"]
