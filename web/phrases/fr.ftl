### Libellés de la discussion, des pages de la boutique de démonstration et de l’espace client.

## La discussion

widget-title = De l’aide pour votre commande
widget-open = Ouvrir la discussion
widget-open-unread = Ouvrir la discussion, une réponse vous attend
widget-close = Fermer la discussion
widget-renew = Commencer une nouvelle conversation
widget-renew-ask = Quitter cette conversation et en commencer une autre ?
widget-renew-yes = En commencer une autre
widget-renew-no = Rester ici
widget-language = Langue
widget-log = Conversation
widget-field = Écrivez un message
widget-send = Envoyer
widget-role-agent = Assistant automatique
widget-role-person = Une personne vous répond
widget-person = Une personne de l’équipe
widget-talk-to-person = Parler à quelqu’un
widget-person-message = Je voudrais parler à quelqu’un.
widget-person-joins = Une personne de l’équipe vous répond ici désormais.
widget-agent-back = L’assistant automatique reprend la conversation.
widget-start-return = Je veux retourner ou échanger un article
widget-start-where = Où est mon colis ?
widget-start-problem = Ma livraison s’est mal passée
widget-start-question = Combien de temps ai-je pour retourner un article ?
widget-typing = L’assistant écrit
widget-slow = C’est plus long que d’habitude. Votre message est bien arrivé, la réponse suit.
widget-newer = La suite plus bas
widget-earlier = Étapes précédentes
widget-why = Pourquoi ?
widget-chosen = choisi
widget-new-tab = s’ouvre dans un nouvel onglet
widget-code-label = Saisissez les six chiffres que vous avez reçus
widget-retry = Réessayer
widget-offline = Vous êtes hors connexion. Ce que vous écrivez reste ici et partira dès que la connexion reviendra.
widget-expired = Votre dernière conversation est terminée. Écrivez ci-dessous pour en commencer une autre.
widget-expired-kept = Votre dernière conversation est terminée, une autre commence. Votre message est resté dans le champ ci-dessous : renvoyez-le quand vous voulez.
widget-error-unreachable = Message non envoyé : la discussion est injoignable. Votre message est conservé.
widget-error-server = La discussion ne répond pas pour le moment. Votre message est conservé : réessayez dans une minute.
widget-error-origin = Cette discussion n’est pas prévue pour cette page. Écrivez à la boutique par e-mail.
widget-error-unknown = Cette discussion n’existe plus. Écrivez à la boutique par e-mail.
widget-error-busy = La conversation était occupée. Votre message est conservé : réessayez.
widget-error-long = Votre message est trop long. Il est revenu dans le champ : raccourcissez-le puis renvoyez-le.
widget-error-unreadable = Votre message n’a pas pu être lu. Il est revenu dans le champ : modifiez-le puis renvoyez-le.
widget-error-often = Cela fait beaucoup de messages à la fois. Votre message est conservé : attendez une minute, puis réessayez.

## Toutes les pages

page-skip = Aller au contenu
page-other-language = English

## La boutique de démonstration

