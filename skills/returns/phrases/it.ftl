### Resi, cambi e rimborsi. La frase della decisione dice il fatto, poi il motivo; la scheda porta il resto.

## Prima dell'accesso

returns-status-sign-in = Posso guardare a che punto sono il suo reso e il suo rimborso.
returns-rules-unknown = Posso guardare il suo ordine e dirle che cosa si può restituire.

## Di quale articolo si tratta

returns-which-line = Di quale articolo si tratta?
returns-which-line-of-order = Di quale articolo dell'ordine { $order } si tratta?
returns-which-of-these = Corrisponde più di un articolo. Quale intende?
returns-which-order = Di quale ordine si tratta?
returns-order-not-found = Non trovo l'ordine { $heard } nel suo account. Ecco che cosa trovo: quale intende?
returns-item-not-found = Non trovo «{ $heard }» tra i suoi ordini. Ecco che cosa trovo: quale intende?
returns-no-other = Non ne trovo un altro. Si tratta ancora di questo?
returns-or-name-it = Se non è qui, mi dica il numero d'ordine o il nome dell'articolo.
returns-no-orders = Non trovo nessun ordine nel suo account, quindi non c'è ancora nulla da restituire. Una persona può cercare meglio.
returns-option-line = { $item }, { $variant }, ordine { $order }
returns-option-line-plain = { $item }, ordine { $order }
returns-option-whole = Tutto l'ordine { $order }
returns-option-order = Ordine { $order }, fatto il giorno { $placed }

## La decisione: si può

returns-within-window = Può restituire «{ $item }» entro il giorno { $until } ({ $days ->
    [one] { $days } giorno
   *[other] { $days } giorni
} dalla consegna: { $counted }).
    .short = { $item }: reso entro il giorno { $until }.
