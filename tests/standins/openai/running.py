"""The stand-in with its controls, to be started in the test's own loop, in a thread, or as a process."""

from typing import Any

from tests.standins.openai.app import make_app
from tests.standins.openai.asked import Brain
from tests.standins.openai.backstage import KEY, Backstage, Seen
from tests.standins.openai.brains import make_brain
from tests.standins.openai.faults import Fault
from tests.standins.running import Running


class StandIn(Running):
    """``brain`` is a brain or a name known to ``brains.make_brain``. ``base_url`` ends in /v1, ready for the SDK and
    for OPENAI_BASE_URL; ``root_url`` is where ``/control`` lives; ``key`` is one that is accepted.
    """

    def __init__(self, brain: Brain | str = "scripted", *, port: int = 0) -> None:
        super().__init__(port=port)
        self._first = brain
        self.backstage = Backstage(brain=make_brain(brain) if isinstance(brain, str) else brain)
        self.key = KEY

    def make_app(self) -> Any:
        return make_app(self.backstage)

    @property
    def base_url(self) -> str:
        return f"{self.root_url}/v1"

    @property
    def seen(self) -> list[Seen]:
        """Requests so far, oldest first."""
        return list(self.backstage.seen)

    def fail(self, *faults: Fault) -> None:
        """Schedules faults."""
        self.backstage.schedule.add(*faults)

    def pace(self, *, delay: float = 0.0, first_token: float = 0.0, per_token: float = 0.0) -> None:
        """Makes every request slow, in seconds."""
        self.backstage.pace = Fault(delay=delay, first_token=first_token, per_token=per_token)

    def think_with(self, brain: Brain | str) -> None:
        self.backstage.brain = make_brain(brain) if isinstance(brain, str) else brain

    def reset(self) -> None:
        """Faults, pace, cache and memory gone."""
        self.backstage.reset()

    def restore(self) -> None:
        """As it was when started, keys and limits too; a brain given as an object keeps what it remembers."""
        self.backstage.restore(make_brain(self._first) if isinstance(self._first, str) else self._first)
