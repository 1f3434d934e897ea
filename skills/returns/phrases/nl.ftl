### Retouren, ruilen en terugbetalen. De zin met het besluit zegt het feit, dan de reden; de kaart draagt de rest.

## Vóór het inloggen

returns-status-sign-in = Ik kan nagaan hoe het met uw retour en uw terugbetaling staat.
returns-rules-unknown = Ik kan uw eigen bestelling bekijken en zeggen wat er terug mag.

## Om welk artikel het gaat

returns-which-line = Om welk artikel gaat het?
returns-which-line-of-order = Om welk artikel van bestelling { $order } gaat het?
returns-which-of-these = Dat past bij meer dan één artikel. Welk bedoelt u?
returns-which-order = Om welke bestelling gaat het?
returns-order-not-found = Ik vind bestelling { $heard } niet in uw account. Dit vind ik wel: wat bedoelt u?
returns-item-not-found = Ik vind ‘{ $heard }’ niet in uw bestellingen. Dit vind ik wel: wat bedoelt u?
returns-no-other = Ik vind geen ander artikel. Gaat het nog steeds om dit?
returns-or-name-it = Staat het er niet bij, geef me dan het bestelnummer of de naam van het artikel.
returns-no-orders = Ik vind geen bestelling in uw account, dus er is nog niets om te retourneren. Een medewerker kan verder zoeken.
returns-option-line = { $item }, { $variant }, bestelling { $order }
returns-option-line-plain = { $item }, bestelling { $order }
returns-option-whole = Alles uit bestelling { $order }
returns-option-order = Bestelling { $order } van { $placed }

## Het besluit: het mag terug

returns-within-window = U kunt ‘{ $item }’ retourneren tot en met { $until } ({ $days ->
    [one] { $days } dag
   *[other] { $days } dagen
} vanaf de bezorging op { $counted }).
    .short = { $item }: retour t/m { $until }.
returns-within-window-order = U kunt ‘{ $item }’ retourneren tot en met { $until } ({ $days ->
    [one] { $days } dag
   *[other] { $days } dagen
} vanaf uw bestelling van { $counted }).
    .short = { $item }: retour t/m { $until }.
returns-provider-until = U kunt ‘{ $item }’ retourneren tot en met { $until }.
returns-provider-open = U kunt ‘{ $item }’ retourneren; het retourportaal toont tot wanneer.
returns-can-exchange = U kunt ‘{ $item }’ ruilen tot en met { $until }.
returns-can-exchange-open = U kunt ‘{ $item }’ ruilen; het retourportaal toont tot wanneer.
returns-exchange-only = U kunt ‘{ $item }’ ruilen tot en met { $until }; terugbetaling is voor dit artikel niet mogelijk.
    .short = { $item }: alleen ruilen, t/m { $until }.
returns-exchange-only-late = U kunt ‘{ $item }’ nog ruilen tot en met { $until }; de laatste dag voor terugbetaling was { $closed }.
    .short = { $item }: alleen ruilen, t/m { $until }.
returns-credit-or-exchange = { $ways ->
    [apart] U kunt ‘{ $item }’ ruilen tot en met { $exchange_until }, of retourneren voor een tegoedbon tot en met { $until }; terugbetaling is voor dit artikel niet mogelijk.
    [both] U kunt ‘{ $item }’ ruilen of retourneren voor een tegoedbon tot en met { $until }; terugbetaling is voor dit artikel niet mogelijk.
   *[credit] U kunt ‘{ $item }’ retourneren voor een tegoedbon tot en met { $until }; terugbetaling is voor dit artikel niet mogelijk.
}
returns-credit-or-exchange-late = { $ways ->
    [apart] U kunt ‘{ $item }’ nog ruilen tot en met { $exchange_until }, of retourneren voor een tegoedbon tot en met { $until }; de laatste dag voor terugbetaling was { $closed }.
    [both] U kunt ‘{ $item }’ nog ruilen of retourneren voor een tegoedbon tot en met { $until }; de laatste dag voor terugbetaling was { $closed }.
   *[credit] U kunt ‘{ $item }’ nog retourneren voor een tegoedbon tot en met { $until }; de laatste dag voor terugbetaling was { $closed }.
}
returns-gift-recipient = { $ways ->
    [apart] ‘{ $item }’ was een cadeau: ruilen kan tot en met { $exchange_until }, een tegoedbon tot en met { $until }.
    [both] ‘{ $item }’ was een cadeau: ruilen of een tegoedbon kan tot en met { $until }.
    [credit] ‘{ $item }’ was een cadeau: een tegoedbon kan tot en met { $until }.
   *[exchange] ‘{ $item }’ was een cadeau: ruilen kan tot en met { $until }.
}

## Het besluit: het mag niet terug

returns-window-passed = De laatste dag om ‘{ $item }’ te retourneren was { $last } ({ $days ->
    [one] { $days } dag
   *[other] { $days } dagen
} vanaf de bezorging op { $counted }).
    .short = { $item }: de laatste retourdag was { $last }.
