"""True sentences with one thing made wrong: an amount, a day, a number, a name, a link, a state.

The sentences are our own phrases with random facts, read as if a model had written them. Run as
``python -m evals.replies.mutations``; the seed makes it repeatable.
"""

import argparse
import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from rich.console import Console

from agent.wording.check import Evidence, check
from agent.wording.embedded import word
from domain.blocks import Phrase, PhraseValue
from domain.languages import Language
from domain.money import Currency, Money
from domain.replies import SaidText
from evals.replies.rows import ZONE, model_reply
from evals.routing import Share
from runtime.phrases import load_phrases

TODAY = date(2026, 11, 18)
_CARRIERS = ("Colissimo", "DPD", "Chronopost", "UPS", "GLS")
_DAY = re.compile(r"(?<![\w.,-])(\d{1,2})(?=\.?\s(?:de\s)?[^\W\d]{3,})")
_KEYS = (
    "claims-state-investigating",
    "claims-state-paid",
    "claims-due",
    "claims-overdue",
    "claims-state-rejected",
    "incidents-answer-by",
    "incidents-recorded-redeliver",
    "incidents-rest-on-way",
    "returns-refund-expected",
    "returns-option-order",
)
_UNTRUE = {
    "en": ("It has been delivered.", "You have been refunded.", "We will call you tomorrow.", "It is free of charge."),
    "fr": ("Il a été livré.", "Vous avez été remboursé.", "Nous vous rappelons demain.", "C'est gratuit."),
    "es": ("Ha sido entregado.", "Ha sido reembolsado.", "Te llamamos mañana.", "Es gratis."),
    "de": ("Es wurde zugestellt.", "Der Betrag wurde erstattet.", "Wir rufen dich morgen an.", "Das ist kostenlos."),
    "it": ("È stato consegnato.", "È stato rimborsato.", "Ti chiamiamo domani.", "È gratis."),
    "nl": ("Het is bezorgd.", "Het bedrag is terugbetaald.", "We bellen je morgen.", "Het is gratis."),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Mutant:
    """``kind`` is what was made wrong, empty for the sentence as it was."""

    kind: str
    language: str
    text: str
    evidence: Evidence

    @property
    def stopped(self) -> bool:
        return bool(check(model_reply(self.text, self.language), self.evidence))


def mutants(seed: int, rounds: int) -> Iterator[Mutant]:
    """Each phrase in each language, as it is and with each fault that fits it."""
    chance = random.Random(seed)
    for _ in range(rounds):
        for key in _KEYS:
            values = _values(chance)
            for language in Language:
                yield from _of_phrase(Phrase(key=key, values=values), language, chance)


def _of_phrase(phrase: Phrase, language: Language, chance: random.Random) -> Iterator[Mutant]:
    reply = word((phrase,), phrases=load_phrases(), language=language, zone=ZONE, today=TODAY)
    said = reply.blocks[0]
    assert isinstance(said, SaidText)
    used = {span.name: phrase.values[span.name] for span in said.words.spans if span.name in phrase.values}
    evidence = Evidence(blocks=(Phrase(key=phrase.key, values=used),), today=TODAY, zone=ZONE)
    for kind, fault in _FAULTS.items():
        text = fault(said.words.text, language, chance)
        if kind == "" or text != said.words.text:
            yield Mutant(kind=kind, language=language.value, text=text, evidence=evidence)


def _values(chance: random.Random) -> dict[str, PhraseValue]:
    days = {name: TODAY + timedelta(days=chance.randint(8, 60)) for name in ("due", "by", "day", "expected", "placed")}
    number = f"MA-{chance.randint(100000, 999999)}"
    return {
        **days,
        "number": number,
        "order": number,
        "carrier": chance.choice(_CARRIERS),
        "amount": Money(minor=chance.randint(1000, 40000), currency=Currency("EUR")),
    }


def _same(text: str, language: Language, chance: random.Random) -> str:
    return text


def _amount(text: str, language: Language, chance: random.Random) -> str:
    return re.sub(r"\d(?=\d*[.,]\d\d\b)", _other_digit(chance), text, count=1)


def _day(text: str, language: Language, chance: random.Random) -> str:
    """Another day of the same month: the number beside a month's name, not one inside an order number or amount."""
    return _DAY.sub(lambda match: str(int(match[0]) % 28 + 1), text, count=1)


def _number(text: str, language: Language, chance: random.Random) -> str:
    return re.sub(r"(?<=MA-\d{4})\d", _other_digit(chance), text, count=1)


def _name(text: str, language: Language, chance: random.Random) -> str:
    found = next((each for each in _CARRIERS if each in text), None)
    return text.replace(found, chance.choice([each for each in _CARRIERS if each != found])) if found else text


def _link(text: str, language: Language, chance: random.Random) -> str:
    return f"{text} https://shop.example/{chance.randint(1000, 9999)}"


def _untrue(text: str, language: Language, chance: random.Random) -> str:
    return f"{text} {chance.choice(_UNTRUE[language.value])}"


def _other_digit(chance: random.Random) -> Callable[[re.Match[str]], str]:
    return lambda match: chance.choice([each for each in "123456789" if each != match[0]])


_FAULTS: dict[str, Callable[[str, Language, random.Random], str]] = {
    "": _same,
    "amount": _amount,
    "day": _day,
    "number": _number,
    "name": _name,
    "link": _link,
    "state, promise or rule": _untrue,
}


def report(told: Sequence[Mutant]) -> str:
    judged = [(each.kind, each.language, each.stopped) for each in told]
    lines = []
    for kind in _FAULTS:
        stopped = [each[2] for each in judged if each[0] == kind]
        name = f"recall {kind}" if kind else "false alarms on the sentences as they are"
        lines.append(f"{name:44} {Share(right=sum(stopped), total=len(stopped))}")
    for language in Language:
        stopped = [each[2] for each in judged if each[0] and each[1] == language.value]
        lines.append(f"recall {language.value:37} {Share(right=sum(stopped), total=len(stopped))}")
    return "\n".join(lines)


def main(arguments: Sequence[str] | None = None) -> None:
    asked = argparse.ArgumentParser(prog="python -m evals.replies.mutations", description=__doc__)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--rounds", type=int, default=5)
    asked.add_argument("--mistakes", action="store_true", help="list what was judged wrong")
    wanted = asked.parse_args(arguments)
    console = Console(soft_wrap=True, highlight=False, markup=False)
    told = list(mutants(wanted.seed, wanted.rounds))
    console.print(report(told))
    if wanted.mistakes:
        for each in told:
            if each.stopped != bool(each.kind):
                console.print(f"{each.kind or 'FALSE ALARM'} {each.language} {each.text}")


if __name__ == "__main__":
    main()
