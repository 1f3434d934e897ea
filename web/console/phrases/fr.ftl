# Le cadre de la console et son entrée.

console-sign-in-title = Connexion à la console
console-sign-in = Se connecter
console-sign-in-wrong = Cette adresse et ce mot de passe ne vont pas ensemble. Après cinq essais, le compte se met en pause 15 minutes.
console-sign-in-often = Trop d’essais depuis cet endroit. Attendez une minute, puis réessayez.
console-sign-out = Se déconnecter
console-email = Adresse e-mail
console-password = Mot de passe
console-demo-team = L’équipe de la boutique de démonstration
console-demo-lead = Choisissez quelqu’un pour voir la console comme cette personne. Son mot de passe est { $password }.
console-role-owner = Propriétaire
console-role-coordinator = Coordination
console-role-supplier = Fournisseur
console-role-observer = Observation
console-rail = Console
console-overview = Vue d’ensemble
console-conversations = Conversations
console-skills = Compétences
console-content = Contenu
console-policy = Politique
console-preview = Aperçu
console-diagnose = Diagnostiquer une commande
console-connections = Connexions
console-settings = Réglages
console-agent-on = L’agent répond
console-agent-off = L’agent est arrêté
console-agent-turn-on = Activer l’agent
console-agent-turn-off = Arrêter l’agent

# Compétences
console-skills-lead = Ce que l’agent sait faire pour vos clients. Une compétence indisponible répond encore à partir de votre contenu, et propose une personne.
console-active = Actif
console-unavailable = Indisponible
console-fix = Corriger
console-skill-count = { $count ->
    [one] { $count } conversation en { $days } jours
   *[other] { $count } conversations en { $days } jours
  }
console-skill-turn-on = Activer cette compétence
console-skill-turn-off = Désactiver cette compétence
console-skill-when = Quand elle répond
console-skill-when-not = Quand elle laisse la main à une autre
console-skill-figures = Les { $days } derniers jours
console-skill-needs = Ce qu’il lui faut
console-skill-examples = Des phrases qu’elle comprend
console-figure-conversations = Conversations
console-figure-answered = Avec réponse
console-figure-handed-over = Transmises
console-figure-gaps = Questions sans réponse
console-skill-returns = Retours et échanges
console-skill-returns-line = Dit si un article peut revenir et jusqu’à quand, puis ouvre le portail de retours avec la bonne commande.
console-skill-tracking = Suivi de commande
console-skill-tracking-line = Dit où se trouve un colis et quand il est attendu, d’après le dernier passage chez le transporteur.
console-skill-claims = Réclamations transporteur
console-skill-claims-line = Dit où en est l’enquête du transporteur et recueille ce qui manque encore.
console-skill-incidents = Incidents de livraison
console-skill-incidents-line = Trouve une issue après un passage manqué : un autre jour, un point relais ou le retour à l’expéditeur.
console-skill-questions = Questions sur la politique
console-skill-questions-line = Répond à partir de vos articles en citant la phrase utile, et le dit quand aucun article ne répond.
console-skill-handover = Transmission
console-skill-handover-line = Fait intervenir une personne, avec tout ce qui a été dit. Elle ne se désactive pas.
console-need-agent = Agent activé
console-need-hub = Espace client
console-need-sign-in = Identification
console-need-orders = Commandes
console-need-returns = Prestataire de retours
console-need-tracking = Colis
console-need-claims = Réclamations
console-need-incidents = Incidents de livraison
console-need-content = Contenu
console-need-channel = Un canal actif
