"""Sentences that look like a return window and are none: a wrong window would decide returns, so doubt is enough.

Patterns read text folded by ``policy_grammar.level``, in English and French.
"""

import re
from collections.abc import Iterable

from knowledge.policy_grammar import countries, speaks_of_return

_MONTHS = (
    r"january|february|april|june|july|august|september|october|november|december|janvier|fevrier|avril|juin|juillet"
    r"|aout|septembre|octobre|novembre|decembre"
)
_SHOPS = r"(?:shops?|stores?|retailers?|brands?|websites?|companies|magasins?|enseignes?|boutiques?|sites?|marques?)"
_WHOLE = {
    "of other shops": rf"\b(?:other|some|most|many|d'autres|certaine?s|la plupart des) {_SHOPS}|competitor|elsewhere"
    r"|cheaper|market ?place|\bpartners?\b|third[- ]part|\bsellers?\b|concurren|ailleurs|moins cher|place de marche"
    r"|\bpartenaires?\b|\bvendeurs?\b",
    "of prices": r"price (?:match|drop|adjust)|\bmatch\w* (?:any|a|the)\b|\bthe (?:gap|difference)\b|\bl'ecart\b"
    r"|\bla difference\b|\bnos prix\b|\bprix plus bas\b",
    "denied or past": r"\bnot true|\buntrue|\ba (?:mistake|myth|rumour)\b|contrary to|\bused to\b|\bformerly"
    r"|\bpreviously|\buntil (?:last|recently|\d{4})|\blast year|no longer (?:offer|give|have)"
    r"|\b(?:do|does) not (?:have|give|offer)|n't (?:have|give|offer)\b|\best faux|contrairement"
    r"|\bautrefois|\bauparavant|\bl'an dernier|\bl'annee derniere"
    r"|jusqu'en \d{4}|par erreur|n'(?:avez|offrons|accordons) pas|ne disposez pas",
    "imagined": r"\bimagine|\bwhat if\b|\bsuppos|\bwould(?:n't)? you\b|\bet si\b|\bdream|\bideally\b|\brevez\b",
    "for some shoppers": r"\bmembers?\b|\bvip\b|\bpremium\b|\bloyal|\bclub\b|\bsubscri|\bprivilege|\badheren"
    r"|\bmembres?\b|\babonnes?\b|\bfidel|\bstudents?\b|\bprofessional|\bprofessionnel|\btest(?:ers?| panel)\b"
    r"|\bstaff\b|\bemploy",
    "for some goods": r"\bsale\b|\bdiscounted|\breduced\b|\boutlet\b|\bsolde|\bdemarque|\bfaulty|\bdefect|\bdamaged"
    r"|\bbroken|\babime|\bcasse|\ben panne|\brepair|\breparation|\brefurbish|\bsecond[- ]hand|\breconditionn",
    "for some days": rf"\b(?:{_MONTHS})\b|\b\d+ (?:march|may|mars|mai)\b|\bin (?:march|may)\b|\ben (?:mars|mai)\b"
    r"|\bbetween \d|\bentre le \d",
    "of parcels and points": r"\bpoints\b|\bunclaimed|\bnobody|\bpersonne ne"
    r"|\b(?:to|a) (?:the |l')?(?:sender|expediteur)|(?:is|are) returned to us|nous (?:est"
    r"|sont) retourne|\b(?:that|parcels|colis) come back to us|\bcomplain"
    r"|\breclamation|\b(?:(?:is|are) closed|(?:est|sont) ferme)",
    "of spending": r"\b(?:to|pour) (?:spend|use|redeem|depenser|utiliser)\b|\bearns?\b|\bentitles?\b|\bdonne droit"
    r"|\bovercharg|\boverpaid|\btrop[- ]percu|\bprice\b.{1,12}\b(?:drop|fall)|\bbaisse de prix",
    "of old things": r"\brecycl|\btrade[- ]in|\b(?:your|my) old\b|\bvotre ancien|\btrial\b|\bessai\b|\bdeposit\b"
    r"|\bacompte"
    r"|\bfails?\b|\blache\b|\bbank\b|\bbanque\b|\bwe keep|\bnous gardons|\b(?:is|are|be) (?:shipped|dispatched)",
    "in some places": r"\babroad|\boverseas|\binternational|\betranger",
    "after an approval": r"\bonce (?:we|approved|accepted|checked|(?:your|the) (?:return|request|refund))"
    r"|\bafter (?:we|acceptance|approval|(?:your|the) (?:return|request)|receipt of (?:your|the) return"
    r"|\w+ing (?:us )?(?:your|the) (?:withdrawal|return))"
    r"|\bune fois (?:votre|le|la|que nous|l'accord)\b(?! commande| colis)|\bdes que nous"
    r"|\bapres (?:acceptation|accord|validation|reception (?:du|des|de vos|de votre) \w+ ?(?:retour|renvoy)\w*)",
}
_CLAUSE = {
    "of the money": r"(?:refunds?|reimbursements?|money|payment)\s+(?:\w+\s+){0,2}?(?:reach|arriv|appear|show|land"
    r"|takes?\b|(?:is|are) (?:made|triggered|issued|sent|paid|processed))"
    r"|(?:receive|see|get) (?:your|the) (?:money(?! back)|refund)"
    r"|\bwe (?:will |'ll )?(?:reimburse|repay)|on your (?:card|statement|account)|rembourse?ments? (?:\w+ ){0,2}?"
    r"(?:arriv|parvien|intervien|ser(?:a|ont)\b|(?:est|sont) (?:effectue|declenche|emis|verse))"
    r"|\b(?:votre|l')\s?argent\b|sur votre (?:compte|releve|carte)",
    "of a credit's life": r"(?:must|can|may|to|should) be (?:used|spent|redeemed)|s'utilise|etre (?:utilise|depense)"
    r"|\butilisable|\busable",
    "of the way back": r"\bslips?\b|\bbons? de retour|\bbordereau|\bcourier|\bcarrier|\btransporteur|\bdepose[rz]"
    r"|\bhand (?:your|it|the|over)|\bpost(?:ed)? (?:the|your) parcel|\bpart\b (?:dans|sous)|\bleaves?\b",
}
_SENTENCE_LOOKALIKE = re.compile("|".join(_WHOLE.values()))
_CLAUSE_LOOKALIKE = re.compile("|".join(_CLAUSE.values()))
_CONDITION = re.compile(r"\b(?:if|when|si|s'il|lorsque?|quand)\b\s*(?P<rest>.*)")
_ANY_REASON = re.compile(
    r"(?:you|it|they|something|anything|an item|your (?:item|order|purchase)|the (?:item|product|size))\b"
    r"[^.]{0,15}?\b(?:chang|do not|don't|does not|doesn't|did not|didn't|are not|aren't|is not"
    r"|isn't|wish|want|need|prefer"
    r"|regret|like|unhappy|gift|present|would|fit|(?:had|have|were|was) (?:bought|given|received|delivered))"
    r"|needed|necessary|possible|for any reason"
    r"|[^.]{0,30}?\b(?:unworn|unused|unopened|original|intact|condition|neufs?|neuves?|porte|utilise|d'origine|etat)\b"
    r"|(?:vous|il|elle|cela|l'article|la taille|un article|votre (?:article|commande"
    r"|achat))\b[^.]{0,15}?(?:chang|\bne\b|n'"
    r"|souhait|voul|desir|prefer|regrett|cadeau|recu)|c'est un cadeau|besoin"
)
_CANCELLED = re.compile(r"\bcancel|\bannul")
_COUNTING = re.compile(
    r"\s*(?:\([^)]*\)\s*)?(?:of|after|from|following|since|once|starting|suivant|apres|a compter|a partir|des)\b"
)
_EVENTS = re.compile(
    r"(?P<other>(?:receiv\w*|receipt of|reception d\w+) (?:our|notre|(?:your|the|votre|le|du) ?(?:return|retour|refund"
    r"|request|agreement|accord|approval|confirmation))|agreement|approv|confirm|\bour\b"
    r"|(?:your|the) (?:return|refund|request|withdrawal|exchange)|withdraw|decision|notif"
    r"|inform|\btold|\btell|\bsend|\bhave\b|\bnotre\b|\baccord|acceptation|retract|demande|(?:votre|du) retour"
    r"|communiqu|\bnous\b|envoi)|deliver|receipt|receiv|purchase|\border|arriv|\bbuy|\bbought|checkout|\bdate\b|\bday\b"
    r"|\bget\b|\bgot\b|livr|recept|\brecu|recev|achat|achet|commande|\bjour\b|paiement"
)
_SUBJECT = re.compile(
    r"(?:^|, )(?P<subject>[^,]+?) (?:can|may|must|are|is|could|peu(?:t|vent)|sont|est)(?: \w+){0,2}?"
    r" (?:be |etre )?(?:return(?:ed|able)|exchange(?:d|able)|sent back|refund(?:ed|able)|repris|retourne|echange"
    r"|renvoye|rendu|rembours)\w*"
)
_RELATIVE = re.compile(r" (?:that|which|you|we|qui|que|in|bought|purchased|ordered|achete|commande)\b.*")
_ANY_GOODS = frozenset(
    """
    a an the all any every each your our most its their of it they these those this everything anything something
    items item article articles product products goods order orders purchase purchases thing things return returns
    refund refunds exchange exchanges unworn unused unopened new full price gift gifts present presents piece
    pieces parcel package colis paquet il elle un une des de du les le la l tous toutes tout toute nos notre vos
    votre vous ces cet ils elles cela produit produits achat achats commande commandes cadeau cadeaux retour
    retours neuf neufs neuve neuves non porte portes utilise utilises offert offerts remboursement remboursements
    echange echanges avoir
    """.split()  # noqa: SIM905
)


