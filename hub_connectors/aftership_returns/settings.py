"""What a merchant fills in to connect AfterShip Returns."""

from typing import Literal

from hub_connectors.aftership import Credentials

Version = Literal["2026-07", "2026-01", "2025-07", "2025-04", "2025-01", "2024-10", "2024-07"]


class ReturnsSettings(Credentials):
    """``organization`` is AfterShip's id of the merchant; when given, webhooks of another one are refused."""

    version: Version = "2026-07"
    organization: str = ""
