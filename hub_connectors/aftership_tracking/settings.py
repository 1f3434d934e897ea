"""What a merchant fills in to connect AfterShip Tracking."""

from typing import Literal, Self

from pydantic import model_validator

from hub_connectors.aftership import Credentials

LEGACY = "v4"
Version = Literal["2026-07", "2026-01", "2025-07", "2025-04", "2025-01", "2024-10", "2024-07", "v4"]


class TrackingSettings(Credentials):
    """``v4`` is the API before dated versions; it knows no signed requests."""

    version: Version = "2026-07"

    @model_validator(mode="after")
    def _unsigned(self) -> Self:
        if self.version == LEGACY and self.signing_secret:
            raise ValueError("v4 knows no signed requests")
        return self