_SOME_PEOPLE = re.compile(
    r"(?:^|, )(?P<subject>[^,]+?) (?:can|may|must|have|has|get|peu(?:t|vent)|doi(?:t|vent)|ont|disposent?)"
    r"(?: \w+){0,2}? (?:return|send|sent|bring|exchange|swap|\d|retourn|renvoy|rendre|echang)\w*"
)
_SPOKEN_TO = frozenset("you we one vous on nous".split())  # noqa: SIM905
_ANYONE = frozenset("customers shoppers buyers clients everyone anyone chacun".split())  # noqa: SIM905
_SAID = re.compile(
    r"\b(?:to|you|they|customers|shoppers|buyers|clients|we|will|may|can|must|please|simply|just|and|or|^|[.?!:,]) ?"
    r"(?:return(?! (?:fee|label|cost|ship))|exchange|swap|withdraw|change your mind|(?:send|give"
    r"|bring|take|hand)\b.{1,25}\bback)\b"
    r"|\b(?:go|come|sent|brought|taken|given) back\b|chang\w+ (?:your|their) mind|\breturnable|\bexchangeable"
    r"|(?:be|are|is|not|any item|items?) (?:\w+ )?(?:returned|exchanged|refunded|swapped)\b"
    r"|\bmoney[- ]back|your money back"
    r"|\b(?:returns?|exchanges?|refunds?|store credit) (?:(?:are|is) )?(?:\w+ )?"
    r"(?:accepted|possible|allowed|available|given|offered|granted|within|up to|for|after|must reach)\b|\bno returns?\b"
    r"|accept (?:\w+ )?(?:returns?|exchanges?)|\b(?:return|refund|exchange)s? (?:window|period|deadline|policy)\b"
    r"|\b(?:window|period|deadline|time|days) (?:for|to) (?:a |an )?(?:return|refund|exchang)|\bdays? returns?\b"
    r"|\b\d+-day (?:return|refund|exchange)|\bfor a (?:full )?refund|(?:get|ask for|claim|have) a (?:full )?refund"
    r"|(?:take|choose|for|ask for|get|want|prefer|pick) (?:a )?(?:store credit|credit note|voucher)"
    r"|\b(?:retournez|renvoyez|echangez|rendez|rapportez|ramenez)\b|\b(?:nous )?(?:retourner"
    r"|renvoyer|rendre|echanger|retracter)\b"
    r"|chang\w+ d'avis|\breprenons|(?:peu(?:t|vent)|est|sont|etre|doi(?:t|vent)|ser(?:a|ont)|ne"
    r"|plus|pas|article|articles)"
    r" (?:\w+ )?(?:etre )?(?:retourne|repris|echange|renvoye|rendu|rembourse)e?s?\b"
    r"|\b(?:retours?|echanges?|rembourse?ments?|avoirs?) (?:[\w']+ ){0,4}?(?:possibles?"
    r"|acceptee?s?|autorisee?s?|parvenir|dans|sous"
    r"|pendant|jusqu)|\baucun retour|(?:accept\w+|reprenons) (?:(?:pas|plus) )?(?:de |les |un "
    r"|des |d')?(?:retours?|echanges?)"
    r"|(?:delai|periode|date limite|duree) (?:de |d'|du )(?:retour|retract|rembours|echange)|\betre rembourse"
    r"|(?:demander|choisir|prendre|obtenir|pour|preferer) un (?:avoir|retour|echange|remboursement)"
    r"|(?:^|[.;] ?)(?:\w+ ){0,2}(?:returns?|refunds?|exchanges?|store credit|retours?|echanges?"
    r"|remboursements?|avoirs?)\s*:"
    r"|satisfaits? ou rembourse"
)


