greeting = Buongiorno, sono l'assistente automatico di { $shop }. Posso aiutarla con resi, cambi, rimborsi, consegne e con le nostre regole. Se preferisce parlare con una persona, basta dirlo.

signin-ask-address = Per vedere il suo ordine devo sapere che è lei. Con quale indirizzo e-mail ha ordinato? Va bene anche un numero d'ordine.
    .short = Con quale indirizzo e-mail o numero d'ordine ha ordinato?
signin-code-sent = Se il negozio conosce { $address }, parte un codice di 6 cifre verso il contatto registrato. Lo scriva qui; vale 10 minuti.
    .short = Se conosciamo { $address }, arriva un codice di 6 cifre. Risponda con quello.
signin-ask-code = Scriva il codice di 6 cifre che ha ricevuto.
signin-no-code = Il codice non è ancora arrivato?
signin-resend = Inviare un nuovo codice
signin-other-address = Usare un altro indirizzo
signin-why = Un ordine contiene un nome, un indirizzo e un pagamento. Lo mostro solo alla persona a cui appartiene; un codice inviato al contatto registrato lo prova senza password.
signin-done = { $named ->
    [yes] Grazie { $name }, è proprio lei.
   *[no] Grazie, è proprio lei.
}
signin-code-wrong = Questo codice non corrisponde. Lo controlli e riprovi.
signin-code-spent = Questo codice non si può più usare. Posso inviarne uno nuovo.
signin-code-expired = Questo codice ha più di 10 minuti. Posso inviarne uno nuovo.
signin-too-many = Sono stati chiesti più codici in poco tempo: faccio una pausa di qualche minuto. Riprovi più tardi, oppure chieda di una persona.
signin-expired = È passato un po' di tempo dal suo accesso: verifico ancora una volta che sia lei.

code-mail-subject = { $code } è il suo codice per { $shop }
code-mail-text =
    { $named ->
        [yes] Buongiorno { $name },
       *[no] Buongiorno,
    }

    il suo codice è { $code }. Lo scriva nella conversazione in cui l'ha chiesto; vale una sola volta, per 10 minuti.
    Se non ha chiesto un codice, non deve fare nulla: senza il codice nessuno vede i suoi ordini.

    { $shop }

option-person = Parlare con una persona
option-gone = Questa scelta appartiene a un passaggio precedente e non vale più. Mi dica con parole sue che cosa desidera.
option-return-or-exchange = Rendere o cambiare un articolo
option-refund-status = Vedere dov'è il mio rimborso
option-order-tracking = Vedere dov'è il mio ordine
option-delivery-incident = Un problema con una consegna
option-claim-or-investigation = Il mio reclamo presso il corriere
option-policy-question = Una domanda sulle vostre regole

clarify = Non so se ho capito bene. Che cosa si avvicina di più?
cancelled = Va bene, lascio stare. Posso aiutarla con altro?
nothing-to-cancel = In questa conversazione non c'è nulla in corso da annullare. Per annullare un ordine, chieda di una persona.
nothing-to-resume = Non c'è ancora nulla da riprendere. Come posso aiutarla?
cannot-say-safely = Ho trovato qualcosa ma non posso confermare tutto, quindi preferisco non dirlo. Desidera che le risponda una persona?
policy-only-handover = Al momento non posso consultare gli ordini. Una persona del team può farlo, se lo desidera.

chitchat-greeting = Buongiorno. Come posso aiutarla: un reso, un rimborso, una consegna o una domanda?
chitchat-thanks = Prego. Posso aiutarla con altro?
chitchat-bye = Arrivederci e grazie per averci scritto. Questa conversazione resta qui se le serve.
chitchat-are-you-a-bot = Sì, sono un assistente automatico. Leggo i suoi ordini e le regole del negozio, e una persona prosegue non appena lo chiede.
chitchat-why = Chiedo solo ciò che mi serve per trovare il suo ordine e avere la certezza che è suo.
chitchat-what-can-you-do = Posso dirle se un articolo si può rendere e portarla alla pagina del reso, dirle dov'è un rimborso o un pacco, aiutarla quando una consegna è andata male, seguire un reclamo presso il corriere e citare le regole del negozio.
chitchat-apology = Non deve scusarsi. Che cosa desidera fare?
chitchat-acknowledge = Va bene. Mi dica se le serve altro.
chitchat-complaint = Mi dispiace. Mi dica che cosa è successo e guardo subito; può anche chiedere di una persona in qualsiasi momento.
chitchat-empty = Non ho ricevuto alcun testo. Come posso aiutarla?
chitchat-other = Grazie per averci scritto. Come posso aiutarla?

outside-offer = Desidera che la metta in contatto con il team?
outside-out-of-scope = In questo non posso aiutarla. Mi occupo di resi, rimborsi, consegne e regole del negozio.
outside-order-change = Non posso modificare o annullare un ordine. Il team può farlo, finché non è stato preparato.
outside-payment = Non posso vedere né modificare i pagamenti. Il team può controllare insieme a lei.
outside-pre-sales = Mi occupo di ordini già fatti, quindi non posso consigliarla prima dell'acquisto. Il team la aiuterà volentieri a scegliere.
outside-account-or-login = Non posso modificare il suo account né la password. Qui non le servono: basta un codice inviato al suo indirizzo per vedere i suoi ordini. Per l'account, può aiutarla il team.

shop-unreachable-retrying = In questo momento non riesco a raggiungere il sistema degli ordini del negozio. Il suo messaggio è conservato e continuo a provare.
shop-unreachable-person = Il sistema degli ordini del negozio non risponde ancora, quindi ho passato il suo messaggio al team. Una persona le risponderà qui.
message-parked = Da parte nostra qualcosa è andato storto con il suo messaggio. È conservato, e una persona le risponderà qui.

readiness-switched-off = È stata disattivata in Competenze.
readiness-agent = L'agente è disattivato.
readiness-hub = L'area clienti è disattivata, quindi nessuno può identificarsi.
readiness-sign-in = Nessun connettore permette di trovare i clienti, quindi nessuno può provare chi è.
readiness-orders = Nessun connettore fornisce gli ordini.
readiness-returns = Nessun fornitore di resi è collegato.
readiness-tracking = Nessun connettore fornisce i pacchi.
readiness-claims = Nessun connettore fornisce i reclami ai corrieri.
readiness-incidents = Nessun connettore fornisce i problemi di consegna.
readiness-content = Non ci sono ancora contenuti.
readiness-channel = Nessun canale è attivo.

preview-not-changed = Questa è un'anteprima: nel negozio non è cambiato nulla. Per un cliente verrebbe fatto ora.
