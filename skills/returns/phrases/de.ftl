### Rückgabe, Umtausch und Erstattung. Der Entscheidungssatz nennt die Tatsache, dann den Grund; die Karte trägt den Rest.

## Vor der Anmeldung

returns-status-sign-in = Ich kann nachsehen, wie es um Ihre Rücksendung und Ihre Erstattung steht.
returns-rules-unknown = Ich kann Ihre eigene Bestellung ansehen und Ihnen sagen, was zurückgehen kann.

## Um welchen Artikel es geht

returns-which-line = Um welchen Artikel geht es?
returns-which-line-of-order = Um welchen Artikel der Bestellung { $order } geht es?
returns-which-of-these = Das passt auf mehrere Artikel. Welchen meinen Sie?
returns-which-order = Um welche Bestellung geht es?
returns-order-not-found = Die Bestellung { $heard } finde ich in Ihrem Konto nicht. Das hier finde ich: Was davon meinen Sie?
returns-item-not-found = „{ $heard }“ finde ich in Ihren Bestellungen nicht. Das hier finde ich: Was davon meinen Sie?
returns-no-other = Einen anderen Artikel finde ich nicht. Geht es weiterhin um diesen?
returns-or-name-it = Wenn er hier nicht dabei ist, nennen Sie mir die Bestellnummer oder den Namen des Artikels.
returns-no-orders = Ich finde keine Bestellung in Ihrem Konto, also gibt es noch nichts zurückzugeben. Ein Mensch kann weitersuchen.
returns-option-line = { $item }, { $variant }, Bestellung { $order }
returns-option-line-plain = { $item }, Bestellung { $order }
returns-option-whole = Alles aus der Bestellung { $order }
returns-option-order = Bestellung { $order } vom { $placed }

## Die Entscheidung: Es geht

returns-within-window = Sie können „{ $item }“ bis { $until } zurückgeben ({ $days ->
    [one] { $days } Tag
   *[other] { $days } Tage
} ab der Zustellung am { $counted }).
    .short = { $item }: Rückgabe bis { $until }.
returns-within-window-order = Sie können „{ $item }“ bis { $until } zurückgeben ({ $days ->
    [one] { $days } Tag
   *[other] { $days } Tage
} ab Ihrer Bestellung vom { $counted }).
    .short = { $item }: Rückgabe bis { $until }.
returns-provider-until = Sie können „{ $item }“ bis { $until } zurückgeben.
returns-provider-open = Sie können „{ $item }“ zurückgeben; bis wann, zeigt das Retourenportal.
returns-can-exchange = Sie können „{ $item }“ bis { $until } umtauschen.
returns-can-exchange-open = Sie können „{ $item }“ umtauschen; bis wann, zeigt das Retourenportal.
returns-exchange-only = Sie können „{ $item }“ bis { $until } umtauschen; eine Erstattung wird nicht angeboten.
    .short = { $item }: nur Umtausch, bis { $until }.
returns-exchange-only-late = Sie können „{ $item }“ noch bis { $until } umtauschen; eine Erstattung war bis { $closed } möglich.
    .short = { $item }: nur Umtausch, bis { $until }.
returns-credit-or-exchange = { $ways ->
    [apart] Für „{ $item }“ ist ein Umtausch bis { $exchange_until } möglich, eine Rückgabe gegen Guthaben bis { $until }; eine Erstattung wird nicht angeboten.
    [both] Für „{ $item }“ ist bis { $until } ein Umtausch oder eine Rückgabe gegen Guthaben möglich; eine Erstattung wird nicht angeboten.
   *[credit] Für „{ $item }“ ist bis { $until } eine Rückgabe gegen Guthaben möglich; eine Erstattung wird nicht angeboten.
}
returns-credit-or-exchange-late = { $ways ->
    [apart] Für „{ $item }“ ist ein Umtausch noch bis { $exchange_until } möglich, eine Rückgabe gegen Guthaben bis { $until }; eine Erstattung war bis { $closed } möglich.
    [both] Für „{ $item }“ ist noch bis { $until } ein Umtausch oder eine Rückgabe gegen Guthaben möglich; eine Erstattung war bis { $closed } möglich.
   *[credit] Für „{ $item }“ ist noch bis { $until } eine Rückgabe gegen Guthaben möglich; eine Erstattung war bis { $closed } möglich.
}
returns-gift-recipient = { $ways ->
    [apart] „{ $item }“ war ein Geschenk: Ein Umtausch ist bis { $exchange_until } möglich, Guthaben bis { $until }.
    [both] „{ $item }“ war ein Geschenk: Bis { $until } ist ein Umtausch oder Guthaben möglich.
    [credit] „{ $item }“ war ein Geschenk: Bis { $until } ist Guthaben möglich.
   *[exchange] „{ $item }“ war ein Geschenk: Bis { $until } ist ein Umtausch möglich.
}

