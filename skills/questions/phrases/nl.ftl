### Vragen over de regels. Het antwoord is altijd de eigen zin van de winkel.

questions-other-language = De winkel heeft dit { $written ->
    [fr] alleen in het Frans
    [en] alleen in het Engels
    [es] alleen in het Spaans
    [de] alleen in het Duits
    [it] alleen in het Italiaans
    [nl] alleen in het Nederlands
   *[other] alleen in een andere taal
} geschreven; hier staat het letterlijk.
questions-offer-look = Zal ik in uw eigen bestelling kijken?
questions-option-look = In mijn bestelling kijken
questions-whole = Dit is de hele passage:
questions-unknown = Dat weet ik niet: de artikelen van de winkel zeggen er niets over. Ik kan het team vragen; wilt u dat?
    .short = Dat weet ik niet. Zal ik het team vragen?
questions-passed-on = Uw vraag gaat naar het team en een medewerker antwoordt u hier.
questions-left = Goed. Laat het weten als u nog iets nodig hebt.