front-page-title = { $shop } : la boutique de démonstration
front-ribbon = Une boutique de démonstration, sur cet ordinateur. Rien n’y est à vendre et rien n’en sort.
front-nav = Boutique
front-nav-try = Que tester
front-nav-hub = Mes commandes
front-nav-mailbox = Boîte aux lettres
front-hero-title = Fait pour rester longtemps
front-hero-text = Des vêtements et des objets pour la maison, dans des couleurs calmes et des matières franches. Et si l’un d’eux ne convient pas, le renvoyer est simple.
front-hero-try = Que tester
front-hero-new = Voir la boutique
front-new-title = En ce moment à la boutique
front-price = À partir de { $price }
front-foot = { $shop } est une boutique inventée. Ses clients, ses commandes et ses colis le sont aussi.
front-try-title = Que tester
front-try-1 = Choisissez un client et appuyez sur « Écrire ceci » : les mots arrivent dans la discussion. Envoyez-les, ou changez-les d’abord.
front-try-2 = Quand l’assistant demande qui vous êtes, appuyez sur « Donner l’e-mail ».
front-try-3 = Un code est envoyé. Il ne quitte pas cet ordinateur : lisez-le dans la boîte aux lettres.
front-try-mailbox = Ouvrir la boîte aux lettres
front-write-this = Écrire ceci
front-give-email = Donner l’e-mail
front-story-inside-window-title = Camille renvoie une veste
front-story-inside-window = Elle est arrivée il y a neuf jours : le retour est possible. Le bouton ouvre le portail de retour avec la veste déjà choisie.
front-story-two-alike-title = Lucas a deux vestes bleues
front-story-two-alike = Deux commandes, deux vestes qui se ressemblent. L’assistant demande laquelle.
front-story-window-passed-title = Emma a un jour de retard
front-story-window-passed = Le délai de remboursement s’est terminé hier. L’échange ou l’avoir restent possibles.
front-story-final-sale-title = Nora a acheté un article en vente finale
front-story-final-sale = Deux articles dans un même message : le gilet peut revenir, la robe non.
front-story-in-transit-title = Oliver attend un colis
front-story-in-transit = La lampe et les assiettes arrivent demain. Chaque étape est visible.
front-story-failed-delivery-title = Le livreur n’a pas pu joindre Inès
front-story-failed-delivery = Il manquait un code d’entrée. Elle choisit la suite et la confirme.
front-story-lost-parcel-title = Le colis de Hugo est perdu
front-story-lost-parcel = Le transporteur enquête et attend encore son attestation.
front-story-refunds-title = Jonas attend son remboursement
front-story-refunds = Un remboursement est fait, un autre est en route.
front-story-gift-recipient-title = Alice a reçu un cadeau
front-story-gift-recipient = Elle peut l’échanger, et le prix ne lui est jamais montré.
front-story-partly-delivered-title = Sofía n’a reçu que la moitié
front-story-partly-delivered = Deux colis : l’un est arrivé, l’autre est encore en route.

## La boîte aux lettres

mailbox-title = Boîte aux lettres
mailbox-lead = Ce que la boutique enverrait par e-mail ou SMS arrive ici. La page se met à jour toute seule.
mailbox-copy = Copier le code
mailbox-copied = Copié
mailbox-new = Un nouveau message est arrivé.
mailbox-empty-title = Rien n’a encore été envoyé
mailbox-empty = Quand l’assistant envoie un code, il apparaît ici en quelques secondes.

## Quand quelque chose ne va pas

problem-not-here-title = Cette page n’existe pas
problem-not-here = L’adresse est peut-être mal saisie, ou ce qu’elle montrait appartient à un autre compte.
problem-settled-title = Cela a été réglé entre-temps
problem-settled = Rien n’a été modifié. Rouvrez la page pour voir où en sont les choses.
problem-vendor-title = Le système de la boutique ne répond pas
problem-vendor = Vos commandes sont en sécurité, mais illisibles pour le moment. Réessayez dans une minute.
problem-not-your-role-title = Votre rôle ne permet pas cela
problem-not-your-role = Demandez à une personne propriétaire de la boutique de le faire, ou de changer votre rôle dans les Réglages.
problem-foreign-form-title = Ce formulaire vient d’ailleurs
problem-foreign-form = Pour vous protéger, rien n’a été envoyé. Ouvrez la page ici et remplissez-la de nouveau.
problem-hub-closed-title = Ces pages sont fermées
problem-hub-closed = La boutique ne propose pas de pages de commande ici. Son équipe répond par e-mail ou dans la discussion.
problem-door-unknown-title = Ce lien n’ouvre rien
problem-door-unknown = Il est peut-être incomplet. Copiez le lien entier depuis le message, ou demandez-en un autre dans la discussion.
problem-door-expired-title = Ce lien a expiré
problem-door-expired = Les liens ne durent qu’un temps, pour garder vos commandes privées. Connectez-vous pour les voir, ou demandez un nouveau lien dans la discussion.
problem-portal-ended-title = Cette visite est terminée
problem-portal-ended = Une visite reste ouverte deux heures, et rien n’a été envoyé. Rouvrez le lien depuis la discussion ou votre commande.
problem-again = Réessayer
problem-to-hub = Voir mes commandes
problem-to-shop = Aller à la boutique de démonstration

## L’espace client

