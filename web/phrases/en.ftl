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
widget-role-person = A person from the team answers
widget-person = A person from the team
widget-talk-to-person = Talk to a person
widget-person-message = I’d like to talk to a person.
widget-person-joins = A person from the team answers you here now.
widget-agent-back = The automated assistant answers again.
widget-greeting = Hello. I can look up your orders, parcels, returns and claims, and tell you what the shop’s rules say. What is it about?
widget-start-return = I want to return or exchange something
widget-start-where = Where is my parcel?
widget-start-problem = There was a problem with my delivery
widget-start-question = How long do I have to return an item?
widget-typing = The assistant is writing
widget-slow = This takes longer than usual. Your message has arrived and the answer is on its way.
widget-newer = Newer messages
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
