"""What skills ask of the shop's own articles, per language, and the quotation that comes back.

These are search words, never shown to anybody; the answer is always the shop's own sentence with its source.
"""

from collections.abc import Mapping

from domain.blocks import Block, Phrase, Prose
from domain.knowledge import Knowledge
from domain.languages import Language

Topic = Mapping[Language, str]

LATE: Topic = {
    Language.EN: "My parcel is late, when is an investigation opened with the carrier?",
    Language.FR: "Mon colis est en retard, quand une enquête est-elle ouverte auprès du transporteur ?",
    Language.ES: "Mi paquete llega tarde, ¿cuándo se abre una investigación con el transportista?",
    Language.DE: "Mein Paket verspätet sich, wann wird beim Zusteller ein Nachforschungsauftrag gestellt?",
    Language.IT: "Il mio pacco è in ritardo, quando si apre una ricerca presso il corriere?",
    Language.NL: "Mijn pakket is te laat, wanneer start een onderzoek bij de vervoerder?",
}
LOST: Topic = {
    Language.EN: "My parcel is lost, do I get a replacement or a refund, and how long does the carrier have to answer?",
    Language.FR: "Mon colis est perdu : renvoi ou remboursement, et quel délai de réponse du transporteur ?",
    Language.ES: "Mi paquete se ha perdido: ¿reenvío o reembolso, y en qué plazo responde el transportista?",
    Language.DE: "Mein Paket ist verloren: Ersatz oder Erstattung, und wie lange hat der Zusteller Zeit?",
    Language.IT: "Il mio pacco è smarrito: nuovo invio o rimborso, e entro quando risponde il corriere?",
    Language.NL: "Mijn pakket is kwijt: opnieuw sturen of geld terug, en hoe lang heeft de vervoerder?",
}
RETURNED: Topic = {
    Language.EN: "My parcel was returned to sender, is it sent again or refunded?",
    Language.FR: "Mon colis est retourné à l'expéditeur : nouvel envoi ou remboursement ?",
    Language.ES: "Mi paquete ha sido devuelto al remitente: ¿se reenvía o se reembolsa?",
    Language.DE: "Mein Paket ging an den Absender zurück: neuer Versand oder Erstattung?",
    Language.IT: "Il mio pacco è tornato al mittente: nuovo invio o rimborso?",
    Language.NL: "Mijn pakket is retour afzender: opnieuw sturen of geld terug?",
}
PICKUP: Topic = {
    Language.EN: "How long is my parcel kept at the pickup point?",
    Language.FR: "Combien de temps mon colis est-il gardé au point relais ?",
    Language.ES: "¿Cuánto tiempo guardan mi paquete en el punto de recogida?",
    Language.DE: "Wie lange wird mein Paket in der Abholstelle aufbewahrt?",
    Language.IT: "Per quanto tempo il mio pacco resta al punto di ritiro?",
    Language.NL: "Hoe lang blijft mijn pakket in het afhaalpunt liggen?",
}
MARKED_DELIVERED: Topic = {
    Language.EN: "Tracking says delivered but I have not received it, how many days do I have to tell you?",
    Language.FR: "Le suivi indique livré mais je n'ai rien reçu, combien de jours pour le signaler ?",
    Language.ES: "Figura como entregado pero no lo he recibido, ¿cuántos días tengo para avisar?",
    Language.DE: "Als zugestellt gemeldet, aber nicht erhalten: Innerhalb wie vieler Tage muss ich mich melden?",
    Language.IT: "Risulta consegnato ma non l'ho ricevuto, entro quanti giorni devo segnalarlo?",
    Language.NL: "Volgens de tracking bezorgd maar niet ontvangen, binnen hoeveel dagen moet ik dat melden?",
}
DAMAGED: Topic = {
    Language.EN: "An item arrived damaged or broken, how many days do I have and which photos do you need?",
    Language.FR: "Un article est arrivé abîmé ou cassé, sous combien de jours et avec quelles photos le signaler ?",
    Language.ES: "Un artículo ha llegado dañado o roto, ¿cuántos días tengo y qué fotos hacen falta?",
    Language.DE: "Ein Artikel kam beschädigt an: Innerhalb wie vieler Tage melden, und mit welchen Fotos?",
    Language.IT: "Un articolo è arrivato danneggiato o rotto, entro quanti giorni e con quali foto segnalarlo?",
    Language.NL: "Een artikel is beschadigd of kapot aangekomen, binnen hoeveel dagen melden en met welke foto's?",
}
WRONG_ITEM: Topic = {
    Language.EN: "I received the wrong item, within how many days must I tell you and with which photo?",
    Language.FR: "J'ai reçu le mauvais article, dans combien de jours le signaler et avec quelle photo ?",
    Language.ES: "He recibido un artículo equivocado, ¿en cuántos días aviso y con qué foto?",
    Language.DE: "Falscher Artikel erhalten: Innerhalb wie vieler Tage melde ich das, und mit welchem Foto?",
    Language.IT: "Ho ricevuto l'articolo sbagliato, entro quanti giorni lo segnalo e con quale foto?",
    Language.NL: "Ik heb het verkeerde artikel gekregen, binnen hoeveel dagen meld ik dat en met welke foto?",
}
MISSING_ITEM: Topic = {
    Language.EN: "An item is missing from my parcel, how do I report it?",
    Language.FR: "Il manque un article dans mon colis, comment le signaler ?",
    Language.ES: "Falta un artículo en mi paquete, ¿cómo lo comunico?",
    Language.DE: "In meinem Paket fehlt ein Artikel: Wie melde ich das?",
    Language.IT: "Manca un articolo nel mio pacco, come lo segnalo?",
    Language.NL: "Er ontbreekt een artikel in mijn pakket, hoe meld ik dat?",
}
HOURS: Topic = {
    Language.EN: "On which days and from what time does the support team answer?",
    Language.FR: "À quelles heures le service client répond-il du lundi au vendredi et le samedi ?",
    Language.ES: "¿Qué días y a qué horas responde el servicio de atención al cliente?",
    Language.DE: "An welchen Tagen und zu welchen Uhrzeiten antwortet der Kundenservice?",
    Language.IT: "In quali giorni e a che ora risponde il servizio clienti?",
    Language.NL: "Op welke dagen en hoe laat antwoordt de klantenservice?",
}


async def quote(knowledge: Knowledge, topic: Topic, language: Language) -> tuple[Block, ...]:
    """The shop's best sentences on a topic; nothing when its articles do not answer.

    Asked in the shopper's language first, then in the others, and only an article in the language of the question
    counts: across languages a search finds something, but too often the wrong thing. A quotation in another language
    is announced as such.
    """
    for asked_in in dict.fromkeys((language, Language.EN, Language.FR, *Language)):
        findings = await knowledge.search(topic[asked_in], language=asked_in, limit=1)
        best = next((hit for hit in findings.hits if hit.passage.language is asked_in), None)
        if best is None or not findings.supported:
            continue
        quotation = Prose(text=best.quote, citations=(best.passage.citation,))
        return (quotation,) if asked_in is language else (Phrase(key="tracking-quoted-other-language"), quotation)
    return ()
