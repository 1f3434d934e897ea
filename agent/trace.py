"""The trace of a turn: what was understood, called, decided and checked, with times, as the merchant will read it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from time import perf_counter
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class TraceStep:
    """``name`` is a stable word (``understood``, ``route``, ``call``, ``search``, ``outcome``, ``check``); ``at_ms``
    counts from the start of the turn."""

    name: str
    at_ms: float
    took_ms: float
    detail: Mapping[str, Any]


@dataclass(slots=True)
class Trace:
    """Collects the steps of one turn."""

    started: float = field(default_factory=perf_counter)
    steps: list[TraceStep] = field(default_factory=list)

    def add(self, name: str, *, since: float | None = None, **detail: Any) -> None:
        """``since`` is the ``perf_counter`` at which the step began; None for something that took no time."""
        now = perf_counter()
        took = now - since if since is not None else 0.0
        self.steps.append(
            TraceStep(
                name=name,
                at_ms=round((now - self.started - took) * 1000, 2),
                took_ms=round(took * 1000, 2),
                detail=detail,
            )
        )

    @property
    def elapsed_ms(self) -> float:
        return round((perf_counter() - self.started) * 1000, 2)
