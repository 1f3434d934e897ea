"""Figures of a run: times in milliseconds by rank, and where they were taken."""

import os
import platform
from collections.abc import Sequence


def rank(times: Sequence[float], share: float) -> float:
    """The nearest-rank percentile: ``rank(times, 0.95)``."""
    ordered = sorted(times)
    return ordered[min(len(ordered) - 1, max(0, round(share * len(ordered) + 0.5) - 1))]


def summary(seconds: Sequence[float]) -> dict[str, float]:
    """p50, p95, p99 and the worst, in milliseconds."""
    if not seconds:
        return {}
    return {
        "n": len(seconds),
        **{f"p{share}_ms": round(rank(seconds, share / 100) * 1000, 1) for share in (50, 95, 99)},
        "max_ms": round(max(seconds) * 1000, 1),
    }


def machine() -> dict[str, object]:
    """How busy the machine is matters as much as what it is."""
    return {
        "cores": os.cpu_count(),
        "load_before": round(os.getloadavg()[0], 2),
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.machine()}",
    }
