"""Return rules as shops word them: what is read, on which sentence it rests, and what is left alone."""

from datetime import date

import pytest

from domain.ids import ArticleId, PassageId
from domain.knowledge import Citation, Passage
from domain.languages import Language
from domain.money import Currency, Money
from domain.policy import CountsFrom, ExclusionKind, PolicySource
from domain.returns import Resolution
from knowledge.policy_reader import Proposal, propose_policy

TODAY = date(2026, 3, 2)
REFUND, EXCHANGE, CREDIT = Resolution.REFUND, Resolution.EXCHANGE, Resolution.STORE_CREDIT
EVERY = frozenset(Resolution)


def read(*texts: str, title: str = "Returns", **settings: object) -> Proposal:
    passages = [
        Passage(
            id=PassageId(f"p{number}"),
            text=text,
            language=Language.EN,
            citation=Citation(article=ArticleId(f"a{number}"), title=title, headings=(), version=1, updated=TODAY),
        )
        for number, text in enumerate(texts)
    ]
    return propose_policy(passages, today=TODAY, **settings)  # type: ignore[arg-type]


def windows(text: str, title: str = "Returns") -> dict[tuple[Resolution, bool], tuple[int, CountsFrom]]:
    found = read(text, title=title).policy.windows
    return {(window.resolution, window.gifts_only): (window.days, window.counts_from) for window in found}


@pytest.mark.parametrize(
    ("text", "days", "counts_from"),
    [
        ("You have 30 days from delivery to return an item for a refund.", 30, CountsFrom.DELIVERY),
        ("Items may be returned within 14 days of receipt.", 14, CountsFrom.DELIVERY),
        ("We accept returns up to 60 days after purchase.", 60, CountsFrom.ORDER),
        ("You can send it back to us within four weeks of delivery.", 28, CountsFrom.DELIVERY),
        ("Our return window is twenty-one days from the date of purchase.", 21, CountsFrom.ORDER),
        ("After 90 days, an item can no longer be returned.", 90, CountsFrom.DELIVERY),
        ("Returns are possible for 30 calendar days following your order.", 30, CountsFrom.ORDER),
        ("Changed your mind? Return it within two weeks of receiving your order.", 14, CountsFrom.DELIVERY),
        ("We have a 30-day return policy.", 30, CountsFrom.DELIVERY),
        ("You may return any item for a full refund within thirty (30) days of delivery.", 30, CountsFrom.DELIVERY),
        (
            "Vous disposez de 30 jours à compter de la livraison pour nous retourner un article.",
            30,
            CountsFrom.DELIVERY,
        ),
        ("Les retours sont acceptés sous 14 jours après réception.", 14, CountsFrom.DELIVERY),
        ("Vous avez trente jours après l'achat pour changer d'avis et renvoyer le produit.", 30, CountsFrom.ORDER),
        (
            "Vous pouvez nous renvoyer votre commande dans les quinze jours suivant sa réception.",
            15,
            CountsFrom.DELIVERY,
        ),
        ("Passé un délai de 60 jours, plus aucun retour n'est possible.", 60, CountsFrom.DELIVERY),
        ("Le délai de retour est de deux semaines à partir de la date de commande.", 14, CountsFrom.ORDER),
        ("Un article peut être rendu jusqu'à 45 jours après la livraison.", 45, CountsFrom.DELIVERY),
        ("Vous avez un mois pour demander un remboursement.", 30, CountsFrom.DELIVERY),
    ],
)
def test_a_refund_window_is_read(text: str, days: int, counts_from: CountsFrom) -> None:
    assert windows(text) == {(REFUND, False): (days, counts_from)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Items can be exchanged within 45 days of delivery.", {EXCHANGE: 45}),
        ("You can swap it for another size for 45 days from delivery.", {EXCHANGE: 45}),
        ("You can ask for store credit for 60 days from delivery, twice as long as for a refund.", {CREDIT: 60}),
        ("You have 30 days for a refund and 45 days for an exchange.", {REFUND: 30, EXCHANGE: 45}),
        ("Return or exchange any item within 30 days of delivery.", {REFUND: 30, EXCHANGE: 30}),
        ("Items may be returned or exchanged within 14 days of receipt.", {REFUND: 14, EXCHANGE: 14}),
        ("Vous avez 45 jours à compter de la livraison pour échanger un article.", {EXCHANGE: 45}),
        ("Vous pouvez demander un avoir pendant 60 jours après la livraison.", {CREDIT: 60}),
        ("Retours et échanges acceptés sous 30 jours après réception.", {REFUND: 30, EXCHANGE: 30}),
        ("Le remboursement est possible pendant 14 jours, l'échange pendant 30 jours.", {REFUND: 14, EXCHANGE: 30}),
        ("Vous disposez de 90 jours pour un retour contre un bon d'achat.", {CREDIT: 90}),
    ],
)
def test_each_resolution_has_a_window_of_its_own(text: str, expected: dict[Resolution, int]) -> None:
    assert {resolution: days for (resolution, _), (days, _) in windows(text).items()} == expected


