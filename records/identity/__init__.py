"""Identity: one-time codes, the proofs that follow from them, and the links that carry one."""

from records.identity.challenges import (
    Challenge,
    answer_challenge,
    attach_code,
    find_challenge,
    may_send_code,
    open_challenge,
)
from records.identity.doors import Door, close_session, find_door, find_session, open_door, open_session
from records.identity.proofs import drop_proof, find_proof, save_proof
from records.identity.requests import SEND_CODE, CodeRequest, request_code

__all__ = [
    "SEND_CODE",
    "Challenge",
    "CodeRequest",
    "Door",
    "answer_challenge",
    "attach_code",
    "close_session",
    "drop_proof",
    "find_challenge",
    "find_door",
    "find_proof",
    "find_session",
    "may_send_code",
    "open_challenge",
    "open_door",
    "open_session",
    "request_code",
    "save_proof",
]
