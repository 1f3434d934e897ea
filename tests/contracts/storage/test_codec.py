"""Values that are kept as JSON come back as they were, whatever they hold."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, get_args

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from agent.state import ConversationState
from agent.turn import Inbound
from domain.outcomes import Brief, Proposal
from domain.policy import Receipt, ReturnPolicy
from domain.replies import Reply
from hub_connectors.sandbox.stories import ClaimStory, IncidentStory, OrderStory, ReturnStory, VisitStory
from records.merchants import Merchant
from runtime.codec import from_json, to_json

KEPT = (
    Reply,
    ConversationState,
    Receipt,
    ReturnPolicy,
    Brief,
    Proposal,
    Inbound,
    Merchant,
    OrderStory,
    ReturnStory,
    IncidentStory,
    ClaimStory,
    VisitStory,
)


NO_SHRINKING = (Phase.explicit, Phase.reuse, Phase.generate)


def _a_mapping(kind: Any) -> st.SearchStrategy[dict[Any, Any]]:
    key, value = (st.from_type(each) for each in get_args(kind))
    return st.dictionaries(key, value, max_size=3)


st.register_type_strategy(Mapping, _a_mapping)
st.register_type_strategy(float, st.floats(allow_nan=False, allow_infinity=False))
st.register_type_strategy(datetime, st.datetimes(timezones=st.just(UTC)))


@pytest.mark.parametrize("kind", KEPT, ids=lambda kind: kind.__name__)
def test_a_kept_value_comes_back_as_it_was(kind: type) -> None:
    @settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck), phases=NO_SHRINKING)
    @given(st.from_type(kind))
    def comes_back(value: object) -> None:
        assert from_json(kind, to_json(value)) == value

    comes_back()
