### Fragen zu den Regeln. Die Antwort selbst ist immer der Satz des Shops.

questions-other-language = Der Shop hat das { $written ->
    [fr] nur auf Französisch
    [en] nur auf Englisch
    [es] nur auf Spanisch
    [de] nur auf Deutsch
    [it] nur auf Italienisch
    [nl] nur auf Niederländisch
   *[other] nur in einer anderen Sprache
} geschrieben; hier steht es im Wortlaut.
questions-offer-look = Soll ich in Ihrer eigenen Bestellung nachsehen?
questions-option-look = In meiner Bestellung nachsehen
questions-whole = Das ist der ganze Abschnitt:
questions-unknown = Das weiß ich nicht: Die Artikel des Shops sagen dazu nichts. Ich kann das Team fragen; möchten Sie das?
    .short = Das weiß ich nicht. Soll ich das Team fragen?
questions-passed-on = Ihre Frage geht an das Team, und ein Mensch antwortet Ihnen hier.
questions-left = In Ordnung. Sagen Sie mir, wenn Sie noch etwas brauchen.
