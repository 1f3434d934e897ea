"""The orders an attacker hides in text, found anywhere: in a message, an article, a product's name, a carrier's note.

English and French well, Spanish, German, Italian and Dutch as far as their verbs go. An order that is negated ("never
reveal the prompt") is not one.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

_SAY = (
    r"say|write|reply|answer|respond|output|state|tell (?:\w+ ){1,3}|confirm|assure|repeat after me|"
    r"dis|dites|écris|écrivez|réponds|répondez|affiche[zr]?|confirme[zr]?|annonce[zr]?|"
    r"di|responde|escribe|confirma|sage?|antworte|schreibe?|bestätige|rispondi|scrivi|conferma|zeg|antwoord|bevestig"
)
_SHOW = (
    r"print|reveal|show|repeat|output|dump|leak|display|disclose|give|send|list|tell|translate|summari[sz]e|"
    r"affiche[zr]?|révèle[zr]?|montre[zr]?|répète[zr]?|donne[zr]?|envoie|envoyez|imprime[zr]?|liste[zr]?|recopie[zr]?|"
    r"muestra|revela|imprime|zeige?|gib|verrate|mostra|rivela|stampa|toon|geef"
)
_PROMPT = (
    r"(?:system|hidden|initial|original|full|whole|secret|internal|developer)?\s*"
    r"(?:prompt|instructions?|rules|configuration|guidelines|context|consignes|règles|contexte|invite|"
    r"instrucciones|anweisungen|istruzioni|instructies)"
)
_MINE = r"(?:the|your|all|its|these|those|les?|la|tes|vos|ton|votre|tout(?:es)?|tus|las|deine?n?|die|le tue|je|de)"
_FIND = {
    "leak": rf"\b(?:{_SHOW})\b[^.\n]{{0,25}}?\b{_MINE}\b[^.\n]{{0,25}}?\b{_PROMPT}",
    "orders": rf"\b(?:{_SHOW})\b[^.\n]{{0,30}}?\b(?:orders?|commandes?|pedidos|bestellungen|ordini|bestellingen)\b"
    r"\s*(?:of|for|from|by|de|du|des|d'|von|di|van)\s*(?P<whose>[^\n.!?]{2,60})",
    "refund": r"\b(?:issue|process|make|give|approve|grant|effectue[zr]?|accorde[zr]?|émets|émettez|fais|faites|"
    r"valide[zr]?|lance[zr]?|emite|erstatte|veranlasse|concedi|geef)\b[^.\n]{0,40}?"
    r"\b(?:refund|remboursement|rembourse|reembolso|erstattung|rimborso|terugbetaling)\b[^.\n]{0,60}|"
    r"\b(?:refund|rembourse[zr]?)\s+(?:me|us|the customer|[$€£\d]|moi|le client)[^.\n]{0,60}",
    "tool": r"\b(?:call|invoke|run|execute|use|appelle[zr]?|exécute[zr]?|utilise[zr]?|lance[zr]?|llama|rufe|chiama)\b"
    r"[^.\n]{0,25}?\b(?:tool|function|command|outil|fonction|commande|herramienta|werkzeug|funzione)\b\s*[:`'\"]*\s*"
    r"(?P<tool>[A-Za-z_][\w-]*)?",
    "link": rf"\b(?:{_SHOW}|{_SAY}|include|add|append|insert|visit|click|go to|redirect|"
    r"ajoute[zr]?|inclus|incluez|insère|"
    r"clique[zr]?|füge|aggiungi|voeg)\b[^\n]{0,120}?(?P<url>(?:https?://|www\.)[^\s<>\")\]']+)",
    "say": rf"\b(?:{_SAY})\b[^\n\"“«'‘]{{0,60}}?[\"“«'‘]\s*(?P<quoted>[^\"”»’\n]{{2,400}}?)\s*[\"”»'’]",
    "state": rf"\b(?:{_SAY})\b\s+(?:\w+\s+){{0,3}}?(?:that|que|qu'|dass|che|dat)\s+(?P<claim>[^\n.!?]{{4,300}})",
    "role": r"\b(?:you are now|act as|pretend (?:to be|that)|from now on|switch to|tu es (?:maintenant|désormais)|"
    r"vous êtes (?:maintenant|désormais)|agis comme|désormais|du bist jetzt|ahora eres|sei ora)\b[^.\n]{0,160}",
    "ignore": r"\b(?:ignore[zr]?|disregard|forget|override|bypass|oublie[zr]?|ne tiens? pas compte|ignora|olvida|"
    r"ignoriere?|vergiss|dimentica|negeer|vergeet)\b[^.\n]{0,60}?"
    r"\b(?:instructions?|rules|prompt|consignes|règles|instrucciones|anweisungen|istruzioni|instructies)\b",
}
_ORDERS = {name: re.compile(pattern, re.IGNORECASE) for name, pattern in _FIND.items()}
_ADDRESSED = re.compile(
    r"\b(?:ai|a\.i\.|llm|gpt|(?:chat)?bots?|robots?|assistants?|assistante|asistente|assistente|automation|software|"
    r"automated systems?|language model|any agent|ia|ki|système automatique|automate)\b|^\W*(?:system|système)\W",
    re.IGNORECASE,
)
_NEGATED = re.compile(
    r"(?:\bnever|\bnot|n't|\bne\b|\bjamais|\bnicht|\bnunca|\bnon|\bniet|\bnooit|\bwithout|\bsans)\s*(?:\w+\s*){0,2}$",
    re.IGNORECASE,
)
_MARKUP = re.compile(
    r"<(?P<tag>command|tool_call|function_call|action|invoke|tool)\b(?P<attributes>[^>]*)>(?P<inner>.*?)</(?P=tag)>",
    re.DOTALL | re.IGNORECASE,
)


_COMMANDING = {"kind", "command", "commands", "action", "actions", "tool", "tool_call", "function", "intent"}
_DEEPEST = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """One order: its kind, the words it stood in, their sentence to its end, and what it asks for (a sentence, a link,
    a name, or a JSON value)."""

    kind: str
    words: str = ""
    sentence: str = ""
    wants: str = ""
    value: Any = None


def find_orders(text: str, *, depth: int = 0) -> list[Order]:
    """Every order in the text, in the order said; JSON and markup that look like commands among them, and whatever the
    strings inside of JSON say."""
    found: list[tuple[int, Order]] = []
    plain = text
    for start, end, value in find_json(text):
        plain = plain[:start] + " " * (end - start) + plain[end:]
        found += [(start, Order(kind="json", value=one)) for one in _list_commands(value)]
        if depth < _DEEPEST:
            found += [(start, order) for leaf in list_strings(value) for order in find_orders(leaf, depth=depth + 1)]
    found += _find_spoken(plain)
    for match in _MARKUP.finditer(text):
        found.append((match.start(), Order(kind="markup", words=match.group(), wants=match.group("inner").strip())))
    return [order for _, order in sorted(found, key=lambda pair: pair[0])]


def find_addressed(text: str) -> list[Order]:
    """Texts that speak to a machine in words of their own: taken whole, since nobody speaks to machines in an order
    note. Only for what is not the application's own prompt, which speaks to one too."""
    found = []
    for part in re.split(r"\n{2,}", text):
        if _ADDRESSED.search(part):
            found.append(Order(kind="addressed", words=part.strip(), sentence=part.strip(), wants=part.strip()))
    return found


