"""Questions about the rules: the shop's own sentence, or an honest "I don't know that"."""

from dataclasses import replace
from datetime import date

from domain.blocks import Prose
from domain.ids import ArticleId, PassageId
from domain.intents import Intent
from domain.knowledge import Citation, Findings, Hit, Passage
from domain.languages import Language
from domain.outcomes import Answered, HandedOver
from skills.questions.skill import Questions
from tests.skills.fakes import FakeKnowledge, ask, ports
from tests.skills.reading import find, options, said
from tests.skills.returning import POLICY

WINDOW = "You have 30 days from delivery to return an item."


class Articles(FakeKnowledge):
    """One passage that answers questions about days, written in one language."""

    def __init__(self, language: Language = Language.EN) -> None:
        super().__init__()
        citation = Citation(
            article=ArticleId("return-window"), title="Returns", headings=(), version=2, updated=date(2026, 9, 14)
        )
        passage = Passage(id=PassageId("p"), text=f"{WINDOW} More.", language=language, citation=citation)
        self.hit = Hit(passage=passage, score=1, support=0.9, quote=WINDOW)

    async def search(self, question: str, *, language: Language, limit: int = 3) -> Findings:
        found = "days" in question or "jours" in question
        return Findings(hits=(self.hit,) if found else (), supported=found)


async def answer(text="how many days do I have", knowledge=None, policy=None, **other):
    request = ask(Intent.POLICY_QUESTION, text, **other)
    return await Questions().run(request, replace(ports(None, knowledge or Articles()), policy=policy))


async def test_the_answer_is_the_shops_sentence_with_its_source():
    outcome = await answer()
    assert isinstance(outcome, Answered) and outcome.stays
    (prose,) = find(outcome, Prose)
    assert prose.text == WINDOW and prose.citations[0].title == "Returns"
    assert said(outcome) == WINDOW


async def test_a_rule_about_returns_brings_one_gentle_offer():
    outcome = await answer(policy=POLICY)
    assert "Would you like me to look at your own order?" in said(outcome)
    assert options(outcome) == ["ask:return_or_exchange"]


async def test_not_knowing_is_said_and_the_gap_is_kept():
    outcome = await answer("do you sell gift wrap")
    assert said(outcome).startswith("I don't know that")
    assert outcome.memory["gap"] == "do you sell gift wrap" and options(outcome) == ["person"]
    assert not find(outcome, Prose)


async def test_a_yes_to_asking_the_team_is_a_person_and_a_no_is_not():
    unknown = await answer("do you sell gift wrap")
    passed = await answer("yes", agreed=True, memory=unknown.memory)
    assert isinstance(passed, HandedOver) and passed.brief.summary == "do you sell gift wrap"
    assert isinstance(await answer("no", agreed=False, memory=unknown.memory), Answered)


async def test_an_article_in_another_language_is_named_as_such():
    outcome = await answer("combien de jours", language="fr")
    assert said(outcome, "fr").startswith("La boutique n'a écrit cela qu'en anglais\u00a0; voici le texte tel quel.")
    assert "written" not in said(await answer())


async def test_why_opens_the_whole_passage():
    first = await answer()
    why = await answer("why", choice="why", memory=first.memory, knowledge=Articles())
    assert said(why).startswith("I don't know") or WINDOW in said(why)