returns-window-passed-order = De laatste dag om ‘{ $item }’ te retourneren was { $last } ({ $days ->
    [one] { $days } dag
   *[other] { $days } dagen
} vanaf uw bestelling van { $counted }).
    .short = { $item }: de laatste retourdag was { $last }.
returns-not-offered = Onze regels voorzien niet in een retour van ‘{ $item }’.
returns-final-sale = Artikelen uit de final sale kunnen niet terug, en daar hoort ‘{ $item }’ bij.
returns-excluded-category = ‘{ $item }’ kan niet terug: onze regels sluiten dit soort product uit.
returns-excluded-tag = ‘{ $item }’ kan niet terug: onze regels noemen het bij de uitzonderingen.
returns-region-excluded = ‘{ $item }’ kan niet terug: wij nemen geen retouren aan uit het land waarheen het is verzonden.
returns-not-delivered = ‘{ $item }’ kan nog niet terug: de bezorging is nog niet geregistreerd.
returns-not-delivered-days = ‘{ $item }’ kan nog niet terug: de bezorging is nog niet geregistreerd. Vanaf die dag hebt u { $days ->
    [one] { $days } dag
   *[other] { $days } dagen
}.
returns-already-returned = Voor ‘{ $item }’ is al een retour geregistreerd: { $number }, aangemaakt op { $made }.
returns-already-returned-plain = Voor ‘{ $item }’ is al een retour geregistreerd.
returns-return-open = Voor ‘{ $item }’ loopt al een retour: { $number }, aangemaakt op { $made }.
returns-return-open-plain = Voor ‘{ $item }’ loopt al een retour.
returns-cancelled = Bestelling { $order } is geannuleerd; er is niets om terug te sturen.
returns-provider-refused = Het retoursysteem accepteert ‘{ $item }’ niet als retour.

## Het besluit is aan een medewerker of aan het portaal

returns-provider-doubts = Volgens onze regels zou ‘{ $item }’ terug kunnen, maar het retoursysteem weigert het. Een medewerker moet ernaar kijken.
returns-delivery-unknown = Bij ons staat niet wanneer ‘{ $item }’ is bezorgd, dus ik kan de laatste dag niet berekenen.
returns-no-policy = Ik heb de retourregels voor ‘{ $item }’ niet, dus ik kan geen ja of nee zeggen.

## Wat bij een besluit hoort

returns-policy-from-help = Ik lees dit op de hulppagina's van de winkel; niemand heeft het regel voor regel bevestigd.
returns-portal-decides = Het retourportaal toont wat mogelijk is.
returns-remains = Is het defect of niet wat u besteld hebt, zeg dan wat er mis is: er kunnen andere regels gelden. Een medewerker kan er ook naar kijken.
returns-remains-person = Een medewerker kan er samen met u naar kijken.
returns-remains-tracking = Vraag me waar het pakket is en ik kijk het na.
returns-exchange-not-offered = Ruilen is voor ‘{ $item }’ niet mogelijk.
returns-credit-not-offered = Een tegoedbon is voor ‘{ $item }’ niet mogelijk.
returns-left = Goed. Laat het weten als er iets anders terug moet.
returns-why = Dit is de regel waarop het berust:
returns-why-records = Het berust op wat de winkel over deze bestelling heeft vastgelegd, niet op een regel die ik u kan tonen.

## Ruilen

returns-which-variant = U hebt ‘{ $variant }’. Wat wilt u in plaats daarvan?
returns-which-variant-plain = Wat wilt u in plaats daarvan?
returns-option-variant = { $variant }
returns-exchange-in-stock = { $variant } is op voorraad.
returns-exchange-stock-unknown = De winkel zegt niet of { $variant } op voorraad is; het portaal toont het.
returns-exchange-gone = { $variant } is niet meer op voorraad. Wat wilt u in plaats daarvan?
returns-exchange-gone-all = { $variant } is niet meer op voorraad, en de andere keuzes ook niet.
returns-exchange-none = Van ‘{ $item }’ is geen andere maat of kleur op voorraad.
returns-exchange-more = Het kost { $difference } meer dan uw artikel.
returns-exchange-less = Het kost { $difference } minder dan uw artikel.

## Op de kaart

returns-pill-return = Kan terug
returns-pill-exchange = Kan geruild worden
returns-pill-credit = Tegoedbon mogelijk
returns-pill-refused = Geen retour
returns-pill-open = Retour loopt
returns-pill-returned = Retour geregistreerd
returns-pill-waiting = Nog niet bezorgd
returns-pill-unknown = Na te gaan
returns-row-order = Bestelling
returns-row-delivered = Bezorgd
returns-row-pieces = Aantal
returns-row-refund-until = Terugbetaling t/m
returns-row-exchange-until = Ruilen t/m
returns-row-fee = Retourkosten
returns-row-exchange-fee = Ruilkosten
returns-free = Gratis
returns-start-return = Retour starten
returns-start-exchange = Ruil starten
returns-open-portal = Retourportaal openen
returns-see-return = Deze retour bekijken

## Hoe het met een retour en de terugbetaling staat

