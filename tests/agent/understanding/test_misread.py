"""What shoppers typed and was once taken for something else: thanks, delivery trouble, labels, numbers, hours."""

import pytest

from agent.understanding.embedded.classifier import IntentClassifier
from agent.understanding.embedded.engine import EmbeddedUnderstanding
from agent.understanding.port import Heard, VisibleOption
from domain.commands import Ask, Chitchat, ChitchatKind, Choose, Command, Confirm, Give, Slot
from domain.intents import Intent
from domain.languages import Language

EN, FR, ES, DE, IT, NL = Language.EN, Language.FR, Language.ES, Language.DE, Language.IT, Language.NL
PERSON = (VisibleOption(id="person", label="Talk to a person"),)
engine = EmbeddedUnderstanding(IntentClassifier.load())


def said(text: str, language: Language | None = None, **context: object) -> tuple[Command, ...]:
    return engine.hear(Heard(text=text, language=language, **context)).commands  # type: ignore[arg-type]


THANKS = ["perfect thanks", "parfait merci", "ok great thank you", "vale gracias", "super danke", "perfect 🙏"]


@pytest.mark.parametrize("text", THANKS)
def test_thanks_take_no_offer(text: str) -> None:
    assert said(text, options=PERSON, yes_or_no=True) == (Chitchat(about=ChitchatKind.THANKS),)


def test_goodbye_takes_no_offer() -> None:
    assert said("ok, bye", options=PERSON, yes_or_no=True) == (Chitchat(about=ChitchatKind.BYE),)


@pytest.mark.parametrize("text", ["yes please thanks", "oui merci", "sure, thanks", "ok", "👍"])
def test_a_plain_yes_takes_an_offer_with_or_without_thanks(text: str) -> None:
    assert said(text, options=PERSON, yes_or_no=True) == (Confirm(),)


def test_thanks_to_a_write_read_back_are_a_yes() -> None:
    assert said("ok thanks", yes_or_no=True, write_pending=True) == (Confirm(),)


UNDELIVERED = [
    ("they tried to deliver but it did not work", EN),
    ("something went wrong with the delivery, which options are there?", EN),
    ("the courier was unable to deliver, what can I do", EN),
    ("ils ont essayé de livrer mais ça n'a pas marché", FR),
    ("il y a eu un problème avec la livraison, quelles sont mes options ?", FR),
    ("hubo un problema con la entrega", ES),
    ("Zustellung hat nicht geklappt", DE),
    ("consegna non riuscita, cosa posso fare?", IT),
    ("bezorging is mislukt", NL),
]


@pytest.mark.parametrize(("text", "language"), UNDELIVERED)
def test_a_failed_delivery_is_an_incident_and_no_defect(text: str, language: Language) -> None:
    (asked,) = said(text, language)
    assert isinstance(asked, Ask) and asked.intent is Intent.DELIVERY_INCIDENT
    assert Slot.REASON not in asked.details


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("my lamp arrived but it does not work", "defective"),
        ("problem with my delivery: the lamp does not work", "defective"),
        ("problem with my delivery: the lamp is damaged", "damaged"),
    ],
)
def test_a_faulty_thing_stays_one_beside_its_delivery(text: str, reason: str) -> None:
    (asked,) = said(text, EN)
    assert isinstance(asked, Ask) and asked.details[Slot.REASON] == reason


def test_a_delivery_that_might_fail_is_a_question_of_policy() -> None:
    (asked,) = said("what happens if the delivery fails?", EN)
    assert isinstance(asked, Ask) and asked.intent is Intent.POLICY_QUESTION


VARIANTS = tuple(
    VisibleOption(id=label, label=label, hints=(*label.split(", "), label))
    for label in ("Olive, S", "Olive, M", "Olive, L", "Navy, L", "Dark navy, L")
)


@pytest.mark.parametrize(
    "text",
    [
        "Olive, L",
        "olive l",
        "OLIVE/L",
        "L olive",
        "L, Olive please",
        "the olive one in L",
        "I'd like Olive, L",
        "in olive, size L",
    ],
)
def test_the_words_of_a_label_choose_it_in_any_order(text: str) -> None:
    at_hand = (Intent.RETURN_OR_EXCHANGE,)
    assert said(text, options=VARIANTS, asked=Slot.WANTED, open_intents=at_hand) == (Choose(option="Olive, L"),)


def test_a_long_label_typed_in_full_chooses_it() -> None:
    label = "Moss wide linen trousers, Olive green and sand, 42, order MA-104233"
    options = (VisibleOption(id="line:1", label=label), VisibleOption(id="line:2", label=label.replace("42", "44")))
    assert said(label.upper(), options=options) == (Choose(option="line:1"),)


@pytest.mark.parametrize("text", ["it's olive", "l'olive", "olive"])
def test_half_a_label_or_an_apostrophe_chooses_nothing(text: str) -> None:
    assert not any(isinstance(each, Choose) for each in said(text, options=VARIANTS, asked=Slot.WANTED))


@pytest.mark.parametrize("asked", [None, Slot.EMAIL, Slot.CODE, Slot.ORDER_NUMBER])
@pytest.mark.parametrize("text", ["CL-100234", "CL-100234 any news", "my claim number is CL-100234"])
def test_the_number_of_a_claim_asks_for_the_claim(text: str, asked: Slot | None) -> None:
    (command,) = said(text, asked=asked)
    assert isinstance(command, Ask) and command.intent is Intent.CLAIM_OR_INVESTIGATION
    assert not command.details and "CL-100234" in command.text


@pytest.mark.parametrize("asked", [None, Slot.EMAIL, Slot.CODE])
@pytest.mark.parametrize("text", ["RMA-100045", "RMA-100045 status"])
def test_the_number_of_a_return_asks_for_the_return(text: str, asked: Slot | None) -> None:
    (command,) = said(text, asked=asked, open_intents=(Intent.ORDER_TRACKING,) if asked else ())
    assert isinstance(command, Ask) and command.intent is Intent.REFUND_STATUS
    assert command.details == {Slot.RETURN_NUMBER: "RMA-100045"}


def test_the_number_of_a_return_goes_to_the_return_at_hand() -> None:
    given = said("RMA-100045", asked=Slot.EMAIL, open_intents=(Intent.REFUND_STATUS,))
    assert given == (Give(slot=Slot.RETURN_NUMBER, value="RMA-100045"),)


@pytest.mark.parametrize("text", ["+44 7700 900002", "0044 7700 900002", "my number is +33 6 12 345 678"])
def test_a_phone_number_is_no_code(text: str) -> None:
    (command,) = said(text, asked=Slot.CODE)
    assert isinstance(command, Give) and command.slot is Slot.PHONE


@pytest.mark.parametrize("text", ["900002", "code 900002", "the code is 900 002", "9 0 0 0 0 2"])
def test_a_code_stays_a_code(text: str) -> None:
    assert said(text, asked=Slot.CODE) == (Give(slot=Slot.CODE, value="900002"),)


HOURS = [
    ("When is your support team reachable?", EN),
    ("what time does customer service open", EN),
    ("Quand votre service client est-il joignable ?", FR),
    ("wann ist der support erreichbar?", DE),
    ("¿cuál es el horario de atención al cliente?", ES),
]


@pytest.mark.parametrize(("text", "language"), HOURS)
def test_when_somebody_can_be_reached_is_a_question_of_policy(text: str, language: Language) -> None:
    (asked,) = said(text, language)
    assert isinstance(asked, Ask) and asked.intent is Intent.POLICY_QUESTION
