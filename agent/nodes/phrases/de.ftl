greeting = Guten Tag, hier ist der automatische Assistent von { $shop }. Ich helfe bei Rückgabe, Umtausch, Erstattung, Lieferung und Fragen zu unseren Regeln. Wenn Sie mit einem Menschen sprechen möchten, sagen Sie es einfach.

signin-ask-address = Um Ihre Bestellung anzusehen, muss ich sicher sein, dass Sie es sind. Mit welcher E-Mail-Adresse haben Sie bestellt? Eine Bestellnummer geht auch.
    .short = Mit welcher E-Mail-Adresse haben Sie bestellt? Eine Bestellnummer geht auch.
signin-code-sent = Wenn { $address } dem Shop bekannt ist, geht ein 6-stelliger Code an den hinterlegten Kontakt. Bitte geben Sie ihn hier ein; er gilt 10 Minuten.
    .short = Wenn { $address } uns bekannt ist, kommt ein 6-stelliger Code. Antworten Sie damit.
signin-ask-code = Bitte geben Sie den 6-stelligen Code ein, den Sie erhalten haben.
signin-no-code = Noch kein Code da?
signin-resend = Neuen Code senden
signin-other-address = Andere Adresse verwenden
signin-why = Zu einer Bestellung gehören Name, Adresse und Zahlung. Ich zeige sie nur der Person, der sie gehört; ein Code an den hinterlegten Kontakt weist das ohne Passwort nach.
signin-done = { $named ->
    [yes] Danke, { $name }, das sind Sie.
   *[no] Danke, das sind Sie.
}
signin-code-wrong = Dieser Code stimmt nicht. Bitte prüfen Sie ihn und versuchen Sie es noch einmal.
signin-code-spent = Dieser Code kann nicht mehr verwendet werden. Ich kann einen neuen senden.
signin-code-expired = Dieser Code ist älter als 10 Minuten. Ich kann einen neuen senden.
signin-too-many = In kurzer Zeit wurden mehrere Codes angefordert, deshalb warte ich einige Minuten. Bitte versuchen Sie es später noch einmal oder fragen Sie nach einem Menschen.
signin-expired = Ihre Anmeldung liegt schon etwas zurück, deshalb prüfe ich noch einmal, dass Sie es sind.

code-mail-subject = { $code } ist Ihr Code für { $shop }
code-mail-text =
    { $named ->
        [yes] Guten Tag { $name },
       *[no] Guten Tag,
    }

    Ihr Code ist { $code }. Geben Sie ihn in der Unterhaltung ein, in der Sie ihn angefordert haben; er gilt einmal und 10 Minuten lang.
    Wenn Sie keinen Code angefordert haben, müssen Sie nichts tun: Ohne ihn sieht niemand Ihre Bestellungen.

    { $shop }

option-person = Mit einem Menschen sprechen
option-gone = Diese Auswahl gehört zu einem früheren Schritt und gilt nicht mehr. Sagen Sie mir bitte mit Ihren Worten, was Sie möchten.
option-return-or-exchange = Etwas zurückgeben oder umtauschen
option-refund-status = Sehen, wo meine Erstattung ist
option-order-tracking = Sehen, wo meine Bestellung ist
option-delivery-incident = Ein Problem mit einer Lieferung
option-claim-or-investigation = Meine Reklamation beim Zusteller
option-policy-question = Eine Frage zu Ihren Regeln

clarify = Ich bin nicht sicher, ob ich Sie richtig verstehe. Was kommt dem am nächsten?
cancelled = In Ordnung, ich lasse das. Kann ich sonst noch etwas für Sie tun?
nothing-to-cancel = In dieser Unterhaltung ist nichts offen, was ich abbrechen könnte. Wenn Sie eine Bestellung stornieren möchten, fragen Sie bitte nach einem Menschen.
nothing-to-resume = Es gibt noch nichts, wohin wir zurückgehen könnten. Womit kann ich helfen?
cannot-say-safely = Ich habe etwas gefunden, kann aber nicht alles bestätigen und sage es deshalb lieber nicht. Soll Ihnen ein Mensch antworten?
policy-only-handover = Bestellungen kann ich im Moment nicht ansehen. Ein Mensch aus dem Team kann es, wenn Sie möchten.