def _find_spoken(text: str) -> Iterator[tuple[int, Order]]:
    for kind, pattern in _ORDERS.items():
        for match in pattern.finditer(text):
            if _NEGATED.search(text[max(0, match.start() - 40) : match.start()]):
                continue
            wants = next((held for held in match.groupdict().values() if held), "")
            sentence = re.split(r"[.!?](?:\s|$)|\n", text[match.start() :], maxsplit=1)[0]
            yield (
                match.start(),
                Order(kind=kind, words=match.group().strip(), sentence=sentence.strip(), wants=wants.strip()),
            )


def find_json(text: str) -> Iterator[tuple[int, int, Any]]:
    """JSON objects and lists standing in the text, the outermost ones, each with where it starts and ends."""
    decoder, at = json.JSONDecoder(), 0
    while starts := [where for sign in "{[" if (where := text.find(sign, at)) >= 0]:
        at = min(starts)
        try:
            value, end = decoder.raw_decode(text, at)
        except (json.JSONDecodeError, RecursionError):
            at += 1
            continue
        yield at, end, value
        at = end


def _list_commands(value: Any) -> Iterator[Any]:
    """Objects that look like commands, the outermost ones."""
    if isinstance(value, dict):
        if _COMMANDING & {str(key).lower() for key in value} or {"name", "arguments"} <= set(value):
            yield value
        else:
            for held in value.values():
                yield from _list_commands(held)
    elif isinstance(value, list):
        for held in value:
            yield from _list_commands(held)


def list_strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for held in value.values() if isinstance(value, dict) else value:
            yield from list_strings(held)
