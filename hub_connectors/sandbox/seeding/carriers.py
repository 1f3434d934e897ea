"""The carriers that bring the shop's parcels: where, how fast, and the words that their scans use.

The words imitate each carrier's manner; they are no complete or authoritative list.
"""

import random
from dataclasses import dataclass

from domain.parcels import ParcelState
from hub_connectors.sandbox.stories import Told

_STATES = (
    ParcelState.LABEL_CREATED,
    ParcelState.IN_TRANSIT,
    ParcelState.OUT_FOR_DELIVERY,
    ParcelState.DELIVERED,
    ParcelState.FAILED_ATTEMPT,
    ParcelState.AWAITING_PICKUP,
    ParcelState.EXCEPTION,
    ParcelState.LOST,
    ParcelState.RETURNED_TO_SENDER,
    ParcelState.UNKNOWN,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Carrier:
    """``number`` is the pattern of a tracking number; ``told`` how exactly it reports a delivery."""

    name: str
    number: str
    told: Told
    codes: dict[ParcelState, str]


_TABLE = """
Colissimo     | 6A########### | instant | DR1 ET1 MD2 DI1 ND1 AG1 PB1 PB9 RE1 ZZ4
Chronopost    | XY#########FR | instant | DR1 ET2 MD2 DI1 ND1 AG1 PB1 PB9 RE1 ZZ4
Mondial_Relay | 8#######      | day     | 80 81 81 82 83 MED 83 LST RET 97
DPD           | 250########## | instant | CREA DEPOT OUTFD LIVR AVIS RELAIS INCID PERDU RETOUR X19
GLS           | 00######      | instant | PREAD TRANSIT INDELIV DELIVD NOTDELIV SHOP EXCEPT LOSS RTS SYS7
UPS           | 1Z##########  | instant | M I O D X2 ZP X L RS U3
DHL           | 003########## | instant | PU DF WC OK NH RW OH LX RT MX
Royal_Mail    | RM#########GB | day     | EVNMI EVIAV EVGPD EVKSP EVNRT EVKLC EVNEX EVLST EVNRS EVZZZ
USPS          | 9400######### | day     | GX 10 OF 01 02 16 14 LM 09 T9
"""


def _read_row(row: str) -> Carrier:
    name, number, told, codes = (part.strip() for part in row.split("|"))
    return Carrier(
        name=name.replace("_", " "),
        number=number,
        told=Told(told),
        codes=dict(zip(_STATES, codes.split(), strict=True)),
    )


CARRIERS = {carrier.name: carrier for carrier in map(_read_row, _TABLE.strip().splitlines())}

_FRANCE = (("Colissimo", 60), ("Mondial Relay", 24), ("Chronopost", 12), ("GLS", 4))
_UNION = (("DPD", 76), ("GLS", 12), ("DHL", 8), ("UPS", 4))
_ROUTES = {
    "FR": _FRANCE,
    "GB": (("DPD", 70), ("Royal Mail", 30)),
    "US": (("UPS", 75), ("USPS", 25)),
    "CH": (("DHL", 100),),
}
_WORKING_DAYS = {"FR": (2, 3), "GB": (4, 7), "US": (5, 9), "CH": (3, 6)}


def choose_carrier(country: str, chance: random.Random) -> Carrier:
    names, weights = zip(*_ROUTES.get(country, _UNION), strict=True)
    return CARRIERS[chance.choices(names, weights)[0]]


def working_days(carrier: Carrier, country: str, chance: random.Random) -> int:
    if carrier.name == "Chronopost":
        return 1
    return chance.randint(*_WORKING_DAYS.get(country, (3, 6)))


def make_tracking_number(carrier: Carrier, chance: random.Random) -> str:
    count = carrier.number.count("#")
    return carrier.number.replace("#" * count, f"{chance.randrange(10**count):0{count}d}")
