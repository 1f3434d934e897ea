"""The help centre says what the typed policy does: where they part, a shopper is told one thing and refused it."""

import re
from pathlib import Path

import pytest
from babel import Locale

from domain.money import Money
from domain.returns import Resolution
from hub_connectors.sandbox.assortment import assortment
from hub_connectors.sandbox.content import CONTENT
from hub_connectors.sandbox.policy import POLICY
from hub_connectors.sandbox.seeding.places import TOWNS_OF
from knowledge.sentences import split_sentences

LANGUAGES = ("en", "fr")
FROM_DELIVERY = {"en": r"(\d+) days from delivery", "fr": r"(\d+) jours à compter de la livraison"}
AMOUNT = {"en": r"(?:EUR|GBP|USD) \d+\.\d\d", "fr": r"\d+,\d\d [€£$]"}
REFUND_ONLY = {
    "en": ("for a refund", "free for an exchange or for store credit"),
    "fr": ("pour un remboursement", "gratuit pour un échange ou un avoir"),
}
EXCLUDED = {
    "final_sale": {"en": "Final sale", "fr": "Dernière démarque"},
    "gift_cards": {"en": "gift card", "fr": "carte cadeau"},
    "bath_body": {"en": "Bath and body products", "fr": "produits de bain et de soin du corps"},
    "pierced": {"en": "Earrings", "fr": "boucles d'oreilles"},
    "personalised": {"en": "Personalised items", "fr": "articles personnalisés"},
    "hygiene": {"en": "Underwear and swimwear", "fr": "sous-vêtements et maillots de bain"},
}
REFUSED = {
    "en": r"can't be (?:returned|sold again)",
    "fr": r"n(?:e sont|'est) (?:ni|pas) repris|ne peu(?:t|vent) (?:pas )?être (?:ni )?(?:retournée?|remis en vente)",
}
WORN_ON_SKIN = {
    "en": r"underwear|swim(?:wear|suit)|knickers|briefs|hygiene strip",
    "fr": r"sous-vêtement|maillot|culotte|bande d'hygiène",
}
NO_LONGER = {
    "en": ("no longer deliver to Switzerland", "no longer take returns from there"),
    "fr": ("ne livrons plus la Suisse", "n'acceptons plus de retours depuis ce pays"),
}


def article(language: str, name: str) -> str:
    """The text that people read, without the questions it is asked as."""
    return body(CONTENT / language / f"{name}.md")


def body(path: Path) -> str:
    return path.read_text(encoding="utf-8").split("\n---\n", 1)[1]


def article_of(rule: str) -> str:
    found = POLICY.article_for(rule)
    assert found, f"no article holds the clause of {rule}"
    return found


def sentences(text: str) -> list[str]:
    return [each.text for each in split_sentences(text)]


def written(amount: Money, language: str) -> str:
    if language == "en":
        return f"{amount.currency} {amount.minor / 100:.2f}"
    symbol = {"EUR": "€", "GBP": "£", "USD": "$"}[amount.currency]
    return f"{amount.minor / 100:.2f} {symbol}".replace(".", ",")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("window", POLICY.windows, ids=lambda window: window.id)
def test_each_window_is_the_only_one_that_its_article_names(window, language):
    days = re.findall(FROM_DELIVERY[language], article(language, article_of(window.id)))
    assert set(days) == {str(window.days)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_article_names_a_window_that_the_policy_does_not_have(language):
    """Of returns, that is: guarantees count in years."""
    known = {str(window.days) for window in POLICY.windows}
    for path in sorted((CONTENT / language).glob("*.md")):
        assert set(re.findall(FROM_DELIVERY[language], body(path))) <= known, path.name


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_gift_has_one_window_for_the_buyers_refund_too(language):
    text = article(language, "gift-returns")
    [first] = [each for each in text.split("\n\n") if re.search(FROM_DELIVERY[language], each)]
    ways = {"en": ("exchange", "store credit", "refund"), "fr": ("échange", "avoir", "remboursement")}[language]
    assert all(way in first for way in ways)
    assert not re.search({"en": "ordinary refund window", "fr": "délai ordinaire de remboursement"}[language], text)
    title = {"en": "Returning a gift", "fr": "Retourner un cadeau"}[language]
    assert title in article(language, "return-window")


@pytest.mark.parametrize("language", LANGUAGES)
def test_fees_are_those_of_the_policy_and_no_others(language):
    assert {article_of(fee.id) for fee in POLICY.fees} == {"return-fee"}
    assert set(re.findall(AMOUNT[language], article(language, "return-fee"))) == {
        written(fee.amount, language) for fee in POLICY.fees
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_only_a_refund_costs_something(language):
    assert all(fee.resolutions == {Resolution.REFUND} for fee in POLICY.fees)
    assert all(words in article(language, "return-fee") for words in REFUND_ONLY[language])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("exclusion", POLICY.exclusions, ids=lambda exclusion: exclusion.id)
def test_each_exclusion_is_refused_in_its_article(exclusion, language):
    words = EXCLUDED[exclusion.id][language].lower()
    text = article(language, article_of(exclusion.id))
    naming = [each for each in sentences(text) if words in each.lower()]
    assert any(re.search(REFUSED[language], each) for each in naming), naming


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_article_lets_underwear_or_swimwear_come_back(language):
    """Every product of these kinds has the tag that the policy refuses, so no sentence may leave a way open."""
    worn = [each for each in assortment().values() if each.category in {"underwear", "swimwear"}]
    assert worn and all("hygiene" in each.tags for each in worn)
    naming = [
        (path.name, each)
        for path in sorted((CONTENT / language).glob("*.md"))
        for each in sentences(body(path))
        if re.search(WORN_ON_SKIN[language], each, re.IGNORECASE)
    ]
    assert naming
    for name, sentence in naming:
        assert re.search(REFUSED[language], sentence), (name, sentence)
        assert not re.search(r"\b(?:without|unless|sans|sauf)\b", sentence), (name, sentence)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_countries_served_are_those_of_the_policy(language):
    text = article(language, article_of("region"))
    served = {code for region in POLICY.regions for code in region.countries}
    first = sentences(text)[0]
    named = {code for code, name in Locale(language).territories.items() if len(code) == 2 and _names(name, first)}
    assert named == served


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_country_of_the_past_is_said_to_be_over(language):
    """Old orders went to a country that the policy no longer takes returns from."""
    past = set(TOWNS_OF) - {code for region in POLICY.regions for code in region.countries}
    assert past == {"CH"}
    text = article(language, article_of("region"))
    assert all(words in text for words in NO_LONGER[language])
    assert {"en": "Switzerland", "fr": "Suisse"}[language] in article(language, "return-from-abroad")


def _names(country: str, sentence: str) -> bool:
    return re.search(rf"\b{re.escape(country)}\b", sentence) is not None
