### Libellés de la discussion, des pages de la boutique de démonstration et de l’espace client.

## La discussion

widget-title = De l’aide pour votre commande
widget-open = Ouvrir la discussion
widget-open-unread = Ouvrir la discussion, une réponse vous attend
widget-close = Fermer la discussion
widget-renew = Commencer une nouvelle conversation
widget-renew-ask = Quitter cette conversation et en commencer une autre ?
widget-renew-yes = En commencer une autre
widget-renew-no = Rester ici
widget-language = Langue
widget-log = Conversation
widget-field = Écrivez un message
widget-send = Envoyer
widget-role-agent = Assistant automatique
widget-role-person = Une personne de l’équipe vous répond
widget-person = Une personne de l’équipe
widget-talk-to-person = Parler à quelqu’un
widget-person-message = Je voudrais parler à quelqu’un.
widget-person-joins = Une personne de l’équipe vous répond ici désormais.
widget-agent-back = L’assistant automatique reprend la conversation.
widget-greeting = Bonjour. Je peux retrouver vos commandes, vos colis, vos retours et vos réclamations, et vous dire ce que prévoit la boutique. De quoi s’agit-il ?
widget-start-return = Je veux retourner ou échanger un article
widget-start-where = Où est mon colis ?
widget-start-problem = Ma livraison s’est mal passée
widget-start-question = Combien de temps ai-je pour retourner un article ?
widget-typing = L’assistant écrit
widget-slow = C’est plus long que d’habitude. Votre message est bien arrivé, la réponse suit.
widget-newer = Messages plus récents
widget-earlier = Étapes précédentes
widget-why = Pourquoi ?
widget-chosen = choisi
widget-new-tab = s’ouvre dans un nouvel onglet
widget-code-label = Saisissez les six chiffres que vous avez reçus
widget-retry = Réessayer
widget-offline = Vous êtes hors connexion. Ce que vous écrivez reste ici et partira dès que la connexion reviendra.
widget-expired = Votre dernière conversation est terminée. Écrivez ci-dessous pour en commencer une autre.
widget-expired-kept = Votre dernière conversation est terminée, une autre commence. Votre message est resté dans le champ ci-dessous : renvoyez-le quand vous voulez.
widget-error-unreachable = Message non envoyé : la discussion est injoignable. Votre message est conservé.
widget-error-server = La discussion ne répond pas pour le moment. Votre message est conservé : réessayez dans une minute.
widget-error-origin = Cette discussion n’est pas prévue pour cette page. Écrivez à la boutique par e-mail.
widget-error-unknown = Cette discussion n’existe plus. Écrivez à la boutique par e-mail.
widget-error-busy = La conversation était occupée. Votre message est conservé : réessayez.
widget-error-long = Votre message est trop long. Il est revenu dans le champ : raccourcissez-le puis renvoyez-le.
widget-error-unreadable = Votre message n’a pas pu être lu. Il est revenu dans le champ : modifiez-le puis renvoyez-le.
widget-error-often = Cela fait beaucoup de messages à la fois. Votre message est conservé : attendez une minute, puis réessayez.
