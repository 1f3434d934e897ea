"""Answering a question in GraphQL as Shopify does: validated, priced, limited, executed, and refused in its shapes."""

from functools import cache
from pathlib import Path
from typing import Any

from graphql import (
    DocumentNode,
    GraphQLError,
    GraphQLSchema,
    build_schema,
    execute_sync,
    get_operation_ast,
    parse,
    validate,
)

from tests.standins.shopify.costs import HIGHEST, Bucket, Costs, count_objects
from tests.standins.shopify.shelves import Node, connect, gid, page
from tests.standins.shopify.shop import SHOP, Shop

JsonObject = dict[str, Any]


@cache
def schema() -> GraphQLSchema:
    return build_schema(Path(__file__).with_name("schema.graphql").read_text(encoding="utf-8"))


@cache
def read_question(question: str) -> tuple[DocumentNode | None, tuple[GraphQLError, ...]]:
    try:
        document = parse(question)
    except GraphQLError as wrong:
        return None, (wrong,)
    return document, tuple(validate(schema(), document))


def answer(shop: Shop, bucket: Bucket, body: JsonObject, *, strange: bool) -> tuple[bool, JsonObject]:
    """(limited, answer); ``strange`` adds keys that no documentation knows."""
    variables = body.get("variables") or {}
    document, wrong = read_question(str(body.get("query") or ""))
    if document is None or wrong:
        return False, {"errors": [_shape(each) for each in wrong]}
    price = Costs(schema(), variables).ask(document)
    if price > HIGHEST:
        code = {"code": "MAX_COST_EXCEEDED", "cost": price, "maxCost": HIGHEST}
        message = f"Query cost is {price}, which exceeds the single query max cost limit ({HIGHEST})."
        return False, {"errors": [{"message": message, "extensions": code}]}
    if price > bucket.level:
        return True, throttled(bucket, price)
    done = execute_sync(schema(), document, _Root(shop).fields(document), variable_values=variables)
    cost = max(1, count_objects(done.data) - 1)
    bucket.take(cost)
    extensions = {"cost": {"requestedQueryCost": price, "actualQueryCost": cost, "throttleStatus": bucket.status()}}
    shown: JsonObject = {"data": done.data, "extensions": extensions}
    if done.errors:
        shown["errors"] = [_shape(each) for each in done.errors]
    if strange:
        shown["extensions"]["futureNotes"] = {"since": "2027-01"}
    return False, shown


def throttled(bucket: Bucket, price: int) -> JsonObject:
    """No data, and no actual cost."""
    cost = {"requestedQueryCost": price, "actualQueryCost": None, "throttleStatus": bucket.status()}
    return {"errors": [{"message": "Throttled", "extensions": {"code": "THROTTLED"}}], "extensions": {"cost": cost}}


def _shape(error: GraphQLError) -> JsonObject:
    locations = [{"line": each.line, "column": each.column} for each in error.locations or []]
    shaped: JsonObject = {"message": error.message, "locations": locations}
    if error.path:
        shaped["path"] = list(error.path)
    extensions = dict(error.extensions or {})
    if error.message.startswith("Cannot query field"):
        field, kind = error.message.split("'")[1:4:2]
        shaped["message"] = f"Field '{field}' doesn't exist on type '{kind}'"
        extensions = {"code": "undefinedField", "typeName": kind, "fieldName": field}
    if error.original_error is not None and not extensions:
        extensions = {"code": "INTERNAL_SERVER_ERROR"}
    return {**shaped, "extensions": extensions} if extensions else shaped


