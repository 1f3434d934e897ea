"""What shoppers of the demo's past asked, and what was decided: replies are blocks in the skills' own phrases."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from domain.blocks import Block, Card, Phrase, PhraseValue, Pill, Row, Tone
from domain.languages import Language
from domain.outcomes import HandoverReason

Said = dict[Language, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """What a conversation is about: a real order of the demo shop, and the moment it was asked about."""

    number: str
    item: str
    carrier: str
    ordered: date
    at: datetime

    @property
    def delivered(self) -> date:
        return max(self.ordered + timedelta(days=4), (self.at - timedelta(days=12)).date())


@dataclass(frozen=True, slots=True, kw_only=True)
class PastTurn:
    """``quote`` names the article that the reply quotes; ``kind`` is the outcome's, empty for small talk."""

    said: Said
    command: str
    blocks: Callable[[Matter], tuple[Block, ...]] = lambda _: ()
    kind: str = "answered"
    quote: str = ""
    calls: tuple[str, ...] = ()
    gap: bool = False
    failed: bool = False
    handover: HandoverReason | None = None
    rules: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialogue:
    """``weight`` is how often it happened, next to the others; ``known`` whether the shopper was verified,
    ``lately`` how many times as often it happened in the last week, so that there is a drop to see."""

    skill: str
    weight: int
    turns: tuple[PastTurn, ...]
    known: bool = True
    lately: int = 1
    ratings: tuple[int, ...] = field(default=())


def _en_fr(english: str, french: str) -> Said:
    return {Language.EN: english, Language.FR: french}


def _within(matter: Matter) -> tuple[Block, ...]:
    until = matter.delivered + timedelta(days=30)
    values: dict[str, PhraseValue] = {"item": matter.item, "until": until, "days": 30, "counted": matter.delivered}
    return (_card(matter, "returns-pill-return", Tone.GOOD, Phrase(key="returns-within-window", values=values)),)


def _passed(matter: Matter) -> tuple[Block, ...]:
    delivered = (matter.at - timedelta(days=41)).date()
    values: dict[str, PhraseValue] = {
        "item": matter.item,
        "last": delivered + timedelta(days=30),
        "days": 30,
        "counted": delivered,
    }
    return (_card(matter, "returns-pill-refused", Tone.PROBLEM, Phrase(key="returns-window-passed", values=values)),)


def _card(matter: Matter, pill: str, tone: Tone, decision: Phrase) -> Card:
    return Card(
        title=matter.item,
        pill=Pill(label=Phrase(key=pill), tone=tone),
        rows=(Row(label=Phrase(key="returns-row-order"), value=matter.number),),
        decision=decision,
    )


def _on_its_way(matter: Matter) -> tuple[Block, ...]:
    expected = (matter.at + timedelta(days=2)).date()
    return (
        Phrase(key="tracking-state-in-transit", values={"number": matter.number, "carrier": matter.carrier}),
        Phrase(key="tracking-expected", values={"expected": expected}),
    )


def _delivered(matter: Matter) -> tuple[Block, ...]:
    values: dict[str, PhraseValue] = {"number": matter.number, "carrier": matter.carrier, "day": matter.delivered}
    return (Phrase(key="tracking-state-delivered", values=values),)


def _absent(matter: Matter) -> tuple[Block, ...]:
    at = matter.at - timedelta(hours=5)
    return (
        Phrase(key="incidents-reason-absent", values={"carrier": matter.carrier, "at": at}),
        Phrase(key="incidents-ask-way"),
    )


def _investigating(matter: Matter) -> tuple[Block, ...]:
    number = f"CL-{matter.number.rpartition('-')[2]}"
    return (Phrase(key="claims-state-investigating", values={"number": number, "carrier": matter.carrier}),)


def _phrase(key: str) -> Callable[[Matter], tuple[Block, ...]]:
    return lambda _: (Phrase(key=key),)


def _person(reason: HandoverReason, english: str, french: str) -> PastTurn:
    return PastTurn(
        said=_en_fr(english, french),
        command="want_person" if reason is HandoverReason.ASKED else "unclear",
        kind="handed_over",
        handover=reason,
        blocks=lambda _: (Phrase(key="handover-taken-over"), Phrase(key="handover-passed-on")),
    )


