incidents-identity = Pour voir ce qui s'est passé à la livraison, je vérifie d'abord que la commande est bien à vous.
incidents-no-orders = Aucune commande n'est liée à l'adresse de votre connexion. Si vous avez acheté avec une autre adresse, connectez-vous avec celle-là.
    .short = Aucune commande avec cette adresse. Essayez celle de votre achat.
incidents-not-found = Je ne trouve aucune de vos commandes pour « { $said } ».
incidents-which-order = De quelle commande s'agit-il ?
incidents-which = De quelle livraison s'agit-il ?
incidents-next = Que souhaitez-vous faire ensuite ?

# Ce que le transporteur a noté
incidents-reason-absent = { $carrier } est passé le { $at } et a noté que personne n'était là.
    .short = { $carrier }, { $at } : a noté une absence.
incidents-reason-address-incomplete = { $carrier } a noté le { $at } que l'adresse est incomplète.
    .short = { $carrier }, { $at } : adresse incomplète.
incidents-reason-address-wrong = { $carrier } a noté le { $at } ne pas avoir trouvé l'adresse.
    .short = { $carrier }, { $at } : adresse introuvable.
incidents-reason-refused = { $carrier } a noté le { $at } que le colis a été refusé.
    .short = { $carrier }, { $at } : colis refusé.
incidents-reason-access-code-missing = { $carrier } a noté le { $at } ne pas avoir pu entrer : il manquait un code ou un nom.
    .short = { $carrier }, { $at } : accès impossible.
incidents-reason-damaged = { $carrier } a noté le { $at } que le colis est abîmé.
    .short = { $carrier }, { $at } : colis abîmé.
incidents-reason-pickup-full = { $carrier } a noté le { $at } que le point relais était plein.
    .short = { $carrier }, { $at } : point relais plein.
incidents-reason-unknown = { $carrier } a signalé un problème le { $at }, pour un motif que je ne sais pas lire.
    .short = { $carrier }, { $at } : problème, motif inconnu.
incidents-carrier-word = Le mot du transporteur : « { $code } »
incidents-driver-note = Le livreur a écrit : « { $note } »
incidents-distance-metres = Le livreur était à environ { $metres } mètres de l'adresse quand il l'a noté.
incidents-distance-kilometres = Le livreur était à environ { $kilometres } km de l'adresse quand il l'a noté.

incidents-pill-awaiting-shopper = À vous de choisir
incidents-pill-awaiting-carrier = Chez le transporteur
incidents-pill-solved = Réglé
incidents-pill-returning = Retour à la boutique

# Ce que vous pouvez choisir
incidents-answer-by = Vous pouvez choisir jusqu'au { $by }.
incidents-answer-passed = { $carrier } attendait une réponse avant le { $by }. Je peux encore enregistrer votre choix ; il arrivera peut-être trop tard pour le transporteur.
    .short = Réponse attendue avant le { $by } ; il est peut-être trop tard.
incidents-ask-way = Que faisons-nous du colis ?
incidents-ask-change = Rien n'est enregistré. Que préférez-vous ?
incidents-way-redeliver = Relivrer un autre jour
incidents-way-correct-address = Corriger l'adresse
incidents-way-pickup-point = Déposer en point relais
incidents-way-return-to-sender = Renvoyer à la boutique
incidents-ask-day = Quel jour vous convient ?
incidents-day = { $day }
incidents-day-not-offered = Le transporteur ne propose pas le { $day }.
incidents-ask-address = Quelle est l'adresse complète ? Ajoutez l'étage, le code et le nom sur la sonnette si cela aide.
incidents-ask-access = De quoi le livreur a-t-il besoin pour entrer ? Code, étage, nom sur la sonnette.
incidents-ask-address-again = Rien n'est enregistré. Quelle adresse faut-il noter ?
incidents-nothing-to-choose = Il n'y a pas de choix possible ici pour cette livraison. Une personne de l'équipe peut s'en occuper.

