### Returns, exchanges and refunds. A decision sentence says the fact, then the reason; the card holds the rest.

## What comes before signing in

returns-status-sign-in = I can look up where your return and refund stand.
returns-rules-unknown = I can check your own order and tell you what may come back.

## Which one

returns-which-line = Which item is it?
returns-which-line-of-order = Which item of order { $order } is it?
returns-which-of-these = More than one fits. Which of these do you mean?
returns-which-order = Which order is it?
returns-order-not-found = I don't find order { $heard } in your account. Here is what I do find: which one do you mean?
returns-item-not-found = I don't find “{ $heard }” among your orders. Here is what I do find: which one do you mean?
returns-no-other = I don't find another one. Is it still this one?
returns-or-name-it = If it isn't here, tell me the order number or what the item is called.
returns-no-orders = I don't find any order in your account, so there is nothing to return yet. A person can look further.
returns-option-line = { $item }, { $variant }, order { $order }
returns-option-line-plain = { $item }, order { $order }
returns-option-whole = Everything in order { $order }
returns-option-order = Order { $order } of { $placed }

## The decision: it may come back

returns-within-window = You can return the { $item } until { $until } ({ $days ->
    [one] { $days } day
   *[other] { $days } days
} from delivery on { $counted }).
    .short = { $item }: return until { $until }.
returns-within-window-order = You can return the { $item } until { $until } ({ $days ->
    [one] { $days } day
   *[other] { $days } days
} from your order of { $counted }).
    .short = { $item }: return until { $until }.
returns-provider-until = You can return the { $item } until { $until }.
returns-provider-open = You can return the { $item }; the returns portal shows until when.
returns-can-exchange = You can exchange the { $item } until { $until }.
returns-can-exchange-open = You can exchange the { $item }; the returns portal shows until when.
returns-exchange-only = You can exchange the { $item } until { $until }; a refund isn't offered.
    .short = { $item }: exchange only, until { $until }.
returns-exchange-only-late = You can still exchange the { $item } until { $until }; the last day for a refund was { $closed }.
    .short = { $item }: exchange only, until { $until }.
returns-credit-or-exchange = { $ways ->
    [apart] The { $item } can be exchanged until { $exchange_until }, or returned for store credit until { $until }; a refund isn't offered.
    [both] The { $item } can be exchanged, or returned for store credit, until { $until }; a refund isn't offered.
   *[credit] The { $item } can be returned for store credit until { $until }; a refund isn't offered.
}
returns-credit-or-exchange-late = { $ways ->
    [apart] The { $item } can still be exchanged until { $exchange_until }, or returned for store credit until { $until }; the last day for a refund was { $closed }.
    [both] The { $item } can still be exchanged, or returned for store credit, until { $until }; the last day for a refund was { $closed }.
   *[credit] The { $item } can still be returned for store credit until { $until }; the last day for a refund was { $closed }.
}
returns-gift-recipient = { $ways ->
    [apart] The { $item } came as a gift: an exchange is possible until { $exchange_until }, store credit until { $until }.
    [both] The { $item } came as a gift: an exchange or store credit is possible until { $until }.
    [credit] The { $item } came as a gift: store credit is possible until { $until }.
   *[exchange] The { $item } came as a gift: an exchange is possible until { $until }.
}

## The decision: it may not

returns-window-passed = The last day to return the { $item } was { $last } ({ $days ->
    [one] { $days } day
   *[other] { $days } days
} from delivery on { $counted }).
    .short = { $item }: the last day to return was { $last }.
returns-window-passed-order = The last day to return the { $item } was { $last } ({ $days ->
    [one] { $days } day
   *[other] { $days } days
} from your order of { $counted }).
    .short = { $item }: the last day to return was { $last }.
returns-not-offered = Our return rules don't offer a way to send the { $item } back.
returns-final-sale = Final sale items can't be returned, and that includes the { $item }.
returns-excluded-category = The { $item } can't be returned: our rules leave out this kind of product.
returns-excluded-tag = The { $item } can't be returned: our rules name it among the exceptions.
returns-region-excluded = The { $item } can't be returned: we don't take returns from the country it was sent to.
returns-not-delivered = The { $item } can't be returned yet: the delivery isn't recorded.
returns-not-delivered-days = The { $item } can't be returned yet: the delivery isn't recorded. From that day you have { $days ->
    [one] { $days } day
   *[other] { $days } days
}.
returns-already-returned = A return of the { $item } has been recorded already: { $number }, made on { $made }.
returns-already-returned-plain = A return of the { $item } has been recorded already.
returns-return-open = A return of the { $item } is open already: { $number }, made on { $made }.
returns-return-open-plain = A return of the { $item } is open already.
returns-cancelled = Order { $order } was cancelled, so there is nothing to send back.
returns-provider-refused = The returns system doesn't accept the { $item } for a return.

## The decision: a person or the portal must say

returns-provider-doubts = By our rules the { $item } could come back, but the returns system says no. A person has to look at it.
returns-delivery-unknown = Our records don't show when the { $item } was delivered, so I can't work out the last day.
returns-no-policy = I don't have the return rules that apply to the { $item }, so I can't say yes or no.

## What goes with a decision

returns-policy-from-help = I read this from the shop's help pages; nobody has confirmed it rule by rule.
returns-portal-decides = The returns portal shows what is possible.
returns-remains = If it's faulty or not what you ordered, tell me what is wrong: other rules can apply. A person can look at it too.
returns-remains-person = A person can look at it with you.
returns-remains-tracking = Ask me where the parcel is and I'll look.
returns-exchange-not-offered = An exchange isn't offered for the { $item }.
returns-credit-not-offered = Store credit isn't offered for the { $item }.
returns-left = All right. Tell me if something else should go back.
returns-why = This is the rule it rests on:
returns-why-records = It rests on what the shop has on record for this order, not on a rule I could show you.

