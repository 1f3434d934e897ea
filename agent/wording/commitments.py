"""States and promises in words: what a shopper could hold the shop to. English and French in full, four others by stem.

Each kind lists how it is said, and the words of our own facts (in phrase keys and state values) that back it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """STATE: it has happened. PROMISE: it is going to."""

    STATE = "state"
    PROMISE = "promise"


@dataclass(frozen=True, slots=True)
class Commitment:
    """``subject`` says of what (``refunded``); ``backed_by`` are the fact words that allow it."""

    kind: Kind
    subject: str
    text: str
    backed_by: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Saying:
    subject: str
    backed_by: frozenset[str]
    pattern: re.Pattern[str]


_BE = r"(?:has|have|had|was|were|is|are|been|got|'s|'ve|we|already|now|just)"
_ETRE = r"(?:a|ont|avez|avons|ai|est|sont|êtes|été|etait|était|bien|déjà|vient d'être)"
_FILL = r"(?:\s(?:now|already|just|fully|been|successfully|also|bien|déjà|été|intégralement|totalement)){0,3}\s"


def _say(subject: str, backed_by: str, *patterns: str) -> _Saying:
    return _Saying(
        subject=subject,
        backed_by=frozenset(backed_by.split()),
        pattern=re.compile("|".join(f"(?:{each})" for each in patterns), re.IGNORECASE),
    )


_STATES = (
    _say(
        "refunded",
        "refunded",
        rf"\b{_BE}{_FILL}(?:refunded|reimbursed)\b",
        r"\brefund(?:\sof\s\S+)?\s(?:was|has been|have been|is)\s(?:\w+\s)?"
        r"(?:issued|made|sent|processed|complete|completed|paid|approved|confirmed|done|through|on its way)\b",
        r"\b(?:issued|processed|made|sent|completed|approved)\s(?:you\s|your\s|the\s|a\s|full\s){1,3}refund\b",
        rf"\b{_ETRE}{_FILL}(?:remboursée?s?)\b",
        r"\bremboursement(?:\sde\s\S+\s?€?)?\s(?:a été|a bien été|est)\s(?:\w+\s)?"
        r"(?:effectué|émis|fait|validé|versé|parti|envoyé|accordé|confirmé|traité|terminé)\b",
        r"\bavons\s(?:procédé au|effectué (?:le|votre)|émis (?:le|votre)|versé (?:le|votre))\sremboursement",
        r"\b(?:ha sido|fue|hemos|está)\sreembolsad\w*|\breembolso\s(?:ha sido|fue|está)\s\w+",
        r"\b(?:wurde|haben|ist)\b[^.!?]{0,40}\b(?:erstattet|rückerstattet|zurückgezahlt)",
        r"\b(?:è stat\w|abbiamo|sono stat\w)\s(?:già\s)?rimborsat\w*|\brimborso\sè\sstato\s\w+",
        r"\b(?:is|werd|hebben|zijn)\b[^.!?]{0,30}\bterugbetaald",
    ),
    _say(
        "cancelled",
        "cancelled canceled dropped",
        rf"\b{_BE}{_FILL}cancell?ed\b",
        rf"\b{_ETRE}{_FILL}annulée?s?\b",
        r"\b(?:ha sido|fue|hemos|está)\s(?:cancelad|anulad)\w*|\b(?:wurde|ist|haben)\b[^.!?]{0,30}\bstorniert"
        r"|\b(?:è stat\w|abbiamo)\sannullat\w*|\b(?:is|werd|hebben)\b[^.!?]{0,30}\bgeannuleerd",
    ),
    _say(
        "returned",
        "requested approved returned open received refunded exchanged credited transit",
        r"\breturn\s(?:was|has been|is)\s(?:now\s|already\s)?"
        r"(?:created|registered|requested|started|booked|opened|made|confirmed|accepted|approved)\b",
        r"\b(?:created|registered|started|booked|opened|made)\s(?:you\s|your\s|the\s|a\s){1,2}(?:return|exchange)\b",
        r"\bretour(?:\s\S+)?\s(?:a été|a bien été|est)\s(?:bien\s|déjà\s)?"
        r"(?:créé|enregistré|demandé|lancé|ouvert|fait|confirmé|accepté|validé)\b",
        r"\b(?:ai|avons)\s(?:bien\s)?(?:créé|enregistré|lancé|ouvert|fait)\s(?:le|votre|un)\s(?:retour|échange)\b",
    ),
    _say(
        "exchanged",
        "exchanged replaced replacement",
        rf"\b{_BE}{_FILL}(?:exchanged|replaced)\b",
        r"\breplacement\s(?:was|has been|is)\s(?:\w+\s)?(?:sent|shipped|on its way)",
        rf"\b{_ETRE}{_FILL}(?:échangée?s?|remplacée?s?)\b",
    ),
    _say(
        "shipped",
        "shipped transit delivered delivery sent out label placed prepared",
        rf"\b{_BE}{_FILL}(?:shipped|dispatched)\b",
        rf"\b{_ETRE}{_FILL}expédiée?s?\b",
    ),
    _say(
        "delivered",
        "delivered delivery received",
        rf"\b{_BE}{_FILL}delivered\b",
        rf"\b{_ETRE}{_FILL}livrée?s?\b",
        r"\b(?:ha sido|fue)\sentregad\w*|\b(?:wurde|ist)\b[^.!?]{0,30}\b(?:zugestellt|geliefert)"
        r"|\bè stat\w\sconsegnat\w*|\b(?:is|werd)\b[^.!?]{0,30}\b(?:bezorgd|geleverd)",
    ),
    _say(
        "accepted",
        "accepted approved paid",
        r"\bclaim\s(?:was|has been|is)\s(?:\w+\s)?(?:accepted|approved|granted)\b",
        r"\b(?:réclamation|enquête|dossier)\s(?:a été|est)\s(?:\w+\s)?(?:acceptée?|validée?|accordée?)\b",
    ),
    _say(
        "paid",
        "paid compensated compensation refunded",
        rf"\b{_BE}{_FILL}(?:compensated|indemnified)\b",
        r"\bcompensation\s(?:was|has been|is)\s(?:\w+\s)?(?:paid|sent|made)\b",
        rf"\b{_ETRE}{_FILL}indemnisée?s?\b|\bindemnisation\s(?:a été|est)\s(?:\w+\s)?versée\b",
    ),
    _say(
        "changed",
        "changed corrected recorded updated chosen redeliver address solved",
        r"\baddress\s(?:was|has been|is now)\s(?:\w+\s)?(?:changed|updated|corrected)\b",
        r"\b(?:changed|updated|corrected)\s(?:the|your)\s(?:delivery\s)?address\b",
        r"\badresse\s(?:a été|a bien été|est)\s(?:\w+\s)?(?:changée|modifiée|corrigée|mise à jour)\b",
    ),
)
_PROMISES = (
    _say(
        "refund",
        "",
        r"\b(?:we|i|they|you|the shop|it|shop)(?:'ll|\swill|\sshall|'re going to|\sare going to|\sam going to)\b"
        r"[^.?!]{0,50}\b(?:refund\w*|reimburse\w*|money back)",
        r"\brembourser(?:ons|ai|a|ont)\b|\b(?:serez|sera|seront)\s(?:\w+\s){0,2}remboursée?s?\b"
        r"|\b(?:allons|vais|va|vont)\s(?:vous\s|le\s|la\s|les\s){0,2}rembourser\b"
        r"|\brecevrez\b[^.?!]{0,30}\bremboursement",
        r"\breembolsar(?:emos|é|án)\b|\bwerden\b[^.?!]{0,30}\berstatt\w*|\brimborser\w+|\bzullen\b[^.?!]{0,30}\bterugbetal\w*",
    ),
    _say(
        "replace",
        "",
        r"\b(?:we|i|they|you|the shop)(?:'ll|\swill|\sshall|'re going to|\sare going to|\sam going to)\b"
        r"[^.?!]{0,40}\b(?:replac\w*|resend\w*|send\s(?:you\s)?(?:a\snew|another)\b)",
        r"\b(?:remplacer|renverr|réexpédier)(?:ons|ai|a|ont)\b|\b(?:allons|vais|va)\s(?:vous\s|le\s|la\s){0,2}(?:remplacer|renvoyer)\b",
    ),
    _say(
        "pay",
        "",
        r"\b(?:we|i|they|you|the shop|the carrier)(?:'ll|\swill|\sshall)\b[^.?!]{0,40}"
        r"\b(?:compensat\w*|indemnif\w*|credit(?:ed)?\syou|pay\syou)",
        r"\bindemniser(?:ons|ai|a)\b|\b(?:serez|sera)\s(?:\w+\s){0,2}indemnisée?s?\b|\bvous\s(?:verser|créditer)(?:ons|ai|a)\b",
    ),
    _say(
        "cancel",
        "",
        r"\b(?:we|i|they|the shop)(?:'ll|\swill|\sshall)\b[^.?!]{0,30}\bcancel",
        r"\bannuler(?:ons|ai|a)\b|\b(?:allons|vais|va)\s(?:vous\s|la\s|le\s|l')?annuler\b",
    ),
    _say(
        "arrive",
        "",
        r"\b(?:it|they|parcel|package|order|you)(?:'ll|\swill|\sshall)\b[^.?!]{0,30}"
        r"\b(?:arrive|be delivered|be there|receive it|get it)",
        r"\b(?:arrivera|arriveront|sera livrée?|seront livrée?s|le recevrez|la recevrez|les recevrez)\b",
    ),
    _say(
        "guarantee",
        "",
        r"\b(?:we|i)\s(?:can\s)?(?:guarantee|promise)\b|\bguaranteed\b|\b100\s?%\s(?:sure|certain)\b",
        r"\b(?:nous|je)\s(?:vous\s)?(?:le\s)?(?:garantis|garantissons|promets|promettons)\b|\bc'est\s(?:garanti|promis)\b"
        r"|\bgaranti\b|\bnous nous engageons\b",
        r"\bgarantizad\w+|\bgarantiert\b|\bgarantit[oa]\b|\bgegarandeerd\b",
    ),
)
# A word that turns a statement into its opposite or into a condition, unless a comma has closed it off.
_OPEN = re.compile(
    r"\b(?:not|never|no|if|once|when|whenever|before|until|unless|whether|can be|could be|may be|to be|cannot|without"
    r"|pas|jamais|aucune?|ni|si|dès|quand|lorsque?|avant|sauf|être|nicht|kein\w*|wenn|falls|sobald|cuando|nunca"
    r"|se|quando|mai|non|niet|geen|als|zodra)\b[^,;:.!?]*$|n't\b[^,;:.!?]*$",
    re.IGNORECASE,
)
_INNER = re.compile(r"\b(?:not|never|nicht|nie|kein\w*|niet|nooit|geen|pas|jamais|no|nunca|non|mai)\b", re.IGNORECASE)
# One of these stands in every saying above; without them there is nothing to look for.
_TRIGGER = re.compile(
    r"refund|reimburs|rembours|reembols|erstatt|zahl|rimbors|terugbet|money|cancel|annul|storn|anulad"
    r"|ret(?:urn|our)|exchange|replac|[ée]chang|rempla|ship|dispatch|exp[ée]di|deliver|livr|entregad|zugestellt|geliefert"
    r"|consegn|bezorgd|geleverd|claim|réclam|enquête|dossier|compens|indemn|address|adresse|guarant|garant|promis|promett"
    r"|promet|sure|certain|engage|arriv|will|'ll|shall|verse|crédit|recev|renv|book|creat|going to",
    re.IGNORECASE,
)


def find_commitments(text: str) -> Iterator[Commitment]:
    """What the text says has happened or is going to; denials, conditions and questions are left out."""
    plain = text.replace("’", "'").replace("\u00a0", " ").replace("\u202f", " ")
    if not _TRIGGER.search(plain):
        return
    for kind, sayings in ((Kind.STATE, _STATES), (Kind.PROMISE, _PROMISES)):
        for saying in sayings:
            for match in saying.pattern.finditer(plain):
                if (
                    not _INNER.search(match[0])
                    and not _open_before(plain, match.start())
                    and not _asked(plain, match.end())
                ):
                    yield Commitment(kind, saying.subject, match[0], saying.backed_by)


def find_subjects(text: str) -> set[tuple[Kind, str]]:
    """What a text of the shop's own commits to; there a condition counts too."""
    plain = text.replace("’", "'").replace("\u00a0", " ").replace("\u202f", " ")
    return {
        (kind, saying.subject)
        for kind, sayings in ((Kind.STATE, _STATES), (Kind.PROMISE, _PROMISES))
        for saying in sayings
        if saying.pattern.search(plain)
    }


def _open_before(text: str, start: int) -> bool:
    return bool(_OPEN.search(text[max(0, start - 60) : start]))


def _asked(text: str, end: int) -> bool:
    """Whether the sentence goes on to a question mark."""
    rest = re.search(r"[.!?]", text[end:])
    return rest is not None and rest[0] == "?"
