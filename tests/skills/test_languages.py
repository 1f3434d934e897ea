"""The other four languages say everything too: falling back to English is for a merchant's own keys."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import product
from zoneinfo import ZoneInfo

import pytest
from fluent.syntax import ast, parse
from fluent.syntax.visitor import Visitor

from domain.blocks import Phrase, PhraseValue
from domain.languages import Language
from domain.money import Currency, Money
from runtime.phrase_check import read_phrases
from runtime.phrases import ROOT, load_phrases

FOLDERS = (
    "agent/nodes",
    "agent/wording",
    "skills/tracking",
    "skills/claims",
    "skills/incidents",
    "skills/handover",
    "skills/returns",
    "skills/questions",
)
TODAY = date(2026, 11, 22)
DAYS = (date(2026, 12, 1), date(2026, 10, 8), date(2027, 1, 31))
AMOUNT = Money(minor=123456, currency=Currency("EUR"))
DAY_NAMES = {"at", "by", "closed", "counted", "day", "due", "exchange_until", "expected", "issued", "last", "made"}
DAY_NAMES |= {"opened", "placed", "send_by", "until", "updated"}
COUNTS = {"count", "days", "kilometres", "metres"}
AMOUNTS = {"amount", "difference"}
NEVER = re.compile(
    r"unfortunately|malheureusement|desgracia|lamentablemente|\bleider\b|bedauerlicherweise|purtroppo|sfortunatamente"
    r"|\bhelaas\b|jammer genoeg|as an ai|[!¡]",
    re.IGNORECASE,
)
FAMILIAR = {
    Language.FR: re.compile(r"\b(?:tu|toi|ton|tes)\b", re.IGNORECASE),
    Language.ES: re.compile(r"\b(?:tú|tus?|te|contigo|vosotros|vuestr[oa]s?)\b", re.IGNORECASE),
    Language.DE: re.compile(r"\b(?:du|dich|dir|deine?[mnrs]?|euch)\b", re.IGNORECASE),
    Language.IT: re.compile(r"\b(?:tu|tuo|tua|tuoi|tue|ti)\b", re.IGNORECASE),
    Language.NL: re.compile(r"\b(?:je|jij|jou|jouw|jullie)\b", re.IGNORECASE),
}


class Seen(Visitor):
    """The variants that each value is told apart by, and the words of a phrase."""

    def __init__(self) -> None:
        self.variants: dict[str, tuple[str, ...]] = {}
        self.words: set[str] = set()

    def generic_visit(self, node: ast.BaseNode) -> None:
        if isinstance(node, ast.SelectExpression):
            keys = [each.key.name if isinstance(each.key, ast.Identifier) else each.key.value for each in node.variants]
            self.variants[node.selector.id.name] = tuple(keys)
        if isinstance(node, ast.TextElement):
            self.words.add(node.value.strip())
        super().generic_visit(node)


def written(folder: str, language: Language) -> str:
    return (ROOT / folder / "phrases" / f"{language.value}.ftl").read_text(encoding="utf-8")


def sentences(folder: str, language: Language) -> str:
    return "\n".join(line for line in written(folder, language).splitlines() if not line.startswith("#"))


@cache
def read(folder: str, language: Language):
    return read_phrases([(f"{folder}/{language.value}.ftl", written(folder, language))])


@cache
def seen(folder: str, language: Language) -> dict[str, Seen]:
    found = {}
    for entry in parse(written(folder, language)).body:
        if isinstance(entry, ast.Message):
            found[entry.id.name] = Seen()
            found[entry.id.name].visit(entry)
    return found


def variants(folder: str, language: Language) -> dict[str, dict[str, tuple[str, ...]]]:
    return {key: each.variants for key, each in seen(folder, language).items()}


def samples(name: str, choices: tuple[str, ...]) -> tuple[PhraseValue, ...]:
    """One value of each sort that a phrase may be given."""
    if name in DAY_NAMES:
        return DAYS
    if name in COUNTS:
        return (1, 2, 30)
    if name in AMOUNTS:
        return (AMOUNT,)
    return choices or (name.upper(),)


def filled(folder: str, language: Language) -> Iterator[Phrase]:
    """Every phrase, with every variant of it."""
    for key, phrase in read(folder, language).items():
        names = sorted(phrase.values)
        choices = variants(folder, language)[key]
        for values in product(*(samples(name, choices.get(name, ())) for name in names)):
            yield Phrase(key=key, values=dict(zip(names, values, strict=True)))


@pytest.mark.parametrize("folder", FOLDERS)
@pytest.mark.parametrize("language", list(Language))
def test_every_phrase_and_short_form_exists(folder, language):
    english, other = read(folder, Language.EN), read(folder, language)
    assert other.keys() == english.keys()
    assert all(other[key].attributes == english[key].attributes for key in english)
    assert all(other[key].values == english[key].values for key in english)


@pytest.mark.parametrize("folder", FOLDERS)
@pytest.mark.parametrize("language", list(Language))
def test_every_state_and_reason_has_words_of_its_own(folder, language):
    assert variants(folder, language) == variants(folder, Language.EN)


@pytest.mark.parametrize("folder", FOLDERS)
@pytest.mark.parametrize("language", list(Language))
def test_every_phrase_reads_as_a_sentence(folder, language):
    """No brace, and no gap where a value should stand."""
    for phrase in filled(folder, language):
        said = load_phrases().say(phrase, language=language, zone=ZoneInfo("Europe/Paris"), today=TODAY)
        for text in (said.text, said.short):
            assert text.strip() == text != "", phrase
            assert not re.search(r"[{}$]|  |\(\)|\s[.,](?:\s|$)", text), (phrase, text)


@pytest.mark.parametrize("folder", FOLDERS)
@pytest.mark.parametrize("language", [each for each in Language if each is not Language.EN])
def test_no_sentence_is_left_in_english(folder, language):
    for key, english in seen(folder, Language.EN).items():
        kept = {text for text in english.words & seen(folder, language)[key].words if " " in text}
        assert not kept, key


@pytest.mark.parametrize("folder", FOLDERS)
@pytest.mark.parametrize("language", list(Language))
def test_the_tone_is_calm_and_polite(folder, language):
    words = sentences(folder, language)
    assert not NEVER.findall(words)
    assert not (language in FAMILIAR and FAMILIAR[language].findall(words))
