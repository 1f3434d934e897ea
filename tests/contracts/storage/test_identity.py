"""One-time codes: few tries, a short life, one use, one purpose; and an unknown address looks like a known one."""

import json
import secrets
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import select

from domain.identity import CodeResult, Proof, ProofMeans
from domain.ids import CustomerId
from records.identity import (
    CodeRequest,
    answer_challenge,
    attach_code,
    close_session,
    drop_proof,
    find_challenge,
    find_proof,
    find_session,
    open_session,
    request_code,
    save_proof,
)
from records.identity.tables import challenges
from runtime import outbox
from runtime.crypto import Keys
from runtime.database import Database
from tests.contracts.storage.conversing import ALICE, BRUNO, NOW, OTHER_SHOP, SHOP, do, later

KEYS = Keys(b"k" * 32)
CUSTOMER = CustomerId("customer_1")
CODE = "042137"


def _request(address: str = "alice@example.com", *, purpose: str = ALICE, source: str = "here") -> CodeRequest:
    return CodeRequest(merchant=SHOP, purpose=purpose, address=address, source=source, language="en")


def _ask(database: Database, request: CodeRequest | None = None, at: float = 0) -> str | None:
    return do(database, request_code, request or _request(), keys=KEYS, now=later(at))


def _sent(database: Database, request: CodeRequest | None = None) -> str:
    """A challenge whose code has arrived."""
    challenge = _ask(database, request)
    assert challenge
    code_hash = KEYS.hash("code", challenge, CODE)
    assert do(database, attach_code, SHOP, challenge, customer=CUSTOMER, code_hash=code_hash)
    return challenge


def _answer(database: Database, challenge: str, code: str = CODE, *, purpose: str = ALICE, at: float = 1) -> CodeResult:
    named = {"challenge": challenge, "purpose": purpose, "code": code, "keys": KEYS, "now": later(at)}
    return do(database, answer_challenge, SHOP, **named)[0]


def test_the_right_code_is_accepted_once(database: Database) -> None:
    challenge = _sent(database)
    assert _answer(database, challenge) is CodeResult.ACCEPTED
    assert _answer(database, challenge) is CodeResult.SPENT


def test_the_right_code_from_many_pages_at_once_is_accepted_once(database: Database) -> None:
    challenge = _sent(database)
    with ThreadPoolExecutor(8) as pages:
        results = list(pages.map(lambda _: _answer(database, challenge), range(8)))
    assert results.count(CodeResult.ACCEPTED) == 1


def test_five_wrong_tries_spend_it(database: Database) -> None:
    challenge = _sent(database)
    results = [_answer(database, challenge, "000000") for _ in range(5)]
    assert results == [CodeResult.WRONG] * 4 + [CodeResult.SPENT]
    assert _answer(database, challenge) is CodeResult.SPENT


def test_many_guesses_at_once_are_five_guesses(database: Database) -> None:
    challenge = _sent(database)
    with ThreadPoolExecutor(8) as guessers:
        list(guessers.map(lambda number: _answer(database, challenge, f"{number:06d}"), range(40)))
    found = do(database, find_challenge, SHOP, challenge)
    assert found is not None
    assert found.tries == 5
    assert _answer(database, challenge) is CodeResult.SPENT


@pytest.mark.parametrize(("seconds", "result"), [(599, CodeResult.ACCEPTED), (600, CodeResult.EXPIRED)])
def test_it_lives_ten_minutes(database: Database, seconds: int, result: CodeResult) -> None:
    assert _answer(database, _sent(database), at=seconds) is result


def test_it_is_bound_to_its_purpose_and_shop(database: Database) -> None:
    challenge = _sent(database)
    assert _answer(database, challenge, purpose=BRUNO) is CodeResult.SPENT
    named = {"challenge": challenge, "purpose": ALICE, "code": CODE, "keys": KEYS, "now": NOW}
    assert do(database, answer_challenge, OTHER_SHOP, **named) == (CodeResult.SPENT, None)
    assert _answer(database, challenge) is CodeResult.ACCEPTED


def test_a_new_code_ends_the_older_one(database: Database) -> None:
    first = _sent(database)
    second = _sent(database)
    assert _answer(database, first) is CodeResult.SPENT
    assert _answer(database, second) is CodeResult.ACCEPTED


