### Preguntas sobre las normas. La respuesta es siempre la frase de la tienda.

questions-other-language = La tienda ha escrito esto { $written ->
    [fr] solo en francés
    [en] solo en inglés
    [es] solo en español
    [de] solo en alemán
    [it] solo en italiano
    [nl] solo en neerlandés
   *[other] solo en otro idioma
}; aquí lo tiene tal cual.
questions-offer-look = ¿Quiere que mire su propio pedido?
questions-option-look = Mirar mi pedido
questions-whole = Este es el pasaje completo:
questions-unknown = No lo sé: los artículos de ayuda de la tienda no lo dicen. Puedo preguntar al equipo; ¿lo desea?
    .short = No lo sé. ¿Pregunto al equipo?
questions-passed-on = Su pregunta va al equipo y una persona le responde aquí.
questions-left = De acuerdo. Dígame si necesita algo más.
