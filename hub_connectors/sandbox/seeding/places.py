"""Towns where the shop's customers live, with the map point and postcode of each, and the carriers' depots."""

import random
from dataclasses import dataclass
from functools import cache

from domain.parcels import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Town:
    """``postcodes`` are patterns; ``#`` stands for a digit, ``@`` for a letter."""

    name: str
    country: str
    latitude: float
    longitude: float
    postcodes: tuple[str, ...]


_TABLE = """
FR Paris 48.857 2.352 7501# 7500# 75020
FR Lyon 45.764 4.836 6900#
FR Marseille 43.296 5.370 1300# 1301#
FR Lille 50.629 3.057 59000 59800
FR Nantes 47.218 -1.554 44000 44100 44300
FR Bordeaux 44.838 -0.579 33000 33800
FR Toulouse 43.604 1.444 31000 31300
FR Strasbourg 48.573 7.752 67000 67200
FR Rennes 48.117 -1.678 35000 35700
FR Grenoble 45.188 5.724 38000 38100
FR Montpellier 43.611 3.877 34000 34070
FR Nice 43.710 7.262 06000 06100
FR Annecy 45.899 6.129 74000
FR Tours 47.394 0.685 37000 37200
FR Dijon 47.322 5.041 21000
FR Brest 48.390 -4.486 29200
BE Bruxelles 50.850 4.352 10#0
BE Gent 51.054 3.717 9000
BE Liège 50.633 5.567 4000
LU Luxembourg 49.611 6.130 L-1### L-2###
DE Berlin 52.520 13.405 10### 12###
DE Hamburg 53.551 9.994 20### 22###
DE München 48.137 11.575 80### 81###
DE Köln 50.938 6.960 50### 51###
DE Leipzig 51.340 12.373 04###
ES Madrid 40.417 -3.704 280##
ES Barcelona 41.387 2.170 080##
ES Valencia 39.470 -0.376 460##
ES Sevilla 37.389 -5.984 410##
IT Milano 45.464 9.190 201##
IT Torino 45.070 7.687 101##
IT Roma 41.903 12.496 001##
IT Bologna 44.494 11.343 401##
NL Amsterdam 52.370 4.895 10##_@@
NL Utrecht 52.091 5.121 35##_@@
NL Rotterdam 51.922 4.479 30##_@@
GB London 51.507 -0.128 SE1_#@@ N16_#@@ E8_#@@ W6_#@@
GB Manchester 53.481 -2.242 M1#_#@@
GB Bristol 51.455 -2.588 BS#_#@@
GB Edinburgh 55.953 -3.188 EH#_#@@
GB Leeds 53.801 -1.549 LS#_#@@
US New_York 40.713 -74.006 100## 112##
US Boston 42.360 -71.058 021##
US Chicago 41.878 -87.630 606##
US Portland 45.515 -122.678 972##
US Austin 30.267 -97.743 787##
CH Genève 46.204 6.143 12##
CH Lausanne 46.520 6.633 10##
"""


def _read_row(row: str) -> Town:
    country, name, latitude, longitude, *postcodes = row.split()
    return Town(
        name=name.replace("_", " "),
        country=country,
        latitude=float(latitude),
        longitude=float(longitude),
        postcodes=tuple(code.replace("_", " ") for code in postcodes),
    )


TOWNS = tuple(_read_row(row) for row in _TABLE.strip().splitlines())
TOWNS_OF = {country: tuple(town for town in TOWNS if town.country == country) for country in {t.country for t in TOWNS}}
_LETTERS = "ABDEFGHJLNPRSTUWXYZ"


def make_postcode(town: Town, chance: random.Random) -> str:
    pattern = chance.choice(town.postcodes)
    return "".join(
        chance.choice("123456789") if each == "#" else chance.choice(_LETTERS) if each == "@" else each
        for each in pattern
    )


def make_address(town: Town, chance: random.Random) -> Place:
    """A point within a few kilometres of the town's middle."""
    return Place(
        name=town.name,
        latitude=round(town.latitude + chance.uniform(-0.03, 0.03), 5),
        longitude=round(town.longitude + chance.uniform(-0.04, 0.04), 5),
    )


@cache
def find_depot(carrier: str, town: Town) -> Place:
    """The carrier's depot of a town: at its edge, always on the same spot."""
    chance = random.Random(f"{carrier}:{town.name}")
    return Place(
        name=f"{carrier} {town.name}",
        latitude=round(town.latitude + chance.choice((-1, 1)) * chance.uniform(0.04, 0.09), 5),
        longitude=round(town.longitude + chance.choice((-1, 1)) * chance.uniform(0.05, 0.12), 5),
    )