returns-within-window-order = Può restituire «{ $item }» entro il giorno { $until } ({ $days ->
    [one] { $days } giorno
   *[other] { $days } giorni
} dalla data dell'ordine: { $counted }).
    .short = { $item }: reso entro il giorno { $until }.
returns-provider-until = Può restituire «{ $item }» entro il giorno { $until }.
returns-provider-open = Può restituire «{ $item }»; il portale dei resi indica entro quando.
returns-can-exchange = Può cambiare «{ $item }» entro il giorno { $until }.
returns-can-exchange-open = Può cambiare «{ $item }»; il portale dei resi indica entro quando.
returns-exchange-only = Può cambiare «{ $item }» entro il giorno { $until }; per questo articolo non è previsto il rimborso.
    .short = { $item }: solo cambio, entro il giorno { $until }.
returns-exchange-only-late = Può ancora cambiare «{ $item }» entro il giorno { $until }; il termine per il rimborso è scaduto il giorno { $closed }.
    .short = { $item }: solo cambio, entro il giorno { $until }.
returns-credit-or-exchange = { $ways ->
    [apart] Può cambiare «{ $item }» entro il giorno { $exchange_until } o restituirlo in cambio di un buono entro il giorno { $until }; per questo articolo non è previsto il rimborso.
    [both] Può cambiare «{ $item }» o restituirlo in cambio di un buono entro il giorno { $until }; per questo articolo non è previsto il rimborso.
   *[credit] Può restituire «{ $item }» in cambio di un buono entro il giorno { $until }; per questo articolo non è previsto il rimborso.
}
returns-credit-or-exchange-late = { $ways ->
    [apart] Può ancora cambiare «{ $item }» entro il giorno { $exchange_until } o restituirlo in cambio di un buono entro il giorno { $until }; il termine per il rimborso è scaduto il giorno { $closed }.
    [both] Può ancora cambiare «{ $item }» o restituirlo in cambio di un buono entro il giorno { $until }; il termine per il rimborso è scaduto il giorno { $closed }.
   *[credit] Può ancora restituire «{ $item }» in cambio di un buono entro il giorno { $until }; il termine per il rimborso è scaduto il giorno { $closed }.
}
returns-gift-recipient = { $ways ->
    [apart] «{ $item }» è un regalo: si può cambiare entro il giorno { $exchange_until } o chiedere un buono entro il giorno { $until }.
    [both] «{ $item }» è un regalo: si può cambiare o chiedere un buono entro il giorno { $until }.
    [credit] «{ $item }» è un regalo: si può chiedere un buono entro il giorno { $until }.
   *[exchange] «{ $item }» è un regalo: si può cambiare entro il giorno { $until }.
}

## La decisione: non si può

returns-window-passed = Il termine per restituire «{ $item }» è scaduto il giorno { $last } ({ $days ->
    [one] { $days } giorno
   *[other] { $days } giorni
} dalla consegna: { $counted }).
    .short = { $item }: termine per il reso scaduto il giorno { $last }.
returns-window-passed-order = Il termine per restituire «{ $item }» è scaduto il giorno { $last } ({ $days ->
    [one] { $days } giorno
   *[other] { $days } giorni
} dalla data dell'ordine: { $counted }).
    .short = { $item }: termine per il reso scaduto il giorno { $last }.
returns-not-offered = Le nostre regole non prevedono il reso di «{ $item }».
returns-final-sale = Gli articoli in vendita definitiva non si possono restituire, e «{ $item }» è tra questi.
returns-excluded-category = «{ $item }» non si può restituire: le nostre regole escludono questo tipo di prodotto.
returns-excluded-tag = «{ $item }» non si può restituire: le nostre regole lo indicano tra le eccezioni.
returns-region-excluded = «{ $item }» non si può restituire: non accettiamo resi dal paese in cui è andata la spedizione.
returns-not-delivered = «{ $item }» non si può ancora restituire: la consegna non risulta registrata.
returns-not-delivered-days = «{ $item }» non si può ancora restituire: la consegna non risulta registrata. Da quel giorno ha { $days ->
    [one] { $days } giorno
   *[other] { $days } giorni
} di tempo.
returns-already-returned = Per «{ $item }» risulta già registrato un reso: { $number }, fatto il giorno { $made }.
returns-already-returned-plain = Per «{ $item }» risulta già registrato un reso.
returns-return-open = Per «{ $item }» c'è già un reso in corso: { $number }, fatto il giorno { $made }.
returns-return-open-plain = Per «{ $item }» c'è già un reso in corso.
returns-cancelled = L'ordine { $order } è stato annullato: non c'è nulla da rispedire.
returns-provider-refused = Il sistema dei resi non accetta il reso di «{ $item }».

## La decisione spetta a una persona o al portale

returns-provider-doubts = Secondo le nostre regole «{ $item }» si potrebbe restituire, ma il sistema dei resi non lo accetta. Deve valutarlo una persona.
returns-delivery-unknown = Non risulta quando è avvenuta la consegna di «{ $item }», quindi non posso calcolare l'ultimo giorno.
returns-no-policy = Non ho le regole di reso che valgono per «{ $item }», quindi non posso dire né sì né no.

## Che cosa accompagna una decisione

returns-policy-from-help = Lo leggo nelle pagine d'aiuto del negozio; nessuno l'ha confermato regola per regola.
returns-portal-decides = Il portale dei resi mostra che cosa è possibile.
returns-remains = Se è difettoso o non è ciò che ha ordinato, mi dica che cosa non va: possono valere altre regole. Può valutarlo anche una persona.
returns-remains-person = Una persona può guardarlo insieme a lei.
returns-remains-tracking = Mi chieda dov'è il pacco e guardo.
returns-exchange-not-offered = Per «{ $item }» non è previsto il cambio.
returns-credit-not-offered = Per «{ $item }» non è previsto un buono.
returns-left = Va bene. Mi dica se desidera restituire altro.
returns-why = Ecco la regola su cui si basa:
returns-why-records = Si basa su ciò che il negozio ha registrato per questo ordine, non su una regola che potrei mostrarle.

## Cambi

returns-which-variant = Lei ha «{ $variant }». Che cosa desidera al suo posto?
returns-which-variant-plain = Che cosa desidera al suo posto?
returns-option-variant = { $variant }
returns-exchange-in-stock = { $variant }: disponibile.
returns-exchange-stock-unknown = Il negozio non indica se { $variant } è disponibile; il portale lo mostra.
returns-exchange-gone = { $variant } non è più disponibile. Che cosa desidera al suo posto?
returns-exchange-gone-all = { $variant } non è più disponibile, e nemmeno le altre scelte.
returns-exchange-none = Di «{ $item }» non è disponibile nessun'altra taglia o nessun altro colore.
returns-exchange-more = Costa { $difference } in più rispetto al suo articolo.
returns-exchange-less = Costa { $difference } in meno rispetto al suo articolo.

## Sulla scheda

returns-pill-return = Reso possibile
returns-pill-exchange = Cambio possibile
returns-pill-credit = Buono possibile
returns-pill-refused = Nessun reso
returns-pill-open = Reso in corso
returns-pill-returned = Reso registrato
returns-pill-waiting = Non ancora consegnato
returns-pill-unknown = Da verificare
returns-row-order = Ordine
returns-row-delivered = Consegna
returns-row-pieces = Quantità
returns-row-refund-until = Ultimo giorno per il rimborso
returns-row-exchange-until = Ultimo giorno per il cambio
returns-row-fee = Costo del reso
returns-row-exchange-fee = Costo del cambio
returns-free = Gratuito
returns-start-return = Iniziare un reso
returns-start-exchange = Iniziare un cambio
returns-open-portal = Aprire il portale dei resi
returns-see-return = Vedere questo reso

## A che punto sono un reso e il suo rimborso

returns-status-none = Non trovo nessun reso nel suo account. Se desidera restituire qualcosa, mi dica quale articolo.
returns-status-none-for = Non trovo nessun reso di «{ $item }». Se è ciò che desidera restituire, me lo dica e verifico.
returns-status-none-in-order = Non trovo nessun reso per l'ordine { $order }. Se desidera restituire qualcosa, mi dica quale articolo.
returns-status-number-not-found = Non trovo il reso { $heard } nel suo account. Ecco che cosa trovo: quale intende?
returns-status-number-unknown = Non trovo il reso { $heard } nel suo account, né altri resi.
returns-status-order-not-found = Non trovo l'ordine { $heard } nel suo account. Ecco i resi che trovo: quale intende?
returns-status-which = Di quale reso si tratta?
returns-option-return = { $item }, reso { $number }
returns-state-requested = Il reso { $number } è stato richiesto il giorno { $made } e attende l'approvazione.
returns-state-approved = Il reso { $number } è approvato; per quanto vediamo, il pacco non è ancora partito.
returns-state-approved-send = Il reso { $number } è approvato; il pacco deve partire entro il giorno { $send_by }.
returns-state-in-transit = Il pacco del reso { $number } è in viaggio verso di noi.
returns-state-received = Il pacco del reso { $number } ci è arrivato; l'ultimo passaggio è del giorno { $updated }. Il rimborso non risulta ancora registrato.
returns-state-received-other = Il pacco del reso { $number } ci è arrivato; l'ultimo passaggio è del giorno { $updated }.
returns-state-refunded = Per il reso { $number } è stato fatto un rimborso di { $amount } il giorno { $issued }.
    .short = Rimborso di { $amount } fatto il giorno { $issued }.
returns-state-refunded-amount = Per il reso { $number } è stato fatto un rimborso di { $amount }. Il sistema del negozio non indica il giorno.
returns-state-refunded-day = Il rimborso del reso { $number } è stato fatto il giorno { $issued }.
returns-state-refunded-plain = Il rimborso del reso { $number } risulta registrato come fatto. Il sistema del negozio non indica il giorno.
returns-state-exchanged = Il cambio del reso { $number } risulta registrato come fatto il giorno { $updated }.
returns-state-store-credited = Il buono per il reso { $number } è stato emesso il giorno { $updated }.
returns-state-rejected = Il reso { $number } è stato rifiutato il giorno { $updated }.
returns-state-expired = Il reso { $number } è scaduto: il pacco non è stato spedito in tempo.
returns-state-cancelled = Il reso { $number } è stato annullato il giorno { $updated }.
returns-state-unknown = Il reso { $number } ha uno stato che non so leggere; l'ultima modifica è del giorno { $updated }.
returns-refund-expected = Il rimborso è atteso entro il giorno { $expected }.
returns-refund-expected-amount = Il rimborso di { $amount } è atteso entro il giorno { $expected }.
returns-refund-no-date = Il sistema del negozio non indica quando è previsto il rimborso.
returns-pill-state = { $state ->
    [requested] Richiesto
    [approved] Approvato
    [in_transit] In viaggio verso di noi
    [received] Ricevuto
    [refunded] Rimborsato
    [rejected] Rifiutato
    [expired] Scaduto
    [exchanged] Cambio fatto
    [store_credited] Buono emesso
    [cancelled] Annullato
   *[unknown] Sconosciuto
}
returns-step = { $state ->
    [requested] Reso richiesto
    [approved] Reso approvato
    [in_transit] Pacco in viaggio verso di noi
    [received] Pacco ricevuto
    [refunded] Rimborso
    [rejected] Reso rifiutato
    [expired] Reso scaduto
    [exchanged] Cambio
    [store_credited] Buono
    [cancelled] Reso annullato
   *[unknown] Stato sconosciuto
}
returns-row-return = Reso
returns-row-amount = Importo
returns-row-means = Modalità di rimborso
returns-row-send-by = Ultimo giorno per spedire
returns-row-reason = Motivo indicato
returns-row-tracking = Numero di tracciamento
returns-means = { $means ->
    [card] La sua carta
    [original] Il suo metodo di pagamento
    [original_payment] Il suo metodo di pagamento
    [paypal] PayPal
    [store_credit] Buono
    [gift_card] Carta regalo
    [bank_transfer] Bonifico bancario
   *[other] { $means }
}
returns-rejection = { $reason ->
    [worn] Segni d'uso
    [tags_removed] Etichette rimosse
    [incomplete] Mancava qualcosa
    [not_our_product] Non è un nostro prodotto
    [late] Ricevuto dopo l'ultimo giorno
   *[other] { $reason }
}
returns-why-rejected = { $reason ->
    [worn] Il motivo registrato è che l'articolo presentava segni d'uso.
    [tags_removed] Il motivo registrato è che le etichette erano state rimosse.
    [incomplete] Il motivo registrato è che nel pacco mancava qualcosa.
    [not_our_product] Il motivo registrato è che l'articolo non è un nostro prodotto.
    [late] Il motivo registrato è che il pacco è arrivato dopo l'ultimo giorno.
   *[other] Il motivo registrato: { $reason }
}
