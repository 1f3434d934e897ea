"""The shop's customers: names, addresses that reach nobody, and numbers kept for fiction where a country has some."""

import random
import unicodedata
from dataclasses import dataclass

from domain.customers import Customer
from domain.ids import CustomerId
from domain.languages import Language
from domain.parcels import Place
from hub_connectors.sandbox.seeding.names import FAMILY, GIVEN
from hub_connectors.sandbox.seeding.places import TOWNS_OF, Town, make_address, make_postcode


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A customer with where they live; ``keenness`` weighs how often they order."""

    customer: Customer
    town: Town
    postcode: str
    address: Place
    keenness: float


_HOMES = {"FR": 620, "BE": 50, "LU": 10, "DE": 85, "ES": 50, "IT": 45, "NL": 45, "GB": 60, "US": 40, "CH": 10}
_LANGUAGES = {
    "FR": ("fr",) * 19 + ("en",),
    "BE": ("fr", "fr", "nl"),
    "LU": ("fr", "fr", "de", "en"),
    "DE": ("de",) * 14 + ("en",),
    "ES": ("es",) * 14 + ("en",),
    "IT": ("it",) * 14 + ("en",),
    "NL": ("nl",) * 9 + ("en",),
    "GB": ("en",) * 24 + ("fr",),
    "US": ("en",) * 20 + ("es",),
    "CH": ("fr", "fr", "fr", "de"),
}
_MAIL = ("example.com", "example.org", "example.net", "mail.example", "post.example")


def make_people(chance: random.Random, count: int) -> list[Person]:
    countries = chance.choices(list(_HOMES), weights=list(_HOMES.values()), k=count)
    taken: dict[str, int] = {}
    serials: dict[str, int] = {}
    return [_make_person(country, chance, taken, serials) for country in countries]


def _make_person(country: str, chance: random.Random, taken: dict[str, int], serials: dict[str, int]) -> Person:
    language = chance.choice(_LANGUAGES[country])
    given = chance.choice(_LISTED[language][0])
    family = chance.choice(_LISTED[language][1])
    town = chance.choice(TOWNS_OF[country])
    customer = Customer(
        id=CustomerId(f"cus_{chance.getrandbits(48):012x}"),
        name=f"{given} {family}",
        email=_make_email(given, family, chance, taken),
        phone=_make_phone(country, serials) if chance.random() < 0.8 else None,
        language=Language(language),
        country=country,
    )
    return Person(
        customer=customer,
        town=town,
        postcode=make_postcode(town, chance),
        address=make_address(town, chance),
        keenness=chance.paretovariate(1.6),
    )


def _make_email(given: str, family: str, chance: random.Random, taken: dict[str, int]) -> str:
    first, last = _plain(given), _plain(family)
    local = chance.choice(
        (f"{first}.{last}", f"{first}.{last}", f"{first[0]}.{last}", f"{first}{last}", f"{last}.{first}")
    )
    address = f"{local}@{chance.choice(_MAIL)}"
    taken[address] = taken.get(address, 0) + 1
    again = taken[address]
    return address if again == 1 else address.replace("@", f"{again}@")


def _make_phone(country: str, serials: dict[str, int]) -> str | None:
    """A number of a range that the country's regulator keeps for films and books; None where we know of none.

    The first numbers of each range are left to the demo customers.
    """
    serial = serials.get(country, 0)
    serials[country] = serial + 1
    if country == "FR" and serial < 9_900:
        return f"+336399{80_100 + serial * 7919 % 9_900:05d}"
    if country == "GB" and serial < 990:
        return f"+447700900{10 + serial * 617 % 990:03d}"
    if country == "US" and serial < 800:
        area = ("212", "617", "312", "503", "512", "646", "773", "971")[serial % 8]
        return f"+1{area}555{100 + serial // 8:04d}"
    if country == "DE" and serial < 90:
        return f"+491713920{10 + serial * 37 % 90:03d}"
    return None


def _plain(name: str) -> str:
    folded = unicodedata.normalize("NFKD", name.lower())
    return "".join(each for each in folded if each.isascii() and each.isalpha())


def _listed(names: str) -> list[str]:
    return [name.replace("_", " ") for name in names.split()]


_LISTED = {language: (_listed(GIVEN[language]), _listed(FAMILY[language])) for language in GIVEN}