def speaks_of_window(text: str, above: str, grants: bool) -> bool:
    """Whether a sentence says that a shopper may return or be refunded, or grants days below such a heading."""
    return bool(_SAID.search(text)) or (grants and bool(_SAID.search(above)))


def looks_alike(text: str, clause: str, stop: int, named: Iterable[re.Pattern[str]]) -> bool:
    """Whether the span that ends at ``stop`` is no window for all shoppers and goods; ``named`` are kinds of goods."""
    if _SENTENCE_LOOKALIKE.search(text) or _CLAUSE_LOOKALIKE.search(clause) or _asked(text, stop):
        return True
    if _only_sometimes(text) or (_CANCELLED.search(text) and not speaks_of_return(text)):
        return True
    if _only_some_goods(clause) or _only_some_people(clause):
        return True
    return _counts_otherwise(text[stop:]) or any(each.search(clause) for each in named)


def _asked(text: str, stop: int) -> bool:
    """Whether the sentence is a question."""
    end = re.search(r"[.!?]", text[stop:])
    return end is not None and end.group() == "?"


def _only_sometimes(text: str) -> bool:
    """Whether the sentence holds for one country, or under a condition other than a change of mind."""
    condition = _CONDITION.search(text)
    unusual = condition is not None and not _ANY_REASON.match(condition.group("rest"))
    return unusual or next(countries(text), None) is not None


def _counts_otherwise(rest: str) -> bool:
    """Whether the days run from something else than the delivery or the order."""
    counting = _COUNTING.match(rest)
    if not counting:
        return False
    event = _EVENTS.search(rest, counting.end())
    return event is None or event.group("other") is not None


def _only_some_goods(clause: str) -> bool:
    """Whether what can be returned is named more closely than "items" or "your order"."""
    found = _SUBJECT.search(clause.strip())
    if not found:
        return False
    named = re.findall(r"[a-z]+", _RELATIVE.sub("", found.group("subject")))
    return not _ANY_GOODS.issuperset(named)


def _only_some_people(clause: str) -> bool:
    """Whether who can return is named more closely than "you" or "customers"."""
    found = _SOME_PEOPLE.search(clause.strip())
    if not found:
        return False
    named = re.findall(r"[a-z]+", found.group("subject"))
    return bool(named) and named[-1] not in _SPOKEN_TO and not (_ANYONE | _ANY_GOODS).issuperset(named)
