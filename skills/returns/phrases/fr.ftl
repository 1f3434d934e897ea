### Retours, échanges et remboursements. La phrase de décision dit le fait, puis la raison ; la carte porte le reste.

## Avant de savoir qui écrit

returns-status-sign-in = Je peux regarder où en sont votre retour et votre remboursement.
returns-rules-unknown = Je peux consulter votre commande et vous dire ce qui peut être rendu.

## De quel article il s'agit

returns-which-line = De quel article s'agit-il ?
returns-which-line-of-order = De quel article de la commande { $order } s'agit-il ?
returns-which-of-these = Plusieurs articles correspondent. Lequel est-ce ?
returns-which-order = De quelle commande s'agit-il ?
returns-order-not-found = Je ne trouve pas la commande { $heard } dans votre compte. Voici ce que j'y vois : de quel article s'agit-il ?
returns-item-not-found = Je ne trouve pas « { $heard } » dans vos commandes. Voici ce que j'y vois : de quel article s'agit-il ?
returns-no-other = Je n'en vois pas d'autre. Est-ce bien celui-ci ?
returns-or-name-it = S'il n'y figure pas, donnez-moi le numéro de commande ou le nom de l'article.
returns-no-orders = Je ne vois aucune commande dans votre compte, donc rien à retourner pour l'instant. Un conseiller peut chercher plus loin.
returns-option-line = { $item }, { $variant }, commande { $order }
returns-option-line-plain = { $item }, commande { $order }
returns-option-whole = Toute la commande { $order }
returns-option-order = Commande { $order } du { $placed }

## La décision : c'est possible

returns-within-window = Vous pouvez retourner « { $item } » jusqu'au { $until } ({ $days ->
    [one] { $days } jour
   *[other] { $days } jours
} après la livraison du { $counted }).
    .short = { $item } : retour jusqu'au { $until }.
returns-within-window-order = Vous pouvez retourner « { $item } » jusqu'au { $until } ({ $days ->
    [one] { $days } jour
   *[other] { $days } jours
} après votre commande du { $counted }).
    .short = { $item } : retour jusqu'au { $until }.
returns-provider-until = Vous pouvez retourner « { $item } » jusqu'au { $until }.
returns-provider-open = Vous pouvez retourner « { $item } » ; le portail de retours indique jusqu'à quand.
returns-can-exchange = Vous pouvez échanger « { $item } » jusqu'au { $until }.
returns-can-exchange-open = Vous pouvez échanger « { $item } » ; le portail de retours indique jusqu'à quand.
returns-exchange-only = Vous pouvez échanger « { $item } » jusqu'au { $until } ; cet article ne donne pas lieu à un remboursement.
    .short = { $item } : échange seulement, jusqu'au { $until }.
returns-exchange-only-late = Vous pouvez encore échanger « { $item } » jusqu'au { $until } ; pour un remboursement, le dernier jour était le { $closed }.
    .short = { $item } : échange seulement, jusqu'au { $until }.
returns-credit-or-exchange = { $ways ->
    [apart] Pour « { $item } », un échange est possible jusqu'au { $exchange_until } et un avoir jusqu'au { $until } ; cet article ne donne pas lieu à un remboursement.
    [both] Pour « { $item } », un échange ou un avoir est possible jusqu'au { $until } ; cet article ne donne pas lieu à un remboursement.
   *[credit] Pour « { $item } », un avoir est possible jusqu'au { $until } ; cet article ne donne pas lieu à un remboursement.
}
returns-credit-or-exchange-late = { $ways ->
    [apart] Pour « { $item } », un échange est encore possible jusqu'au { $exchange_until } et un avoir jusqu'au { $until } ; pour un remboursement, le dernier jour était le { $closed }.
    [both] Pour « { $item } », un échange ou un avoir est encore possible jusqu'au { $until } ; pour un remboursement, le dernier jour était le { $closed }.
   *[credit] Pour « { $item } », un avoir est encore possible jusqu'au { $until } ; pour un remboursement, le dernier jour était le { $closed }.
}
returns-gift-recipient = { $ways ->
    [apart] « { $item } » est un cadeau : un échange est possible jusqu'au { $exchange_until }, un avoir jusqu'au { $until }.
    [both] « { $item } » est un cadeau : un échange ou un avoir est possible jusqu'au { $until }.
    [credit] « { $item } » est un cadeau : un avoir est possible jusqu'au { $until }.
   *[exchange] « { $item } » est un cadeau : un échange est possible jusqu'au { $until }.
}

## La décision : ce n'est pas possible

returns-window-passed = Le dernier jour pour retourner « { $item } » était le { $last } ({ $days ->
    [one] { $days } jour
   *[other] { $days } jours
} après la livraison du { $counted }).
    .short = { $item } : dernier jour de retour le { $last }.
