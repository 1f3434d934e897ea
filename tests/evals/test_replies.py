"""The check of a reply stays as good as it was measured to be, on the rows that nobody looked at while writing it."""

import pytest

from evals.replies.measuring import Judged, false_alarms, judge, recall
from evals.replies.mutations import mutants
from evals.replies.rows import is_held_out, read_rows


@pytest.fixture(scope="module")
def held_out() -> list[Judged]:
    return judge(row for row in read_rows() if row.held_out)


def test_rows_that_share_their_evidence_are_on_one_side():
    evidence = {"facts": [{"name": "a", "value": "b"}], "passages": [], "links": [], "receipts": []}
    assert is_held_out(evidence) == is_held_out(dict(reversed(list(evidence.items()))))
    sides = {row.held_out for row in read_rows()}
    assert sides == {True, False}


def test_most_bad_replies_are_stopped(held_out):
    assert recall(held_out).value >= 0.82


def test_few_good_replies_are_stopped(held_out):
    assert false_alarms(held_out).value <= 0.145


def test_what_was_made_false_is_stopped_and_the_truth_is_not():
    told = list(mutants(seed=7, rounds=1))
    assert {each.language for each in told} == {"en", "fr", "es", "de", "it", "nl"}
    stopped = [each.stopped for each in told if each.kind]
    assert sum(stopped) / len(stopped) >= 0.98
    true = [each for each in told if not each.kind]
    assert sum(each.stopped for each in true) / len(true) <= 0.03