def test_a_code_is_attached_once(database: Database) -> None:
    challenge = _sent(database)
    assert not do(database, attach_code, SHOP, challenge, customer=CustomerId("other"), code_hash="x")


def test_codes_are_kept_as_hashes(database: Database) -> None:
    _sent(database)
    (row,) = do(database, lambda c: c.execute(select(challenges)).all())
    assert CODE not in repr(row)
    assert "alice@example.com" not in repr(row)


def test_an_address_gets_five_codes_in_ten_minutes(database: Database) -> None:
    asked = [_ask(database, _request(source=f"source {number}")) for number in range(6)]
    assert [bool(each) for each in asked] == [True] * 5 + [False]
    assert _ask(database, _request("ALICE@example.com")) is None
    assert _ask(database, _request("bruno@example.com"))
    assert _ask(database, at=601)


def test_an_address_gets_ten_codes_a_day(database: Database) -> None:
    asked = [_ask(database, at=number * 601) for number in range(11)]
    assert [bool(each) for each in asked] == [True] * 10 + [False]
    assert _ask(database, at=86_402)


def test_a_source_gets_thirty_codes_in_ten_minutes(database: Database) -> None:
    asked = [_ask(database, _request(f"shopper{number}@example.com")) for number in range(31)]
    assert [bool(each) for each in asked] == [True] * 30 + [False]
    assert _ask(database, _request("one.more@example.com", source="elsewhere"))


def test_many_pages_at_once_do_not_get_past_the_limit(database: Database) -> None:
    with ThreadPoolExecutor(8) as pages:
        asked = list(pages.map(lambda _: _ask(database, _request(purpose=secrets.token_hex(4))), range(16)))
    assert sum(bool(each) for each in asked) == 5


def test_an_unknown_address_cannot_be_told_from_a_known_one(database: Database) -> None:
    """Nothing is attached to it, so every code is wrong; rows, answers and counted tries are the same."""
    known = _sent(database, _request("known@example.com"))
    unknown = _ask(database, _request("unknown@example.com", purpose=BRUNO))
    assert unknown
    seen = [do(database, find_challenge, SHOP, each) for each in (known, unknown)]
    assert {(each.state, each.tries, each.expires) for each in seen if each} == {("open", 0, later(600))}
    wrong = [_answer(database, known, "000000") for _ in range(6)]
    assert [_answer(database, unknown, "000000", purpose=BRUNO) for _ in range(6)] == wrong
    rows = do(database, outbox.take, later(1))
    assert {each.kind for each in rows} == {"send_code"}
    assert {tuple(json.loads(each.body)) for each in rows} == {("challenge", "address", "language")}


def test_an_empty_code_never_matches_a_challenge_without_one(database: Database) -> None:
    challenge = _ask(database)
    assert challenge
    assert _answer(database, challenge, "") is CodeResult.WRONG


def test_a_proof_is_read_again_and_ends(database: Database) -> None:
    proof = Proof(customer=CUSTOMER, means=ProofMeans.ONE_TIME_CODE, expires=later(60))
    do(database, save_proof, SHOP, ALICE, proof)
    assert do(database, find_proof, SHOP, ALICE, later(59)) == proof
    assert do(database, find_proof, SHOP, ALICE, later(60)) is None
    assert do(database, find_proof, OTHER_SHOP, ALICE, NOW) is None
    assert do(database, find_proof, SHOP, BRUNO, NOW) is None
    do(database, drop_proof, SHOP, ALICE)
    assert do(database, find_proof, SHOP, ALICE, NOW) is None


def test_a_session_ends_when_it_is_closed_or_over(database: Database) -> None:
    do(database, open_session, SHOP, CUSTOMER, token_hash="hash", expires=later(60))
    assert do(database, find_session, SHOP, "hash", NOW) == CUSTOMER
    assert do(database, find_session, OTHER_SHOP, "hash", NOW) is None
    assert do(database, find_session, SHOP, "hash", later(60)) is None
    do(database, close_session, SHOP, "hash")
    assert do(database, find_session, SHOP, "hash", NOW) is None
