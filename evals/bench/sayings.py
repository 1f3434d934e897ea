"""What the load's shoppers say: policy questions, small talk, and, signed in, their returns, orders and parcels."""

POLICY = {
    "en": (
        "how many days do I have to return something?",
        "who pays for the return shipping?",
        "can I return sale items?",
        "how long does a refund take once you have my parcel?",
        "what happens if my parcel is lost?",
        "do you deliver to Belgium?",
        "can I exchange shoes for another size?",
        "what if I was not at home when the courier came?",
    ),
    "fr": (
        "combien de jours ai-je pour retourner un article ?",
        "qui paie les frais de retour ?",
        "peut-on retourner un article soldé ?",
        "sous combien de temps suis-je remboursée ?",
        "que se passe-t-il si mon colis est perdu ?",
        "est-ce que vous livrez en Belgique ?",
        "puis-je échanger des chaussures contre une autre taille ?",
        "et si je n'étais pas là au passage du livreur ?",
    ),
}
SMALL_TALK = {"en": ("hello", "thanks a lot", "ok great"), "fr": ("bonjour", "merci beaucoup", "ok super")}
OWN = {
    "en": (
        "where is my order?",
        "I'd like to return something from my last order",
        "never mind",
        "has my refund been sent?",
        "it should have arrived by now, where is my parcel",
        "can I swap my last order for another size?",
        "forget it",
    ),
    "fr": (
        "où en est ma commande ?",
        "je voudrais retourner un article de ma dernière commande",
        "laissez tomber",
        "mon remboursement est-il parti ?",
        "mon colis devrait être là, où est-il",
        "je peux échanger ma dernière commande contre une autre taille ?",
        "oubliez ça",
    ),
}


def script(language: str, *, signed_in: bool) -> tuple[str, ...]:
    """A round of messages, told again from the start when it is over."""
    policy, talk = POLICY[language], SMALL_TALK[language]
    if not signed_in:
        return (talk[0], *policy[:4], talk[1], *policy[4:], talk[2])
    own = OWN[language]
    return (talk[0], *own[:3], policy[0], *own[3:5], talk[1], *own[5:], policy[3], talk[2])
