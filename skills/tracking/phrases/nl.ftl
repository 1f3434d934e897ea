tracking-identity = Voordat ik zeg waar uw bestelling is, controleer ik of die van u is.
tracking-no-orders = Bij het adres waarmee u bent ingelogd hoort geen bestelling. Hebt u met een ander adres gekocht, log dan daarmee in.
    .short = Geen bestelling bij dit adres. Probeer dat van uw aankoop.
tracking-not-found = Ik vind geen bestelling van u bij ‘{ $said }’.
tracking-only-order = U hebt hier één bestelling: { $number }.
tracking-which-order = Om welke bestelling gaat het?
tracking-more = Wat wilt u nu doen?
tracking-quoted-other-language = De hulppagina van de winkel hierover is in een andere taal:

tracking-state-label-created = Bestelling { $number } ligt klaar: het label is gemaakt, { $carrier } heeft het pakket nog niet gescand.
    .short = { $number }: label klaar, nog niet gescand door { $carrier }.
tracking-state-in-transit = Bestelling { $number } is onderweg met { $carrier }.
    .short = { $number }: onderweg met { $carrier }.
tracking-state-out-for-delivery = Bestelling { $number } wordt bezorgd: de bezorger van { $carrier } heeft haar bij zich.
    .short = { $number }: wordt bezorgd door { $carrier }.
tracking-state-awaiting-pickup = Bestelling { $number } ligt hier voor u klaar: { $place }.
    .short = { $number }: af te halen, { $place }.
tracking-state-awaiting-pickup-no-place = Bestelling { $number } ligt klaar in een afhaalpunt. { $carrier } zegt ons niet welk; het bericht aan u wel.
    .short = { $number }: af te halen, zie bericht van { $carrier }.
tracking-state-delivered = { $carrier } heeft bestelling { $number } bezorgd op { $day }.
    .short = { $number }: bezorgd op { $day }.
tracking-state-delivered-disputed = { $carrier } meldt bestelling { $number } als bezorgd op { $day }.
    .short = { $number }: als bezorgd gemeld op { $day }.
tracking-state-delivered-no-day = { $carrier } meldt bestelling { $number } als bezorgd, zonder dag.
    .short = { $number }: als bezorgd gemeld, zonder dag.
tracking-state-failed-attempt = { $carrier } wilde bestelling { $number } bezorgen en kon dat niet.
    .short = { $number }: { $carrier } kon niet bezorgen.
tracking-state-exception = { $carrier } meldt een probleem onderweg met bestelling { $number }.
    .short = { $number }: { $carrier } meldt een probleem.
tracking-state-lost = { $carrier } heeft het pakket van bestelling { $number } als verloren gemeld.
    .short = { $number }: verloren volgens { $carrier }.
tracking-state-returned-to-sender = Het pakket van bestelling { $number } gaat terug naar de winkel.
    .short = { $number }: gaat terug naar de winkel.
tracking-state-unknown = Ik weet niet waar bestelling { $number } is: { $carrier } geeft een status die ik niet kan lezen.
    .short = { $number }: status onbekend.

tracking-pill-label-created = Label gemaakt
tracking-pill-in-transit = Onderweg
tracking-pill-out-for-delivery = Wordt bezorgd
tracking-pill-awaiting-pickup = Af te halen
tracking-pill-delivered = Bezorgd
tracking-pill-failed-attempt = Bezorgpoging
tracking-pill-exception = Probleem onderweg
tracking-pill-lost = Verloren
tracking-pill-returned-to-sender = Terug naar de winkel
tracking-pill-unknown = Onbekend
tracking-step-unknown = Woord van de vervoerder: ‘{ $code }’

tracking-expected = De bezorging wordt verwacht op { $expected }.
tracking-expected-unknown = { $carrier } heeft nog geen dag aangekondigd.
tracking-late = De bezorging werd verwacht op { $expected } en is { $days ->
    [one] één dag
   *[other] { $days } dagen
 } te laat.
    .short = Verwacht op { $expected }, te laat.

tracking-order-placed = Bestelling { $number } is nog niet verzonden.
tracking-order-shipped = Bestelling { $number } is vertrokken; er is nog geen tracking bekend.
tracking-order-partly-delivered = Een deel van bestelling { $number } is bezorgd. Van de rest is geen tracking bekend.
tracking-order-delivered = Bestelling { $number } is bezorgd op { $day }.
tracking-order-delivered-no-day = De winkel meldt bestelling { $number } als bezorgd, zonder dag.
tracking-order-cancelled = Bestelling { $number } is geannuleerd; er is niets onderweg.
tracking-order-unknown = Ik weet niet hoe het met bestelling { $number } staat: het systeem van de winkel geeft een status die ik niet kan lezen.
    .short = { $number }: status onbekend.

tracking-parcels = Bestelling { $number } reist in { $count } pakketten.
tracking-siblings = Bestelling { $number } heeft { $count ->
    [one] nog één pakket
   *[other] nog { $count } pakketten
 }.
tracking-not-sent-yet = Nog niet verzonden: { $items }.

tracking-incident-open = De vervoerder meldde een bezorgprobleem op { $at }.
tracking-claim-open = Voor dit pakket loopt claim { $number } bij de vervoerder.
tracking-cases-unread = Ik kon niet nagaan of er een bezorgprobleem of een claim openstaat.

tracking-row-inside = Inhoud
tracking-row-carrier = Vervoerder
tracking-row-tracking-number = Trackingnummer
tracking-row-last-scan = Laatste scan
tracking-row-carrier-word = Woord van de vervoerder
tracking-row-delivered = Bezorgd
tracking-row-placed = Besteld
tracking-scan = { $at }, { $place }
tracking-open-parcel = Alle stappen bekijken
tracking-open-parcels = Alle pakketten volgen
tracking-option-order = { $number }: { $items } ({ $placed })
tracking-option-parcel = Het pakket met { $items }
tracking-option-parcel-unnamed = Het pakket van { $carrier }
tracking-option-incident = Het bezorgprobleem bekijken
tracking-option-claim = De claim bekijken
tracking-option-person = Iemand spreken