_ORDERS = ("orders.list",)
_THANKS = PastTurn(
    said=_en_fr("Great, thank you", "Parfait, merci beaucoup"),
    command="thanks",
    kind="",
    blocks=_phrase("chitchat-thanks"),
)
_RETURN = PastTurn(
    said=_en_fr("Hi, can I send this back? It doesn't fit", "Bonjour, puis-je le renvoyer ? La taille ne va pas"),
    command="return_or_exchange",
    blocks=_within,
    calls=(*_ORDERS, "returns.list", "returns.check"),
    rules=True,
)
_TOO_LATE = PastTurn(
    said=_en_fr("I'd like my money back for an older order", "Je veux être remboursé d'une commande plus ancienne"),
    command="return_or_exchange",
    kind="refused",
    blocks=_passed,
    calls=(*_ORDERS, "returns.list", "returns.check"),
    rules=False,
)
_WHERE = PastTurn(
    said=_en_fr("where's my order??", "Ma commande n'est toujours pas là, où est-elle ?"),
    command="order_tracking",
    blocks=_on_its_way,
    calls=(*_ORDERS, "tracking.list"),
)
_ARRIVED = PastTurn(
    said=_en_fr("Has my package arrived yet", "Mon paquet est-il arrivé ?"),
    command="order_tracking",
    blocks=_delivered,
    calls=(*_ORDERS, "tracking.list"),
)
_MISSED = PastTurn(
    said=_en_fr("I missed the driver this morning", "J'ai raté le livreur ce matin"),
    command="delivery_incident",
    kind="asked",
    blocks=_absent,
    calls=(*_ORDERS, "incidents.list"),
)
_CLAIM = PastTurn(
    said=_en_fr("any news about the lost parcel?", "Des nouvelles de mon colis égaré ?"),
    command="claim_or_investigation",
    blocks=_investigating,
    calls=("claims.list",),
)
_CONDITION = PastTurn(
    said=_en_fr(
        "Do the labels need to be attached when I return it", "Faut-il laisser les étiquettes pour un retour ?"
    ),
    command="policy_question",
    quote="return-condition",
)
_REFUND_DELAY = PastTurn(
    said=_en_fr("how long do refunds take with you", "Combien de temps prend un remboursement chez vous ?"),
    command="policy_question",
    quote="refund-delay",
)
_ABROAD = PastTurn(
    said=_en_fr("Which countries do you ship to?", "Dans quels pays livrez-vous ?"),
    command="policy_question",
    quote="delivery-countries",
)
_HEM = PastTurn(
    said=_en_fr("Can you shorten trousers for me", "Faites-vous des retouches sur les pantalons ?"),
    command="policy_question",
    kind="asked",
    blocks=_phrase("questions-unknown"),
    gap=True,
)
_STUDENT = PastTurn(
    said=_en_fr("is there a student discount", "Y a-t-il une remise pour les étudiants ?"),
    command="policy_question",
    kind="asked",
    blocks=_phrase("questions-unknown"),
    gap=True,
)
_SIGN_IN = PastTurn(
    said=_en_fr("I want to return something", "Je souhaite retourner un article"),
    command="return_or_exchange",
    kind="asked",
    blocks=_phrase("signin-ask-address"),
)
_DOWN = PastTurn(
    said=_en_fr("Can I get a refund for this one", "Est-ce que cet article est remboursable ?"),
    command="return_or_exchange",
    kind="handed_over",
    failed=True,
    handover=HandoverReason.VENDOR_FAILING,
    blocks=_phrase("shop-unreachable-person"),
    calls=(*_ORDERS, "!returns.list"),
)
_ASK_PERSON = _person(HandoverReason.ASKED, "I'd rather talk to someone", "Je préfère parler à quelqu'un")
_LOST = _person(HandoverReason.NOT_UNDERSTOOD, "no that is not it at all", "non, ce n'est pas du tout ça")

DIALOGUES = (
    Dialogue(skill="returns", weight=14, turns=(_RETURN, _THANKS), ratings=(5, 5, 4)),
    Dialogue(skill="returns", weight=12, turns=(_RETURN,), ratings=(4,)),
    Dialogue(skill="returns", weight=6, turns=(_TOO_LATE,), ratings=(2, 3)),
    Dialogue(skill="returns", weight=4, turns=(_TOO_LATE, _ASK_PERSON), ratings=(2,)),
    Dialogue(skill="returns", weight=5, turns=(_SIGN_IN,), known=False),
    Dialogue(skill="returns", weight=2, turns=(_DOWN,), lately=22, ratings=(1, 2)),
    Dialogue(skill="tracking", weight=20, turns=(_WHERE,), ratings=(4, 5)),
    Dialogue(skill="tracking", weight=12, turns=(_WHERE, _THANKS), ratings=(5, 4)),
    Dialogue(skill="tracking", weight=6, turns=(_ARRIVED, _THANKS), ratings=(5,)),
    Dialogue(skill="tracking", weight=3, turns=(_WHERE, _LOST), ratings=(2,)),
    Dialogue(skill="incidents", weight=6, turns=(_MISSED,)),
    Dialogue(skill="incidents", weight=3, turns=(_MISSED, _ASK_PERSON), ratings=(3,)),
    Dialogue(skill="claims", weight=4, turns=(_CLAIM, _THANKS), ratings=(3, 4)),
    Dialogue(skill="claims", weight=2, turns=(_CLAIM, _ASK_PERSON)),
    Dialogue(skill="questions", weight=9, turns=(_CONDITION,), known=False, ratings=(4, 5)),
    Dialogue(skill="questions", weight=7, turns=(_REFUND_DELAY, _THANKS), known=False, ratings=(5,)),
    Dialogue(skill="questions", weight=4, turns=(_ABROAD,), known=False),
    Dialogue(skill="questions", weight=2, turns=(_HEM,), known=False, lately=9),
    Dialogue(skill="questions", weight=2, turns=(_STUDENT, _ASK_PERSON), known=False, ratings=(3,)),
)

WRITTEN = _en_fr(
    "Hello, Samir here. I looked into it with our team and wrote you an email with the details.",
    "Bonjour, ici Samir. J'ai regardé avec l'équipe et je vous ai écrit un e-mail avec les détails.",
)
