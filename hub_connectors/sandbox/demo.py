"""The named demo customers: who they are, which story they show, and what to try as each of them."""

from dataclasses import dataclass
from enum import StrEnum

from domain.customers import Customer
from domain.ids import CustomerId
from domain.languages import Language


class DemoStory(StrEnum):
    """What a demo customer is there to show."""

    INSIDE_WINDOW = "inside_window"
    TWO_ALIKE = "two_alike"
    WINDOW_PASSED = "window_passed"
    FINAL_SALE = "final_sale"
    IN_TRANSIT = "in_transit"
    FAILED_DELIVERY = "failed_delivery"
    LOST_PARCEL = "lost_parcel"
    REFUNDS = "refunds"
    GIFT_RECIPIENT = "gift_recipient"
    PARTLY_DELIVERED = "partly_delivered"


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoCustomer:
    """A customer to sign in as; ``try_en`` and ``try_fr`` are a first message that shows the story."""

    customer: Customer
    story: DemoStory
    try_en: str
    try_fr: str

    @property
    def name(self) -> str:
        return self.customer.name

    @property
    def email(self) -> str:
        return self.customer.email

    @property
    def language(self) -> Language:
        return self.customer.language


def _customer(key: str, name: str, email: str, phone: str | None, home: tuple[Language, str]) -> Customer:
    language, country = home
    return Customer(
        id=CustomerId(f"cus_demo_{key}"), name=name, email=email, phone=phone, language=language, country=country
    )


DEMO_CUSTOMERS = (
    DemoCustomer(
        customer=_customer(
            "camille", "Camille Laurent", "camille.laurent@example.com", "+33639980001", (Language.FR, "FR")
        ),
        story=DemoStory.INSIDE_WINDOW,
        try_en="I'd like to return the blue jacket, it's too small",
        try_fr="Je voudrais renvoyer la veste bleue, elle est trop petite",
    ),
    DemoCustomer(
        customer=_customer("lucas", "Lucas Moreau", "lucas.moreau@example.com", "+33639980002", (Language.FR, "FR")),
        story=DemoStory.TWO_ALIKE,
        try_en="Can I send back the blue jacket?",
        try_fr="Puis-je rendre la veste bleue ?",
    ),
    DemoCustomer(
        customer=_customer("emma", "Emma Brooks", "emma.brooks@example.com", "+13055550142", (Language.EN, "US")),
        story=DemoStory.WINDOW_PASSED,
        try_en="Is it too late to get a refund for my boots?",
        try_fr="Est-il trop tard pour me faire rembourser mes bottines ?",
    ),
    DemoCustomer(
        customer=_customer(
            "nora", "Nora Whitfield", "nora.whitfield@example.com", "+447700900001", (Language.EN, "GB")
        ),
        story=DemoStory.FINAL_SALE,
        try_en="I want to return the dress and the cardigan",
        try_fr="Je veux renvoyer la robe et le gilet",
    ),
    DemoCustomer(
        customer=_customer(
            "oliver", "Oliver Hughes", "oliver.hughes@example.com", "+447700900002", (Language.EN, "GB")
        ),
        story=DemoStory.IN_TRANSIT,
        try_en="Where is my parcel?",
        try_fr="Où est mon colis ?",
    ),
    DemoCustomer(
        customer=_customer("ines", "Inès Garnier", "ines.garnier@example.com", "+33639980003", (Language.FR, "FR")),
        story=DemoStory.FAILED_DELIVERY,
        try_en="The driver couldn't get in, can they come again?",
        try_fr="Le livreur n'a pas pu entrer, peut-il repasser ?",
    ),
    DemoCustomer(
        customer=_customer("hugo", "Hugo Lambert", "hugo.lambert@example.com", "+33639980004", (Language.FR, "FR")),
        story=DemoStory.LOST_PARCEL,
        try_en="What about the investigation into my lost parcel?",
        try_fr="Où en est l'enquête pour mon colis perdu ?",
    ),
    DemoCustomer(
        customer=_customer("jonas", "Jonas Becker", "jonas.becker@example.com", "+491713920001", (Language.DE, "DE")),
        story=DemoStory.REFUNDS,
        try_en="When do I get my money back?",
        try_fr="Quand vais-je être remboursé ?",
    ),
    DemoCustomer(
        customer=_customer(
            "alice", "Alice Fournier", "alice.fournier@example.com", "+33639980005", (Language.FR, "FR")
        ),
        story=DemoStory.GIFT_RECIPIENT,
        try_en="I got a cardigan as a gift and it doesn't fit",
        try_fr="On m'a offert un gilet et il ne me va pas",
    ),
    DemoCustomer(
        customer=_customer("sofia", "Sofía Navarro", "sofia.navarro@example.com", None, (Language.ES, "ES")),
        story=DemoStory.PARTLY_DELIVERED,
        try_en="Only half of my order came, where is the rest?",
        try_fr="Je n'ai reçu qu'une partie de ma commande, où est le reste ?",
    ),
)

GIFT_BUYER = _customer("antoine", "Antoine Roussel", "antoine.roussel@example.com", "+33639980006", (Language.FR, "FR"))
"""Bought the gift that Alice received; signs in like anyone else, but shows no story of his own."""


def find_demo(story: DemoStory) -> DemoCustomer:
    return next(each for each in DEMO_CUSTOMERS if each.story is story)
