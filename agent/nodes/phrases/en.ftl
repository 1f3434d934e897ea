greeting = Hello, this is the automated assistant of { $shop }. I can help with returns, exchanges, refunds, deliveries and our rules. To reach a person, just say so.

signin-ask-address = To look at your order I need to know it is you. What email address did you order with? An order number works too.
    .short = What email address or order number did you order with?
signin-code-sent = If { $address } is known to the shop, a 6-digit code is on its way to the contact on record. Please enter it here; it works for 10 minutes.
    .short = If { $address } is known to us, a 6-digit code is on its way. Reply with it.
signin-ask-code = Please enter the 6-digit code that was sent to you.
signin-no-code = No code yet?
signin-resend = Send a new code
signin-other-address = Use another address
signin-why = Orders hold names, addresses and payments. I only show them to the person they belong to, and a code sent to the contact on record proves it without a password.
signin-done = { $named ->
    [yes] Thank you { $name }, that is you.
   *[no] Thank you, that is you.
}
signin-code-wrong = That code does not match. Please check it and try again.
signin-code-spent = That code can no longer be used. I can send a new one.
signin-code-expired = That code is older than 10 minutes. I can send a new one.
signin-too-many = Several codes were requested in a short time, so I am pausing for a few minutes. Please try again later, or ask for a person.
signin-expired = You were signed in a while ago, so I need to check once more that it is you.

code-mail-subject = { $code } is your code for { $shop }
code-mail-text =
    { $named ->
        [yes] Hello { $name },
       *[no] Hello,
    }

    Your code is { $code }. Enter it in the conversation where you asked for it; it works once, for 10 minutes.
    If you did not ask for a code, you need not do anything: without it nobody sees your orders.

    { $shop }

option-person = Talk to a person
option-gone = That choice belongs to an earlier step and can no longer be used. Tell me in your own words what you would like.
option-return-or-exchange = Return or exchange something
option-refund-status = Where is my refund
option-order-tracking = Where is my order
option-delivery-incident = A problem with a delivery
option-claim-or-investigation = My claim with the carrier
option-policy-question = A question about your rules

clarify = I am not sure what you mean. Which of these is closest?
cancelled = All right, I have dropped that. Is there something else?
nothing-to-cancel = There is nothing open to cancel in this conversation. To cancel an order, please ask for a person.
nothing-to-resume = There is nothing to go back to yet. What can I help you with?
cannot-say-safely = I found something but cannot confirm all of it, so I would rather not say it. Would you like a person to answer?
policy-only-handover = I cannot look at orders at the moment. A person from the team can, if you like.

chitchat-greeting = Hello. What can I help you with: a return, a refund, a delivery, or a question?
chitchat-thanks = You are welcome. Is there anything else?
chitchat-bye = Goodbye, and thank you for writing. This conversation stays here if you need it.
chitchat-are-you-a-bot = Yes, I am an automated assistant. I read your orders and the shop's rules, and a person takes over whenever you ask.
chitchat-why = I only ask for what I need to find your order and to be sure that it is yours.
chitchat-what-can-you-do = I can tell you whether an item can go back and take you to the return page, say where a refund or a parcel is, help when a delivery went wrong, follow a claim with the carrier, and quote the shop's rules.
chitchat-apology = No need to apologise. What would you like to do?
chitchat-acknowledge = All right. Tell me if you need something else.
chitchat-complaint = I am sorry about that. Tell me what went wrong and I will look at it now, or ask for a person at any time.
chitchat-empty = I did not receive any words. What can I help you with?
chitchat-other = Good to hear from you. What can I help you with?

outside-offer = Shall I pass you on?
outside-out-of-scope = That is outside what I can help with. I look after returns, refunds, deliveries and the shop's rules.
outside-order-change = I cannot change or cancel an order myself. The team can, as long as it has not been packed.
outside-payment = I cannot see or change payments. The team can look into it with you.
outside-pre-sales = I look after orders that have been placed, so I cannot advise on buying. The team will gladly help you choose.
outside-account-or-login = I cannot change your account or password. You do not need one here: a code sent to your address is enough to see your orders. For the account itself, the team can help.

shop-unreachable-retrying = I cannot reach the shop's order system right now. Your message is kept and I am trying again.
shop-unreachable-person = The shop's order system still does not answer, so I have passed your message on. A person will answer you here.
message-parked = Something went wrong on our side with your message. It is kept, and a person will answer you here.

readiness-switched-off = It was switched off under Skills.
readiness-agent = The agent is switched off.
readiness-hub = The shopper's hub is switched off, so nobody can sign in.
readiness-sign-in = No connector can look customers up, so nobody can prove who they are.
readiness-orders = No connector provides orders.
readiness-returns = No returns provider is connected.
readiness-tracking = No connector provides parcels.
readiness-claims = No connector provides carrier claims.
readiness-incidents = No connector provides delivery incidents.
readiness-content = There is no knowledge content yet.
readiness-channel = No channel is live.

preview-not-changed = This is a preview: nothing was changed in the shop. For a shopper it would be done now.
