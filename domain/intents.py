"""What a shopper can want; each intent is served by one skill, or answered by the agent itself."""

from enum import StrEnum


class Intent(StrEnum):
    """The classes the router knows; the last four are told apart to answer well and reported as out of scope."""

    RETURN_OR_EXCHANGE = "return_or_exchange"
    REFUND_STATUS = "refund_status"
    ORDER_TRACKING = "order_tracking"
    DELIVERY_INCIDENT = "delivery_incident"
    CLAIM_OR_INVESTIGATION = "claim_or_investigation"
    POLICY_QUESTION = "policy_question"
    HUMAN_HANDOFF = "human_handoff"
    ACCOUNT_OR_LOGIN = "account_or_login"
    CHITCHAT = "chitchat"
    ORDER_CHANGE = "order_change"
    PAYMENT = "payment"
    PRE_SALES = "pre_sales"
    OUT_OF_SCOPE = "out_of_scope"

    @property
    def label(self) -> str:
        """The public name in route reports and statistics."""
        outside = {Intent.ORDER_CHANGE, Intent.PAYMENT, Intent.PRE_SALES}
        return Intent.OUT_OF_SCOPE.value if self in outside else self.value
