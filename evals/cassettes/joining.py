"""Puts another ``Model`` before an install's own, so that every turn asks through it."""

from dataclasses import replace
from datetime import timedelta

from agent.dispatcher import Dispatcher
from agent.model.calls import Model
from agent.runner import TurnRunner
from web.wiring import Install


def with_model(install: Install, model: Model) -> Install:
    """The same install on the same database, with turns that ask ``model``."""
    tools = replace(install.tools, model=model)
    runner = TurnRunner(
        database=install.database,
        tools=tools,
        find_shop=install.shops.get_shop,
        announce=install.bell.ring,
        show=install.bell.show,
    )
    dispatcher = Dispatcher(
        database=install.database,
        runner=runner,
        clock=install.clock,
        slots=install.settings.turn_slots,
        lease=timedelta(seconds=install.settings.lease_seconds),
    )
    return replace(install, tools=tools, runner=runner, dispatcher=dispatcher)
