"""Telephone numbers as people type them, in the one form (E.164) in which customers are looked up."""

from zoneinfo import ZoneInfo

import phonenumbers
from babel.core import get_global


def find_phone(typed: str, zone: ZoneInfo) -> str | None:
    """E.164; without a country code it is a number of the country whose zone this is. None for anything else, such as
    an order number: what starts with neither ``+`` nor ``0`` is never taken for a telephone."""
    plain = f"+{typed[2:]}" if typed.startswith("00") else typed
    if not plain.startswith(("+", "0")):
        return None
    try:
        number = phonenumbers.parse(plain, get_global("zone_territories").get(zone.key))
    except phonenumbers.NumberParseException:
        return None
    known = phonenumbers.is_possible_number if plain.startswith("+") else phonenumbers.is_valid_number
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164) if known(number) else None
