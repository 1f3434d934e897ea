"""Knows every module that declares tables, so that migrations and scratch stores see all of them."""

from channels.mailbox import letters
from hub_connectors.aftership_returns import tables as aftership_returns
from hub_connectors.loop import tables as loop
from hub_connectors.sandbox import tables as sandbox
from records.articles import tables as articles
from records.audit import queries as audit
from records.cases import queries as cases
from records.connections import tables as connections
from records.conversations import tables as conversations
from records.episodes import tables as episodes
from records.events import tables as events
from records.gaps import queries as gaps
from records.identity import tables as identity
from records.merchants import queries as merchants
from records.policies import queries as policies
from records.receipts import queries as receipts
from records.rule_drafts import queries as rule_drafts
from records.spending import queries as spending
from records.team import tables as team
from records.traces import queries as traces
from runtime import inbox, outbox
from runtime.tables import metadata

DECLARED_IN = (
    letters,
    aftership_returns,
    loop,
    sandbox,
    articles,
    audit,
    cases,
    connections,
    conversations,
    episodes,
    events,
    gaps,
    identity,
    merchants,
    policies,
    receipts,
    rule_drafts,
    spending,
    team,
    traces,
    inbox,
    outbox,
)

__all__ = ["DECLARED_IN", "metadata"]
