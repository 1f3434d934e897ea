### Questions sur les règles. La réponse est toujours la phrase de la boutique.

questions-other-language = La boutique n'a écrit cela { $written ->
    [fr] qu'en français
    [en] qu'en anglais
    [es] qu'en espagnol
    [de] qu'en allemand
    [it] qu'en italien
    [nl] qu'en néerlandais
   *[other] que dans une autre langue
} ; voici le texte tel quel.
questions-offer-look = Voulez-vous que je regarde votre propre commande ?
questions-option-look = Regarder ma commande
questions-whole = Voici le passage en entier :
questions-unknown = Je ne sais pas : les articles de la boutique n'en parlent pas. Je peux demander à l'équipe, si vous voulez.
    .short = Je ne sais pas. Voulez-vous que je demande à l'équipe ?
questions-passed-on = Votre question part vers l'équipe, et une personne vous répond ici.
questions-left = Entendu. Dites-moi si vous avez besoin d'autre chose.
