"""The language of short, misspelt chat text, and staying in the conversation's own."""

import pytest

from agent.understanding.embedded.language import LanguageFinder
from domain.languages import Language

EN, FR, ES, DE, IT, NL = Language.EN, Language.FR, Language.ES, Language.DE, Language.IT, Language.NL
finder = LanguageFinder()

TOLD = [
    ("where is my parcel", EN),
    ("i didnt get my stuff", EN),
    ("wheres my refund m8", EN),
    ("slt jai pas eu mon colis", FR),
    ("bjr ma commande est pas arrivée", FR),
    ("c koi le délai de remboursement", FR),
    ("je voudrais échanger ma robe", FR),
    ("hola no me ha llegado el pedido", ES),
    ("quiero devolver los zapatos", ES),
    ("hallo wo bleibt mein paket", DE),
    ("ich will das zurückschicken", DE),
    ("ciao il pacco non è arrivato", IT),
    ("vorrei cambiare la taglia", IT),
    ("hoi waar blijft mijn pakketje", NL),
    ("ik wil deze schoenen ruilen", NL),
]


@pytest.mark.parametrize(("text", "language"), TOLD)
def test_a_few_words_tell_the_language(text: str, language: Language) -> None:
    found = finder.find(text)
    assert found.language is language
    assert 0.3 < found.confidence <= 1


@pytest.mark.parametrize(
    "text", ["", "12345", "👍👍", "?!", "MA-104233", "ok", "ann@example.com", "1Z999AA10123456784"]
)
def test_what_tells_nothing_keeps_the_conversations_language(text: str) -> None:
    for known in Language:
        assert finder.find(text, known).language is known
    assert finder.find(text).language is EN


@pytest.mark.parametrize(
    ("text", "known"),
    [("merci", EN), ("cool thanks", FR), ("refund", FR), ("no", DE), ("taille M", EN), ("the Paris jacket svp", FR)],
)
def test_a_borrowed_word_does_not_switch_the_language(text: str, known: Language) -> None:
    assert finder.find(text, known).language is known


@pytest.mark.parametrize(("text", "language"), TOLD)
def test_a_whole_sentence_in_another_language_switches(text: str, language: Language) -> None:
    for known in Language:
        if len(text.split()) > 4:
            assert finder.find(text, known).language is language