@pytest.mark.parametrize(
    "text",
    [
        "Refunds are issued within 14 days of us receiving your return.",
        "We refund you within 5 days once we have inspected the item.",
        "Store credit is valid for 24 months.",
        "The two-year guarantee covers faults; report one within 2 months.",
        "A return takes 5 to 8 working days to reach us.",
        "Your parcel is kept at the pickup point for 10 days before it is returned to us.",
        "Report a damaged item within 14 days of delivery and we will refund it.",
        "Drop off the parcel within 14 days of approval or the return expires.",
        "Delivery takes 3 days within France.",
        "Le remboursement intervient sous 14 jours après réception du retour.",
        "Un avoir est valable 12 mois.",
        "Le colis de retour met 5 à 8 jours ouvrés.",
        "Le point relais garde le colis 10 jours, puis il nous est retourné.",
        "Signalez tout article abîmé dans les 14 jours suivant la livraison.",
        "L'étiquette de retour expire au bout de 14 jours.",
        "Vous devez avoir 18 ans pour commander.",
    ],
)
def test_other_spans_of_time_are_not_windows(text: str) -> None:
    assert windows(text) == {}


@pytest.mark.parametrize(
    "text",
    [
        "A gift can come back within 60 days from delivery, whichever solution is chosen.",
        "Un cadeau peut être rendu pendant 60 jours à compter de la livraison, quelle que soit la solution choisie.",
    ],
)
def test_a_gift_window_is_for_gifts_only(text: str) -> None:
    assert windows(text) == {(each, True): (60, CountsFrom.DELIVERY) for each in Resolution}


def test_a_gift_card_is_no_gift() -> None:
    found = windows("You have 30 days from delivery to return an item, even one paid with a gift card.")
    assert found == {(REFUND, False): (30, CountsFrom.DELIVERY)}


def test_the_sentence_is_kept_verbatim_with_its_article() -> None:
    proposal = read("Welcome to our shop.", "Please note. You have 30 days from delivery to return an item. Thank you.")
    assert proposal.basis["refund_window"].sentence == "You have 30 days from delivery to return an item."
    assert proposal.basis["refund_window"].article == "a1"
    assert proposal.policy.article_for("refund_window") == "a1"
    assert proposal.policy.source is PolicySource.CONTENT


def test_two_sentences_that_disagree_are_reported_and_the_safer_one_proposed() -> None:
    proposal = read(
        "You have 30 days from delivery to return an item.", "You have 14 days from delivery to return an item."
    )
    assert [window.days for window in proposal.policy.windows] == [14]
    assert [conflict.basis.article for conflict in proposal.conflicts] == ["a0"]


def test_the_statutory_right_gives_way_to_the_shop_s_own_window() -> None:
    proposal = read(
        "By law you may withdraw from your purchase within 14 days of delivery.",
        "You have 30 days from delivery to return an item.",
    )
    assert [window.days for window in proposal.policy.windows] == [30]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Gift cards are non-refundable.", {"gift_cards"}),
        ("Final sale items cannot be returned or exchanged.", {"final_sale"}),
        ("Underwear and swimwear can't be returned.", {"hygiene"}),
        ("We do not accept returns on earrings or personalised items.", {"pierced", "personalised"}),
        ("Cosmetics are excluded from returns.", {"bath_body"}),
        ("Made-to-measure curtains are not eligible for return.", {"personalised"}),
        ("No returns on clearance items.", {"final_sale"}),
        ("Les cartes cadeaux ne sont pas remboursables.", {"gift_cards"}),
        ("Les sous-vêtements et les maillots de bain ne sont ni repris ni échangés.", {"hygiene"}),
        ("Un article en dernière démarque ne peut être ni retourné ni échangé.", {"final_sale"}),
        ("Les articles personnalisés ne peuvent pas être retournés.", {"personalised"}),
        ("Nous n'acceptons pas le retour des boucles d'oreilles.", {"pierced"}),
        ("Les cosmétiques sont exclus du retour.", {"bath_body"}),
    ],
)
def test_exclusions_are_read(text: str, names: set[str]) -> None:
    policy = read(text).policy
    assert {exclusion.id for exclusion in policy.exclusions} == names
    assert all(exclusion.still == frozenset() for exclusion in policy.exclusions)


@pytest.mark.parametrize(
    ("text", "still"),
    [
        ("Swimwear can be exchanged but cannot be refunded.", {EXCHANGE}),
        ("Final sale items can't be refunded; they can be returned for store credit only.", {CREDIT}),
        ("Les maillots de bain ne sont pas remboursés mais peuvent être échangés.", {EXCHANGE}),
    ],
)
def test_what_stays_possible_is_kept(text: str, still: set[Resolution]) -> None:
    assert [exclusion.still for exclusion in read(text).policy.exclusions] == [frozenset(still)]


