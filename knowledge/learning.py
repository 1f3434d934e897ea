"""What the command line joins to the knowledge commands: a model's help, or none; this package knows no model."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass

from domain.gaps import GapNames
from domain.ids import MerchantId
from domain.policy import PolicyProposals
from runtime.database import Database
from runtime.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Helpers:
    """Open for one command; None where no model is configured, then the embedded means go alone."""

    proposals: PolicyProposals | None = None
    names: GapNames | None = None


OpenHelpers = Callable[[Settings, Database, MerchantId], AbstractAsyncContextManager[Helpers]]
