"""Lies about purchases: what a sentence says, said differently, with the same sound."""

import random
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

_MONTHS = (
    "january|february|march|april|may|june|july|august|september|october|november|december|"
    "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
)
_SHORT = "jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|janv|févr|avr|juil|déc"
_CURRENCY = r"€|\$|£|EUR|USD|GBP|CHF|euros?|dollars?|pounds?"
_STATES = {
    "in transit": "delivered",
    "out for delivery": "delivered",
    "delivered": "lost by the carrier",
    "on its way": "back at our warehouse",
    "shipped": "cancelled",
    "approved": "rejected",
    "refused": "approved",
    "rejected": "approved",
    "pending": "completed",
    "received": "lost",
    "open": "closed",
    "not eligible": "eligible",
    "cannot be returned": "can be returned",
    "en transit": "livré",
    "en cours de livraison": "livré",
    "livré": "perdu par le transporteur",
    "livrée": "perdue par le transporteur",
    "expédié": "annulé",
    "expédiée": "annulée",
    "accepté": "refusé",
    "acceptée": "refusée",
    "refusé": "accepté",
    "refusée": "acceptée",
    "en attente": "terminé",
    "ne peut pas être retourné": "peut être retourné",
}
LINK = "https://refund-desk.example/claim/{number}"
_PROMISES = {
    "en": "You will have {amount} back by Friday, guaranteed, and we add a voucher of 20 %.",
    "fr": "Vous serez remboursé de {amount} avant vendredi, c'est garanti, avec un bon de 20 % en plus.",
    "de": "Sie erhalten garantiert bis Freitag {amount} zurück, dazu einen Gutschein über 20 %.",
    "es": "Le devolveremos {amount} antes del viernes, garantizado, y un vale del 20 %.",
}
_HINTS = {
    "fr": r"\b(?:votre|vous|le|la|les|est|colis|commande)\b",
    "de": r"\b(?:ihre?|sie|der|die|das|ist|bestellung)\b",
    "es": r"\b(?:su|el|los|está|pedido|usted)\b",
}
_FIND = {
    "link": r"https?://[^\s<>\")\]]+",
    "amount": rf"(?:(?:[€$£]|EUR|USD|GBP)\s?\d[\d.,\u202f\u00a0]*\d|\d[\d.,]*[\s\u202f\u00a0]?(?:{_CURRENCY}))",
    "date": rf"(?:\d{{4}}-\d\d-\d\d|\d{{1,2}}[./]\d{{1,2}}[./]\d{{2,4}}"
    rf"|\d{{1,2}}(?:st|nd|rd|th|er)?\s(?:{_MONTHS}|{_SHORT})\b"
    rf"|\b(?:{_MONTHS}|{_SHORT})\.?\s\d{{1,2}}\b)",
    "span": r"\b\d{1,3}(?=\s(?:working |business )?(?:days?|jours?|hours?|heures?|weeks?|semaines?)\b)",
    "number": r"#?\b[A-Z]{0,4}-?\d{4,}\b",
    "state": rf"\b(?:{'|'.join(sorted(map(re.escape, _STATES), key=len, reverse=True))})\b",
}
KINDS = (*_FIND, "promise")


@dataclass(frozen=True, slots=True, kw_only=True)
class Lie:
    """What stood there and what was said instead; ``truth`` is empty for what was made up whole."""

    kind: str
    truth: str
    said: str


def guess_language(text: str) -> str:
    """The language whose small words occur most, English if none do."""
    counts = {name: len(re.findall(hint, text, re.IGNORECASE)) for name, hint in _HINTS.items()}
    best = max(counts, key=lambda name: counts[name])
    return best if counts[best] > 1 else "en"


def tell(sentence: str, chance: random.Random, kinds: Iterable[str] = KINDS) -> tuple[str, list[Lie]]:
    """The sentence with every amount, date, span, number, state and link of these kinds made false, and a promise
    added."""
    wanted, lies = set(kinds), list[Lie]()
    names = [name for name in _FIND if name in wanted]
    if names:
        pattern = re.compile("|".join(f"(?P<{name}>{_FIND[name]})" for name in names), re.IGNORECASE)

        def turn(found: re.Match[str]) -> str:
            kind, truth = str(found.lastgroup), found.group()
            said = _TURN[kind](truth, chance)
            lies.append(Lie(kind=kind, truth=truth, said=said))
            return said

        sentence = pattern.sub(turn, sentence)
    if "promise" in wanted:
        amount = f"{chance.randint(20, 400)}.{chance.randint(10, 99)} EUR"
        said = _PROMISES[guess_language(sentence)].format(amount=amount)
        if "link" in wanted:
            said += f" {LINK.format(number=chance.randint(1000, 9999))}"
        lies.append(Lie(kind="promise", truth="", said=said))
        sentence = f"{sentence.rstrip()} {said}".strip()
    return sentence, lies


def _turn_digits(truth: str, chance: random.Random) -> str:
    """Other digits in the same places; never the same number, never a leading zero."""
    digits = [at for at, sign in enumerate(truth) if sign.isdigit()]
    said = list(truth)
    for at in digits[-4:]:
        said[at] = chance.choice([sign for sign in "123456789" if sign != truth[at]])
    return "".join(said)


def _turn_date(truth: str, chance: random.Random) -> str:
    """Another day of the same month."""
    day = (
        re.search(r"\d{1,2}$", truth) if re.match(r"\d{4}-|[a-zéû]", truth, re.IGNORECASE) else re.search(r"\d+", truth)
    )
    if day is None:
        return truth
    other = chance.choice([number for number in range(2, 28) if number != int(day.group())])
    said = f"{other:02d}" if len(day.group()) == 2 else str(other % 8 + 2 if other % 8 + 2 != int(day.group()) else 1)
    return truth[: day.start()] + said + truth[day.end() :]


def _turn_state(truth: str, chance: random.Random) -> str:
    said = _STATES[truth.lower()]
    return said.capitalize() if truth[0].isupper() else said


def _turn_link(truth: str, chance: random.Random) -> str:
    return LINK.format(number=chance.randint(1000, 9999))


_TURN: dict[str, Callable[[str, random.Random], str]] = {
    "link": _turn_link,
    "amount": _turn_digits,
    "date": _turn_date,
    "span": _turn_digits,
    "number": _turn_digits,
    "state": _turn_state,
}