@pytest.mark.parametrize(
    "text",
    [
        "Once the window has closed, an item can't be refunded.",
        "Final sale doesn't switch off the guarantee.",
        "Earrings can't be sold again.",
        "If underwear arrives damaged it cannot be returned by post; write to us.",
        "Les boucles d'oreilles sont vendues par paire.",
    ],
)
def test_other_sentences_exclude_nothing(text: str) -> None:
    assert read(text).policy.exclusions == ()


def test_the_shop_s_own_categories_are_known_by_name() -> None:
    policy = read("Garden tools can't be returned.", named={"garden_tools": ExclusionKind.CATEGORY}).policy
    assert [(each.matches, each.value) for each in policy.exclusions] == [(ExclusionKind.CATEGORY, "garden_tools")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Returns from France cost €4.90.", {("FR",): (490, "EUR")}),
        ("A return fee of EUR 5 applies in Germany.", {("DE",): (500, "EUR")}),
        ("Return shipping is £6.50 from the United Kingdom.", {("GB",): (650, "GBP")}),
        ("The return fee is $12 from the United States.", {("US",): (1200, "USD")}),
        ("It costs $12 to return from the US and £6.50 from the UK.", {("US",): (1200, "USD"), ("GB",): (650, "GBP")}),
        ("Les frais de retour sont de 4,90 € depuis la Belgique.", {("BE",): (490, "EUR")}),
        ("Un retour coûte 12 dollars depuis les États-Unis.", {("US",): (1200, "USD")}),
        ("Une participation de 3,50 € est retenue pour les retours depuis l'Espagne.", {("ES",): (350, "EUR")}),
    ],
)  # fmt: skip
def test_fees_are_read_with_currency_and_country(text: str, expected: dict[tuple[str, ...], tuple[int, str]]) -> None:
    fees = read(text).policy.fees
    assert {tuple(sorted(fee.countries)): (fee.amount.minor, fee.amount.currency) for fee in fees} == expected


def test_a_fee_without_a_country_holds_where_the_shop_delivers() -> None:
    fees = read("We deduct €4.90 from the refund for each return.", served=frozenset({"FR", "BE"})).policy.fees
    assert [(fee.countries, fee.amount) for fee in fees] == [
        (frozenset({"FR", "BE"}), Money(minor=490, currency=Currency("EUR")))
    ]
    assert read("We deduct €4.90 from the refund for each return.").policy.fees == ()


def test_a_fee_for_the_union_is_kept_to_the_countries_served() -> None:
    text = "The return fee is EUR 4.90 within the European Union."
    assert read(text, served=frozenset({"FR", "DE", "GB"})).policy.fees[0].countries == {"FR", "DE"}
    assert len(read(text).policy.fees[0].countries) == 27


@pytest.mark.parametrize(
    "text",
    [
        "The return fee is €4.90 from France. Returns for an exchange or store credit are free.",
        "Les frais de retour sont de 4,90 € depuis la France. Le retour est gratuit pour un échange ou un avoir.",
    ],
)
def test_what_is_free_bears_no_fee(text: str) -> None:
    assert [fee.resolutions for fee in read(text).policy.fees] == [frozenset({REFUND})]


@pytest.mark.parametrize(
    "text",
    [
        "Returns are free.",
        "Delivery costs €4.90 in France.",
        "Delivery is free over €60, once discounts are deducted.",
        "Les retours sont gratuits.",
        "La livraison coûte 4,90 € en France.",
        "Elle est gratuite à partir de 60 € d'articles, remises déduites.",
    ],
)
def test_no_fee_is_read_where_none_is_asked(text: str) -> None:
    assert read(text, served=frozenset({"FR"})).policy.fees == ()


@pytest.mark.parametrize(
    "text",
    [
        "We accept returns from France, Belgium and Germany.",
        "Nous acceptons les retours depuis la France, la Belgique et l'Allemagne.",
    ],
)
def test_countries_that_returns_are_taken_from(text: str) -> None:
    assert [region.countries for region in read(text).policy.regions] == [frozenset({"FR", "BE", "DE"})]


def test_a_country_that_is_refused_is_no_region() -> None:
    assert read("We no longer take returns from Switzerland.").policy.regions == ()


def test_whether_the_recipient_of_a_gift_may_be_refunded() -> None:
    assert read("The recipient can ask for a refund too.").policy.gift_recipient_refund
    assert not read("The refund goes to the buyer.").policy.gift_recipient_refund


def test_nothing_on_returns_proposes_nothing() -> None:
    proposal = read("We are open from 9 to 18 on weekdays.", "Nos bougies brûlent 40 heures.")
    assert proposal.policy.windows == ()
    assert proposal.basis == {}
