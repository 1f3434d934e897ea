"""What a search finds, what it leaves alone, and that every process sees the articles as they are now."""

from itertools import pairwise

from sqlalchemy import select

from domain.ids import ArticleId, MerchantId
from domain.knowledge import Findings
from domain.languages import Language
from records.articles import queries
from records.articles.tables import passages
from tests.knowledge.conftest import SHOP, Shelves, draft

RETURNS = draft(
    "returns",
    "How long you have to return an item",
    "You have 30 days from delivery to return an item. The day of delivery does not count.\n\n"
    "Refunds go to the card that was used. A receipt is sent by email.",
    asked=("how many days to send it back",),
)
LAMPS = draft("lamps", "Caring for lamps", "Dust the shade with a dry brush. Never use water on the socket.")
PARCELS = draft("parcels", "A parcel that is late", "Wait two working days, then write to us and we ask the carrier.")
RETOURS = draft(
    "returns",
    "Le délai de retour",
    "Vous avez 30 jours après la livraison pour retourner un article. Le remboursement se fait sur la carte.",
    Language.FR,
)


def names(findings: Findings) -> list[str]:
    return [hit.passage.citation.article for hit in findings.hits]


async def test_the_article_that_answers_comes_first_with_a_verbatim_quote(shelves: Shelves) -> None:
    shelves.add(RETURNS, LAMPS, PARCELS)
    findings = await shelves.library().search("can I send it back after three weeks", language=Language.EN)
    best = findings.hits[0]
    assert best.passage.citation.article == "returns"
    assert best.quote in best.passage.text
    assert "30 days" in best.quote
    assert findings.supported
    assert all(one.score >= two.score for one, two in pairwise(findings.hits))


async def test_each_quote_is_a_piece_of_its_passage(shelves: Shelves) -> None:
    shelves.add(RETURNS, LAMPS, PARCELS)
    library = shelves.library()
    for question in ("late parcel", "clean my lamp", "which card is refunded", "zzz"):
        for hit in (await library.search(question, language=Language.EN)).hits:
            assert hit.quote
            assert hit.quote in hit.passage.text


async def test_a_misspelt_question_finds_its_article(shelves: Shelves) -> None:
    shelves.add(RETURNS, LAMPS, PARCELS)
    assert names(await shelves.library().search("my parsel is laet", language=Language.EN))[0] == "parcels"


async def test_nothing_supports_what_no_article_says(shelves: Shelves) -> None:
    shelves.add(RETURNS, LAMPS, PARCELS)
    findings = await shelves.library().search("who won the football match in Brazil", language=Language.EN)
    assert not findings.supported


async def test_an_empty_shop_and_an_empty_question_find_nothing(shelves: Shelves) -> None:
    library = shelves.library()
    assert await library.search("returns", language=Language.EN) == Findings(hits=(), supported=False)
    shelves.add(RETURNS)
    assert await library.search("  ", language=Language.EN) == Findings(hits=(), supported=False)


async def test_a_replaced_article_is_quoted_no_more(shelves: Shelves) -> None:
    shelves.add(RETURNS, LAMPS)
    library = shelves.library()
    await library.search("days to return", language=Language.EN)
    changed = draft("returns", "How long you have to return an item", "You have 45 days from delivery to return.")
    (added,) = shelves.add(changed)
    assert (added.version, added.changed) == (2, True)
    best = (await library.search("days to return", language=Language.EN)).hits[0]
    assert best.passage.text == "You have 45 days from delivery to return."
    assert best.passage.citation.version == 2
    kept = shelves.database.run_now(
        lambda db: db.scalars(select(passages.c.text).where(passages.c.merchant_id == SHOP)).all(), SHOP
    )
    assert not any("30 days" in text for text in kept)


async def test_unchanged_articles_are_left_alone(shelves: Shelves) -> None:
    shelves.add(RETURNS, LAMPS)
    before = shelves.database.run_now(lambda db: queries.read_revision(db, SHOP), SHOP)
    added = shelves.add(RETURNS, LAMPS)
    assert [(each.version, each.changed) for each in added] == [(1, False), (1, False)]
    assert shelves.database.run_now(lambda db: queries.read_revision(db, SHOP), SHOP) == before