returns-window-passed-order = Le dernier jour pour retourner « { $item } » était le { $last } ({ $days ->
    [one] { $days } jour
   *[other] { $days } jours
} après votre commande du { $counted }).
    .short = { $item } : dernier jour de retour le { $last }.
returns-not-offered = Nos règles ne prévoient pas de retour pour « { $item } ».
returns-final-sale = Les articles en vente définitive ne sont pas repris, et « { $item } » en fait partie.
returns-excluded-category = Le retour de « { $item } » n'est pas possible : nos règles écartent ce type de produit.
returns-excluded-tag = Le retour de « { $item } » n'est pas possible : cet article figure parmi les exceptions de nos règles.
returns-region-excluded = Le retour de « { $item } » n'est pas possible : nous ne reprenons pas d'articles depuis le pays de livraison.
returns-not-delivered = Le retour de « { $item } » n'est pas encore possible : la livraison n'est pas enregistrée.
returns-not-delivered-days = Le retour de « { $item } » n'est pas encore possible : la livraison n'est pas enregistrée. À partir de ce jour-là, vous aurez { $days ->
    [one] { $days } jour
   *[other] { $days } jours
}.
returns-already-returned = Un retour de « { $item } » est déjà enregistré : { $number }, fait le { $made }.
returns-already-returned-plain = Un retour de « { $item } » est déjà enregistré.
returns-return-open = Un retour de « { $item } » est déjà en cours : { $number }, fait le { $made }.
returns-return-open-plain = Un retour de « { $item } » est déjà en cours.
returns-cancelled = La commande { $order } a été annulée, il n'y a donc rien à renvoyer.
returns-provider-refused = Le système de retours n'accepte pas « { $item } ».

## La décision revient à une personne ou au portail

returns-provider-doubts = Selon nos règles, un retour de « { $item } » serait possible, mais le système de retours le refuse. Une personne doit regarder.
returns-delivery-unknown = La date de livraison de « { $item } » n'est pas enregistrée, je ne peux donc pas calculer le dernier jour.
returns-no-policy = Je n'ai pas les règles de retour qui valent pour « { $item } », je ne peux donc dire ni oui ni non.

## Ce qui accompagne une décision

returns-policy-from-help = Je lis cela dans les pages d'aide de la boutique ; personne ne l'a confirmé règle par règle.
returns-portal-decides = Le portail de retours montre ce qui est possible.
returns-remains = S'il y a un défaut ou une erreur, dites-moi ce qui ne va pas : d'autres règles peuvent s'appliquer. Un conseiller peut aussi regarder.
returns-remains-person = Un conseiller peut regarder cela avec vous.
returns-remains-tracking = Demandez-moi où est le colis et je regarde.
returns-exchange-not-offered = L'échange n'est pas proposé pour « { $item } ».
returns-credit-not-offered = L'avoir n'est pas proposé pour « { $item } ».
returns-left = Entendu. Dites-moi si autre chose doit être renvoyé.
returns-why = Voici la règle qui s'applique :
returns-why-records = Cela tient à ce que la boutique a enregistré pour cette commande, pas à une règle que je pourrais vous montrer.

## Échanges

returns-which-variant = Vous avez « { $variant } ». Que souhaitez-vous à la place ?
returns-which-variant-plain = Que souhaitez-vous à la place ?
returns-option-variant = { $variant }
returns-exchange-in-stock = { $variant } : en stock.
returns-exchange-stock-unknown = La boutique n'indique pas si { $variant } est en stock ; le portail le montre.
returns-exchange-gone = { $variant } n'est plus en stock. Que souhaitez-vous à la place ?
returns-exchange-gone-all = { $variant } n'est plus en stock, ni aucun autre choix.
returns-exchange-none = Aucune autre taille ou couleur de « { $item } » n'est en stock.
returns-exchange-more = La différence est de { $difference } en plus par rapport à votre article.
returns-exchange-less = La différence est de { $difference } en moins par rapport à votre article.

## Sur la carte

returns-pill-return = Retour possible
returns-pill-exchange = Échange possible
returns-pill-credit = Avoir possible
returns-pill-refused = Pas de retour
returns-pill-open = Retour en cours
returns-pill-returned = Retour enregistré
returns-pill-waiting = Pas encore livré
returns-pill-unknown = À vérifier
returns-row-order = Commande
returns-row-delivered = Livraison
returns-row-pieces = Quantité
returns-row-refund-until = Dernier jour de remboursement
returns-row-exchange-until = Dernier jour d'échange
returns-row-fee = Frais de retour
returns-row-exchange-fee = Frais d'échange
returns-free = Gratuit
returns-start-return = Commencer un retour
returns-start-exchange = Commencer un échange
returns-open-portal = Ouvrir le portail de retours
returns-see-return = Voir ce retour

## Où en sont un retour et son remboursement

