"""What a merchant gives to connect Loop Returns."""

from enum import StrEnum
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, Field, SecretStr, field_validator

API = "https://api.loopreturns.com/api/v1"
_LOOPBACK = {"127.0.0.1", "localhost", "::1"}


class LookUp(StrEnum):
    """What shoppers type beside the order's name in the shop's Loop portal; Loop calls it ``zip`` whatever it is."""

    ZIP = "zip"
    EMAIL = "email"
    PHONE = "phone"


class LoopSettings(BaseModel):
    """``api_key`` needs the scopes ``returns`` and ``orders``; the secrets are those shown in Developer Tools.

    ``portal`` is the address of the shop's portal, handed out when Loop makes no link for an order. ``shop_id``, when
    given, refuses events of another shop; ``history_days`` is how far back the first sync looks. ``eligibility`` False
    for a plan without Loop's advice on lines, which spares a call per order.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, hide_input_in_errors=True)

    api_key: SecretStr = Field(min_length=1)
    webhook_secret: SecretStr | None = None
    previous_webhook_secret: SecretStr | None = None
    look_up: LookUp = LookUp.ZIP
    eligibility: bool = True
    portal: str = ""
    shop_id: str = ""
    history_days: int = Field(default=120, ge=1, le=730)
    base_url: str = API

    @field_validator("base_url", "portal")
    @classmethod
    def _check_address(cls, value: str) -> str:
        if value and not is_safe_address(value):
            raise ValueError("an https address is needed")
        return value.rstrip("/")

    def webhook_secrets(self) -> tuple[str, ...]:
        """The present secret, then the one before it."""
        given = (self.webhook_secret, self.previous_webhook_secret)
        return tuple(each.get_secret_value() for each in given if each and each.get_secret_value())


def is_safe_address(value: str) -> bool:
    """https anywhere, plain http on this machine alone."""
    try:
        parts = urlsplit(value)
    except ValueError:
        return False
    return bool(parts.hostname) and (
        parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in _LOOPBACK)
    )
