claims-identity = Avant d'ouvrir votre réclamation, je vérifie qu'elle est bien à vous.
claims-none = Je ne trouve aucune réclamation à votre nom auprès d'un transporteur.
claims-none-for = Je ne trouve aucune de vos réclamations pour « { $said } ».
claims-instead = Que souhaitez-vous faire ensuite ?
claims-which = De quelle réclamation s'agit-il ?

# Où en est une réclamation
claims-state-draft = La réclamation { $number } est en cours de rédaction ; { $carrier } ne l'a pas encore reçue.
    .short = Réclamation { $number } : en rédaction.
claims-state-awaiting-shopper = La réclamation { $number } attend un élément de votre part avant de partir chez { $carrier }.
    .short = Réclamation { $number } : elle vous attend.
claims-state-submitted = La réclamation { $number } a été envoyée à { $carrier }, qui ne l'a pas encore ouverte.
    .short = Réclamation { $number } : envoyée à { $carrier }.
claims-state-investigating = { $carrier } enquête sur la réclamation { $number }.
    .short = Réclamation { $number } : enquête de { $carrier } en cours.
claims-state-accepted = { $carrier } a accepté la réclamation { $number }. Le paiement n'est pas encore enregistré.
    .short = Réclamation { $number } : acceptée, pas encore payée.
claims-state-rejected = { $carrier } a refusé la réclamation { $number }. Une personne de l'équipe peut revoir cette réponse avec vous.
    .short = Réclamation { $number } : refusée par { $carrier }.
claims-state-paid = { $carrier } a versé { $amount } à la boutique pour la réclamation { $number }.
    .short = Réclamation { $number } : { $carrier } a versé { $amount }.
claims-state-paid-no-amount = { $carrier } a indemnisé la boutique pour la réclamation { $number }. Je ne vois pas le montant.
    .short = Réclamation { $number } : payée par { $carrier }, montant non indiqué.
claims-state-closed = La réclamation { $number } auprès de { $carrier } est close.
    .short = Réclamation { $number } : close.
claims-state-unknown = J'ignore où en est la réclamation { $number } : son statut est illisible pour moi.
    .short = Réclamation { $number } : statut inconnu.

claims-pill-draft = En rédaction
claims-pill-awaiting-shopper = À vous
claims-pill-submitted = Envoyée
claims-pill-investigating = Enquête en cours
claims-pill-accepted = Acceptée
claims-pill-rejected = Refusée
claims-pill-paid = Payée
claims-pill-closed = Close
claims-pill-unknown = Inconnu

claims-due = { $carrier } a jusqu'au { $due } pour répondre. Vous n'avez rien à faire d'ici là.
    .short = Réponse de { $carrier } avant le { $due }.
claims-due-unknown = { $carrier } n'a pas annoncé de date de réponse.
claims-overdue = La réponse de { $carrier } était attendue le { $due } et n'est pas encore arrivée.
    .short = Réponse de { $carrier } attendue le { $due }.

# Pourquoi elle a été ouverte
claims-reason-not-delivered = Colis non livré
claims-reason-marked-delivered = Indiqué livré, non reçu
claims-reason-damaged = Arrivé abîmé
claims-reason-missing-content = Contenu incomplet
claims-reason-late = Retard
claims-reason-unknown = Motif non connu

# Ce que le transporteur demande, et ce qu'on doit y voir
claims-missing = Ce qu'il manque encore de votre part
claims-piece-photo-parcel = Photo du colis
claims-show-photo-parcel = Le carton entier, étiquette lisible
claims-piece-photo-content = Photo du contenu
claims-show-photo-content = Le dommage de près, et l'objet entier une fois
claims-piece-non-receipt-statement = Attestation de non-réception
claims-show-non-receipt-statement = Une ou deux phrases, à écrire ici
claims-piece-invoice = Facture
claims-show-invoice = La facture de cette commande, en fichier ou en photo
claims-piece-id-copy = Copie d'une pièce d'identité
claims-show-id-copy = Le côté avec votre nom et votre photo
claims-upload = Ajouter les photos et papiers manquants

# L'attestation
claims-ask-statement = Écrivez en une ou deux phrases que vous n'avez pas reçu le colis, et où vous avez cherché. Je vous la relis avant de l'enregistrer.
    .short = Écrivez en une ou deux phrases que vous n'avez rien reçu et où vous avez cherché.
claims-ask-statement-short = C'est un peu court pour le transporteur. Écrivez une ou deux phrases entières : ce qui n'est pas arrivé, et où vous avez cherché.
    .short = Un peu court. Écrivez une ou deux phrases entières.
claims-ask-statement-change = Rien n'est enregistré. Que doit dire l'attestation ?
claims-read-back = Voici votre attestation pour la réclamation { $number }, mot pour mot : « { $statement } » Je l'enregistre pour { $carrier } ?
    .short = Attestation pour { $number } : « { $statement } » Je l'enregistre ?
claims-statement-recorded = Votre attestation est enregistrée dans la réclamation { $number }.
claims-left = Quelle est la suite ?
claims-settled-already = Cette réclamation a été réglée entre-temps : rien n'y a été ajouté.

# Lignes et boutons
claims-row-number = Réclamation
claims-row-reason = Motif
claims-row-carrier = Transporteur
claims-row-opened = Ouverture
claims-row-due = Réponse attendue
claims-row-compensation = Versé par le transporteur
claims-option-claim = { $number }, { $carrier }, ouverte le { $opened }
claims-option-claim-with-items = { $number } : { $items }, ouverte le { $opened }
claims-option-add = Ajouter ce qui manque
claims-option-look = Voir où elle en est
claims-option-tracking = Voir où est ma commande
claims-option-person = Parler à une personne