returns-status-none = Je ne vois aucun retour dans votre compte. Si vous souhaitez renvoyer quelque chose, dites-moi quel article.
returns-status-none-for = Je ne vois aucun retour de « { $item } ». Si c'est cet article que vous souhaitez renvoyer, dites-le-moi et je vérifie.
returns-status-none-in-order = Je ne vois aucun retour pour la commande { $order }. Si vous souhaitez renvoyer quelque chose, dites-moi quel article.
returns-status-number-not-found = Je ne trouve pas le retour { $heard } dans votre compte. Voici ce que j'y vois : lequel est-ce ?
returns-status-number-unknown = Je ne trouve pas le retour { $heard } dans votre compte, ni aucun autre retour.
returns-status-order-not-found = Je ne trouve pas la commande { $heard } dans votre compte. Voici les retours que j'y vois : lequel est-ce ?
returns-status-which = De quel retour s'agit-il ?
returns-option-return = { $item }, retour { $number }
returns-state-requested = Le retour { $number } a été demandé le { $made } et attend d'être accepté.
returns-state-approved = Le retour { $number } est accepté ; le colis n'est pas encore parti, d'après ce que nous voyons.
returns-state-approved-send = Le retour { $number } est accepté ; le colis doit partir au plus tard le { $send_by }.
returns-state-in-transit = Le colis du retour { $number } est en route vers nous.
returns-state-received = Le colis du retour { $number } nous est parvenu ; la dernière étape date du { $updated }. Le remboursement n'est pas encore enregistré.
returns-state-received-other = Le colis du retour { $number } nous est parvenu ; la dernière étape date du { $updated }.
returns-state-refunded = { $amount } ont été remboursés le { $issued } pour le retour { $number }.
    .short = { $amount } remboursés le { $issued }.
returns-state-refunded-amount = { $amount } ont été remboursés pour le retour { $number }. Le système de la boutique n'indique pas quel jour.
returns-state-refunded-day = Le remboursement du retour { $number } a été fait le { $issued }.
returns-state-refunded-plain = Le remboursement du retour { $number } est enregistré comme fait. Le système de la boutique n'indique pas quel jour.
returns-state-exchanged = L'échange du retour { $number } est enregistré comme fait le { $updated }.
returns-state-store-credited = L'avoir du retour { $number } a été accordé le { $updated }.
returns-state-rejected = Le retour { $number } a été refusé le { $updated }.
returns-state-expired = Le retour { $number } a expiré : le colis n'est pas parti à temps.
returns-state-cancelled = Le retour { $number } a été annulé le { $updated }.
returns-state-unknown = Je ne sais pas lire l'état du retour { $number } ; le dernier changement date du { $updated }.
returns-refund-expected = Le remboursement est attendu au plus tard le { $expected }.
returns-refund-expected-amount = Le remboursement de { $amount } est attendu au plus tard le { $expected }.
returns-refund-no-date = Le système de la boutique n'indique pas quand le remboursement est prévu.
returns-pill-state = { $state ->
    [requested] Demandé
    [approved] Accepté
    [in_transit] En route vers nous
    [received] Reçu
    [refunded] Remboursé
    [rejected] Refusé
    [expired] Expiré
    [exchanged] Échangé
    [store_credited] Avoir accordé
    [cancelled] Annulé
   *[unknown] Inconnu
}
returns-step = { $state ->
    [requested] Retour demandé
    [approved] Retour accepté
    [in_transit] Colis en route vers nous
    [received] Colis reçu
    [refunded] Remboursement
    [rejected] Retour refusé
    [expired] Retour expiré
    [exchanged] Échange
    [store_credited] Avoir
    [cancelled] Retour annulé
   *[unknown] État inconnu
}
returns-row-return = Retour
returns-row-amount = Montant
returns-row-means = Versé sur
returns-row-send-by = Date limite d'envoi
returns-row-reason = Motif indiqué
returns-row-tracking = Numéro de suivi
returns-means = { $means ->
    [card] Votre carte
    [original] Votre moyen de paiement
    [original_payment] Votre moyen de paiement
    [paypal] PayPal
    [store_credit] Avoir
    [gift_card] Carte cadeau
    [bank_transfer] Virement bancaire
   *[other] { $means }
}
returns-rejection = { $reason ->
    [worn] Traces d'usage
    [tags_removed] Étiquettes enlevées
    [incomplete] Retour incomplet
    [not_our_product] Article qui n'est pas de chez nous
    [late] Reçu après le dernier jour
   *[other] { $reason }
}
returns-why-rejected = { $reason ->
    [worn] Le motif enregistré : l'article portait des traces d'usage.
    [tags_removed] Le motif enregistré : les étiquettes avaient été enlevées.
    [incomplete] Le motif enregistré : il manquait quelque chose dans le colis.
    [not_our_product] Le motif enregistré : l'article n'est pas de chez nous.
    [late] Le motif enregistré : le colis est arrivé après le dernier jour.
   *[other] Le motif enregistré : { $reason }
}
