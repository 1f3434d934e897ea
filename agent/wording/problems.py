"""What can be wrong with a statement, and where it stands."""

from dataclasses import dataclass
from enum import StrEnum


class Doubt(StrEnum):
    """What kind of statement stands on nothing."""

    AMOUNT = "amount"
    DAY = "day"
    NUMBER = "number"
    LENGTH = "length"
    STATE = "state"
    PROMISE = "promise"
    LINK = "link"
    QUOTE = "quote"
    PERSON = "person"
    CONDITION = "condition"
    COMPLETION = "completion"


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """``text`` as it stands in the reply; number words may stand as figures."""

    doubt: Doubt
    text: str
