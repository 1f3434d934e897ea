"""Joins a model, when one is configured, to the commands that learn from content and conversations."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from agent.errands import Errands
from agent.model.calls import Purpose
from agent.model.naming import ModelGapNames
from agent.model.prompts import load_system
from agent.model.reading import ModelPolicyProposals
from domain.ids import MerchantId
from knowledge.learning import Helpers
from records.merchants import find_merchant
from runtime.database import Database
from runtime.settings import Settings
from web.engines import open_limits, open_model


@asynccontextmanager
async def open_helpers(settings: Settings, database: Database, merchant: MerchantId) -> AsyncIterator[Helpers]:
    """Implements ``knowledge.learning.OpenHelpers``."""
    model = open_model(settings)
    if model is None:
        yield Helpers()
        return
    records = database.merchant(merchant)
    shop = await records.read(lambda c: find_merchant(c, merchant))
    zone = ZoneInfo(shop.zone) if shop else UTC
    errands = Errands(
        model=model,
        limits=open_limits(settings),
        records=records,
        merchant=merchant,
        today=lambda: datetime.now(zone).date(),
    )
    try:
        yield Helpers(
            proposals=ModelPolicyProposals(errands, load_system(Purpose.READ_POLICY)),
            names=ModelGapNames(errands, load_system(Purpose.NAME_GAPS)),
        )
    finally:
        await model.close()
