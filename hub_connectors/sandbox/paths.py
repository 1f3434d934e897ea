"""Where the web app serves what belongs to the demo shop."""

from domain.ids import ProductId


def picture_path(product: ProductId, colour: str) -> str:
    return f"/sandbox/pictures/{product}-{colour}.svg"


def tracking_path(tracking_number: str) -> str:
    return f"/sandbox/tracking/{tracking_number}"


def label_path(number: str) -> str:
    """The label of an outgoing parcel (by tracking number) or of a return (by RMA number)."""
    return f"/sandbox/labels/{number}.svg"


def portal_path(token: str) -> str:
    return f"/sandbox/portal/{token}"
