"""How shops word return rules, in English and French; patterns read text folded by ``policy_grammar.level``."""

import re

from domain.policy import ExclusionKind
from domain.returns import Resolution

CLAUSE = re.compile(
    r"[;:]|,(?!\d)|\s(?:but|while|mais|tandis que)\s"
    r"|\s(?:and|et)\s(?!(?:an? |les |l')?(?:exchang|return|refund|echang|retour|rembours))"
)
NOT_A_WINDOW = re.compile(
    r"\bvalid|\bvalable|guarantee|warrant|garanti|\breport|\bsignal|\btell us|\bcontact|\bwrite to"
    r"|\bprocess|\bissue"
    r"|\binspect|\bcontrol|once we|after we|when we|we refund|we'll refund|will be refunded|be credited"
    r"|receiv\w+ your (?:return|parcel back|item back)"
    r"|rembours\w+ (?:sous|dans|intervient|est effectue)|nous (?:vous )?rembours|recrediter"
    r"|apres reception du retour"
    r"|reception de votre retour|a l'entrepot|warehouse|\btakes\b|\btake (?:up|about|around|some"
    r"|\d)|\bmet\b|\bkept\b|\bgarde\b"
    r"|relais|pickup|pick-up"
    r"|reserv|approv|acceptation|prevenez|let us know|drop(?:ped)? off|\blabel|etiquette|expir|lapse"
    r"|perim|\breply|\banswer|\brepon|\bdeliver(?:y|ies) (?:takes|time)|\bdispatch"
)
PERMITS = re.compile(
    r"\bhave \w+|\bduring|\bin the first|\bgives? you|\bwe offer|\btake .{1,20}back|\btake .{1,20}back|\bont\b"
    r"|\bbenefici|\bdurant|\blaiss|\bdure\b|\bwithin|\bup to|\bfor \w+|\bcan be|\bmay|\bcan come"
    r"|\bwe accept|\bwindow|\bperiod"
    r"|\bpolicy|\bafter\b"
    r"|\bno later|\bpast\b|\bbeyond|\bdeadline|-day|\bfrom\b|\bsous\b|\bdans (?:les|un)|\bdelai"
    r"|\bdispos|\bvous avez"
    r"|\bpendant|\bjusqu|\bau-dela|\bpasse\b|\bapres\b|\ba compter|\bpeu(?:t|vent|vez)"
)
JOINT = re.compile(r"\s(?:and|et)\s")
LABELLED = re.compile(
    r"(?:^|[.;] ?)(?:\w+ ){0,2}(?:refunds?|returns?|exchanges?|return (?:window|period)|store credit|remboursements?"
    r"|retours?|echanges?|avoirs?)\s*:\s*$"
)
PROMISE = re.compile(r"money[- ]back (?:guarantee|promise)|satisfaits? ou rembourse")
REFUNDED_IF_BACK = re.compile(
    r"(?:refund|rembours)\w* (?:\w+ ){1,3}(?:returned|sent back|retournee?s?|renvoyee?s?) (?:to us )?"
    r"(?:within|dans|sous|pendant)"
)
FROM_ORDER = re.compile(
    r"(?:from|of|after|following|since) (?:the |your |its )?(?:date of (?:the |your )?)?(?:purchase"
    r"|order|checkout|buying|ordering|payment)"
    r"|(?:compter|partir|suivant|suivent|apres|depuis)(?:\W+(?:de|du|la|le|l|d|votre|date|jour|des))*\W+"
    r"(?:commande|achat)"
)
GIFT = re.compile(r"\bgifts?\b(?! ?(?:card|voucher|wrap|certificate))|\bpresents?\b|\bcadeaux?\b")
GIFT_CARD = re.compile(
    r"\b(?:cartes?|cheques?|bons?)[- ]cadeaux?\b|\bgift (?:cards?|vouchers?"
    r"|certificates?)\b"
)
EXCLUDED = re.compile(
    r"(?:can't|can not|cannot|can never|may not|won't|not) be (?:returned|sent back|refunded|exchanged)"
    r"|non[- ]?(?:returnable|refundable)|not (?:returnable|refundable|eligible for (?:a )?(?:return|refund))"
    r"|(?:don't|do not|no longer|cannot|can't) (?:accept|take) (?:\w+ )?(?:returns?|back)"
    r"|excluded from returns?|no returns? (?:on|for|of)"
    r"|exempt from returns?|(?:are|is) final sale"
    r"|n[e'] ?(?:peu(?:t|vent)|sont|est|seront|sera)(?: pas| plus)?(?: etre)?(?: pas"
    r"| plus)?(?: ni)? (?:etre )?(?:ni )?"
    r"(?:repris|retourn|rembours|echang|rendu)|non (?:repris|retourn|rembours)|ne le (?:sont|peuvent) pas"
    r"|exclue?s? (?:du|des|de tout) retours?|(?:n'acceptons|ne reprenons|n'accepte) (?:pas|plus|aucun)"
    r"|aucun retour (?:sur|pour|n)"
)
STILL = {
    Resolution.EXCHANGE: re.compile(
        r"(?:can|may|but)(?: still| only)? (?:be )?exchang|exchange only"
        r"|peu\w+ etre echang|echange (?:seul|reste|uniquement)|uniquement echang"
    ),
    Resolution.STORE_CREDIT: re.compile(
        r"(?:for|against|as|only) (?:a )?(?:store credit|credit note"
        r"|voucher)(?: only)?|contre un avoir|en avoir uniquement|sous forme d'avoir"
    ),
}
FEE = re.compile(
    r"return (?:fee|cost|charge|shipping|postage|label)|(?:fee|charge|cost)s? (?:of|for) (?:the |a "
    r"|each |every )?return|costs? .{1,12}to return|returns?(?: from \w+(?: \w+){0,2})? costs?|cost of (?:a )?return"
    r"|deduct|withheld|frais de retour|retours? (?:coute|est facture|sont factures|vous est facture)"
    r"|cout d[ue]s? retour|dedui|retenu|participation"
    r"|charged? (?:for|per) (?:each )?return|per return"
)
FREE = re.compile(r"\bfree\b|no charge|costs? nothing|on us\b|gratuit|offert|sans frais|ne vous coute rien")
UNLESS = re.compile(r"damaged|wrong|faulty|defect|abime|casse|trompe|defaut|erreur")
TAKEN = re.compile(
    r"(?:accept|take) returns? from|returns? (?:are )?(?:accepted|possible) from|retours? (?:sont "
    r"|est )?(?:acceptes?|possibles?) depuis|acceptons les retours (?:depuis|de)"
)
KNOWN = {
    "gift_cards": (ExclusionKind.CATEGORY, GIFT_CARD),
    "final_sale": (
        ExclusionKind.FINAL_SALE,
        re.compile(
            r"final[- ]sale|clearance|last chance"
            r"|derniere demarque|ventes? fermes?|destockage"
        ),
    ),
    "pierced": (ExclusionKind.TAG, re.compile(r"earrings?|pierc|boucles? d'oreilles?")),
    "personalised": (
        ExclusionKind.TAG,
        re.compile(
            r"personali[sz]|engraved|monogram|custom[- ]made"
            r"|made[- ]to[- ](?:measure|order)|bespoke|personnalis|grave|sur[- ]mesure"
        ),
    ),
    "hygiene": (
        ExclusionKind.TAG,
        re.compile(
            r"underwear|lingerie|swimwear|swimsuits?|bikinis?|hosiery"
            r"|sous-vetements?|maillots? de bain|culottes?"
        ),
    ),
    "bath_body": (
        ExclusionKind.CATEGORY,
        re.compile(
            r"bath (?:and|&) body|cosmetics?|beauty products?"
            r"|skincare|make-?up|perfumes?|cosmetiques?|produits de (?:bain|beaute|soin)|parfums?|maquillage"
        ),
    ),
    "perishable": (
        ExclusionKind.TAG,
        re.compile(
            r"perishable|\bfood\b|fresh flowers|perissable|denrees"
            r"|alimentaires?"
        ),
    ),
    "sealed_media": (ExclusionKind.TAG, re.compile(r"\bcds?\b|\bdvds?\b|software|logiciels?")),
}


