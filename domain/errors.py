"""Everything that can go wrong, sorted by who acts next.

AppError
├─ ConfigurationProblem   the merchant acts next
│  ├─ SettingsInvalid
│  └─ CredentialsRejected
├─ VendorProblem          the outside world: time, or the vendor
│  ├─ VendorUnavailable   try again, after ``retry_after`` seconds when known
│  ├─ VendorRefused       the vendor understood and said no
│  └─ VendorUnreadable    the vendor answered something we cannot read
├─ InboundProblem         the sender of a message or webhook
│  ├─ SignatureInvalid
│  ├─ PayloadUnrecognised
│  ├─ PayloadTooLarge
│  └─ EventUnsupported
├─ DeliveryProblem        the channel, or the person at its end
│  ├─ AddressRefused
│  ├─ OptedOut
│  ├─ WindowClosed
│  └─ DeliveryDeferred
├─ ModelProblem           the embedded engine goes on
│  ├─ ModelUnavailable
│  ├─ ModelMisbehaved
│  └─ BudgetSpent
├─ ContentProblem         the person who uploads
│  ├─ ContentUnreadable
│  └─ StorageFull
├─ NotAllowed             wrong person, or not verified
└─ Conflict               stale proposal, lost lease, already done
"""

from typing import ClassVar


class AppError(Exception):
    """The root: ``code`` is stable and safe to show; the text never holds a secret or a shopper's words."""

    code: ClassVar[str] = "error"

    def __init__(self, detail: str = "", **fields: object) -> None:
        super().__init__(detail or self.code)
        self.detail = detail
        self.fields = fields


class ConfigurationProblem(AppError):
    code = "configuration"


class SettingsInvalid(ConfigurationProblem):
    code = "settings_invalid"


class CredentialsRejected(ConfigurationProblem):
    code = "credentials_rejected"


class VendorProblem(AppError):
    code = "vendor"


class VendorUnavailable(VendorProblem):
    """The vendor is slow, limiting or down; ``retry_after`` is in seconds, None when it did not say."""

    code = "vendor_unavailable"

    def __init__(self, detail: str = "", *, retry_after: float | None = None, **fields: object) -> None:
        super().__init__(detail, **fields)
        self.retry_after = retry_after


class VendorRefused(VendorProblem):
    code = "vendor_refused"


class VendorUnreadable(VendorProblem):
    code = "vendor_unreadable"


class InboundProblem(AppError):
    code = "inbound"


class SignatureInvalid(InboundProblem):
    code = "signature_invalid"


class PayloadUnrecognised(InboundProblem):
    code = "payload_unrecognised"


class PayloadTooLarge(InboundProblem):
    code = "payload_too_large"


class SentTooOften(InboundProblem):
    """More than a person would send; ``retry_after`` is in seconds."""

    code = "sent_too_often"

    def __init__(self, detail: str = "", *, retry_after: int, **fields: object) -> None:
        super().__init__(detail, **fields)
        self.retry_after = retry_after


class EventUnsupported(InboundProblem):
    code = "event_unsupported"


class DeliveryProblem(AppError):
    code = "delivery"


class AddressRefused(DeliveryProblem):
    code = "address_refused"


class OptedOut(DeliveryProblem):
    code = "opted_out"


class WindowClosed(DeliveryProblem):
    code = "window_closed"


class DeliveryDeferred(DeliveryProblem):
    code = "delivery_deferred"


class ModelProblem(AppError):
    code = "model"


class ModelUnavailable(ModelProblem):
    code = "model_unavailable"


class ModelMisbehaved(ModelProblem):
    code = "model_misbehaved"


class BudgetSpent(ModelProblem):
    code = "budget_spent"


class ContentProblem(AppError):
    code = "content"


class ContentUnreadable(ContentProblem):
    code = "content_unreadable"


class StorageFull(ContentProblem):
    code = "storage_full"


class NotAllowed(AppError):
    code = "not_allowed"


class Conflict(AppError):
    code = "conflict"
