"""Speaking as a demo customer without a code: for the terminal and for scenarios, never over HTTP."""

from sqlalchemy.engine import Connection

from agent.turn import PROOF_LIFE
from domain.errors import NotAllowed
from domain.identity import Proof, ProofMeans
from domain.ids import ConversationId
from records.audit import AuditEntry, note
from records.identity import save_proof
from web.seed import DEMO
from web.wiring import Install


async def speak_as(install: Install, conversation: ConversationId, email: str, *, actor: str) -> None:
    """Marks the conversation as this customer's, with an audit entry; raises NotAllowed for an unknown address."""
    customers = (await install.shops.get_shop(DEMO)).connections.customers
    customer = await customers.find_by_email(email) if customers else None
    if customer is None:
        raise NotAllowed(f"no customer of the demo shop has the address {email}")
    now = install.clock.now()
    proof = Proof(customer=customer.id, means=ProofMeans.DEMO, expires=now + PROOF_LIFE)
    entry = AuditEntry(at=now, actor=actor, verb="spoke as", subject=customer.id, detail=conversation)

    def work(connection: Connection) -> None:
        save_proof(connection, DEMO, conversation, proof)
        note(connection, DEMO, entry)

    await install.database.merchant(DEMO).write(work)
