tracking-identity = Prima di dirle dov'è il suo ordine, verifico che sia suo.
tracking-no-orders = Non c'è nessun ordine con l'indirizzo del suo accesso. Se ha acquistato con un altro indirizzo, acceda con quello.
    .short = Nessun ordine con questo indirizzo. Provi con quello dell'acquisto.
tracking-not-found = Non trovo nessun suo ordine per «{ $said }».
tracking-only-order = Qui ha un solo ordine: { $number }.
tracking-which-order = Di quale ordine si tratta?
tracking-more = Che cosa desidera fare ora?
tracking-quoted-other-language = La pagina di aiuto del negozio è in un'altra lingua:

tracking-state-label-created = L'ordine { $number } è pronto a partire: l'etichetta c'è, ma { $carrier } non ha ancora letto il pacco.
    .short = { $number }: etichetta pronta, non ancora letta da { $carrier }.
tracking-state-in-transit = L'ordine { $number } è in viaggio con { $carrier }.
    .short = { $number }: in viaggio con { $carrier }.
tracking-state-out-for-delivery = L'ordine { $number } è in consegna: lo ha il corriere { $carrier }.
    .short = { $number }: in consegna con { $carrier }.
tracking-state-awaiting-pickup = L'ordine { $number } la aspetta qui: { $place }.
    .short = { $number }: da ritirare, { $place }.
tracking-state-awaiting-pickup-no-place = L'ordine { $number } la aspetta in un punto di ritiro. { $carrier } non ci dice quale; lo indica il messaggio che ha ricevuto.
    .short = { $number }: da ritirare, veda il messaggio di { $carrier }.
tracking-state-delivered = { $carrier } ha consegnato l'ordine { $number } il { $day }.
    .short = { $number }: consegnato il { $day }.
tracking-state-delivered-disputed = { $carrier } segna l'ordine { $number } come consegnato il { $day }.
    .short = { $number }: segnato consegnato il { $day }.
tracking-state-delivered-no-day = { $carrier } segna l'ordine { $number } come consegnato, senza dire in quale giorno.
    .short = { $number }: segnato consegnato, giorno non noto.
tracking-state-failed-attempt = { $carrier } ha tentato di consegnare l'ordine { $number } e non ha potuto.
    .short = { $number }: { $carrier } non ha potuto consegnare.
tracking-state-exception = { $carrier } segnala un problema nel viaggio dell'ordine { $number }.
    .short = { $number }: { $carrier } segnala un problema.
tracking-state-lost = { $carrier } ha dichiarato smarrito il pacco dell'ordine { $number }.
    .short = { $number }: dichiarato smarrito da { $carrier }.
tracking-state-returned-to-sender = Il pacco dell'ordine { $number } sta tornando al negozio.
    .short = { $number }: torna al negozio.
tracking-state-unknown = Non so dove sia l'ordine { $number }: { $carrier } indica uno stato che non so leggere.
    .short = { $number }: stato sconosciuto.

tracking-pill-label-created = Etichetta creata
tracking-pill-in-transit = In viaggio
tracking-pill-out-for-delivery = In consegna
tracking-pill-awaiting-pickup = Da ritirare
tracking-pill-delivered = Consegnato
tracking-pill-failed-attempt = Consegna tentata
tracking-pill-exception = Problema in viaggio
tracking-pill-lost = Smarrito
tracking-pill-returned-to-sender = Torna al negozio
tracking-pill-unknown = Sconosciuto
tracking-step-unknown = Parola del corriere: «{ $code }»

tracking-expected = La consegna è prevista per { $expected }.
tracking-expected-unknown = { $carrier } non ha annunciato un giorno.
tracking-late = Era previsto per { $expected }: il ritardo è di { $days ->
    [one] un giorno
   *[other] { $days } giorni
 }.
    .short = Previsto per { $expected }, in ritardo.

tracking-order-placed = L'ordine { $number } non è ancora stato spedito.
tracking-order-shipped = L'ordine { $number } ha lasciato il negozio, ma il tracciamento non è ancora noto.
tracking-order-partly-delivered = Una parte dell'ordine { $number } è stata consegnata. Per il resto non è noto il tracciamento.
tracking-order-delivered = L'ordine { $number } è stato consegnato il { $day }.
tracking-order-delivered-no-day = Il negozio segna l'ordine { $number } come consegnato, senza il giorno.
tracking-order-cancelled = L'ordine { $number } è stato annullato: non c'è nulla in viaggio.
tracking-order-unknown = Non so a che punto sia l'ordine { $number }: il sistema del negozio indica uno stato che non so leggere.
    .short = { $number }: stato sconosciuto.

tracking-parcels = L'ordine { $number } viaggia in { $count } pacchi.
tracking-siblings = L'ordine { $number } ha { $count ->
    [one] un altro pacco
   *[other] altri { $count } pacchi
 }.
tracking-not-sent-yet = Non ancora spedito: { $items }.

tracking-incident-open = Il corriere ha segnalato un problema di consegna: { $at }.
tracking-claim-open = Per questo pacco è aperto il reclamo { $number } presso il corriere.
tracking-cases-unread = Non ho potuto verificare se ci sia un problema di consegna o un reclamo aperto.

tracking-row-inside = Contenuto
tracking-row-carrier = Corriere
tracking-row-tracking-number = Numero di tracciamento
tracking-row-last-scan = Ultima lettura
tracking-row-carrier-word = Parola del corriere
tracking-row-delivered = Consegna
tracking-row-placed = Data dell'ordine
tracking-scan = { $at }, { $place }
tracking-open-parcel = Tutte le tappe
tracking-open-parcels = Seguire tutti i pacchi
tracking-option-order = { $number }: { $items } ({ $placed })
tracking-option-parcel = Il pacco con { $items }
tracking-option-parcel-unnamed = Il pacco di { $carrier }
tracking-option-incident = Vedere il problema di consegna
tracking-option-claim = Vedere il reclamo
tracking-option-person = Parlare con una persona
