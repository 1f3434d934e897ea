"""The competent brain beside the conversation: its answers are such as the checks of the agent take."""

from tests.standins.openai.brains.errands import name_gaps, read_policy, summarise


def test_a_summary_has_two_to_four_lines_in_given_words() -> None:
    said = [{"who": "shopper", "text": "where is **MA-104233**?"}, {"who": "agent", "text": "On its way."}]
    lines = summarise({"topics": ["Track an order"], "conversation": said, "tried": []})["lines"]
    assert lines == ["The shopper asks about: Track an order.", "The shopper says: where is MA-104233?"]
    assert len(summarise({"topics": [], "conversation": [], "tried": []})["lines"]) == 2


def test_a_window_is_read_with_its_sentence() -> None:
    sentence = "You can get a refund within 30 days of delivery."
    (rule,) = read_policy({"passages": [{"text": f"Welcome. {sentence} Ask us."}]})["rules"]
    assert (rule["resolution"], rule["days"], rule["counts_from"], rule["sentence"]) == (
        "refund",
        30,
        "delivery",
        sentence,
    )


def test_every_group_has_a_name_of_at_least_two_words() -> None:
    groups = [{"number": 1, "questions": ["Do you offer gift wrapping?"]}, {"number": 2, "questions": ["why?"]}]
    names = name_gaps({"groups": groups})["names"]
    assert [each["number"] for each in names] == [1, 2]
    assert all(2 <= len(each["name"].split()) <= 6 for each in names)