class _Root:
    """The entries to the graph."""

    def __init__(self, shop: Shop) -> None:
        self._shop = shop

    def fields(self, document: DocumentNode) -> Node:
        operation = get_operation_ast(document, None)
        if operation is not None and operation.operation.value == "mutation":
            return {"webhookSubscriptionCreate": self._subscribe}
        shop = self._shop
        return {
            "order": self._order,
            "orders": self._orders,
            "customer": lambda info, id: self._customer(info, lambda each: each["id"] == id),  # noqa: A006
            "customerByIdentifier": self._known_by,
            "customers": connect([]),
            "product": self._product,
            "fulfillment": self._fulfillment,
            "returnableFulfillments": self._returnable,
            "shop": {"id": gid("Shop", "1"), "name": "Maison Alder", "currencyCode": "EUR", "myshopifyDomain": SHOP},
            "currentAppInstallation": {
                "id": gid("AppInstallation", "1"),
                "accessScopes": [{"handle": each, "description": each} for each in sorted(shop.scopes)],
            },
            "webhookSubscriptions": connect(shop.subscriptions),
        }

    def _order(self, _info: Any, id: str) -> Node | None:  # noqa: A002
        self._shop.need("read_orders", "order")
        found = self._shop.orders.get(id)
        return found if found and self._shop.visible(found) else None

    def _orders(self, _info: Any, first: int | None = None, after: str | None = None, **rest: Any) -> Node:
        self._shop.need("read_orders", "orders")
        found = self._shop.search(str(rest.get("query") or ""))
        return page(found, first=first, after=after, reverse=bool(rest.get("reverse")))

    def _customer(self, _info: Any, fits: Any) -> Node | None:
        self._shop.need("read_customers", "customer")
        return next((each for each in self._shop.customers.values() if fits(each)), None)

    def _known_by(self, info: Any, identifier: dict[str, str]) -> Node | None:
        if "emailAddress" in identifier:
            wanted = identifier["emailAddress"].casefold()
            return self._customer(info, lambda each: (each["email"] or "").casefold() == wanted)
        if "phoneNumber" in identifier:
            return self._customer(info, lambda each: each["phone"] == identifier["phoneNumber"])
        return self._customer(info, lambda each: each["id"] == identifier.get("id"))

    def _product(self, _info: Any, id: str) -> Node | None:  # noqa: A002
        self._shop.need("read_products", "product")
        return self._shop.products.get(id)

    def _fulfillment(self, _info: Any, id: str) -> Node | None:  # noqa: A002
        every = (each for order in self._shop.list_orders() for each in order["_fulfillments"])
        return next((each for each in every if each["id"] == id), None)

    def _returnable(self, _info: Any, orderId: str, first: int | None = None, **rest: Any) -> Node:  # noqa: N803
        """What was sent and is neither back nor on its way back."""
        self._shop.need("read_returns", "returnableFulfillments")
        order = self._shop.orders.get(orderId)
        nodes = []
        for each in order["_fulfillments"] if order and self._shop.visible(order) else []:
            lines = each["fulfillmentLineItems"](None, first=250)["nodes"]
            left = [(part, min(part["quantity"], part["lineItem"]["refundableQuantity"])) for part in lines]
            shown = [{"quantity": count, "fulfillmentLineItem": part} for part, count in left if count > 0]
            if shown:
                own = gid("ReturnableFulfillment", each["id"].rsplit("/", 1)[1])
                nodes.append({"id": own, "fulfillment": each, "returnableFulfillmentLineItems": connect(shown)})
        return page(nodes, first=first, after=rest.get("after"))

    def _subscribe(self, _info: Any, topic: str, webhookSubscription: dict[str, Any]) -> Node:  # noqa: N803
        uri = str(webhookSubscription.get("uri") or "")
        taken = any(each["topic"] == topic and each["uri"] == uri for each in self._shop.subscriptions)
        if taken or not uri.startswith("https://") or ".." in uri:
            told = "Address for this topic has already been taken" if taken else "Address is not allowed"
            return {"webhookSubscription": None, "userErrors": [{"field": ["webhookSubscription"], "message": told}]}
        made = {
            "id": gid("WebhookSubscription", str(len(self._shop.subscriptions) + 1)),
            "topic": topic,
            "uri": uri,
            "includeFields": webhookSubscription.get("includeFields") or [],
        }
        self._shop.subscriptions.append(made)
        return {"webhookSubscription": made, "userErrors": []}
