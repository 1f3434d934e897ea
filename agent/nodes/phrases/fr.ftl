greeting = Bonjour, je suis l’assistant automatique de { $shop }. Je peux vous aider pour un retour, un échange, un remboursement, une livraison ou une question sur nos règles. Pour parler à une personne, il suffit de le dire.

signin-ask-address = Pour consulter votre commande, je dois m’assurer que c’est bien vous. Avec quelle adresse e-mail avez-vous commandé ? Un numéro de commande convient aussi.
    .short = Avec quelle adresse e-mail ou quel numéro de commande avez-vous commandé ?
signin-code-sent = Si { $address } est connue de la boutique, un code à 6 chiffres part vers le contact enregistré. Saisissez-le ici ; il est valable 10 minutes.
    .short = Si { $address } est connue de nous, un code à 6 chiffres est en route. Répondez avec ce code.
signin-ask-code = Saisissez le code à 6 chiffres qui vous a été envoyé.
signin-no-code = Pas encore de code ?
signin-resend = Envoyer un nouveau code
signin-other-address = Utiliser une autre adresse
signin-why = Une commande contient un nom, une adresse et un paiement. Je ne la montre qu’à la personne à qui elle appartient ; le code envoyé au contact enregistré le prouve, sans mot de passe.
signin-done = { $named ->
    [yes] Merci { $name }, c’est bien vous.
   *[no] Merci, c’est bien vous.
}
signin-code-wrong = Ce code ne correspond pas. Vérifiez-le et réessayez.
signin-code-spent = Ce code ne peut plus servir. Je peux vous en envoyer un nouveau.
signin-code-expired = Ce code a plus de 10 minutes. Je peux vous en envoyer un nouveau.
signin-too-many = Plusieurs codes ont été demandés en peu de temps : je fais une pause de quelques minutes. Réessayez plus tard, ou demandez à parler à une personne.
signin-expired = Votre identification date un peu : je dois vérifier une nouvelle fois que c’est bien vous.

code-mail-subject = { $code } : votre code pour { $shop }
code-mail-text =
    { $named ->
        [yes] Bonjour { $name },
       *[no] Bonjour,
    }

    Votre code est { $code }. Saisissez-le dans la conversation où vous l’avez demandé ; il sert une seule fois, pendant 10 minutes.
    Si vous n’avez rien demandé, vous n’avez rien à faire : sans ce code, personne ne voit vos commandes.

    { $shop }

option-person = Parler à une personne
option-gone = Ce choix appartient à une étape précédente et ne peut plus servir. Dites-moi avec vos mots ce que vous souhaitez.
option-return-or-exchange = Retourner ou échanger un article
option-refund-status = Où en est mon remboursement
option-order-tracking = Où est ma commande
option-delivery-incident = Un problème de livraison
option-claim-or-investigation = Ma réclamation auprès du transporteur
option-policy-question = Une question sur vos règles

clarify = Je ne suis pas certain de vous avoir compris. Qu’est-ce qui s’en rapproche le plus ?
cancelled = C’est noté, je laisse cela de côté. Puis-je vous aider pour autre chose ?
nothing-to-cancel = Rien n’est en cours dans cette conversation. Pour annuler une commande, demandez à parler à une personne.
nothing-to-resume = Il n’y a encore rien à reprendre. Que puis-je faire pour vous ?
cannot-say-safely = J’ai trouvé quelque chose mais je ne peux pas tout confirmer, je préfère donc ne pas l’affirmer. Voulez-vous qu’une personne vous réponde ?
policy-only-handover = Je ne peux pas consulter les commandes pour le moment. Une personne de l’équipe le peut, si vous le souhaitez.

chitchat-greeting = Bonjour. Que puis-je faire pour vous : un retour, un remboursement, une livraison, une question ?
chitchat-thanks = Je vous en prie. Autre chose ?
chitchat-bye = Au revoir, et merci de votre message. Cette conversation reste ici si vous en avez besoin.
chitchat-are-you-a-bot = Oui, je suis un assistant automatique. Je lis vos commandes et les règles de la boutique, et une personne prend le relais dès que vous le demandez.
chitchat-why = Je ne demande que ce qu’il faut pour trouver votre commande et m’assurer qu’elle est à vous.
chitchat-what-can-you-do = Je peux vous dire si un article peut être retourné et vous conduire à la page de retour, vous dire où en est un remboursement ou un colis, vous aider quand une livraison s’est mal passée, suivre une réclamation auprès du transporteur et citer les règles de la boutique.
chitchat-apology = Ne vous excusez pas. Que souhaitez-vous faire ?
chitchat-acknowledge = Très bien. Dites-moi si vous avez besoin d’autre chose.
chitchat-complaint = J’en suis navré. Dites-moi ce qui s’est passé et je regarde tout de suite ; vous pouvez aussi demander une personne à tout moment.
chitchat-empty = Je n’ai reçu aucun mot. Que puis-je faire pour vous ?
chitchat-other = Ravi de vous lire. Que puis-je faire pour vous ?

outside-offer = Voulez-vous que je passe le relais ?
outside-out-of-scope = Cela sort de ce que je sais faire. Je m’occupe des retours, des remboursements, des livraisons et des règles de la boutique.
outside-order-change = Je ne peux pas modifier ni annuler une commande moi-même. L’équipe le peut, tant qu’elle n’est pas emballée.
outside-payment = Je ne peux ni voir ni modifier les paiements. L’équipe peut regarder cela avec vous.
outside-pre-sales = Je m’occupe des commandes déjà passées, je ne peux donc pas vous conseiller avant l’achat. L’équipe vous aidera volontiers à choisir.
outside-account-or-login = Je ne peux pas modifier votre compte ni votre mot de passe. Ici, vous n’en avez pas besoin : un code envoyé à votre adresse suffit pour voir vos commandes. Pour le compte lui-même, l’équipe peut vous aider.

shop-unreachable-retrying = Je n’arrive pas à joindre le système de commandes de la boutique. Votre message est conservé et je réessaie.
shop-unreachable-person = Le système de commandes de la boutique ne répond toujours pas, j’ai donc transmis votre message. Une personne vous répondra ici.
message-parked = Un incident est survenu chez nous avec votre message. Il est conservé, et une personne vous répondra ici.

readiness-switched-off = Elle a été désactivée dans les Compétences.
readiness-agent = L’agent est désactivé.
readiness-hub = L’espace client est désactivé : personne ne peut s’identifier.
readiness-sign-in = Aucun connecteur ne permet de retrouver un client : personne ne peut prouver son identité.
readiness-orders = Aucun connecteur ne fournit les commandes.
readiness-returns = Aucun prestataire de retours n’est connecté.
readiness-tracking = Aucun connecteur ne fournit les colis.
readiness-claims = Aucun connecteur ne fournit les réclamations transporteur.
readiness-incidents = Aucun connecteur ne fournit les incidents de livraison.
readiness-content = Il n’y a pas encore de contenu.
readiness-channel = Aucun canal n’est actif.

preview-not-changed = Ceci est un aperçu : rien n’a été modifié dans la boutique. Pour un client, ce serait fait à présent.
