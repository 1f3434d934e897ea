"""The name of a recording: a hash of all that decides the answer, without what differs in each run."""

import json
import re
from hashlib import blake2b

from agent.model.calls import Prompt

_CODE = re.compile(r"(?<![\w-])\d{6}(?![\w-])")
"""A one-time code, as shoppers type it; order numbers have a prefix."""


def key_of(prompt: Prompt) -> str:
    """The same for the same request, whatever the endpoint, its key and the codes of this run are."""
    asked = {
        "purpose": prompt.purpose.value,
        "system": prompt.system,
        "data": _CODE.sub("000000", prompt.data),
        "schema": prompt.schema and dict(prompt.schema),
        "repair": prompt.repair,
        "longest": prompt.longest,
    }
    return blake2b(json.dumps(asked, sort_keys=True).encode(), digest_size=12).hexdigest()
