"""Identifiers as distinct types, so that an order can never be passed where a parcel is meant."""

from typing import NewType

MerchantId = NewType("MerchantId", str)
CustomerId = NewType("CustomerId", str)
ConversationId = NewType("ConversationId", str)
MessageId = NewType("MessageId", str)
TurnId = NewType("TurnId", str)
OrderId = NewType("OrderId", str)
LineId = NewType("LineId", str)
ProductId = NewType("ProductId", str)
VariantId = NewType("VariantId", str)
ParcelId = NewType("ParcelId", str)
ReturnId = NewType("ReturnId", str)
ClaimId = NewType("ClaimId", str)
IncidentId = NewType("IncidentId", str)
ArticleId = NewType("ArticleId", str)
PassageId = NewType("PassageId", str)
