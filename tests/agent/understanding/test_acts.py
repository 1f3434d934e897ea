"""Yes, no, thanks, "forget it", "a person please": as people type them, in six languages."""

import pytest

from agent.understanding.embedded.acts import Act, ActReader, Acts
from agent.understanding.embedded.words import clean, read_words
from domain.languages import Language

EN, FR, ES, DE, IT, NL = Language.EN, Language.FR, Language.ES, Language.DE, Language.IT, Language.NL
reader = ActReader()


def read(text: str, language: Language = EN) -> Acts:
    return reader.read(read_words(clean(text)), language)


WHOLE = [
    (
        Act.CONFIRM,
        EN,
        ["yes", "Yes please", "yep", "yeah sure", "YESSS", "that's right", "go ahead", "please do", "👍", "✅"],
    ),
    (
        Act.CONFIRM,
        FR,
        [
            "oui",
            "ouiii",
            "ouais",
            "oui svp",
            "bien sur",
            "c'est ça",
            "cest ca",
            "allez-y",
            "tout à fait",
            "je confirme",
        ],
    ),
    (Act.CONFIRM, ES, ["sí", "si", "claro", "sí, por favor", "adelante"]),
    (Act.CONFIRM, DE, ["ja", "ja bitte", "genau", "natürlich"]),
    (Act.CONFIRM, IT, ["sì", "certo", "esatto", "sì grazie"]),
    (Act.CONFIRM, NL, ["ja", "ja graag", "klopt", "natuurlijk"]),
    (
        Act.DENY,
        EN,
        ["no", "nope", "no thanks", "no thank you", "not yet", "nah", "not really", "don't", "👎", "none of these"],
    ),
    (Act.DENY, FR, ["non", "non merci", "pas encore", "nan", "surtout pas", "pas du tout", "aucun des deux"]),
    (Act.DENY, ES, ["no", "no gracias", "todavía no", "ninguno"]),
    (Act.DENY, DE, ["nein", "nein danke", "noch nicht", "nee"]),
    (Act.DENY, IT, ["no grazie", "non ancora"]),
    (Act.DENY, NL, ["nee", "nee bedankt", "nog niet"]),
    (Act.CANCEL, EN, ["forget it", "never mind", "nvm", "stop", "cancel", "cancle", "drop it"]),
    (Act.CANCEL, FR, ["laisse tomber", "laissez tomber", "stop", "annulez", "oubliez"]),
    (Act.CANCEL, ES, ["olvídalo", "déjalo", "cancelar"]),
    (Act.CANCEL, DE, ["vergiss es", "abbrechen", "lass es"]),
    (Act.CANCEL, IT, ["lascia perdere", "annulla"]),
    (Act.CANCEL, NL, ["laat maar", "annuleren"]),
    (Act.PERSON, EN, ["agent", "human please", "a real person", "customer service", "representative"]),
    (Act.PERSON, FR, ["un conseiller", "un humain svp", "conseiller"]),
    (Act.PERSON, DE, ["mitarbeiter", "ein mensch bitte"]),
    (Act.THANKS, EN, ["thanks", "thx", "thank you so much", "ty", "thansk", "cheers mate", "🙏"]),
    (Act.THANKS, FR, ["merci", "merci bcp", "MERCIII", "mercie", "merci beaucoup"]),
    (Act.THANKS, EN, ["gracias", "danke", "grazie mille", "bedankt"]),
    (Act.GREETING, EN, ["hi", "hello there", "good morning", "hey!", "👋"]),
    (Act.GREETING, FR, ["bonjour", "slt", "coucou", "bonsoir madame"]),
    (Act.BYE, EN, ["bye", "have a nice day", "see you"]),
    (Act.BYE, FR, ["au revoir", "bonne journée", "merci, bonne soirée"]),
    (Act.BOT, EN, ["are you a bot?", "r u a robot", "am I talking to a human?"]),
    (Act.BOT, FR, ["êtes-vous un robot ?", "tes un bot", "c'est un humain ?"][:1]),
    (Act.CAN_DO, EN, ["what can you do?", "help"]),
    (Act.CAN_DO, FR, ["aide", "que pouvez-vous faire"]),
    (Act.WHY, EN, ["why?", "what for"]),
    (Act.WHY, FR, ["pourquoi ?", "pour quoi faire"]),
    (Act.AGREE, EN, ["ok", "okay", "fine", "alright"]),
    (Act.AGREE, FR, ["d'accord", "daccord", "ça marche"]),
    (Act.ACKNOWLEDGE, EN, ["no problem", "no worries", "i see", "got it", "hold on", "lol", "😊"]),
    (Act.ACKNOWLEDGE, FR, ["pas de souci", "pas grave", "je vois", "un instant"]),
    (Act.COMPLAINT, EN, ["useless", "this is ridiculous", "😡"]),
]