## Die Entscheidung: Es geht nicht

returns-window-passed = Die Rückgabe von „{ $item }“ war bis { $last } möglich ({ $days ->
    [one] { $days } Tag
   *[other] { $days } Tage
} ab der Zustellung am { $counted }).
    .short = { $item }: Rückgabe war bis { $last } möglich.
returns-window-passed-order = Die Rückgabe von „{ $item }“ war bis { $last } möglich ({ $days ->
    [one] { $days } Tag
   *[other] { $days } Tage
} ab Ihrer Bestellung vom { $counted }).
    .short = { $item }: Rückgabe war bis { $last } möglich.
returns-not-offered = Unsere Regeln sehen für „{ $item }“ keine Rückgabe vor.
returns-final-sale = Artikel aus dem Final Sale können nicht zurückgegeben werden, und „{ $item }“ gehört dazu.
returns-excluded-category = „{ $item }“ kann nicht zurückgegeben werden: Unsere Regeln nehmen diese Art von Produkt aus.
returns-excluded-tag = „{ $item }“ kann nicht zurückgegeben werden: Unsere Regeln nennen diesen Artikel unter den Ausnahmen.
returns-region-excluded = „{ $item }“ kann nicht zurückgegeben werden: Aus dem Land, in das geliefert wurde, nehmen wir keine Rücksendungen an.
returns-not-delivered = „{ $item }“ kann noch nicht zurückgegeben werden: Die Zustellung ist noch nicht verzeichnet.
returns-not-delivered-days = „{ $item }“ kann noch nicht zurückgegeben werden: Die Zustellung ist noch nicht verzeichnet. Ab diesem Tag haben Sie { $days ->
    [one] { $days } Tag
   *[other] { $days } Tage
} Zeit.
returns-already-returned = Für „{ $item }“ ist bereits eine Rücksendung verzeichnet: { $number }, angelegt am { $made }.
returns-already-returned-plain = Für „{ $item }“ ist bereits eine Rücksendung verzeichnet.
returns-return-open = Für „{ $item }“ läuft bereits eine Rücksendung: { $number }, angelegt am { $made }.
returns-return-open-plain = Für „{ $item }“ läuft bereits eine Rücksendung.
returns-cancelled = Die Bestellung { $order } wurde storniert; es gibt nichts zurückzuschicken.
returns-provider-refused = Das Retourensystem nimmt „{ $item }“ nicht zur Rückgabe an.

## Die Entscheidung liegt bei einem Menschen oder beim Portal

returns-provider-doubts = Nach unseren Regeln könnte „{ $item }“ zurückgehen, das Retourensystem lehnt es aber ab. Das muss sich ein Mensch ansehen.
returns-delivery-unknown = Bei uns ist nicht verzeichnet, wann „{ $item }“ zugestellt wurde; deshalb kann ich den letzten Tag nicht berechnen.
returns-no-policy = Mir liegen die Rückgaberegeln für „{ $item }“ nicht vor; deshalb kann ich weder Ja noch Nein sagen.

## Was zu einer Entscheidung gehört

