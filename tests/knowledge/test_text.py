"""Words, concepts, sentences and passages: what both halves of retrieval stand on."""

import pytest

from domain.languages import Language
from knowledge.concepts import concepts
from knowledge.drafts import Section
from knowledge.sentences import split_sentences
from knowledge.splitting import LONGEST, SHORTEST, split_sections
from knowledge.words import stems


@pytest.mark.parametrize(
    ("one", "other", "language"),
    [
        ("returned items", "Return an item", Language.EN),
        ("Où est l'étiquette ?", "etiquettes", Language.FR),
        ("remboursé", "REMBOURSEE", Language.FR),
        ("délais", "delai", Language.FR),
    ],
)
def test_forms_of_a_word_meet(one: str, other: str, language: Language) -> None:
    assert set(stems(one, language)) & set(stems(other, language))


def test_chat_politeness_says_nothing_unless_it_is_all_there_is() -> None:
    assert stems("Hi, I would like to know about refunds please", Language.EN) == ["refund"]
    assert stems("Bonjour, je voudrais un remboursement svp", Language.FR) == ["rembours"]
    assert stems("hello", Language.EN) == ["hello"]


@pytest.mark.parametrize(
    ("question", "language", "concept"),
    [
        ("I didn't get my package", Language.EN, "about:not_received"),
        ("je n'ai toujours pas reçu mon colis", Language.FR, "about:not_received"),
        ("Can I pay cash on delivery?", Language.EN, "about:cash_on_delivery"),
        ("annulez ma commande", Language.FR, "about:cancel"),
        ("Bestellung stornieren", Language.DE, "about:cancel"),
        ("quiero devolver un producto", Language.ES, "about:return"),
        ("vorrei un rimborso", Language.IT, "about:refund"),
        ("waar is mijn pakket", Language.NL, "about:track"),
    ],
)
def test_synonyms_meet_in_a_concept(question: str, language: Language, concept: str) -> None:
    assert concept in concepts(question, language)


def test_sentences_are_verbatim_and_headings_are_none() -> None:
    text = "How it works\n\nWe refund, e.g. EUR 4.90. Really? Yes!\n- one thing\n- another"
    found = split_sentences(text)
    assert [each.text for each in found] == ["We refund, e.g. EUR 4.90.", "Really?", "Yes!", "one thing", "another"]
    assert all(text[each.start :].startswith(each.text) for each in found)
    assert {each.heading for each in found} == {"How it works"}


def words(count: int) -> str:
    return " ".join(["One sentence of six words here."] * (count // 6))


def test_a_short_article_is_one_passage_with_its_headings_inside() -> None:
    (piece,) = split_sections([Section(("A",), words(60)), Section(("B",), words(60))])
    assert piece.headings == ()
    assert piece.text.startswith("A\n\n")
    assert "\n\nB\n\n" in piece.text


def test_a_long_article_is_cut_along_its_headings() -> None:
    pieces = split_sections([Section((name,), words(150)) for name in ("A", "B", "C")])
    assert [piece.headings for piece in pieces] == [("A",), ("B",), ("C",)]


def test_passages_keep_to_their_size_and_lose_nothing() -> None:
    text = "\n\n".join(words(90) for _ in range(20))
    pieces = split_sections([Section(("A",), text), Section(("B",), words(40))])
    assert all(SHORTEST <= len(piece.text.split()) <= LONGEST for piece in pieces)
    joined = " ".join(piece.text for piece in pieces).replace("B\n\n", "")
    assert joined.split().count("sentence") == text.split().count("sentence") + words(40).split().count("sentence")


def test_a_text_without_any_gap_is_still_cut() -> None:
    pieces = split_sections([Section((), "word " * 2000)])
    assert all(len(piece.text.split()) <= LONGEST for piece in pieces)
    assert sum(len(piece.text.split()) for piece in pieces) == 2000
