### Labels of the chat, the demo shop's pages and the shopper's own pages.

## The chat

widget-title = Help with your order
widget-open = Open the chat
widget-open-unread = Open the chat, there is a new reply
widget-close = Close the chat
widget-renew = Start a new conversation
widget-renew-ask = Leave this conversation and start a new one?
widget-renew-yes = Start a new one
widget-renew-no = Stay here
widget-language = Language
widget-log = Conversation
widget-field = Write a message
widget-send = Send
widget-role-agent = Automated assistant
widget-role-person = A person answers
widget-person = A person from the team
widget-talk-to-person = Talk to a person
widget-person-message = I’d like to talk to a person.
widget-person-joins = A person from the team answers you here now.
widget-agent-back = The automated assistant answers again.
widget-start-return = I want to return or exchange something
widget-start-where = Where is my parcel?
widget-start-problem = There was a problem with my delivery
widget-start-question = How long do I have to return an item?
widget-typing = The assistant is writing
widget-slow = This takes longer than usual. Your message has arrived and the answer is on its way.
widget-newer = More below
widget-earlier = Earlier steps
widget-why = Why?
widget-chosen = chosen
widget-new-tab = opens in a new tab
widget-code-label = Enter the six digits you received
widget-retry = Try again
widget-offline = You’re not connected. What you write stays here and is sent when the connection is back.
widget-expired = Your last conversation has ended. Write below to start a new one.
widget-expired-kept = Your last conversation has ended, so a new one begins. Your message is still in the field below: send it again when you’re ready.
widget-error-unreachable = Not sent: the chat can’t be reached. Your message is kept.
widget-error-server = The chat isn’t answering at the moment. Your message is kept: try again in a minute.
widget-error-origin = This chat isn’t set up for this page. Please write to the shop by email.
widget-error-unknown = This chat is no longer here. Please write to the shop by email.
widget-error-busy = The conversation was busy. Your message is kept: try again.
widget-error-long = Your message is too long. It’s back in the field: shorten it and send it again.
widget-error-unreadable = Your message couldn’t be read. It’s back in the field: change it and send it again.
widget-error-often = That was a lot of messages at once. Your message is kept: wait a minute, then try again.

## Every page

page-skip = Skip to the content
page-other-language = Français

## The demo shop

front-page-title = { $shop }: the demo shop
front-ribbon = A demonstration shop on this machine. Nothing here is for sale, and nothing leaves it.
front-nav = Shop
front-nav-try = What to try
front-nav-hub = My orders
front-nav-mailbox = Mailbox
front-hero-title = Made to stay a while
front-hero-text = Clothes and things for the home, in calm colours and honest materials. And if one of them isn’t right, sending it back is simple.
front-hero-try = What to try
front-hero-new = See the shop
front-new-title = In the shop now
front-price = From { $price }
front-foot = { $shop } is an invented shop. Its customers, orders and parcels are invented too.
front-try-title = What to try
front-try-1 = Choose a customer and press “Write this”: the words land in the chat. Send them, or change them first.
front-try-2 = When the assistant asks who you are, press “Give the email”.
front-try-3 = A code is sent. It doesn’t leave this machine: read it in the mailbox.
front-try-mailbox = Open the mailbox
front-write-this = Write this
front-give-email = Give the email
front-story-inside-window-title = Camille sends a jacket back
front-story-inside-window = It came nine days ago, so it can be returned. The button opens the returns portal with the jacket chosen.
front-story-two-alike-title = Lucas has two blue jackets
front-story-two-alike = Two orders, two jackets that look the same. The assistant asks which one.
front-story-window-passed-title = Emma is a day late
front-story-window-passed = The refund ended yesterday. An exchange or store credit is still possible.
front-story-final-sale-title = Nora bought one thing on final sale
front-story-final-sale = Two items in one message: the cardigan may come back, the dress may not.
front-story-in-transit-title = Oliver waits for a parcel
front-story-in-transit = The lamp and the plates arrive tomorrow. Every scan is there to see.
front-story-failed-delivery-title = The driver couldn’t reach Inès
front-story-failed-delivery = A door code was missing. She chooses what happens next and confirms it.
front-story-lost-parcel-title = Hugo’s parcel is lost
front-story-lost-parcel = The carrier investigates and still needs his statement.
front-story-refunds-title = Jonas waits for his money
front-story-refunds = One refund was made, one is on its way.
front-story-gift-recipient-title = Alice received a gift
front-story-gift-recipient = She can exchange it, and she is never shown what it cost.
front-story-partly-delivered-title = Half of Sofía’s order came
front-story-partly-delivered = Two parcels: one arrived, the other is still on its way.

