"""Hand-made answers of Shopify, as small as a test needs them."""

from typing import Any

from hub_connectors.shopify import wire


def bag(amount: str, currency: str = "EUR") -> dict[str, Any]:
    return {"presentmentMoney": {"amount": amount, "currencyCode": currency}}


def line(id_: int = 1, **more: Any) -> dict[str, Any]:
    plain = {
        "id": f"gid://shopify/LineItem/{id_}",
        "title": "Lagune jumper",
        "variantTitle": "Blue / M",
        "quantity": 1,
        "currentQuantity": 1,
        "unfulfilledQuantity": 0,
        "isGiftCard": False,
        "requiresShipping": True,
        "image": None,
        "product": {"id": "gid://shopify/Product/7", "productType": "Knit Wear", "tags": ["Wool"]},
        "variant": {"id": "gid://shopify/ProductVariant/8"},
        "originalTotalSet": bag("89.00"),
        "discountAllocations": [],
    }
    return {**plain, **more}


def sent(*, of: int = 1, quantity: int = 1, id_: int = 1, **more: Any) -> dict[str, Any]:
    plain = {
        "id": f"gid://shopify/Fulfillment/{id_}",
        "status": "SUCCESS",
        "displayStatus": "DELIVERED",
        "createdAt": "2026-11-02T08:00:00Z",
        "deliveredAt": "2026-11-05T10:30:00Z",
        "fulfillmentLineItems": {
            "nodes": [{"quantity": quantity, "lineItem": {"id": f"gid://shopify/LineItem/{of}"}}],
        },
    }
    return {**plain, **more}


def returned(*, of: int = 1, quantity: int = 1, processed: int = 0, status: str = "OPEN") -> dict[str, Any]:
    part = {"quantity": 1, "lineItem": {"id": f"gid://shopify/LineItem/{of}"}}
    return {
        "status": status,
        "returnLineItems": {
            "nodes": [{"quantity": quantity, "processedQuantity": processed, "fulfillmentLineItem": part}]
        },
    }


def order(**more: Any) -> wire.Order:
    plain = {
        "id": "gid://shopify/Order/1001",
        "name": "#1001",
        "processedAt": "2026-11-01T09:00:00Z",
        "displayFulfillmentStatus": "FULFILLED",
        "tags": [],
        "customer": {"id": "gid://shopify/Customer/5"},
        "shippingAddress": {"zip": "75011", "countryCodeV2": "FR"},
        "totalPriceSet": bag("93.90"),
        "lineItems": {"nodes": [line()]},
        "fulfillments": [sent()],
    }
    return wire.Order.model_validate({**plain, **more})
