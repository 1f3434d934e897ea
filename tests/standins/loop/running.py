"""The stand-in with its controls, ready to be started."""

from typing import Any

from starlette.applications import Starlette

from domain.clock import Clock
from tests.standins.loop.app import make_app
from tests.standins.loop.backstage import KEY, SECRET, SHOP_ID, Backstage, Fault, Seen, Subscription
from tests.standins.running import Running
from tests.standins.world import World

TRIGGERS = ("return.created", "return.updated", "return.closed", "label.created", "label.updated")


class LoopStandIn(Running):
    """``api_url`` is the connector's ``base_url``; ``backstage`` holds the returns and every control.

    ``shop_numbers`` keeps the shop's own RMA numbers as Loop's ids, so that a conversation may name them.
    """

    key = KEY
    secret = SECRET
    shop_id = SHOP_ID

    def __init__(
        self, world: World | None = None, *, clock: Clock | None = None, port: int = 0, shop_numbers: bool = False
    ) -> None:
        super().__init__(port=port)
        self._app: Starlette | None = None
        self.backstage = Backstage(shop_numbers=shop_numbers)
        if clock:
            self.backstage.clock = clock
        if world:
            self.backstage.load(world)

    def make_app(self) -> Any:
        self._app = make_app(self.backstage)
        return self._app

    def put(self, backstage: Backstage) -> None:
        """Another backstage from the next request on; to begin anew without a new port."""
        self.backstage = backstage
        if self._app is not None:
            self._app.state.backstage = backstage

    @property
    def api_url(self) -> str:
        return f"{self.root_url}/api/v1"

    @property
    def seen(self) -> list[Seen]:
        """Calls of the API so far, oldest first."""
        return list(self.backstage.seen)

    def fail(self, *faults: Fault) -> None:
        """Each meets one request."""
        self.backstage.faults.extend(faults)

    def subscribe(self, url: str) -> None:
        """Events of every trigger go to this address."""
        for trigger in TRIGGERS:
            self.backstage.subscriptions.append(
                Subscription(
                    id=len(self.backstage.subscriptions) + 1,
                    topic=trigger.split(".", 1)[0],
                    trigger=trigger,
                    url=url,
                    status="active",
                )
            )

    def settings(self, **changed: Any) -> dict[str, Any]:
        """What a merchant would type to connect this stand-in."""
        return {"api_key": self.key, "webhook_secret": self.secret, "base_url": self.api_url} | changed