returns-status-none = Ik vind geen retour in uw account. Wilt u iets terugsturen, zeg dan welk artikel.
returns-status-none-for = Ik vind geen retour van ‘{ $item }’. Wilt u dat terugsturen, zeg het dan en ik ga het na.
returns-status-none-in-order = Ik vind geen retour voor bestelling { $order }. Wilt u iets terugsturen, zeg dan welk artikel.
returns-status-number-not-found = Ik vind retour { $heard } niet in uw account. Dit vind ik wel: welke bedoelt u?
returns-status-number-unknown = Ik vind retour { $heard } niet in uw account, en ook geen andere retour.
returns-status-order-not-found = Ik vind bestelling { $heard } niet in uw account. Deze retouren vind ik wel: welke bedoelt u?
returns-status-which = Om welke retour gaat het?
returns-option-return = { $item }, retour { $number }
returns-state-requested = Retour { $number } is aangevraagd op { $made } en wacht op goedkeuring.
returns-state-approved = Retour { $number } is goedgekeurd; voor zover wij zien is het pakket nog niet onderweg.
returns-state-approved-send = Retour { $number } is goedgekeurd; het pakket moet uiterlijk op { $send_by } verstuurd zijn.
returns-state-in-transit = Het pakket van retour { $number } is onderweg naar ons.
returns-state-received = Het pakket van retour { $number } is bij ons aangekomen; de laatste stap was op { $updated }. De terugbetaling is nog niet geregistreerd.
returns-state-received-other = Het pakket van retour { $number } is bij ons aangekomen; de laatste stap was op { $updated }.
returns-state-refunded = Voor retour { $number } is { $amount } terugbetaald op { $issued }.
    .short = { $amount } terugbetaald op { $issued }.
returns-state-refunded-amount = Voor retour { $number } is { $amount } terugbetaald. Het systeem van de winkel zegt niet op welke dag.
returns-state-refunded-day = De terugbetaling van retour { $number } is gedaan op { $issued }.
returns-state-refunded-plain = De terugbetaling van retour { $number } staat als gedaan geregistreerd. Het systeem van de winkel zegt niet op welke dag.
returns-state-exchanged = De ruil van retour { $number } staat geregistreerd als gedaan op { $updated }.
returns-state-store-credited = De tegoedbon voor retour { $number } is toegekend op { $updated }.
returns-state-rejected = Retour { $number } is afgewezen op { $updated }.
returns-state-expired = Retour { $number } is verlopen: het pakket is niet op tijd verstuurd.
returns-state-cancelled = Retour { $number } is geannuleerd op { $updated }.
returns-state-unknown = Retour { $number } heeft een status die ik niet kan lezen; de laatste wijziging was op { $updated }.
returns-refund-expected = De terugbetaling wordt uiterlijk op { $expected } verwacht.
returns-refund-expected-amount = De terugbetaling van { $amount } wordt uiterlijk op { $expected } verwacht.
returns-refund-no-date = Het systeem van de winkel zegt niet wanneer de terugbetaling gepland is.
returns-pill-state = { $state ->
    [requested] Aangevraagd
    [approved] Goedgekeurd
    [in_transit] Onderweg naar ons
    [received] Ontvangen
    [refunded] Terugbetaald
    [rejected] Afgewezen
    [expired] Verlopen
    [exchanged] Geruild
    [store_credited] Tegoedbon gegeven
    [cancelled] Geannuleerd
   *[unknown] Onbekend
}
returns-step = { $state ->
    [requested] Retour aangevraagd
    [approved] Retour goedgekeurd
    [in_transit] Pakket onderweg naar ons
    [received] Pakket ontvangen
    [refunded] Terugbetaling
    [rejected] Retour afgewezen
    [expired] Retour verlopen
    [exchanged] Ruil
    [store_credited] Tegoedbon
    [cancelled] Retour geannuleerd
   *[unknown] Status onbekend
}
returns-row-return = Retour
returns-row-amount = Bedrag
returns-row-means = Terugbetaling via
returns-row-send-by = Versturen t/m
returns-row-reason = Opgegeven reden
returns-row-tracking = Trackingnummer
returns-means = { $means ->
    [card] Uw kaart
    [original] Uw betaalmethode
    [original_payment] Uw betaalmethode
    [paypal] PayPal
    [store_credit] Tegoedbon
    [gift_card] Cadeaukaart
    [bank_transfer] Overschrijving
   *[other] { $means }
}
returns-rejection = { $reason ->
    [worn] Gebruikssporen
    [tags_removed] Labels verwijderd
    [incomplete] Er ontbrak iets
    [not_our_product] Geen artikel van ons
    [late] Ontvangen na de laatste dag
   *[other] { $reason }
}
returns-why-rejected = { $reason ->
    [worn] De geregistreerde reden is dat het artikel gebruikssporen had.
    [tags_removed] De geregistreerde reden is dat de labels verwijderd waren.
    [incomplete] De geregistreerde reden is dat er iets in het pakket ontbrak.
    [not_our_product] De geregistreerde reden is dat het artikel niet van ons is.
    [late] De geregistreerde reden is dat het pakket na de laatste dag is ontvangen.
   *[other] De geregistreerde reden: { $reason }
}
