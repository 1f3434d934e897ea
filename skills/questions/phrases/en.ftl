### Questions about the rules. The answer itself is always the shop's own sentence.

questions-other-language = The shop has written this { $written ->
    [fr] in French
    [en] in English
    [es] in Spanish
    [de] in German
    [it] in Italian
    [nl] in Dutch
   *[other] in another language
} only; here it is as it stands.
questions-offer-look = Would you like me to look at your own order?
questions-option-look = Look at my order
questions-whole = This is the whole passage:
questions-unknown = I don't know that: the shop's articles don't answer it. I can ask the team; would you like that?
    .short = I don't know that. Shall I ask the team?
questions-passed-on = Your question goes to the team, and a person answers you here.
questions-left = All right. Tell me if you need something else.