chitchat-greeting = Guten Tag. Womit kann ich helfen: mit einer Rückgabe, einer Erstattung, einer Lieferung oder einer Frage?
chitchat-thanks = Gern geschehen. Kann ich sonst noch etwas für Sie tun?
chitchat-bye = Auf Wiedersehen und danke für Ihre Nachricht. Diese Unterhaltung bleibt hier, wenn Sie sie brauchen.
chitchat-are-you-a-bot = Ja, ich bin ein automatischer Assistent. Ich lese Ihre Bestellungen und die Regeln des Shops, und ein Mensch übernimmt, sobald Sie es wünschen.
chitchat-why = Ich frage nur nach dem, was ich brauche, um Ihre Bestellung zu finden und sicher zu sein, dass sie Ihnen gehört.
chitchat-what-can-you-do = Ich kann Ihnen sagen, ob ein Artikel zurückgegeben werden kann, und Sie zur Rückgabeseite bringen, nachsehen, wo eine Erstattung oder ein Paket ist, helfen, wenn bei einer Lieferung etwas schiefging, eine Reklamation beim Zusteller verfolgen und die Regeln des Shops zitieren.
chitchat-apology = Sie müssen sich nicht entschuldigen. Was möchten Sie tun?
chitchat-acknowledge = In Ordnung. Sagen Sie mir, wenn Sie noch etwas brauchen.
chitchat-complaint = Das tut mir leid. Sagen Sie mir, was passiert ist, dann sehe ich gleich nach; Sie können auch jederzeit nach einem Menschen fragen.
chitchat-empty = Bei mir ist kein Text angekommen. Womit kann ich helfen?
chitchat-other = Schön, dass Sie schreiben. Womit kann ich helfen?

outside-offer = Soll ich Sie weiterleiten?
outside-out-of-scope = Dabei kann ich nicht helfen. Ich kümmere mich um Rückgaben, Erstattungen, Lieferungen und die Regeln des Shops.
outside-order-change = Ich kann eine Bestellung nicht selbst ändern oder stornieren. Das Team kann es, solange sie noch nicht gepackt ist.
outside-payment = Zahlungen kann ich weder sehen noch ändern. Das Team kann es mit Ihnen ansehen.
outside-pre-sales = Ich kümmere mich um Bestellungen, die schon aufgegeben sind, und kann vor dem Kauf nicht beraten. Das Team hilft Ihnen gern bei der Auswahl.
outside-account-or-login = Ihr Konto und Ihr Passwort kann ich nicht ändern. Hier brauchen Sie beides nicht: Ein Code an Ihre Adresse genügt, um Ihre Bestellungen zu sehen. Beim Konto selbst kann das Team helfen.

shop-unreachable-retrying = Ich erreiche das Bestellsystem des Shops gerade nicht. Ihre Nachricht bleibt gespeichert, und ich versuche es weiter.
shop-unreachable-person = Das Bestellsystem des Shops antwortet noch immer nicht, deshalb habe ich Ihre Nachricht weitergegeben. Ein Mensch antwortet Ihnen hier.
message-parked = Bei uns ist mit Ihrer Nachricht etwas schiefgegangen. Sie bleibt gespeichert, und ein Mensch antwortet Ihnen hier.

readiness-switched-off = Er wurde unter Fähigkeiten ausgeschaltet.
readiness-agent = Der Agent ist ausgeschaltet.
readiness-hub = Der Kundenbereich ist ausgeschaltet, daher kann sich niemand anmelden.
readiness-sign-in = Kein Connector kann Kunden finden, daher kann niemand nachweisen, wer er ist.
readiness-orders = Kein Connector liefert Bestellungen.
readiness-returns = Es ist kein Retourendienst verbunden.
readiness-tracking = Kein Connector liefert Pakete.
readiness-claims = Kein Connector liefert Reklamationen beim Zusteller.
readiness-incidents = Kein Connector liefert Zustellprobleme.
readiness-content = Es gibt noch keine Inhalte.
readiness-channel = Kein Kanal ist aktiv.

preview-not-changed = Dies ist eine Vorschau: Im Shop wurde nichts geändert. Für einen Kunden wäre es jetzt erledigt.