returns-policy-from-help = Ich lese das auf den Hilfeseiten des Shops; niemand hat es Regel für Regel bestätigt.
returns-portal-decides = Was möglich ist, zeigt das Retourenportal.
returns-remains = Wenn der Artikel fehlerhaft ist oder nicht der bestellte, sagen Sie mir, was nicht stimmt: Dann können andere Regeln gelten. Auch ein Mensch kann es sich ansehen.
returns-remains-person = Ein Mensch kann es mit Ihnen ansehen.
returns-remains-tracking = Fragen Sie mich, wo das Paket ist, und ich sehe nach.
returns-exchange-not-offered = Ein Umtausch wird für „{ $item }“ nicht angeboten.
returns-credit-not-offered = Guthaben wird für „{ $item }“ nicht angeboten.
returns-left = In Ordnung. Sagen Sie mir, wenn etwas anderes zurückgehen soll.
returns-why = Das ist die Regel, auf der es beruht:
returns-why-records = Es beruht auf dem, was der Shop zu dieser Bestellung verzeichnet hat, nicht auf einer Regel, die ich Ihnen zeigen könnte.

## Umtausch

returns-which-variant = Sie haben „{ $variant }“. Was möchten Sie stattdessen?
returns-which-variant-plain = Was möchten Sie stattdessen?
returns-option-variant = { $variant }
returns-exchange-in-stock = { $variant } ist vorrätig.
returns-exchange-stock-unknown = Der Shop gibt nicht an, ob { $variant } vorrätig ist; das Portal zeigt es.
returns-exchange-gone = { $variant } ist nicht mehr vorrätig. Was möchten Sie stattdessen?
returns-exchange-gone-all = { $variant } ist nicht mehr vorrätig, und auch keine andere Auswahl.
returns-exchange-none = Von „{ $item }“ ist keine andere Größe oder Farbe vorrätig.
returns-exchange-more = Der Preis liegt { $difference } über dem Ihres Artikels.
returns-exchange-less = Der Preis liegt { $difference } unter dem Ihres Artikels.

## Auf der Karte

returns-pill-return = Rückgabe möglich
returns-pill-exchange = Umtausch möglich
returns-pill-credit = Guthaben möglich
returns-pill-refused = Keine Rückgabe
returns-pill-open = Rücksendung läuft
returns-pill-returned = Zurückgegeben
returns-pill-waiting = Noch nicht zugestellt
returns-pill-unknown = Zu prüfen
returns-row-order = Bestellung
returns-row-delivered = Zugestellt
returns-row-pieces = Menge
returns-row-refund-until = Erstattung bis
returns-row-exchange-until = Umtausch bis
returns-row-fee = Rückgabegebühr
returns-row-exchange-fee = Umtauschgebühr
returns-free = Kostenlos
returns-start-return = Rückgabe beginnen
returns-start-exchange = Umtausch beginnen
returns-open-portal = Retourenportal öffnen
returns-see-return = Diese Rücksendung ansehen

## Wie es um eine Rücksendung und ihre Erstattung steht

returns-status-none = Ich finde keine Rücksendung in Ihrem Konto. Wenn Sie etwas zurückschicken möchten, sagen Sie mir, welchen Artikel.
returns-status-none-for = Ich finde keine Rücksendung für „{ $item }“. Wenn Sie diesen Artikel zurückschicken möchten, sagen Sie es mir, und ich prüfe es.
returns-status-none-in-order = Ich finde keine Rücksendung zur Bestellung { $order }. Wenn Sie etwas zurückschicken möchten, sagen Sie mir, welchen Artikel.
returns-status-number-not-found = Die Rücksendung { $heard } finde ich in Ihrem Konto nicht. Das hier finde ich: Welche meinen Sie?
returns-status-number-unknown = Die Rücksendung { $heard } finde ich in Ihrem Konto nicht, auch keine andere.
returns-status-order-not-found = Die Bestellung { $heard } finde ich in Ihrem Konto nicht. Diese Rücksendungen finde ich: Welche meinen Sie?
returns-status-which = Um welche Rücksendung geht es?
returns-option-return = { $item }, Rücksendung { $number }
returns-state-requested = Die Rücksendung { $number } wurde am { $made } angefragt und wartet auf die Freigabe.
returns-state-approved = Die Rücksendung { $number } ist freigegeben; soweit wir sehen, ist das Paket noch nicht unterwegs.
returns-state-approved-send = Die Rücksendung { $number } ist freigegeben; das Paket muss spätestens am { $send_by } abgeschickt sein.
returns-state-in-transit = Das Paket der Rücksendung { $number } ist auf dem Weg zu uns.
returns-state-received = Das Paket der Rücksendung { $number } ist bei uns angekommen; der letzte Schritt war am { $updated }. Die Erstattung ist noch nicht verzeichnet.
returns-state-received-other = Das Paket der Rücksendung { $number } ist bei uns angekommen; der letzte Schritt war am { $updated }.
returns-state-refunded = { $amount } wurden am { $issued } für die Rücksendung { $number } erstattet.
    .short = { $amount } erstattet am { $issued }.
