tracking-identity = Avant de vous dire où est votre commande, je vérifie qu'elle est bien à vous.
tracking-no-orders = Aucune commande n'est liée à l'adresse de votre connexion. Si vous avez acheté avec une autre adresse, connectez-vous avec celle-là.
    .short = Aucune commande avec cette adresse. Essayez celle de votre achat.
tracking-not-found = Je ne trouve aucune de vos commandes pour « { $said } ».
tracking-only-order = Vous avez une seule commande ici : { $number }.
tracking-which-order = De quelle commande s'agit-il ?
tracking-more = Que souhaitez-vous faire ensuite ?
tracking-quoted-other-language = La page d'aide de la boutique est écrite dans une autre langue :

# Où en est un colis
tracking-state-label-created = La commande { $number } est prête à partir : l'étiquette existe, { $carrier } n'a pas encore scanné le colis.
    .short = { $number } : étiquette prête, pas encore scannée par { $carrier }.
tracking-state-in-transit = La commande { $number } est en route avec { $carrier }.
    .short = { $number } : en route avec { $carrier }.
tracking-state-out-for-delivery = La commande { $number } est en cours de livraison : le livreur { $carrier } l'a avec lui.
    .short = { $number } : en cours de livraison, { $carrier }.
tracking-state-awaiting-pickup = La commande { $number } vous attend à cet endroit : { $place }.
    .short = { $number } : à retirer, { $place }.
tracking-state-awaiting-pickup-no-place = La commande { $number } vous attend en point relais. { $carrier } ne nous dit pas lequel ; le message que vous avez reçu le précise.
    .short = { $number } : en point relais, voir le message de { $carrier }.
tracking-state-delivered = La commande { $number } a été livrée par { $carrier } le { $day }.
    .short = { $number } : livrée le { $day }.
tracking-state-delivered-disputed = { $carrier } indique la commande { $number } comme livrée le { $day }.
    .short = { $number } : indiquée livrée le { $day }.
tracking-state-delivered-no-day = { $carrier } indique la commande { $number } comme livrée, sans donner le jour.
    .short = { $number } : indiquée livrée, jour non précisé.
tracking-state-failed-attempt = { $carrier } s'est présenté avec la commande { $number } et n'a pas pu la remettre.
    .short = { $number } : passage de { $carrier } sans remise.
tracking-state-exception = { $carrier } signale un problème sur le trajet de la commande { $number }.
    .short = { $number } : { $carrier } signale un problème.
tracking-state-lost = { $carrier } a déclaré perdu le colis de la commande { $number }.
    .short = { $number } : déclaré perdu par { $carrier }.
tracking-state-returned-to-sender = Le colis de la commande { $number } repart vers la boutique.
    .short = { $number } : repart vers la boutique.
tracking-state-unknown = J'ignore où se trouve la commande { $number } : { $carrier } donne un statut que je ne sais pas lire.
    .short = { $number } : statut inconnu.

# La même chose en un mot ou deux
tracking-pill-label-created = Étiquette créée
tracking-pill-in-transit = En route
tracking-pill-out-for-delivery = En livraison
tracking-pill-awaiting-pickup = À retirer
tracking-pill-delivered = Livré
tracking-pill-failed-attempt = Passage sans remise
tracking-pill-exception = Problème en route
tracking-pill-lost = Perdu
tracking-pill-returned-to-sender = Retour à la boutique
tracking-pill-unknown = Inconnu
tracking-step-unknown = Mot du transporteur : « { $code } »

# Quand
tracking-expected = La livraison est prévue le { $expected }.
tracking-expected-unknown = { $carrier } n'a pas annoncé de jour.
tracking-late = La livraison était prévue le { $expected } : elle a { $days ->
    [one] un jour
   *[other] { $days } jours
 } de retard.
    .short = Prévue le { $expected }, en retard.

# Commandes sans colis connu
tracking-order-placed = La commande { $number } n'est pas encore expédiée.
tracking-order-shipped = La commande { $number } a quitté la boutique, mais aucun suivi n'est encore connu.
tracking-order-partly-delivered = Une partie de la commande { $number } a été livrée. Aucun suivi n'est connu pour le reste.
tracking-order-delivered = La commande { $number } a été livrée le { $day }.
tracking-order-delivered-no-day = La boutique indique la commande { $number } comme livrée, sans préciser le jour.
tracking-order-cancelled = La commande { $number } a été annulée : rien n'est en route.
tracking-order-unknown = J'ignore où en est la commande { $number } : le système de la boutique donne un statut que je ne sais pas lire.
    .short = { $number } : statut inconnu.

# Plusieurs colis
tracking-parcels = La commande { $number } voyage en { $count } colis.
tracking-siblings = La commande { $number } compte { $count ->
    [one] un autre colis
   *[other] { $count } autres colis
 }.
tracking-not-sent-yet = Pas encore expédié : { $items }.

# Dossiers ouverts
tracking-incident-open = Le transporteur a signalé un problème de livraison le { $at }.
tracking-claim-open = La réclamation { $number } est ouverte auprès du transporteur pour ce colis.
tracking-cases-unread = Je n'ai pas pu vérifier si un incident ou une réclamation est en cours.

# Lignes et boutons
tracking-row-inside = Contenu
tracking-row-carrier = Transporteur
tracking-row-tracking-number = Numéro de suivi
tracking-row-last-scan = Dernier scan
tracking-row-carrier-word = Mot du transporteur
tracking-row-delivered = Livraison
tracking-row-placed = Date de commande
tracking-scan = { $at }, { $place }
tracking-open-parcel = Toutes les étapes du suivi
tracking-open-parcels = Suivre tous les colis
tracking-option-order = { $number } : { $items } ({ $placed })
tracking-option-parcel = Le colis avec { $items }
tracking-option-parcel-unnamed = Le colis { $carrier }
tracking-option-incident = Voir le problème de livraison
tracking-option-claim = Voir la réclamation
tracking-option-person = Parler à une personne