# Le choix relu
incidents-propose-redeliver = Nouvelle livraison par { $carrier } le { $day }. Je l'enregistre ?
incidents-propose-redeliver-bare = Nouvelle livraison par { $carrier }, le jour que le transporteur fixera. Je l'enregistre ?
incidents-propose-correct-address = { $carrier } livre à cette adresse : « { $address } ». Je l'enregistre ?
incidents-propose-correct-address-bare = L'adresse est corrigée pour { $carrier }. Je l'enregistre ?
incidents-propose-pickup-point = { $carrier } dépose le colis dans un point relais près de chez vous, et vous l'y retirez. Je l'enregistre ?
    .short = { $carrier } le dépose en point relais près de chez vous. J'enregistre ?
incidents-propose-return-to-sender = { $carrier } rapporte le colis à la boutique, il ne vous sera pas livré. Je l'enregistre ?
    .short = { $carrier } le rapporte à la boutique. J'enregistre ?

# Enregistré, et après
incidents-recorded-redeliver = C'est enregistré : nouvelle livraison le { $day }.
incidents-recorded-redeliver-bare = C'est enregistré : nouvelle livraison, le jour que { $carrier } fixera.
incidents-recorded-correct-address = C'est enregistré : le colis va à cette adresse, « { $address } ».
incidents-recorded-correct-address-bare = C'est enregistré : l'adresse est corrigée.
incidents-recorded-pickup-point = C'est enregistré : vous retirez le colis en point relais.
incidents-recorded-return-to-sender = C'est enregistré : le colis repart à la boutique.
incidents-chosen-redeliver = Vous avez choisi une nouvelle livraison le { $day }.
incidents-chosen-redeliver-bare = Vous avez choisi une nouvelle livraison, le jour que { $carrier } fixera.
incidents-chosen-correct-address = Vous avez donné cette adresse : « { $address } ».
incidents-chosen-correct-address-bare = Vous avez choisi de corriger l'adresse.
incidents-chosen-pickup-point = Vous avez choisi un point relais.
incidents-chosen-return-to-sender = Vous avez choisi de renvoyer le colis à la boutique.
incidents-turn-awaiting-shopper = La suite dépend de vous.
incidents-turn-awaiting-carrier = C'est maintenant à { $carrier } d'agir ; vous n'avez plus rien à faire.
incidents-turn-solved = C'est réglé, plus rien n'est en attente.
incidents-turn-returning = Le colis est en route vers la boutique.
incidents-settled-already = Cette livraison a été réglée entre-temps : votre choix n'est pas enregistré.

# Pas d'incident connu
incidents-marked-delivered = Si vous ne l'avez pas trouvé, voici ce que la boutique demande :
incidents-goods-damaged = Pour un article arrivé abîmé, la règle de la boutique est la suivante :
incidents-goods-defective = Pour un article qui ne fonctionne pas, la règle de la boutique est la suivante :
incidents-goods-wrong-item = Pour un article reçu par erreur, la règle de la boutique est la suivante :
incidents-goods-missing-item = Pour un article absent du colis, la règle de la boutique est la suivante :
incidents-goods-no-rule = Je ne trouve pas de règle de la boutique à ce sujet. Une personne de l'équipe peut trancher.
incidents-rest-on-way = Une partie de la commande { $number } est encore en route dans un autre colis.

# Lignes et boutons
incidents-row-carrier = Transporteur
incidents-row-happened = Quand
incidents-option-incident = { $carrier }, { $at }
incidents-option-incident-with-items = { $number } : { $items } ({ $at })
incidents-option-look = Voir où cela en est
incidents-option-return = Le retourner ou le remplacer
incidents-option-claim = Voir la réclamation
incidents-option-tracking = Suivre ce colis
incidents-option-person = Parler à une personne
incidents-open-page = Ouvrir la livraison
