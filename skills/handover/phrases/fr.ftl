handover-taken-over = Une personne de l'équipe prend le relais ici, dans cette conversation.
handover-passed-on = Elle reçoit tout ce qui s'est dit ici : vous n'avez rien à répéter.
handover-passed-on-with = Elle reçoit cette conversation, avec ces éléments
handover-row-order-id = Commande
handover-row-return-id = Retour
handover-row-tracking-number = Numéro de suivi
handover-row-item = Article