async def test_a_second_process_sees_what_the_first_one_changed(shelves: Shelves) -> None:
    shelves.add(RETURNS, LAMPS)
    first, second = shelves.library(), shelves.library()
    assert names(await first.search("days to return", language=Language.EN))[0] == "returns"
    assert names(await second.search("days to return", language=Language.EN))[0] == "returns"
    assert shelves.remove("returns") == 1
    for library in (first, second):
        assert "returns" not in names(await library.search("days to return", language=Language.EN))


async def test_an_article_removed_and_added_again_with_other_words_is_found_by_those(shelves: Shelves) -> None:
    shelves.add(RETURNS, LAMPS)
    library = shelves.library()
    await library.search("days to return", language=Language.EN)
    shelves.remove("returns")
    shelves.add(draft("returns", "Our bicycles", "We rent bicycles by the hour."))
    best = (await library.search("rent a bicycle", language=Language.EN)).hits[0]
    assert best.quote == "We rent bicycles by the hour."


async def test_the_index_may_be_deleted_at_any_time(shelves: Shelves) -> None:
    shelves.add(RETURNS, LAMPS)
    await shelves.library().search("days to return", language=Language.EN)
    for vectors in shelves.opened:
        vectors.close()
    shelves.opened.clear()
    for path in sorted(shelves.folder.rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    assert names(await shelves.library().search("days to return", language=Language.EN))[0] == "returns"


async def test_two_merchants_never_see_each_other_s_articles(shelves: Shelves) -> None:
    other = MerchantId("other")
    shelves.add(RETURNS)
    shelves.add(
        draft("secret", "Returns at the other shop", "The other shop takes returns for 99 days."), merchant=other
    )
    found = await shelves.library().search("days to return", language=Language.EN, limit=10)
    assert names(found) == ["returns"]
    found = await shelves.library(merchant=other).search("days to return", language=Language.EN, limit=10)
    assert names(found) == ["secret"]
    assert await shelves.library().find_article(ArticleId("secret"), language=Language.EN) == ()
    assert shelves.remove("secret") == 0


async def test_each_language_has_its_own_articles(shelves: Shelves) -> None:
    shelves.add(RETURNS, RETOURS)
    library = shelves.library()
    best = (await library.search("combien de jours pour un retour", language=Language.FR)).hits[0]
    assert best.passage.language is Language.FR
    best = (await library.search("how many days to return", language=Language.EN)).hits[0]
    assert best.passage.language is Language.EN


async def test_without_an_article_in_the_language_the_shop_s_own_is_quoted(shelves: Shelves) -> None:
    shelves.add(RETURNS, RETOURS, LAMPS)
    findings = await shelves.library(default=Language.FR).search("rückgabe", language=Language.DE)
    assert {hit.passage.language for hit in findings.hits} == {Language.FR}
    best = (await shelves.library().search("ich möchte etwas zurücksenden", language=Language.DE)).hits[0]
    assert (best.passage.language, best.passage.citation.article) == (Language.EN, "returns")


async def test_an_article_opens_whole_and_in_order(shelves: Shelves) -> None:
    long = "\n\n".join(f"Paragraph {number}. " + "It says a little more about lamps. " * 12 for number in range(9))
    shelves.add(draft("long", "All about lamps", long))
    found = await shelves.library().find_article(ArticleId("long"), language=Language.EN)
    assert len(found) > 1
    assert "\n\n".join(passage.text for passage in found).split() == long.split()
    assert await shelves.library().find_article(ArticleId("none"), language=Language.EN) == ()


async def test_articles_of_many_passages_are_found_once_each(shelves: Shelves) -> None:
    long = "\n\n".join("Lamps need a dry brush and patience. " * 15 for _ in range(8))
    shelves.add(draft("long", "All about lamps", long), RETURNS)
    found = names(await shelves.library().search("brush for lamps", language=Language.EN, limit=5))
    assert len(found) == len(set(found))
    assert found[0] == "long"
