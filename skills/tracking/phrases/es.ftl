tracking-identity = Para decirle dónde está su pedido, primero compruebo que es suyo.
tracking-no-orders = No hay ningún pedido con la dirección de su sesión. Si compró con otra dirección, inicie sesión con esa.
    .short = Ningún pedido con esta dirección. Pruebe con la de su compra.
tracking-not-found = No encuentro ningún pedido suyo para «{ $said }».
tracking-only-order = Tiene un solo pedido aquí: { $number }.
tracking-which-order = ¿De qué pedido se trata?
tracking-more = ¿Qué desea hacer ahora?
tracking-quoted-other-language = La página de ayuda de la tienda está en otro idioma:

tracking-state-label-created = El pedido { $number } está listo para salir: la etiqueta existe y { $carrier } aún no ha escaneado el paquete.
    .short = { $number }: etiqueta lista, { $carrier } aún no la ha leído.
tracking-state-in-transit = El pedido { $number } está en camino con { $carrier }.
    .short = { $number }: en camino con { $carrier }.
tracking-state-out-for-delivery = El pedido { $number } está en reparto: lo lleva el repartidor de { $carrier }.
    .short = { $number }: en reparto con { $carrier }.
tracking-state-awaiting-pickup = El pedido { $number } le espera en este lugar: { $place }.
    .short = { $number }: recójalo en { $place }.
tracking-state-awaiting-pickup-no-place = El pedido { $number } le espera en un punto de recogida. { $carrier } no nos dice cuál; el mensaje que recibió lo indica.
    .short = { $number }: en punto de recogida, vea el aviso de { $carrier }.
tracking-state-delivered = { $carrier } entregó el pedido { $number } el { $day }.
    .short = { $number }: entregado el { $day }.
tracking-state-delivered-disputed = { $carrier } marca el pedido { $number } como entregado el { $day }.
    .short = { $number }: marcado como entregado el { $day }.
tracking-state-delivered-no-day = { $carrier } marca el pedido { $number } como entregado, sin decir qué día.
    .short = { $number }: marcado como entregado, sin día.
tracking-state-failed-attempt = { $carrier } intentó entregar el pedido { $number } y no pudo.
    .short = { $number }: { $carrier } no pudo entregarlo.
tracking-state-exception = { $carrier } comunica un problema en el trayecto del pedido { $number }.
    .short = { $number }: { $carrier } comunica un problema.
tracking-state-lost = { $carrier } ha declarado perdido el paquete del pedido { $number }.
    .short = { $number }: declarado perdido por { $carrier }.
tracking-state-returned-to-sender = El paquete del pedido { $number } vuelve a la tienda.
    .short = { $number }: vuelve a la tienda.
tracking-state-unknown = No sé dónde está el pedido { $number }: { $carrier } da un estado que no puedo leer.
    .short = { $number }: estado desconocido.

tracking-pill-label-created = Etiqueta creada
tracking-pill-in-transit = En camino
tracking-pill-out-for-delivery = En reparto
tracking-pill-awaiting-pickup = Listo para recoger
tracking-pill-delivered = Entregado
tracking-pill-failed-attempt = Entrega intentada
tracking-pill-exception = Problema en camino
tracking-pill-lost = Perdido
tracking-pill-returned-to-sender = De vuelta a la tienda
tracking-pill-unknown = Desconocido
tracking-step-unknown = Palabra del transportista: «{ $code }»

tracking-expected = Se espera el { $expected }.
tracking-expected-unknown = { $carrier } no ha anunciado ningún día.
tracking-late = Se esperaba el { $expected } y lleva { $days ->
    [one] un día
   *[other] { $days } días
 } de retraso.
    .short = Previsto el { $expected }, con retraso.

tracking-order-placed = El pedido { $number } todavía no se ha enviado.
tracking-order-shipped = El pedido { $number } ha salido de la tienda y aún no se conoce su seguimiento.
tracking-order-partly-delivered = Una parte del pedido { $number } se entregó. Del resto no se conoce el seguimiento.
tracking-order-delivered = El pedido { $number } se entregó el { $day }.
tracking-order-delivered-no-day = La tienda marca el pedido { $number } como entregado, sin indicar el día.
tracking-order-cancelled = El pedido { $number } se canceló, así que no hay nada en camino.
tracking-order-unknown = No sé en qué punto está el pedido { $number }: el sistema de la tienda da un estado que no puedo leer.
    .short = { $number }: estado desconocido.

tracking-parcels = El pedido { $number } viaja en { $count } paquetes.
tracking-siblings = El pedido { $number } tiene { $count ->
    [one] otro paquete
   *[other] otros { $count } paquetes
 }.
tracking-not-sent-yet = Aún sin enviar: { $items }.

tracking-incident-open = El transportista comunicó un problema de entrega el { $at }.
tracking-claim-open = La reclamación { $number } está abierta con el transportista por este paquete.
tracking-cases-unread = No he podido comprobar si hay una incidencia o una reclamación abierta.

tracking-row-inside = Contenido
tracking-row-carrier = Transportista
tracking-row-tracking-number = Número de seguimiento
tracking-row-last-scan = Último escaneo
tracking-row-carrier-word = Palabra del transportista
tracking-row-delivered = Entrega
tracking-row-placed = Fecha del pedido
tracking-scan = { $at }, { $place }
tracking-open-parcel = Todas las etapas
tracking-open-parcels = Seguir todos los paquetes
tracking-option-order = { $number }: { $items } ({ $placed })
tracking-option-parcel = El paquete con { $items }
tracking-option-parcel-unnamed = El paquete de { $carrier }
tracking-option-incident = Ver el problema de entrega
tracking-option-claim = Ver la reclamación
tracking-option-person = Hablar con una persona
