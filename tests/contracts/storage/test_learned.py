"""What is learned from conversations and content: open questions once each, a model's drafts per article."""

from domain.gaps import Gap
from domain.ids import ArticleId, ConversationId
from domain.languages import Language
from domain.money import Currency, Money
from domain.policy import CountsFrom, Exclusion, ExclusionKind, Fee, Region, RuleDraft, Window
from domain.returns import Resolution
from records.gaps import keep_gap, list_gaps
from records.rule_drafts import KeptReading, forget_readings, keep_reading, list_readings
from runtime.database import Database
from tests.contracts.storage.conversing import ALICE, BRUNO, NOW, OTHER_SHOP, SHOP, do, later

RETURNS = ArticleId("returns")
RULES = (
    Window(id="refund_window", resolution=Resolution.REFUND, days=30, counts_from=CountsFrom.ORDER, gifts_only=True),
    Exclusion(id="hygiene", matches=ExclusionKind.TAG, value="hygiene", still=frozenset({Resolution.EXCHANGE})),
    Fee(
        id="fee_de",
        countries=frozenset({"DE", "AT"}),
        resolutions=frozenset({Resolution.REFUND}),
        amount=Money(minor=490, currency=Currency("EUR")),
    ),
    Region(id="served_countries", countries=frozenset({"FR"})),
)


def gap(
    question: str, conversation: ConversationId = ALICE, *, seconds: float = 0, lang: Language = Language.EN
) -> Gap:
    return Gap(conversation=conversation, language=lang, question=question, at=later(seconds))


def reading(*rules: object, version: int = 1, language: Language = Language.EN) -> KeptReading:
    drafts = tuple(RuleDraft(rule=rule, article=RETURNS, sentence=f"This is {rule.id}.") for rule in rules)
    return KeptReading(article=RETURNS, language=language, version=version, reader="read_policy@1", drafts=drafts)


def test_a_question_asked_twice_in_a_conversation_is_one_gap(database: Database) -> None:
    assert do(database, keep_gap, SHOP, gap("Do you gift-wrap?"))
    assert not do(database, keep_gap, SHOP, gap("do you  GIFT-wrap?", seconds=5))
    assert do(database, keep_gap, SHOP, gap("Do you gift-wrap?", BRUNO, seconds=9))
    assert [each.conversation for each in do(database, list_gaps, SHOP)] == [BRUNO, ALICE]


def test_gaps_are_listed_newest_first_by_language_and_shop(database: Database) -> None:
    do(database, keep_gap, SHOP, gap("Do you gift-wrap?"))
    do(database, keep_gap, SHOP, gap("Faites-vous des paquets cadeaux ?", seconds=1, lang=Language.FR))
    do(database, keep_gap, OTHER_SHOP, gap("Is there a shop in Lyon?", BRUNO))
    everything = do(database, list_gaps, SHOP)
    assert [each.language for each in everything] == [Language.FR, Language.EN]
    assert everything[1] == gap("Do you gift-wrap?")
    assert do(database, list_gaps, SHOP, Language.FR) == everything[:1]
    assert len(do(database, list_gaps, SHOP, limit=1)) == 1


def test_drafts_of_every_kind_come_back_as_they_were(database: Database) -> None:
    kept = reading(*RULES)
    do(database, keep_reading, SHOP, kept, NOW)
    assert do(database, list_readings, SHOP) == (kept,)
    assert do(database, list_readings, OTHER_SHOP) == ()


def test_a_later_reading_replaces_the_one_before(database: Database) -> None:
    do(database, keep_reading, SHOP, reading(*RULES), NOW)
    do(database, keep_reading, SHOP, reading(version=2), later(1))
    do(database, keep_reading, SHOP, reading(RULES[3], language=Language.FR), later(1))
    assert [(each.version, len(each.drafts)) for each in do(database, list_readings, SHOP)] == [(2, 0), (1, 1)]
    do(database, forget_readings, SHOP, RETURNS, Language.EN)
    assert [each.language for each in do(database, list_readings, SHOP)] == [Language.FR]
    do(database, forget_readings, SHOP, RETURNS)
    assert do(database, list_readings, SHOP) == ()
