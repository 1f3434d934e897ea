tracking-identity = To show where your order is, I first check that it is yours.
tracking-no-orders = There is no order under the address you signed in with. If you bought with another address, sign in with that one.
    .short = No order under this address. If you bought with another one, sign in with that.
tracking-not-found = I find no order of yours for “{ $said }”.
tracking-only-order = You have one order here: { $number }.
tracking-which-order = Which order is it about?
tracking-more = What would you like to do next?
tracking-quoted-other-language = The shop's help page on this is in another language:

# Where one parcel stands
tracking-state-label-created = Order { $number } is ready to leave: the label exists, and { $carrier } has not scanned the parcel yet.
    .short = { $number }: label ready, not scanned by { $carrier } yet.
tracking-state-in-transit = Order { $number } is on its way with { $carrier }.
    .short = { $number }: on its way with { $carrier }.
tracking-state-out-for-delivery = Order { $number } is out for delivery: the { $carrier } driver has it.
    .short = { $number }: out for delivery with { $carrier }.
tracking-state-awaiting-pickup = Order { $number } is waiting for you at { $place }.
    .short = { $number }: collect it at { $place }.
tracking-state-awaiting-pickup-no-place = Order { $number } is waiting for you at a pickup point. { $carrier } does not tell us which one; its message to you does.
    .short = { $number }: ready at a pickup point, see { $carrier }'s message.
tracking-state-delivered = Order { $number } was delivered by { $carrier } on { $day }.
    .short = { $number }: delivered on { $day }.
tracking-state-delivered-disputed = { $carrier } marks order { $number } as delivered on { $day }.
    .short = { $number }: marked delivered on { $day }.
tracking-state-delivered-no-day = { $carrier } marks order { $number } as delivered, without saying on which day.
    .short = { $number }: marked delivered, day not given.
tracking-state-failed-attempt = { $carrier } tried to deliver order { $number } and could not.
    .short = { $number }: { $carrier } tried and could not deliver.
tracking-state-exception = { $carrier } reports a problem with order { $number } on its way.
    .short = { $number }: { $carrier } reports a problem.
tracking-state-lost = { $carrier } has declared the parcel of order { $number } lost.
    .short = { $number }: declared lost by { $carrier }.
tracking-state-returned-to-sender = The parcel of order { $number } is going back to the shop.
    .short = { $number }: going back to the shop.
tracking-state-unknown = I do not know where order { $number } is: { $carrier } gives a status that I cannot read.
    .short = { $number }: status unknown.

# The same in a word or two, for pills and steps
tracking-pill-label-created = Label created
tracking-pill-in-transit = On its way
tracking-pill-out-for-delivery = Out for delivery
tracking-pill-awaiting-pickup = Ready to collect
tracking-pill-delivered = Delivered
tracking-pill-failed-attempt = Delivery attempted
tracking-pill-exception = Problem on the way
tracking-pill-lost = Lost
tracking-pill-returned-to-sender = Back to the shop
tracking-pill-unknown = Unknown
tracking-step-unknown = Carrier's word: “{ $code }”

# When
tracking-expected = It is expected on { $expected }.
tracking-expected-unknown = { $carrier } has not announced a day.
tracking-late = It was expected on { $expected } and is { $days ->
    [one] one day
   *[other] { $days } days
 } late.
    .short = Expected on { $expected }, late.

# Orders of which no parcel is known
tracking-order-placed = Order { $number } has not been shipped yet.
tracking-order-shipped = Order { $number } has left the shop, and no tracking is known for it yet.
tracking-order-partly-delivered = Part of order { $number } was delivered. No tracking is known for the rest.
tracking-order-delivered = Order { $number } was delivered on { $day }.
tracking-order-delivered-no-day = The shop marks order { $number } as delivered, without a day.
tracking-order-cancelled = Order { $number } was cancelled, so nothing is on its way.
tracking-order-unknown = I do not know where order { $number } stands: the shop's system gives a status that I cannot read.
    .short = { $number }: status unknown.

# Several parcels
tracking-parcels = Order { $number } travels in { $count } parcels.
tracking-siblings = Order { $number } has { $count ->
    [one] one more parcel
   *[other] { $count } more parcels
 }.
tracking-not-sent-yet = Not shipped yet: { $items }.

# Open cases
tracking-incident-open = The carrier reported a delivery problem on { $at }.
tracking-claim-open = Claim { $number } is open with the carrier for this parcel.
tracking-cases-unread = I could not check whether an incident or a claim is open for it.

# Rows and buttons
tracking-row-inside = Inside
tracking-row-carrier = Carrier
tracking-row-tracking-number = Tracking number
tracking-row-last-scan = Last scan
tracking-row-carrier-word = Carrier's word
tracking-row-delivered = Delivered
tracking-row-placed = Ordered
tracking-scan = { $at }, { $place }
tracking-open-parcel = All tracking steps
tracking-open-parcels = Follow all parcels
tracking-option-order = { $number }: { $items } ({ $placed })
tracking-option-parcel = The parcel with { $items }
tracking-option-parcel-unnamed = The { $carrier } parcel
tracking-option-incident = See the delivery problem
tracking-option-claim = See the claim
tracking-option-person = Talk to a person