## The mailbox

mailbox-title = Mailbox
mailbox-lead = What the shop would send by email or text message arrives here instead. The page refreshes by itself.
mailbox-copy = Copy the code
mailbox-copied = Copied
mailbox-new = A new letter has arrived.
mailbox-empty-title = Nothing has been sent yet
mailbox-empty = When the assistant sends a code, it appears here within a few seconds.

## When something is wrong

problem-not-here-title = This page isn’t here
problem-not-here = The address may be mistyped, or what it showed may belong to somebody else’s account.
problem-settled-title = This was settled in the meantime
problem-settled = Nothing was changed. Open it again to see how it stands now.
problem-vendor-title = The shop’s system isn’t answering
problem-vendor = Your orders are safe, they just can’t be read at the moment. Try again in a minute.
problem-not-your-role-title = Your role does not include this
problem-not-your-role = Ask an owner of the shop to do it, or to change your role under Settings.
problem-foreign-form-title = This form came from somewhere else
problem-foreign-form = To protect you, nothing was sent. Open the page here and fill it in again.
problem-hub-closed-title = These pages are switched off
problem-hub-closed = The shop doesn’t offer order pages here. Its team answers by email or in the chat.
problem-door-unknown-title = This link doesn’t open anything
problem-door-unknown = It may be incomplete. Copy the whole link from the message, or ask for a new one in the chat.
problem-door-expired-title = This link has expired
problem-door-expired = Links work for a limited time to keep your orders private. Sign in to see them, or ask for a new link in the chat.
problem-portal-ended-title = This visit has ended
problem-portal-ended = A visit stays open for two hours, and nothing was sent. Open the link from the chat or from your order again.
problem-again = Try again
problem-to-hub = Go to my orders
problem-to-shop = Go to the demo shop

## The shopper’s hub

hub-sign-in-title = See your orders
hub-sign-in-lead = Enter the email address or phone number you ordered with, or an order number. We send a code to the contact on record.
hub-sign-in-label = Email address, phone or order number
hub-sign-in-send = Send me a code
hub-sign-in-empty = Enter an email address, a phone number or an order number.
hub-sign-in-often = Several codes were asked for in a short time. Wait ten minutes, then try again.
hub-code-title = Enter your code
hub-code-lead = If the shop knows what you entered, a code with six digits is on its way. It works for ten minutes.
hub-code-label = Six-digit code
hub-code-check = Sign in
hub-code-wrong = That code isn’t right. Check the digits and try again.
hub-code-expired = That code has expired. Ask for a new one below.
hub-code-spent = That code can’t be used any more. Ask for a new one below.
hub-code-again = Ask for a new code
hub-code-demo = This is the demo: the code is in the mailbox.
hub-sign-out = Sign out
hub-back = My orders
hub-back-order = Order { $number }
hub-home-title = My orders
hub-orders-title = Orders
hub-cases-title = Open with the carrier
hub-cases-unread = Delivery problems and claims can’t be read at the moment. Your orders are complete.
hub-incident-line = Delivery problem with { $carrier }
hub-claim-line = Claim { $number }
hub-order-line = { $number }, ordered on { $placed }
hub-none-title = There are no orders here
hub-none = If you ordered with another address, sign out and sign in with that one.
hub-older = Older orders
hub-order-placed = Being prepared
hub-order-shipped = On its way
hub-order-partly-delivered = Partly delivered
hub-order-delivered = Delivered
hub-order-cancelled = Cancelled
hub-order-unknown = Unknown
hub-order-title = Order { $number }
hub-placed = Ordered on { $placed }
hub-pieces = { $count ->
    [one] { $count } piece
   *[other] { $count } pieces
}
hub-final-sale = Final sale
hub-returned = { $count ->
    [one] { $count } piece returned
   *[other] { $count } pieces returned
}
hub-total = Total
hub-start-return = Return or exchange something
hub-parcels-title = Parcels
hub-parcels-open = See every step
hub-parcels-of = Parcels of order { $number }
hub-no-parcel-title = Nothing has been shipped yet
hub-no-parcel = As soon as a parcel leaves, its steps appear here.
hub-returns-title = Returns
hub-return-title = Return { $number }
hub-label-title = Return label
hub-label-alt = Return label { $number }
hub-label-open = Open the label
hub-claim-title = Claim { $number }
hub-statement-title = Your statement
hub-statement-label = Write in one or two sentences that you didn’t receive the parcel, and where you looked.
hub-statement-check = Check your statement
hub-statement-read-back = This is recorded word for word on claim { $number } for { $carrier }:
hub-files = Photos and papers can’t be added on this page. Ask for a person in the chat: they take them from you.
hub-recorded = Your choice is recorded.
hub-what-next = What should happen with the parcel?
hub-statement-recorded = Your statement is recorded.
hub-statement-short = That’s a little short for the carrier. Write one or two full sentences: what didn’t arrive, and where you looked.
hub-next = Continue
hub-record = Record it
hub-change = Change it
hub-incident-title = Delivery problem
hub-incident-person = There is nothing to choose here. Ask for a person in the chat.
hub-other-choice = Choose something else
hub-choose-missing = Choose a day, or write a few words, to continue.
hub-check-choice = Check your choice

