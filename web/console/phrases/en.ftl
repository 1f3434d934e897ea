# The console's frame and its door.

console-sign-in-title = Sign in to the console
console-sign-in = Sign in
console-sign-in-wrong = That address and password do not belong together. After five wrong tries the account pauses for 15 minutes.
console-sign-in-often = Too many tries from here. Wait a minute, then try again.
console-sign-out = Sign out
console-email = Email address
console-password = Password
console-demo-team = The demo shop's team
console-demo-lead = Pick somebody to see the console as they do. Their password is { $password }.
console-role-owner = Owner
console-role-coordinator = Coordinator
console-role-supplier = Supplier
console-role-observer = Observer
console-rail = Console
console-overview = Overview
console-conversations = Conversations
console-skills = Skills
console-content = Content
console-policy = Policy
console-preview = Preview
console-diagnose = Diagnose an order
console-connections = Connections
console-settings = Settings
console-agent-on = The agent answers
console-agent-off = The agent is off
console-agent-turn-on = Turn the agent on
console-agent-turn-off = Turn the agent off

# Skills
console-skills-lead = What the agent can do for your shoppers. An unavailable skill still answers from your content, and offers a person.
console-active = Active
console-unavailable = Unavailable
console-fix = Fix it
console-skill-count = { $count ->
    [one] { $count } conversation in { $days } days
   *[other] { $count } conversations in { $days } days
  }
console-skill-turn-on = Turn this skill on
console-skill-turn-off = Turn this skill off
console-skill-when = When it answers
console-skill-when-not = When it leaves the question to another skill
console-skill-figures = The last { $days } days
console-skill-needs = What it needs
console-skill-examples = Sentences it understands
console-figure-conversations = Conversations
console-figure-answered = Answered
console-figure-handed-over = Handed over
console-figure-gaps = Unanswered questions
console-skill-returns = Returns and exchanges
console-skill-returns-line = Says whether something may come back and until when, and opens the returns portal with the right order chosen.
console-skill-tracking = Order tracking
console-skill-tracking-line = Says where a parcel is and when it is expected, with the carrier’s last scan.
console-skill-claims = Carrier claims
console-skill-claims-line = Says how a carrier’s investigation stands, and takes what is still missing from the shopper.
console-skill-incidents = Delivery problems
console-skill-incidents-line = Finds a way after a failed delivery: another day, a pick-up point or the way back.
console-skill-questions = Policy questions
console-skill-questions-line = Answers from your articles and quotes the sentence it rests on. It says so when no article answers.
console-skill-handover = Hand-over
console-skill-handover-line = Brings a person in, with everything that was said. It cannot be turned off.
console-need-agent = Agent on
console-need-hub = Shopper’s hub
console-need-sign-in = Sign-in
console-need-orders = Orders
console-need-returns = Returns provider
console-need-tracking = Parcels
console-need-claims = Carrier claims
console-need-incidents = Delivery incidents
console-need-content = Content
console-need-channel = A live channel
