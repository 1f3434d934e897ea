"""A stand-in for a vendor of language models: OpenAI's protocol over real HTTP on this machine, its rules enforced.

It is no model. What it says comes from a brain (``brains/``); what goes wrong comes from faults (``faults.py``). It
refuses what the vendor refuses, so that a client which works here has no habit that fails there.
"""

from tests.standins.openai.asked import Asked, Brain, Call, Calls, Message, Refusal, Said, Structured, Text, Tool
from tests.standins.openai.brains.scripted import Line, Scripted
from tests.standins.openai.faults import Fault, Kind
from tests.standins.openai.running import StandIn

__all__ = [
    "Asked",
    "Brain",
    "Call",
    "Calls",
    "Fault",
    "Kind",
    "Line",
    "Message",
    "Refusal",
    "Said",
    "Scripted",
    "StandIn",
    "Structured",
    "Text",
    "Tool",
]
