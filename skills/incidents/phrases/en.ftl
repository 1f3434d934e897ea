incidents-identity = To see what happened with your delivery, I first check that the order is yours.
incidents-no-orders = There is no order under the address you signed in with. If you bought with another address, sign in with that one.
    .short = No order under this address. If you bought with another one, sign in with that.
incidents-not-found = I find no order of yours for “{ $said }”.
incidents-which-order = Which order is it about?
incidents-which = Which delivery is it about?
incidents-next = What would you like to do next?

# What the carrier noted
incidents-reason-absent = { $carrier } came on { $at } and noted that nobody was there.
    .short = { $carrier }, { $at }: noted nobody there.
incidents-reason-address-incomplete = { $carrier } noted on { $at } that the address is incomplete.
    .short = { $carrier }, { $at }: address incomplete.
incidents-reason-address-wrong = { $carrier } noted on { $at } that it could not find the address.
    .short = { $carrier }, { $at }: address not found.
incidents-reason-refused = { $carrier } noted on { $at } that the parcel was refused.
    .short = { $carrier }, { $at }: parcel refused.
incidents-reason-access-code-missing = { $carrier } noted on { $at } that it could not get in: a door code or a name was missing.
    .short = { $carrier }, { $at }: could not get in.
incidents-reason-damaged = { $carrier } noted on { $at } that the parcel is damaged.
    .short = { $carrier }, { $at }: parcel damaged.
incidents-reason-pickup-full = { $carrier } noted on { $at } that the pickup point was full.
    .short = { $carrier }, { $at }: pickup point full.
incidents-reason-unknown = { $carrier } reported a problem on { $at }, with a reason that I cannot read.
    .short = { $carrier }, { $at }: problem, reason unknown.
incidents-carrier-word = The carrier's own word for it: “{ $code }”
incidents-driver-note = The driver wrote: “{ $note }”
incidents-distance-metres = The driver was about { $metres } metres from the address when noting it.
incidents-distance-kilometres = The driver was about { $kilometres } km from the address when noting it.

incidents-pill-awaiting-shopper = Your choice
incidents-pill-awaiting-carrier = With the carrier
incidents-pill-solved = Solved
incidents-pill-returning = Back to the shop

# What may be chosen
incidents-answer-by = You can choose until { $by }.
incidents-answer-passed = { $carrier } wanted an answer by { $by }. I can still record your choice; it may come too late for the carrier.
    .short = The answer was due by { $by }; it may come too late.
incidents-ask-way = What shall happen with the parcel?
incidents-ask-change = Nothing was recorded. What shall happen instead?
incidents-way-redeliver = Deliver again on another day
incidents-way-correct-address = Correct the address
incidents-way-pickup-point = Leave it at a pickup point
incidents-way-return-to-sender = Send it back to the shop
incidents-ask-day = On which day?
incidents-day = { $day }
incidents-day-not-offered = The carrier does not offer { $day }.
incidents-ask-address = What is the full address? Add floor, door code and a name on the bell if they help.
incidents-ask-access = What does the driver need to get in? Door code, floor, name on the bell.
incidents-ask-address-again = Nothing was recorded. What should the address say?
incidents-nothing-to-choose = There is nothing to choose for this one here. A person from the team can help with it.

# The choice read back
incidents-propose-redeliver = A new delivery on { $day } by { $carrier }. Shall I record this?
incidents-propose-redeliver-bare = A new delivery by { $carrier }, on a day that the carrier sets. Shall I record this?
incidents-propose-correct-address = The parcel goes with { $carrier } to this address: “{ $address }”. Shall I record this?
incidents-propose-correct-address-bare = The address is corrected for { $carrier }. Shall I record this?
incidents-propose-pickup-point = { $carrier } leaves the parcel at a pickup point near you, and you collect it there. Shall I record this?
    .short = { $carrier } leaves it at a pickup point near you. Record this?
incidents-propose-return-to-sender = { $carrier } takes the parcel back to the shop, and it is not delivered to you. Shall I record this?
    .short = { $carrier } takes it back to the shop. Record this?

# Recorded, and afterwards
incidents-recorded-redeliver = Recorded: a new delivery on { $day }.
incidents-recorded-redeliver-bare = Recorded: a new delivery, on a day that { $carrier } sets.
incidents-recorded-correct-address = Recorded: the parcel goes to “{ $address }”.
incidents-recorded-correct-address-bare = Recorded: the address is corrected.
incidents-recorded-pickup-point = Recorded: you collect the parcel at a pickup point.
incidents-recorded-return-to-sender = Recorded: the parcel goes back to the shop.
incidents-chosen-redeliver = You chose a new delivery on { $day }.
incidents-chosen-redeliver-bare = You chose a new delivery, on a day that { $carrier } sets.
incidents-chosen-correct-address = You gave this address: “{ $address }”.
incidents-chosen-correct-address-bare = You chose to correct the address.
incidents-chosen-pickup-point = You chose a pickup point.
incidents-chosen-return-to-sender = You chose to send the parcel back to the shop.
incidents-turn-awaiting-shopper = The next step is yours.
incidents-turn-awaiting-carrier = The next step is { $carrier }'s; there is nothing more for you to do.
incidents-turn-solved = This is solved; nothing is open any more.
incidents-turn-returning = The parcel is on its way back to the shop.
incidents-settled-already = This was settled in the meantime, so your choice was not recorded.

# No incident on record
incidents-marked-delivered = If you have not found it, this is what the shop asks you to do:
incidents-goods-damaged = For something that arrives damaged, the shop's rule is:
incidents-goods-defective = For something that does not work as it should, the shop's rule is:
incidents-goods-wrong-item = For a wrong item, the shop's rule is:
incidents-goods-missing-item = For an item missing from the parcel, the shop's rule is:
incidents-goods-no-rule = I find no rule of the shop for this. A person from the team can decide it.
incidents-rest-on-way = Part of order { $number } is still on its way in another parcel.

# Rows and buttons
incidents-row-carrier = Carrier
incidents-row-happened = When
incidents-option-incident = { $carrier }, { $at }
incidents-option-incident-with-items = { $number }: { $items } ({ $at })
incidents-option-look = See where it stands
incidents-option-return = Return or replace it
incidents-option-claim = See the claim
incidents-option-tracking = Follow that parcel
incidents-option-person = Talk to a person
incidents-open-page = Open the delivery
