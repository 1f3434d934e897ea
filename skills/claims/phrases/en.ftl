claims-identity = To open your claim, I first check that it is yours.
claims-none = I find no claim of yours with a carrier.
claims-none-for = I find no claim of yours for “{ $said }”.
claims-instead = What would you like to do next?
claims-which = Which claim is it about?

# Where a claim stands
claims-state-draft = Claim { $number } is being written and has not gone to { $carrier } yet.
    .short = Claim { $number }: being written.
claims-state-awaiting-shopper = Claim { $number } waits for something from you before it goes to { $carrier }.
    .short = Claim { $number }: waits for you.
claims-state-submitted = Claim { $number } was sent to { $carrier }, which has not started on it yet.
    .short = Claim { $number }: sent to { $carrier }.
claims-state-investigating = { $carrier } is looking into claim { $number }.
    .short = Claim { $number }: { $carrier } is looking into it.
claims-state-accepted = { $carrier } has accepted claim { $number }. The payment has not been recorded yet.
    .short = Claim { $number }: accepted, not paid yet.
claims-state-rejected = { $carrier } has turned claim { $number } down. A person from the team can go through the answer with you.
    .short = Claim { $number }: turned down by { $carrier }.
claims-state-paid = { $carrier } has paid { $amount } to the shop for claim { $number }.
    .short = Claim { $number }: { $carrier } paid { $amount }.
claims-state-paid-no-amount = { $carrier } has paid the shop for claim { $number }. I do not see the amount.
    .short = Claim { $number }: paid by { $carrier }, amount not shown.
claims-state-closed = Claim { $number } with { $carrier } is closed.
    .short = Claim { $number }: closed.
claims-state-unknown = I do not know where claim { $number } stands: its status is one that I cannot read.
    .short = Claim { $number }: status unknown.

claims-pill-draft = Being written
claims-pill-awaiting-shopper = Waits for you
claims-pill-submitted = Sent
claims-pill-investigating = Under investigation
claims-pill-accepted = Accepted
claims-pill-rejected = Turned down
claims-pill-paid = Paid
claims-pill-closed = Closed
claims-pill-unknown = Unknown

claims-due = { $carrier } has until { $due } to answer. There is nothing for you to do until then.
    .short = { $carrier } answers by { $due }.
claims-due-unknown = { $carrier } has given no day for its answer.
claims-overdue = The answer of { $carrier } was due on { $due } and is not here yet.
    .short = { $carrier }'s answer was due on { $due }.

# Why it was opened
claims-reason-not-delivered = Not delivered
claims-reason-marked-delivered = Marked delivered, not received
claims-reason-damaged = Arrived damaged
claims-reason-missing-content = Something was missing inside
claims-reason-late = Too late
claims-reason-unknown = Reason not known

# What the carrier asks for, and what it must show
claims-missing = Still needed from you
claims-piece-photo-parcel = Photo of the parcel
claims-show-photo-parcel = The whole carton, with its label readable
claims-piece-photo-content = Photo of what was inside
claims-show-photo-content = The damage up close, and the whole thing once
claims-piece-non-receipt-statement = Statement that you did not receive it
claims-show-non-receipt-statement = One or two sentences, which you can write here
claims-piece-invoice = Invoice
claims-show-invoice = The invoice of this order, as a file or a photo
claims-piece-id-copy = Copy of an identity document
claims-show-id-copy = The side with your name and photo
claims-upload = Add the missing photos and papers

# The statement
claims-ask-statement = Please write in one or two sentences that you did not receive the parcel, and where you looked. I read it back before it is recorded.
    .short = Write in one or two sentences that you did not receive it and where you looked.
claims-ask-statement-short = That is a little short for the carrier. Please write one or two full sentences: what did not arrive, and where you looked.
    .short = A little short. Please write one or two full sentences.
claims-ask-statement-change = Nothing was recorded. What should the statement say?
claims-read-back = This is your statement for claim { $number }, word for word: “{ $statement }” Shall I record it for { $carrier }?
    .short = Statement for { $number }: “{ $statement }” Record it?
claims-statement-recorded = Your statement is recorded on claim { $number }.
claims-left = What comes next?
claims-settled-already = This claim was settled in the meantime, so nothing was added to it.

# Rows and buttons
claims-row-number = Claim
claims-row-reason = Reason
claims-row-carrier = Carrier
claims-row-opened = Opened
claims-row-due = Answer due
claims-row-compensation = Paid by the carrier
claims-option-claim = { $number }, { $carrier }, opened on { $opened }
claims-option-claim-with-items = { $number }: { $items }, opened on { $opened }
claims-option-add = Add what is missing
claims-option-look = See where it stands
claims-option-tracking = See where my order is
claims-option-person = Talk to a person
