"""The help centre says what the typed policy does: where they part, a shopper is told one thing and refused it."""

import re
from pathlib import Path

import pytest

from domain.money import Money
from domain.returns import Resolution
from hub_connectors.sandbox.content import CONTENT
from hub_connectors.sandbox.policy import POLICY

LANGUAGES = ("en", "fr")
FROM_DELIVERY = {"en": r"(\d+) days from delivery", "fr": r"(\d+) jours à compter de la livraison"}
AMOUNT = {"en": r"(?:EUR|GBP|USD) \d+\.\d\d", "fr": r"\d+,\d\d [€£$]"}
REFUND_ONLY = {
    "en": ("for a refund", "free for an exchange or for store credit"),
    "fr": ("pour un remboursement", "gratuit pour un échange ou un avoir"),
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
