"""The proof that a conversation speaks for a customer."""

from datetime import datetime

from sqlalchemy import bindparam, delete, insert, select
from sqlalchemy.engine import Connection

from domain.identity import Proof, ProofMeans
from domain.ids import ConversationId, CustomerId, MerchantId
from records.identity.tables import proofs

_FIND = select(proofs).where(
    proofs.c.merchant_id == bindparam("merchant"),
    proofs.c.conversation_id == bindparam("conversation"),
    proofs.c.expires > bindparam("now"),
)


def save_proof(connection: Connection, merchant: MerchantId, conversation: ConversationId, proof: Proof) -> None:
    """Replaces what was proved before."""
    drop_proof(connection, merchant, conversation)
    connection.execute(
        insert(proofs).values(
            conversation_id=conversation,
            merchant_id=merchant,
            customer_id=proof.customer,
            means=proof.means.value,
            expires=proof.expires,
        )
    )


def find_proof(
    connection: Connection, merchant: MerchantId, conversation: ConversationId, now: datetime
) -> Proof | None:
    """The proof as it stands now; None when there is none or it has expired."""
    row = connection.execute(_FIND, {"merchant": merchant, "conversation": conversation, "now": now}).one_or_none()
    if row is None:
        return None
    return Proof(customer=CustomerId(row.customer_id), means=ProofMeans(row.means), expires=row.expires)


def drop_proof(connection: Connection, merchant: MerchantId, conversation: ConversationId) -> None:
    connection.execute(delete(proofs).where(proofs.c.merchant_id == merchant, proofs.c.conversation_id == conversation))