returns-state-refunded-amount = { $amount } wurden für die Rücksendung { $number } erstattet. Das System des Shops nennt den Tag nicht.
returns-state-refunded-day = Die Erstattung zur Rücksendung { $number } erfolgte am { $issued }.
returns-state-refunded-plain = Die Erstattung zur Rücksendung { $number } ist als erfolgt verzeichnet. Das System des Shops nennt den Tag nicht.
returns-state-exchanged = Der Umtausch zur Rücksendung { $number } ist als erledigt verzeichnet, am { $updated }.
returns-state-store-credited = Für die Rücksendung { $number } wurde am { $updated } ein Guthaben erteilt.
returns-state-rejected = Die Rücksendung { $number } wurde am { $updated } abgelehnt.
returns-state-expired = Die Rücksendung { $number } ist abgelaufen: Das Paket wurde nicht rechtzeitig abgeschickt.
returns-state-cancelled = Die Rücksendung { $number } wurde am { $updated } storniert.
returns-state-unknown = Den Status der Rücksendung { $number } kann ich nicht lesen; die letzte Änderung war am { $updated }.
returns-refund-expected = Die Erstattung wird bis { $expected } erwartet.
returns-refund-expected-amount = Die Erstattung von { $amount } wird bis { $expected } erwartet.
returns-refund-no-date = Das System des Shops nennt nicht, wann die Erstattung fällig ist.
returns-pill-state = { $state ->
    [requested] Angefragt
    [approved] Freigegeben
    [in_transit] Unterwegs zu uns
    [received] Eingegangen
    [refunded] Erstattet
    [rejected] Abgelehnt
    [expired] Abgelaufen
    [exchanged] Umgetauscht
    [store_credited] Guthaben erteilt
    [cancelled] Storniert
   *[unknown] Unbekannt
}
returns-step = { $state ->
    [requested] Rücksendung angefragt
    [approved] Rücksendung freigegeben
    [in_transit] Paket unterwegs zu uns
    [received] Paket eingegangen
    [refunded] Erstattung
    [rejected] Rücksendung abgelehnt
    [expired] Rücksendung abgelaufen
    [exchanged] Umtausch
    [store_credited] Guthaben
    [cancelled] Rücksendung storniert
   *[unknown] Status unbekannt
}
returns-row-return = Rücksendung
returns-row-amount = Betrag
returns-row-means = Erstattung über
returns-row-send-by = Abschicken bis
returns-row-reason = Angegebener Grund
returns-row-tracking = Sendungsnummer
returns-means = { $means ->
    [card] Ihre Karte
    [original] Ihre Zahlungsart
    [original_payment] Ihre Zahlungsart
    [paypal] PayPal
    [store_credit] Guthaben
    [gift_card] Geschenkkarte
    [bank_transfer] Überweisung
   *[other] { $means }
}
returns-rejection = { $reason ->
    [worn] Gebrauchsspuren
    [tags_removed] Etiketten entfernt
    [incomplete] Etwas hat gefehlt
    [not_our_product] Kein Artikel von uns
    [late] Nach dem letzten Tag eingegangen
   *[other] { $reason }
}
returns-why-rejected = { $reason ->
    [worn] Als Grund ist verzeichnet, dass der Artikel Gebrauchsspuren hatte.
    [tags_removed] Als Grund ist verzeichnet, dass die Etiketten entfernt waren.
    [incomplete] Als Grund ist verzeichnet, dass im Paket etwas fehlte.
    [not_our_product] Als Grund ist verzeichnet, dass der Artikel nicht von uns stammt.
    [late] Als Grund ist verzeichnet, dass das Paket nach dem letzten Tag eingegangen ist.
   *[other] Als Grund ist verzeichnet: { $reason }
}
