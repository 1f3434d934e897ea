"""The intent classifier as the agent uses it: what it answers, how sure it is, how fast, and how it fails."""

import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest

from agent.understanding.embedded import classifier as module
from agent.understanding.embedded.classifier import (
    ClassifierNotTrained,
    IntentClassifier,
    IntentScore,
    LinearModel,
    read_models,
    reported_label,
    reported_scores,
    save_models,
)
from agent.understanding.embedded.examples import Example, read_examples, trained_file
from agent.understanding.embedded.features import FeatureSpace, SentenceVectors, normalise
from agent.understanding.embedded.variation import vary
from domain.intents import Intent


@pytest.fixture(scope="module")
def classifier() -> IntentClassifier:
    if not trained_file().exists():
        subprocess.run([sys.executable, "-m", "agent.understanding.embedded.training"], check=True)
    return IntentClassifier.load()


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("the raincoat is too tight under the arms, swap it?", Intent.RETURN_OR_EXCHANGE),
        ("sent the tent back 2 weeks ago and my bank shows no money", Intent.REFUND_STATUS),
        ("wen does my parcle arrive", Intent.ORDER_TRACKING),
        ("THE BOX IS HALF EMPTY", Intent.DELIVERY_INCIDENT),
        ("any answer yet on the complaint i opened about the lost bike", Intent.CLAIM_OR_INVESTIGATION),
        ("do u deliver to iceland", Intent.POLICY_QUESTION),
        ("forgot my pasword again", Intent.ACCOUNT_OR_LOGIN),
        ("let me talk to a real human being", Intent.HUMAN_HANDOFF),
        ("hellooo", Intent.CHITCHAT),
        ("cancel order 8812 before it ships", Intent.ORDER_CHANGE),
        ("voucher code says invalid at checkout", Intent.PAYMENT),
        ("which of your tents is best for two people", Intent.PRE_SALES),
        ("who won the match last night", Intent.OUT_OF_SCOPE),
    ],
)
def test_a_plain_wish_is_understood(classifier: IntentClassifier, text: str, intent: Intent) -> None:
    assert classifier.scores(text, "en")[0].intent == intent


def test_probabilities_add_up_and_come_best_first(classifier: IntentClassifier) -> None:
    scores = classifier.scores("where is it", "en")
    probabilities = [score.probability for score in scores]
    assert sum(probabilities) == pytest.approx(1.0, abs=1e-4)
    assert probabilities == sorted(probabilities, reverse=True)
    assert {score.intent for score in scores} == {intent.value for intent in Intent}


def test_a_message_that_says_two_things_is_less_sure_than_a_plain_one(classifier: IntentClassifier) -> None:
    plain = classifier.scores("I would like to return these shoes", "en")[0].probability
    torn = classifier.scores("the shoes, the money, the parcel", "en")[0].probability
    assert plain > 0.8
    assert torn < plain


@pytest.mark.parametrize("text", ["", "   ", "😀", "\u200b", "§§§", "1" * 5000, "word " * 3000])
def test_odd_text_still_gets_scores(classifier: IntentClassifier, text: str) -> None:
    scores = classifier.scores(text, "en")
    assert all(np.isfinite(score.probability) for score in scores)


def test_a_message_in_another_language_than_supposed_is_judged_in_its_own(classifier: IntentClassifier) -> None:
    assert classifier.scores("je voudrais renvoyer ma commande", "en")[0].intent == Intent.RETURN_OR_EXCHANGE
    assert classifier.scores("where is my order please", "fr")[0].intent == Intent.ORDER_TRACKING
    assert classifier.scores("where is my order please", "xx")[0].intent == Intent.ORDER_TRACKING


def test_loading_and_answering_are_quick(classifier: IntentClassifier) -> None:
    started = time.perf_counter()
    IntentClassifier.load()
    assert time.perf_counter() - started < 2
    text = "Hello, I ordered a lamp last week and would like to know when it will be delivered, thank you."
    fastest = min(_seconds(classifier, text) for _ in range(20))
    assert fastest < 0.003


def _seconds(classifier: IntentClassifier, text: str) -> float:
    started = time.perf_counter()
    classifier.scores(text, "en")
    return time.perf_counter() - started


def test_inference_does_not_load_the_training_library() -> None:
    check = "import sys, agent.understanding.embedded.classifier; sys.exit('sklearn' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", check], check=False).returncode == 0


def test_untrained_examples_are_refused_with_the_command_to_run(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(module, "trained_file", lambda: tmp_path / "absent.npz")
    with pytest.raises(ClassifierNotTrained, match=r"python -m agent\.understanding\.embedded\.training"):
        IntentClassifier.load()


def test_order_changes_payment_and_pre_sales_are_reported_as_out_of_scope() -> None:
    scores = reported_scores(
        [
            IntentScore("order_tracking", 0.4),
            IntentScore("payment", 0.25),
            IntentScore("pre_sales", 0.2),
            IntentScore("out_of_scope", 0.15),
        ]
    )
    assert [score.intent for score in scores] == ["out_of_scope", "order_tracking"]
    assert scores[0].probability == pytest.approx(0.6)
    assert reported_label("order_change") == "out_of_scope"
    assert reported_label("chitchat") == "chitchat"


def test_saved_models_answer_as_before(tmp_path: Path) -> None:
    space = FeatureSpace.learn(["where is my order"] * 3 + ["hello there"] * 3, SentenceVectors())
    chance = np.random.default_rng(3)
    model = LinearModel(
        intents=("chitchat", "order_tracking"),
        space=space,
        term_weights=chance.normal(size=(space.term_count, 2)).astype(np.float32),
        sentence_weights=chance.normal(size=(SentenceVectors.size, 2)).astype(np.float32),
        bias=np.zeros(2, dtype=np.float32),
        temperature=1.3,
    )
    save_models({"en": model}, tmp_path / "arrays.npz")
    again = read_models(tmp_path / "arrays.npz")["en"]
    assert again.probabilities("where is it") == pytest.approx(model.probabilities("where is it"), abs=1e-2)
    assert [path.name for path in tmp_path.iterdir()] == ["arrays.npz"]


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("Where's MY order?!", "wheres my order ? !"),
        ("J\u2019ai reçu l'article n° 12345678", "j ai recu l article n 00000"),
        ("soooo late", "soo late"),
        ("write to jo@mail.com", "write to mailseen"),
    ],
)
def test_text_is_brought_to_one_form(typed: str, plain: str) -> None:
    assert normalise(typed) == plain


def test_every_language_has_every_intent_and_no_message_two_labels() -> None:
    intents: dict[str, set[str]] = {}
    labels: dict[tuple[str, str], set[str]] = {}
    for example in read_examples():
        intents.setdefault(example.language, set()).add(example.intent)
        labels.setdefault((example.language, example.text.casefold().strip(" .!?")), set()).add(example.intent)
    assert all(found == {intent.value for intent in Intent} for found in intents.values())
    assert {"en", "fr"} <= intents.keys()
    assert [text for (language, text), found in labels.items() if language == "en" and len(found) > 1] == []


def test_variations_are_the_same_every_time_and_keep_the_intent() -> None:
    texts = [f"my kettle number {number} is late" for number in range(50)]
    examples = [Example(text=text, intent="order_tracking", language="en") for text in texts]
    assert list(vary(examples)) == list(vary(examples))
    assert {example.intent for example in vary(examples)} == {"order_tracking"}