hub-sign-in-title = Voir vos commandes
hub-sign-in-lead = Saisissez l’adresse e-mail ou le téléphone de votre commande, ou un numéro de commande. Un code part vers le contact enregistré.
hub-sign-in-label = E-mail, téléphone ou numéro de commande
hub-sign-in-send = Recevoir un code
hub-sign-in-empty = Saisissez une adresse e-mail, un téléphone ou un numéro de commande.
hub-sign-in-often = Plusieurs codes ont été demandés en peu de temps. Attendez dix minutes, puis réessayez.
hub-code-title = Saisissez votre code
hub-code-lead = Si la boutique connaît ce que vous avez saisi, un code à six chiffres est en route. Il est valable dix minutes.
hub-code-label = Code à six chiffres
hub-code-check = Me connecter
hub-code-wrong = Ce code n’est pas le bon. Vérifiez les chiffres et réessayez.
hub-code-expired = Ce code a expiré. Demandez-en un autre ci-dessous.
hub-code-spent = Ce code ne peut plus servir. Demandez-en un autre ci-dessous.
hub-code-again = Demander un autre code
hub-code-demo = C’est la démonstration : le code est dans la boîte aux lettres.
hub-sign-out = Me déconnecter
hub-back = Mes commandes
hub-back-order = Commande { $number }
hub-home-title = Mes commandes
hub-orders-title = Commandes
hub-cases-title = En cours avec le transporteur
hub-cases-unread = Les incidents et les réclamations sont illisibles pour le moment. Vos commandes sont complètes.
hub-incident-line = Incident de livraison avec { $carrier }
hub-claim-line = Réclamation { $number }
hub-order-line = { $number }, du { $placed }
hub-none-title = Il n’y a pas de commande ici
hub-none = Si vous avez commandé avec une autre adresse, déconnectez-vous et utilisez celle-là.
hub-older = Commandes plus anciennes
hub-order-placed = En préparation
hub-order-shipped = En route
hub-order-partly-delivered = Livrée en partie
hub-order-delivered = Livrée
hub-order-cancelled = Annulée
hub-order-unknown = Inconnu
hub-order-title = Commande { $number }
hub-placed = Commandée le { $placed }
hub-pieces = { $count ->
    [one] { $count } pièce
   *[other] { $count } pièces
}
hub-final-sale = Vente finale
hub-returned = { $count ->
    [one] { $count } pièce retournée
   *[other] { $count } pièces retournées
}
hub-total = Total
hub-start-return = Retourner ou échanger un article
hub-parcels-title = Colis
hub-parcels-open = Voir toutes les étapes
hub-parcels-of = Colis de la commande { $number }
hub-no-parcel-title = Rien n’a encore été expédié
hub-no-parcel = Dès qu’un colis part, ses étapes apparaissent ici.
hub-returns-title = Retours
hub-return-title = Retour { $number }
hub-label-title = Étiquette de retour
hub-label-alt = Étiquette de retour { $number }
hub-label-open = Ouvrir l’étiquette
hub-claim-title = Réclamation { $number }
hub-statement-title = Votre attestation
hub-statement-label = Écrivez en une ou deux phrases que vous n’avez pas reçu le colis, et où vous avez cherché.
hub-statement-check = Vérifiez votre attestation
hub-statement-read-back = Ceci est enregistré mot pour mot dans la réclamation { $number } pour { $carrier } :
hub-files = Cette page ne prend pas de photos ni de documents. Demandez une personne dans la discussion : elle les recevra.
hub-recorded = Votre choix est enregistré.
hub-what-next = Que doit devenir le colis ?
hub-statement-recorded = Votre attestation est enregistrée.
hub-statement-short = C’est un peu court pour le transporteur. Écrivez une ou deux phrases complètes : ce qui n’est pas arrivé, et où vous avez cherché.
hub-next = Continuer
hub-record = Enregistrer
hub-change = Modifier
hub-incident-title = Incident de livraison
hub-incident-person = Il n’y a rien à choisir ici. Demandez une personne dans la discussion.
hub-other-choice = Choisir autre chose
hub-choose-missing = Choisissez un jour, ou écrivez quelques mots, pour continuer.
hub-check-choice = Vérifiez votre choix

## Le portail de retour de la démonstration

