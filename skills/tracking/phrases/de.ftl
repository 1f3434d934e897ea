tracking-identity = Bevor ich sage, wo Ihre Bestellung ist, prüfe ich, dass sie Ihnen gehört.
tracking-no-orders = Unter der Adresse Ihrer Anmeldung gibt es keine Bestellung. Wenn Sie mit einer anderen Adresse gekauft haben, melden Sie sich damit an.
    .short = Keine Bestellung unter dieser Adresse. Bitte die vom Kauf nehmen.
tracking-not-found = Ich finde keine Bestellung von Ihnen zu „{ $said }“.
tracking-only-order = Sie haben hier eine einzige Bestellung: { $number }.
tracking-which-order = Um welche Bestellung geht es?
tracking-more = Was möchten Sie als Nächstes tun?
tracking-quoted-other-language = Die Hilfeseite des Shops dazu ist in einer anderen Sprache:

tracking-state-label-created = Die Bestellung { $number } ist versandbereit: Das Etikett ist erstellt, { $carrier } hat das Paket noch nicht gescannt.
    .short = { $number }: Etikett erstellt, noch kein Scan von { $carrier }.
tracking-state-in-transit = Die Bestellung { $number } ist mit { $carrier } unterwegs.
    .short = { $number }: unterwegs mit { $carrier }.
tracking-state-out-for-delivery = Die Bestellung { $number } ist in Zustellung: { $carrier } hat sie im Wagen.
    .short = { $number }: in Zustellung mit { $carrier }.
tracking-state-awaiting-pickup = Die Bestellung { $number } liegt hier für Sie bereit: { $place }.
    .short = { $number }: abholbereit, { $place }.
tracking-state-awaiting-pickup-no-place = Die Bestellung { $number } liegt in einer Abholstelle bereit. { $carrier } nennt uns nicht welche; die Nachricht an Sie nennt sie.
    .short = { $number }: abholbereit, siehe Nachricht von { $carrier }.
tracking-state-delivered = { $carrier } hat die Bestellung { $number } am { $day } zugestellt.
    .short = { $number }: zugestellt am { $day }.
tracking-state-delivered-disputed = { $carrier } meldet die Bestellung { $number } als zugestellt am { $day }.
    .short = { $number }: als zugestellt gemeldet am { $day }.
tracking-state-delivered-no-day = { $carrier } meldet die Bestellung { $number } als zugestellt, ohne einen Tag zu nennen.
    .short = { $number }: als zugestellt gemeldet, ohne Tag.
tracking-state-failed-attempt = { $carrier } wollte die Bestellung { $number } zustellen und konnte nicht.
    .short = { $number }: { $carrier } konnte nicht zustellen.
tracking-state-exception = { $carrier } meldet ein Problem auf dem Weg der Bestellung { $number }.
    .short = { $number }: { $carrier } meldet ein Problem.
tracking-state-lost = { $carrier } hat das Paket der Bestellung { $number } als verloren gemeldet.
    .short = { $number }: laut { $carrier } verloren.
tracking-state-returned-to-sender = Das Paket der Bestellung { $number } geht zurück an den Shop.
    .short = { $number }: geht zurück an den Shop.
tracking-state-unknown = Ich weiß nicht, wo die Bestellung { $number } ist: { $carrier } nennt einen Status, den ich nicht lesen kann.
    .short = { $number }: Status unbekannt.

tracking-pill-label-created = Etikett erstellt
tracking-pill-in-transit = Unterwegs
tracking-pill-out-for-delivery = In Zustellung
tracking-pill-awaiting-pickup = Abholbereit
tracking-pill-delivered = Zugestellt
tracking-pill-failed-attempt = Zustellversuch
tracking-pill-exception = Problem unterwegs
tracking-pill-lost = Verloren
tracking-pill-returned-to-sender = Zurück an den Shop
tracking-pill-unknown = Unbekannt
tracking-step-unknown = Angabe des Zustellers: „{ $code }“

tracking-expected = Die Zustellung ist für { $expected } angekündigt.
tracking-expected-unknown = { $carrier } hat noch keinen Tag angekündigt.
tracking-late = Angekündigt war { $expected }; das Paket ist { $days ->
    [one] einen Tag
   *[other] { $days } Tage
 } verspätet.
    .short = Angekündigt: { $expected }, verspätet.

tracking-order-placed = Die Bestellung { $number } ist noch nicht verschickt.
tracking-order-shipped = Die Bestellung { $number } hat den Shop verlassen; eine Sendungsverfolgung ist noch nicht bekannt.
tracking-order-partly-delivered = Ein Teil der Bestellung { $number } wurde zugestellt. Für den Rest ist keine Sendungsverfolgung bekannt.
tracking-order-delivered = Die Bestellung { $number } wurde am { $day } zugestellt.
tracking-order-delivered-no-day = Der Shop führt die Bestellung { $number } als zugestellt, ohne Tag.
tracking-order-cancelled = Die Bestellung { $number } wurde storniert; es ist nichts unterwegs.
tracking-order-unknown = Ich weiß nicht, wie es um die Bestellung { $number } steht: Das System des Shops nennt einen Status, den ich nicht lesen kann.
    .short = { $number }: Status unbekannt.

tracking-parcels = Die Bestellung { $number } reist in { $count } Paketen.
tracking-siblings = { $count ->
    [one] Zur Bestellung { $number } gehört ein weiteres Paket.
   *[other] Zur Bestellung { $number } gehören { $count } weitere Pakete.
 }
tracking-not-sent-yet = Noch nicht verschickt: { $items }.

tracking-incident-open = Der Zusteller hat ein Problem gemeldet: { $at }.
tracking-claim-open = Zu diesem Paket läuft die Reklamation { $number } beim Zusteller.
tracking-cases-unread = Ich konnte nicht prüfen, ob dazu ein Zustellproblem oder eine Reklamation offen ist.

tracking-row-inside = Inhalt
tracking-row-carrier = Zusteller
tracking-row-tracking-number = Sendungsnummer
tracking-row-last-scan = Letzter Scan
tracking-row-carrier-word = Angabe des Zustellers
tracking-row-delivered = Zugestellt
tracking-row-placed = Bestellt
tracking-scan = { $at }, { $place }
tracking-open-parcel = Alle Schritte ansehen
tracking-open-parcels = Alle Pakete verfolgen
tracking-option-order = { $number }: { $items } ({ $placed })
tracking-option-parcel = Das Paket mit { $items }
tracking-option-parcel-unnamed = Das Paket von { $carrier }
tracking-option-incident = Das Zustellproblem ansehen
tracking-option-claim = Die Reklamation ansehen
tracking-option-person = Mit einem Menschen sprechen