## The demo’s returns portal

portal-brand = Demo returns
portal-for = for { $shop }
portal-stages = Steps
portal-stage-choose = Choose
portal-stage-review = Check
portal-stage-done = Send
portal-choose-title = Return something from order { $number }
portal-which = What comes back?
portal-why = Why?
portal-instead = What would you like for it?
portal-choose-one = Choose
portal-pieces = How many?
portal-exchange-for = Exchange for
portal-until = { $way } until { $day }
portal-fee = { $fee } return fee
portal-free = Free of charge
portal-variant-same = { $variant }, in stock
portal-variant-more = { $variant }, in stock, { $difference } more each
portal-variant-less = { $variant }, in stock, { $difference } less each
portal-becomes = Exchanged for { $variant }
portal-to-review = Check your return
portal-nothing = Nothing in this order can be returned here. The reason stands at each item.
portal-mistake-lines = Choose at least one item.
portal-mistake-reason = Choose a reason.
portal-mistake-way = Choose what you would like for it.
portal-mistake-not-this-way = One of the items can’t come back in this way. Its possibilities stand below it.
portal-mistake-variant = Choose what you would like instead, for each item.
portal-mistake-pieces = Not so many pieces are left to return.
portal-mistake-refused = Something changed in the meantime, so nothing was sent. Choose again.
portal-way-refund = Refund
portal-way-exchange = Exchange
portal-way-store-credit = Store credit
portal-reason-too-small = Too small
portal-reason-too-large = Too large
portal-reason-not-as-expected = Not as I expected
portal-reason-quality = The quality
portal-reason-changed-mind = I changed my mind
portal-reason-came-late = It came too late
portal-reason-damaged = It arrived damaged
portal-reason-wrong-item = It’s not what I ordered
portal-refusal-window-passed = The last day to return it has passed
portal-refusal-window-passed-on = The last day to return it was { $day }
portal-refusal-final-sale = Final sale, no return
portal-refusal-excluded-category = This kind of product can’t be returned
portal-refusal-excluded-tag = This product is excluded from returns
portal-refusal-region-excluded = No returns from this country
portal-refusal-not-delivered = Not delivered yet
portal-refusal-delivery-unknown = The day of delivery isn’t known; ask the shop
portal-refusal-already-returned = Returned already
portal-refusal-return-open = A return is open already
portal-refusal-cancelled = The order was cancelled
portal-refusal-provider-refused = Needs to be looked at by the shop
portal-refusal-no-policy = No return rule is known; ask the shop
portal-refusal-within-window = Nothing is left to return
portal-refusal-exchange-only = Only an exchange is possible
portal-refusal-credit-or-exchange = Only store credit or an exchange is possible
portal-refusal-gift-recipient = Only store credit or an exchange is possible for a gift
portal-review-title = Check your return
portal-row-order = Order
portal-row-reason = Reason
portal-row-way = You get
portal-row-fee = Return fee
portal-submit = Confirm the return
portal-change = Change something
portal-done-title = Your return { $number } is ready
portal-done-lead = The shop knows about it. What is left to do is sending the parcel.
portal-next-1 = Pack the items, in their own packaging where you can.
portal-next-2 = Print the label and stick it on, or show it on your phone at the drop-off point.
portal-next-3 = Hand the parcel over, and keep the receipt.
portal-next-3-by = Hand the parcel over by { $day }, and keep the receipt.
portal-follow = Follow this return
portal-tracking-title = Parcel { $number }
portal-tracking-note = A page of the demo, in place of the carrier’s own.