portal-brand = Retours démo
portal-for = pour { $shop }
portal-stages = Étapes
portal-stage-choose = Choisir
portal-stage-review = Vérifier
portal-stage-done = Envoyer
portal-choose-title = Retourner un article de la commande { $number }
portal-which = Que renvoyez-vous ?
portal-why = Pour quelle raison ?
portal-instead = Que souhaitez-vous en échange ?
portal-choose-one = Choisir
portal-pieces = Combien ?
portal-exchange-for = Échanger contre
portal-until = { $way } jusqu’au { $day }
portal-fee = { $fee } de frais de retour
portal-free = Gratuit
portal-variant-same = { $variant }, en stock
portal-variant-more = { $variant }, en stock, { $difference } de plus par pièce
portal-variant-less = { $variant }, en stock, { $difference } de moins par pièce
portal-becomes = Échangé contre { $variant }
portal-to-review = Vérifier le retour
portal-nothing = Rien dans cette commande ne peut être retourné ici. La raison figure à chaque article.
portal-mistake-lines = Choisissez au moins un article.
portal-mistake-reason = Choisissez une raison.
portal-mistake-way = Choisissez ce que vous souhaitez en échange.
portal-mistake-not-this-way = L’un des articles ne peut pas revenir de cette façon. Ses possibilités figurent sous l’article.
portal-mistake-variant = Choisissez ce que vous voulez à la place, pour chaque article.
portal-mistake-pieces = Il ne reste pas autant de pièces à retourner.
portal-mistake-refused = Quelque chose a changé entre-temps : rien n’a été envoyé. Choisissez de nouveau.
portal-way-refund = Remboursement
portal-way-exchange = Échange
portal-way-store-credit = Avoir
portal-reason-too-small = Trop petit
portal-reason-too-large = Trop grand
portal-reason-not-as-expected = Pas comme je l’imaginais
portal-reason-quality = La qualité
portal-reason-changed-mind = J’ai changé d’avis
portal-reason-came-late = Arrivé trop tard
portal-reason-damaged = Arrivé abîmé
portal-reason-wrong-item = Ce n’est pas ce que j’ai commandé
portal-refusal-window-passed = Le dernier jour pour le retourner est passé
portal-refusal-window-passed-on = Le dernier jour pour le retourner était le { $day }
portal-refusal-final-sale = Vente finale, sans retour
portal-refusal-excluded-category = Ce type de produit ne peut pas être retourné
portal-refusal-excluded-tag = Ce produit est exclu des retours
portal-refusal-region-excluded = Pas de retour depuis ce pays
portal-refusal-not-delivered = Pas encore livré
portal-refusal-delivery-unknown = Le jour de livraison n’est pas connu ; demandez à la boutique
portal-refusal-already-returned = Déjà retourné
portal-refusal-return-open = Un retour est déjà en cours
portal-refusal-cancelled = La commande a été annulée
portal-refusal-provider-refused = Doit être examiné par la boutique
portal-refusal-no-policy = Aucune règle de retour connue ; demandez à la boutique
portal-refusal-within-window = Plus rien à retourner
portal-refusal-exchange-only = Seul un échange est possible
portal-refusal-credit-or-exchange = Seuls un avoir ou un échange sont possibles
portal-refusal-gift-recipient = Pour un cadeau, seuls un avoir ou un échange sont possibles
portal-review-title = Vérifiez votre retour
portal-row-order = Commande
portal-row-reason = Raison
portal-row-way = Vous recevez
portal-row-fee = Frais de retour
portal-submit = Confirmer le retour
portal-change = Modifier
portal-done-title = Votre retour { $number } est prêt
portal-done-lead = La boutique est prévenue. Il reste à envoyer le colis.
portal-next-1 = Emballez les articles, dans leur emballage d’origine si possible.
portal-next-2 = Imprimez l’étiquette et collez-la, ou montrez-la sur votre téléphone au point de dépôt.
portal-next-3 = Déposez le colis et gardez le reçu.
portal-next-3-by = Déposez le colis avant le { $day } inclus et gardez le reçu.
portal-follow = Suivre ce retour
portal-tracking-title = Colis { $number }
portal-tracking-note = Une page de la démonstration, à la place de celle du transporteur.
