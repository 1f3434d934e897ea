### Domande sulle regole. La risposta è sempre la frase del negozio.

questions-other-language = Il negozio lo ha scritto { $written ->
    [fr] solo in francese
    [en] solo in inglese
    [es] solo in spagnolo
    [de] solo in tedesco
    [it] solo in italiano
    [nl] solo in olandese
   *[other] solo in un'altra lingua
}; ecco il testo così com'è.
questions-offer-look = Desidera che guardi il suo ordine?
questions-option-look = Guardare il mio ordine
questions-whole = Ecco il passo per intero:
questions-unknown = Non lo so: le pagine d'aiuto del negozio non lo dicono. Posso chiedere al team; lo desidera?
    .short = Non lo so. Chiedo al team?
questions-passed-on = La sua domanda va al team, e una persona le risponde qui.
questions-left = Va bene. Mi dica se le serve altro.