@pytest.mark.parametrize(
    ("act", "language", "text"), [(act, lang, text) for act, lang, texts in WHOLE for text in texts]
)
def test_a_message_that_is_nothing_but_an_act(act: Act, language: Language, text: str) -> None:
    acts = read(text, language)
    assert acts.pure
    assert acts.main is act


@pytest.mark.parametrize(
    ("text", "language", "rest"),
    [
        ("hi, where is my order? thanks!", EN, "where is my order?"),
        ("Bonjour, je veux retourner ma veste merci", FR, "je veux retourner ma veste"),
        ("hello good morning the parcel is late", EN, "the parcel is late"),
        ("buenas, quiero devolver esto, gracias", ES, "quiero devolver esto,"),
        ("Hallo, wo ist mein Paket? Danke", DE, "wo ist mein Paket?"),
    ],
)
def test_greeting_and_thanks_are_taken_off_a_request(text: str, language: Language, rest: str) -> None:
    acts = read(text, language)
    assert acts.rest is not None
    assert clean(text)[acts.rest.start : acts.rest.end] == rest


@pytest.mark.parametrize(
    "text",
    [
        "no refund yet",
        "right size but wrong colour",
        "good quality jacket?",
        "cancel my order",
        "stop charging me twice",
        "shop",
        "support email?",
        "fine china plates",
    ],
)
def test_an_act_word_that_belongs_to_the_content_is_left_alone(text: str) -> None:
    acts = read(text)
    assert not acts.pure
    assert not acts.lead


@pytest.mark.parametrize(
    ("text", "language", "act"),
    [
        ("i want to speak to a human about this", EN, Act.PERSON),
        ("can someone call me back please", EN, Act.PERSON),
        ("je voudrais parler à un conseiller", FR, Act.PERSON),
        ("quiero hablar con una persona", ES, Act.PERSON),
        ("ich möchte mit einem Mitarbeiter sprechen", DE, Act.PERSON),
        ("vorrei parlare con un operatore", IT, Act.PERSON),
        ("ik wil met een medewerker praten", NL, Act.PERSON),
        ("why do you need my email", EN, Act.WHY),
        ("pourquoi vous demandez mon mail", FR, Act.WHY),
        ("I don't want to give you my phone number", EN, Act.REFUSE),
        ("je ne veux pas donner mon adresse", FR, Act.REFUSE),
        ("i'd rather not say", EN, Act.REFUSE),
        ("let's get back to the refund", EN, Act.RESUME),
        ("revenons à mon retour", FR, Act.RESUME),
        ("i can't find the number", EN, Act.UNSURE),
        ("je sais plus", FR, Act.UNSURE),
        ("no i meant the other one", EN, Act.CORRECT),
        ("non pas celle-là", FR, Act.CORRECT),
        ("on second thought keep the money", EN, Act.INSTEAD),
    ],
)
def test_an_act_is_heard_inside_a_sentence(text: str, language: Language, act: Act) -> None:
    assert act in read(text, language).inside


def test_of_yes_and_no_the_last_word_counts() -> None:
    assert read("yes... no").main is Act.DENY
    assert read("no, yes").main is Act.CONFIRM


def test_yes_in_another_language_than_the_conversations_is_a_yes() -> None:
    assert read("oui", EN).main is Act.CONFIRM
    assert read("ja", FR).main is Act.CONFIRM
    assert read("yes", DE).main is Act.CONFIRM
