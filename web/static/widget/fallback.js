/** The few words needed when the server, which holds all others, could not be asked for them. */

const WORDS = {
  en: {
    "widget-open": "Open the chat",
    "widget-close": "Close the chat",
    "widget-title": "Help with your order",
    "widget-retry": "Try again",
    "widget-error-unreachable": "The chat can't be reached. Check your connection, then try again.",
    "widget-error-server": "The chat isn't answering at the moment. Try again in a minute.",
    "widget-error-origin": "This chat isn't set up for this page. Please write to the shop by email.",
    "widget-error-unknown": "This chat is no longer here. Please write to the shop by email.",
  },
  fr: {
    "widget-open": "Ouvrir la discussion",
    "widget-close": "Fermer la discussion",
    "widget-title": "De l’aide pour votre commande",
    "widget-retry": "Réessayer",
    "widget-error-unreachable": "La discussion est injoignable. Vérifiez votre connexion, puis réessayez.",
    "widget-error-server": "La discussion ne répond pas pour le moment. Réessayez dans une minute.",
    "widget-error-origin": "Cette discussion n’est pas prévue pour cette page. Écrivez à la boutique par e-mail.",
    "widget-error-unknown": "Cette discussion n’existe plus. Écrivez à la boutique par e-mail.",
  },
};

export function fallbackSetup(language) {
  return { shop: "", languages: [], brand: null, words: WORDS[language] || WORDS.en };
}
