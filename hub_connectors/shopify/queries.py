"""The questions asked of the Admin API, in GraphQL; no deprecated field is among them.

A question may cost 1000 points at most, and a connection is charged by its ``first``, whether filled or not. Lists of
orders therefore look at few lines each; an order that does not fit is asked for again on its own.
"""

PAGE = 10
_MONEY = "presentmentMoney { amount currencyCode }"
_PAGE_INFO = "pageInfo { hasNextPage endCursor }"

_LINE = f"""
id title variantTitle quantity currentQuantity unfulfilledQuantity isGiftCard requiresShipping
image {{ url }}
product {{ id productType tags }}
variant {{ id }}
originalTotalSet {{ {_MONEY} }}
discountAllocations {{ allocatedAmountSet {{ {_MONEY} }} }}
"""

_ORDER = f"""
id name processedAt cancelledAt displayFulfillmentStatus returnStatus tags
customer {{ id }}
shippingAddress {{ zip countryCodeV2 }}
totalPriceSet {{ {_MONEY} }}
"""


def _lines(first: int) -> str:
    return f"lineItems(first: {first}) {{ nodes {{ {_LINE} }} {_PAGE_INFO} }}"


def _fulfilled(fulfillments: int, lines: int) -> str:
    return f"""
    fulfillmentsCount {{ count }}
    fulfillments(first: {fulfillments}) {{
      id status displayStatus createdAt deliveredAt requiresShipping
      fulfillmentLineItems(first: {lines}) {{ nodes {{ quantity lineItem {{ id }} }} {_PAGE_INFO} }}
    }}
    """


_RETURNED = """
returns(first: 5) {
  nodes {
    status
    returnLineItems(first: 10) {
      nodes { quantity processedQuantity ... on ReturnLineItem { fulfillmentLineItem { lineItem { id } } } }
    }
  }
}
"""

ORDERS = f"""
query Orders($customer: ID!, $after: String) {{
  customer(id: $customer) {{
    orders(first: {PAGE}, after: $after, sortKey: PROCESSED_AT, reverse: true) {{
      nodes {{ {_ORDER} {_lines(4)} {_fulfilled(2, 4)} }}
      {_PAGE_INFO}
    }}
  }}
}}
"""

ORDER = f"""
query Order($id: ID!) {{
  order(id: $id) {{
    {_ORDER} {_lines(30)} {_fulfilled(6, 20)}
    {_RETURNED}
  }}
}}
"""

RETURNED = f"query Returned($id: ID!) {{ order(id: $id) {{ {_RETURNED} }} }}"

MORE_LINES = f"""
query MoreLines($id: ID!, $after: String) {{
  order(id: $id) {{ lineItems(first: 80, after: $after) {{ nodes {{ {_LINE} }} {_PAGE_INFO} }} }}
}}
"""

FULFILLMENTS = """
query Fulfillments($id: ID!) {
  order(id: $id) {
    fulfillments(first: 200) { id status displayStatus createdAt deliveredAt requiresShipping }
  }
}
"""

FULFILLED_LINES = f"""
query FulfilledLines($id: ID!, $after: String) {{
  fulfillment(id: $id) {{
    fulfillmentLineItems(first: 200, after: $after) {{ nodes {{ quantity lineItem {{ id }} }} {_PAGE_INFO} }}
  }}
}}
"""

ORDER_NAMED = """
query OrderNamed($search: String!) {
  orders(first: 10, query: $search) { nodes { id name customer { id } } }
}
"""

_CUSTOMER = """
id displayName locale
defaultEmailAddress { emailAddress }
defaultPhoneNumber { phoneNumber }
defaultAddress { countryCodeV2 }
"""

CUSTOMER = f"query Customer($id: ID!) {{ customer(id: $id) {{ {_CUSTOMER} }} }}"

CUSTOMER_KNOWN_BY = f"""
query CustomerKnownBy($identifier: CustomerIdentifierInput!) {{
  customerByIdentifier(identifier: $identifier) {{ {_CUSTOMER} }}
}}
"""

PRODUCT = f"""
query Product($id: ID!, $after: String) {{
  shop {{ currencyCode }}
  product(id: $id) {{
    id title productType tags
    featuredMedia {{ preview {{ image {{ url }} }} }}
    variants(first: 100, after: $after) {{
      nodes {{
        id title price availableForSale inventoryPolicy inventoryQuantity
        selectedOptions {{ name value }}
      }}
      {_PAGE_INFO}
    }}
  }}
}}
"""

PARCELS = """
query Parcels($id: ID!) {
  order(id: $id) {
    fulfillments(first: 10) {
      id status displayStatus createdAt deliveredAt estimatedDeliveryAt requiresShipping
      trackingInfo(first: 3) { company number url }
      fulfillmentLineItems(first: 12) { nodes { quantity lineItem { id } } }
      events(first: 15, sortKey: HAPPENED_AT, reverse: true) { nodes { status happenedAt message city country } }
    }
  }
}
"""

_REFUND = f"""
id createdAt processedAt
totalRefundedSet {{ {_MONEY} }}
return {{ id }}
transactions(first: 4) {{ nodes {{ kind status gateway formattedGateway processedAt }} }}
refundLineItems(first: 6) {{ nodes {{ quantity restockType lineItem {{ id }} }} }}
"""

RETURNS = f"""
query Returns($id: ID!) {{
  order(id: $id) {{
    name
    returns(first: 6, reverse: true) {{
      nodes {{
        id name status createdAt requestApprovedAt closedAt
        decline {{ reason note }}
        returnLineItems(first: 12) {{
          nodes {{ quantity processedQuantity ... on ReturnLineItem {{ fulfillmentLineItem {{ lineItem {{ id }} }} }} }}
        }}
        exchangeLineItems(first: 5) {{ nodes {{ quantity variantId }} }}
        reverseFulfillmentOrders(first: 2) {{
          nodes {{
            reverseDeliveries(first: 2) {{
              nodes {{
                deliverable {{
                  ... on ReverseDeliveryShippingDeliverable {{
                    label {{ publicFileUrl }}
                    tracking {{ number }}
                  }}
                }}
              }}
            }}
          }}
        }}
      }}
    }}
    refunds(first: 10) {{ {_REFUND} }}
  }}
}}
"""

RETURNABLE = f"""
query Returnable($id: ID!, $after: String) {{
  returnableFulfillments(orderId: $id, first: 6, after: $after) {{
    nodes {{
      returnableFulfillmentLineItems(first: 20) {{
        nodes {{ quantity fulfillmentLineItem {{ lineItem {{ id }} }} }}
        {_PAGE_INFO}
      }}
    }}
    {_PAGE_INFO}
  }}
}}
"""

STATUS_PAGE = "query StatusPage($id: ID!) { order(id: $id) { statusPageUrl(audience: CUSTOMERVIEW) customer { id } } }"

ACCESS = "query Access { shop { myshopifyDomain } currentAppInstallation { accessScopes { handle } } }"
