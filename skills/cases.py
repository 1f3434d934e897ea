"""What is open on parcels, incidents and claims together, for skills that only mention it."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from domain.blocks import Phrase
from domain.claims import Claim, ClaimState
from domain.errors import VendorProblem
from domain.ids import ParcelId
from domain.incidents import Incident, IncidentState
from domain.skills import OwnRecords

CLAIM_OVER = {ClaimState.REJECTED, ClaimState.PAID, ClaimState.CLOSED}


@dataclass(frozen=True, slots=True, kw_only=True)
class Cases:
    """What is open on the parcels shown; ``unread`` when it could not be looked up."""

    incidents: tuple[Incident, ...] = ()
    claims: tuple[Claim, ...] = ()
    unread: bool = False

    @property
    def blocks(self) -> tuple[Phrase, ...]:
        if self.unread:
            return (Phrase(key="tracking-cases-unread"),)
        return (
            *(Phrase(key="tracking-incident-open", values={"at": each.happened}) for each in self.incidents),
            *(Phrase(key="tracking-claim-open", values={"number": each.number}) for each in self.claims),
        )


async def find_cases(own: OwnRecords, ids: AbstractSet[ParcelId]) -> Cases:
    """Open incidents and claims on these parcels.

    A vendor that fails here is mentioned and the answer still given: where the parcel is does not depend on it.
    """
    try:
        incidents = await own.list_incidents() if ids else ()
        claims = await own.list_claims() if ids else ()
    except VendorProblem:
        return Cases(unread=True)
    return Cases(
        incidents=tuple(each for each in incidents if each.parcel in ids and each.state is not IncidentState.SOLVED),
        claims=tuple(each for each in claims if each.parcel in ids and each.state not in CLAIM_OVER),
    )
