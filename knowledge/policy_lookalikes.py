"""Sentences that look like a return window and are none: a wrong window would decide returns, so doubt is enough.

Patterns read text folded by ``policy_grammar.level``, in English and French.
"""

import re
from collections.abc import Iterable

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
    r"|\breclamation|\b(?:close[ds]?|ferme[se]*)\b",
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


def looks_alike(text: str, clause: str, stop: int, named: Iterable[re.Pattern[str]]) -> bool:
    """Whether the span that ends at ``stop`` is no window for all shoppers and goods; ``named`` are kinds of goods."""
    if _SENTENCE_LOOKALIKE.search(text) or _CLAUSE_LOOKALIKE.search(clause) or _asked(text, stop):
        return True
    return _counts_otherwise(text[stop:]) or _only_some_goods(clause) or any(each.search(clause) for each in named)


def _asked(text: str, stop: int) -> bool:
    """Whether the sentence is a question."""
    end = re.search(r"[.!?]", text[stop:])
    return end is not None and end.group() == "?"


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
