greeting = Goedendag, dit is de automatische assistent van { $shop }. Ik help bij retouren, ruilen, terugbetalingen, bezorging en vragen over onze regels. Wilt u iemand spreken, dan kunt u dat gewoon zeggen.

signin-ask-address = Om uw bestelling te bekijken moet ik weten dat u het bent. Met welk e-mailadres hebt u besteld? Een bestelnummer mag ook.
    .short = Met welk e-mailadres of bestelnummer hebt u besteld?
signin-code-sent = Als de winkel { $address } kent, is er een code van 6 cijfers onderweg naar het geregistreerde contact. Vul die hier in; de code is 10 minuten geldig.
    .short = Als wij { $address } kennen, krijgt u een code van 6 cijfers. Antwoord daarmee.
signin-ask-code = Vul de code van 6 cijfers in die u hebt ontvangen.
signin-no-code = Nog geen code?
signin-resend = Nieuwe code sturen
signin-other-address = Ander adres gebruiken
signin-why = Bij een bestelling horen een naam, een adres en een betaling. Ik toon die alleen aan degene van wie de bestelling is; een code naar het geregistreerde contact bewijst dat zonder wachtwoord.
signin-done = { $named ->
    [yes] Dank u, { $name }, u bent het.
   *[no] Dank u, u bent het.
}
signin-code-wrong = Deze code klopt niet. Controleer de code en probeer het opnieuw.
signin-code-spent = Deze code is niet meer te gebruiken. Ik kan een nieuwe sturen.
signin-code-expired = Deze code is ouder dan 10 minuten. Ik kan een nieuwe sturen.
signin-too-many = Er zijn in korte tijd meerdere codes aangevraagd, dus ik wacht enkele minuten. Probeer het later opnieuw of vraag naar een medewerker.
signin-expired = U bent al een tijdje geleden ingelogd, dus ik controleer nog één keer of u het bent.

code-mail-subject = { $code } is uw code voor { $shop }
code-mail-text =
    { $named ->
        [yes] Goedendag { $name },
       *[no] Goedendag,
    }

    Uw code is { $code }. Gebruik die in het gesprek waarin u erom vroeg; de code werkt één keer en is 10 minuten geldig.
    Hebt u niet om een code gevraagd, dan hoeft u niets te doen: zonder de code ziet niemand uw bestellingen.

    { $shop }

option-person = Iemand spreken
option-gone = Die keuze hoort bij een eerdere stap en geldt niet meer. Zeg in uw eigen woorden wat u wilt.
option-return-or-exchange = Iets retourneren of ruilen
option-refund-status = Bekijken waar mijn terugbetaling is
option-order-tracking = Bekijken waar mijn bestelling is
option-delivery-incident = Een probleem met een bezorging
option-claim-or-investigation = Mijn claim bij de vervoerder
option-policy-question = Een vraag over uw regels

clarify = Ik weet niet zeker of ik u goed begrijp. Wat komt er het dichtst bij?
cancelled = Goed, ik laat dat rusten. Kan ik nog iets voor u doen?
nothing-to-cancel = In dit gesprek staat niets open om te annuleren. Wilt u een bestelling annuleren, vraag dan naar een medewerker.
nothing-to-resume = Er is nog niets om naar terug te gaan. Waarmee kan ik u helpen?
cannot-say-safely = Ik heb iets gevonden, maar kan niet alles bevestigen en zeg het daarom liever niet. Wilt u dat een medewerker antwoordt?
policy-only-handover = Ik kan op dit moment geen bestellingen bekijken. Iemand van het team kan dat wel, als u wilt.

chitchat-greeting = Goedendag. Waarmee kan ik u helpen: een retour, een terugbetaling, een bezorging of een vraag?
chitchat-thanks = Graag gedaan. Kan ik nog iets voor u doen?
chitchat-bye = Tot ziens, en dank u voor uw bericht. Dit gesprek blijft hier staan als u het nodig hebt.
chitchat-are-you-a-bot = Ja, ik ben een automatische assistent. Ik lees uw bestellingen en de regels van de winkel, en een medewerker neemt het over zodra u dat vraagt.
chitchat-why = Ik vraag alleen wat ik nodig heb om uw bestelling te vinden en zeker te weten dat die van u is.
chitchat-what-can-you-do = Ik kan u zeggen of een artikel terug kan en u naar de retourpagina brengen, nagaan waar een terugbetaling of een pakket is, helpen als er bij een bezorging iets misging, een claim bij de vervoerder volgen en de regels van de winkel aanhalen.
chitchat-apology = U hoeft zich niet te verontschuldigen. Wat wilt u doen?
chitchat-acknowledge = Goed. Laat het weten als u nog iets nodig hebt.
chitchat-complaint = Dat spijt me. Vertel wat er is gebeurd, dan kijk ik het meteen na; u kunt ook altijd naar een medewerker vragen.
chitchat-empty = Ik heb geen tekst ontvangen. Waarmee kan ik u helpen?
chitchat-other = Fijn dat u schrijft. Waarmee kan ik u helpen?

outside-offer = Zal ik u doorverbinden?
outside-out-of-scope = Daar kan ik niet bij helpen. Ik ga over retouren, terugbetalingen, bezorging en de regels van de winkel.
outside-order-change = Ik kan een bestelling niet zelf wijzigen of annuleren. Het team kan dat wel, zolang ze nog niet is ingepakt.
outside-payment = Ik kan betalingen niet zien of wijzigen. Het team kan er samen met u naar kijken.
outside-pre-sales = Ik ga over bestellingen die al geplaatst zijn en kan u dus niet adviseren vóór een aankoop. Het team helpt u graag kiezen.
outside-account-or-login = Ik kan uw account of wachtwoord niet wijzigen. Hier hebt u die niet nodig: een code naar uw adres is genoeg om uw bestellingen te zien. Met het account zelf kan het team helpen.

shop-unreachable-retrying = Ik kan het bestelsysteem van de winkel nu niet bereiken. Uw bericht is bewaard en ik blijf het proberen.
shop-unreachable-person = Het bestelsysteem van de winkel antwoordt nog steeds niet, dus ik heb uw bericht doorgegeven. Een medewerker antwoordt u hier.
message-parked = Er ging bij ons iets mis met uw bericht. Het is bewaard en een medewerker antwoordt u hier.

readiness-switched-off = Uitgezet onder Vaardigheden.
readiness-agent = De agent staat uit.
readiness-hub = De klantomgeving staat uit, dus niemand kan inloggen.
readiness-sign-in = Geen enkele connector kan klanten opzoeken, dus niemand kan aantonen wie hij is.
readiness-orders = Geen enkele connector levert bestellingen.
readiness-returns = Er is geen retourdienst gekoppeld.
readiness-tracking = Geen enkele connector levert pakketten.
readiness-claims = Geen enkele connector levert claims bij vervoerders.
readiness-incidents = Geen enkele connector levert bezorgproblemen.
readiness-content = Er is nog geen inhoud.
readiness-channel = Er is geen kanaal actief.

preview-not-changed = Dit is een voorbeeld: er is niets in de winkel gewijzigd. Voor een klant zou het nu gebeuren.
