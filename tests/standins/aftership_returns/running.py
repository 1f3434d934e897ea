"""The stand-in with its controls, ready to be started."""

from typing import Any

from tests.standins.aftership import KEY, WEBHOOK_SECRET, Fault, Seen
from tests.standins.aftership_returns.app import make_app
from tests.standins.aftership_returns.backstage import Backstage
from tests.standins.running import Running
from tests.standins.world import World


class AfterShipReturnsStandIn(Running):
    """``backstage`` holds the returns, ``backstage.gate`` keys, limits and faults."""

    def __init__(self, world: World | None = None, *, port: int = 0) -> None:
        super().__init__(port=port)
        self.renew()
        if world:
            self.backstage.load(world)

    def make_app(self) -> Any:
        async def app(scope: Any, receive: Any, send: Any) -> None:
            await self._app(scope, receive, send)

        return app

    def renew(self) -> None:
        """As if started anew, empty, at the same address."""
        self.backstage = Backstage()
        self._app = make_app(self.backstage)

    @property
    def seen(self) -> list[Seen]:
        return self.backstage.gate.seen

    def fail(self, *faults: Fault) -> None:
        """Each meets one request."""
        self.backstage.gate.faults.extend(faults)

    def settings(self, **changed: Any) -> dict[str, Any]:
        """What a merchant would type to connect this stand-in."""
        return {"api_key": KEY, "webhook_secret": WEBHOOK_SECRET, "api_url": self.root_url} | changed