EVERY = re.compile(r"\bwhichever|\bwhatever (?:you|solution)|\bquel(?:le)? que soi(?:t|ent)|\btoute solution")
SEASON = re.compile(r"christmas|holiday season|festive|black friday|\bnoel\b|fetes de fin")
COUNTED = re.compile(
    r"(?:from|of|after|following|since) (?:the |your |its |our )?(?:date of |day of |day it )?(?:the |your )?"
    r"(?:delivery|receipt|receiving|arriv|purchase|order|deliver)"
    r"|(?:a compter|a partir|suivant|suivent|apres|depuis|des)(?: \w+){0,3}? ?(?:de |du |la |le |l'|d'|votre )*"
    r"(?:livraison|reception|achat|commande|arrivee)"
)
GRANTS = re.compile(
    r"\byou have\b|\bvous (?:avez|disposez)\b|\bdisposez\b|can be (?:returned|exchanged)|you (?:can"
    r"|may)\b|vous pouvez"
)
STATUTORY = re.compile(r"withdraw|retract|cooling|by law|legal right|droit legal|la loi")
FREE_RETURN = re.compile(
    r"returns?\b[^.]{0,60}(?:free|cost|charge)|free (?:\w+ )?returns?|exchanges?\b[^.]{0,60}(?:free"
    r"|cost|charge)|free exchange"
    r"|retours?\b[^.]{0,60}(?:gratuit|offert|sans frais|coute)|echanges?\b[^.]{0,60}(?:gratuit|offert"
    r"|sans frais|coute)"
)
CONDITION = re.compile(
    r"\bif\b|\bwhen\b|\bover\b|\babove\b|\bunless\b|\bsi\b|\blorsque\b|\bquand\b|des que|a partir de|\bsauf\b"
)
NOT_A_FEE = re.compile(
    r"(?:free|gratuit|offert)\w* (?:\w+ ){0,3}(?:over|above|from|a partir|des)\b|^(?:standard "
    r"|express )?(?:delivery|shipping|livraison)\b|delivery (?:costs|fee)"
    r"|frais de livraison|livraison (?:coute|est)"
)
NOT_TAKEN = re.compile(r"\bno\b|\bnot\b|n't|no longer|\bplus\b|\bpas\b")
RECIPIENT = re.compile(
    r"recipients? (?:can|may) (?:also )?(?:get|choose|ask for|receive|claim|take) a refund"
    r"|(?:le|la) (?:destinataire|beneficiaire)[^.]{0,40}peut (?:aussi )?(?:etre rembourse"
    r"|demander (?:un|le) remboursement)"
)
