"""The questions about returns that this skill asks of the shop's articles. They are searched for, never said."""

from domain.languages import Language
from skills.topics import DAMAGED, WRONG_ITEM, Topic

WINDOW: Topic = {
    Language.EN: "How many days do I have to return an item for a refund?",
    Language.FR: "Combien de jours ai-je pour retourner un article et être remboursé ?",
    Language.ES: "¿Cuántos días tengo para devolver un artículo?",
    Language.DE: "Wie viele Tage habe ich, um einen Artikel zurückzugeben?",
    Language.IT: "Quanti giorni ho per restituire un articolo?",
    Language.NL: "Hoeveel dagen heb ik om een artikel te retourneren?",
}
EXCHANGE: Topic = {
    Language.EN: "How do I exchange an item for another size, and until when?",
    Language.FR: "Comment échanger un article contre une autre taille, et jusqu'à quand ?",
    Language.ES: "¿Cómo cambio un artículo por otra talla y hasta cuándo?",
    Language.DE: "Wie tausche ich einen Artikel in eine andere Größe um, und bis wann?",
    Language.IT: "Come cambio un articolo con un'altra taglia, ed entro quando?",
    Language.NL: "Hoe ruil ik een artikel voor een andere maat, en tot wanneer?",
}
FAULTY: dict[str, Topic] = {
    "damaged": DAMAGED,
    "defective": DAMAGED,
    "wrong_item": WRONG_ITEM,
    "not_as_described": WRONG_ITEM,
}