## Exchanges

returns-which-variant = You have { $variant }. What would you like instead?
returns-which-variant-plain = What would you like instead?
returns-option-variant = { $variant }
returns-exchange-in-stock = { $variant } is in stock.
returns-exchange-stock-unknown = The shop doesn't say whether { $variant } is in stock; the portal shows it.
returns-exchange-gone = { $variant } is out of stock. What would you like instead?
returns-exchange-gone-all = { $variant } is out of stock, and so is every other choice.
returns-exchange-none = No other size or colour of the { $item } is in stock.
returns-exchange-more = It costs { $difference } more than the one you have.
returns-exchange-less = It costs { $difference } less than the one you have.

## On the card

returns-pill-return = Can be returned
returns-pill-exchange = Can be exchanged
returns-pill-credit = Store credit
returns-pill-refused = No return
returns-pill-open = Return open
returns-pill-returned = Returned
returns-pill-waiting = Not delivered yet
returns-pill-unknown = To be checked
returns-row-order = Order
returns-row-delivered = Delivered
returns-row-pieces = Pieces
returns-row-refund-until = Refund until
returns-row-exchange-until = Exchange until
returns-row-fee = Return fee
returns-row-exchange-fee = Exchange fee
returns-free = Free
returns-start-return = Start a return
returns-start-exchange = Start an exchange
returns-open-portal = Open the returns portal
returns-see-return = See this return

## Where a return and its refund stand

returns-status-none = I don't find a return in your account. If you'd like to send something back, tell me which item.
returns-status-none-for = I don't find a return of the { $item }. If that is what you'd like to send back, say so and I'll check.
returns-status-none-in-order = I don't find a return for order { $order }. If you'd like to send something back, tell me which item.
returns-status-number-not-found = I don't find return { $heard } in your account. Here is what I do find: which one do you mean?
returns-status-number-unknown = I don't find return { $heard } in your account, nor any other return.
returns-status-order-not-found = I don't find order { $heard } in your account. These are the returns I do find: which one do you mean?
returns-status-which = Which return is it?
returns-option-return = { $item }, return { $number }
returns-state-requested = Return { $number } was requested on { $made } and waits for approval.
returns-state-approved = Return { $number } is approved; the parcel isn't on its way yet as far as we can see.
returns-state-approved-send = Return { $number } is approved; the parcel has to leave by { $send_by }.
returns-state-in-transit = The parcel of return { $number } is on its way back to us.
returns-state-received = The parcel of return { $number } reached us; the last step was on { $updated }. The refund isn't recorded yet.
returns-state-received-other = The parcel of return { $number } reached us; the last step was on { $updated }.
returns-state-refunded = { $amount } was refunded on { $issued } for return { $number }.
    .short = { $amount } refunded on { $issued }.
returns-state-refunded-amount = { $amount } was refunded for return { $number }. The shop's system doesn't say on which day.
returns-state-refunded-day = The refund for return { $number } was made on { $issued }.
returns-state-refunded-plain = The refund for return { $number } is recorded as made. The shop's system doesn't say on which day.
returns-state-exchanged = The exchange for return { $number } is recorded as done on { $updated }.
returns-state-store-credited = Store credit for return { $number } was given on { $updated }.
returns-state-rejected = Return { $number } was rejected on { $updated }.
returns-state-expired = Return { $number } has expired: the parcel wasn't sent in time.
returns-state-cancelled = Return { $number } was cancelled on { $updated }.
returns-state-unknown = Return { $number } has a state that I can't read; the last change was on { $updated }.
returns-refund-expected = The refund is expected by { $expected }.
returns-refund-expected-amount = The refund of { $amount } is expected by { $expected }.
returns-refund-no-date = The shop's system doesn't say when the refund is due.
returns-pill-state = { $state ->
    [requested] Requested
    [approved] Approved
    [in_transit] On its way back
    [received] Received
    [refunded] Refunded
    [rejected] Rejected
    [expired] Expired
    [exchanged] Exchanged
    [store_credited] Store credit given
    [cancelled] Cancelled
   *[unknown] Unknown
}
returns-step = { $state ->
    [requested] Return requested
    [approved] Return approved
    [in_transit] Parcel on its way back
    [received] Parcel received
    [refunded] Refund
    [rejected] Return rejected
    [expired] Return expired
    [exchanged] Exchange
    [store_credited] Store credit
    [cancelled] Return cancelled
   *[unknown] State not known
}
returns-row-return = Return
returns-row-amount = Amount
returns-row-means = To
returns-row-send-by = Send by
returns-row-reason = Reason given
returns-row-tracking = Tracking number
returns-means = { $means ->
    [card] Your card
    [original] The way you paid
    [original_payment] The way you paid
    [paypal] PayPal
    [store_credit] Store credit
    [gift_card] Gift card
    [bank_transfer] Bank transfer
   *[other] { $means }
}
returns-rejection = { $reason ->
    [worn] Signs of wear
    [tags_removed] Tags removed
    [incomplete] Something was missing
    [not_our_product] Not one of our products
    [late] Received after the last day
   *[other] { $reason }
}
returns-why-rejected = { $reason ->
    [worn] The reason on record is that the item showed signs of wear.
    [tags_removed] The reason on record is that the tags had been removed.
    [incomplete] The reason on record is that something was missing from the parcel.
    [not_our_product] The reason on record is that the item isn't one of our products.
    [late] The reason on record is that it was received after the last day.
   *[other] The reason on record reads: { $reason }
}
