### Devoluciones, cambios y reembolsos. La frase de decisión da el hecho y luego el motivo; la tarjeta lleva el resto.

## Antes de identificarse

returns-status-sign-in = Puedo mirar en qué punto están su devolución y su reembolso.
returns-rules-unknown = Puedo consultar su propio pedido y decirle qué se puede devolver.

## De qué artículo se trata

returns-which-line = ¿De qué artículo se trata?
returns-which-line-of-order = ¿De qué artículo del pedido { $order } se trata?
returns-which-of-these = Coincide con más de un artículo. ¿A cuál se refiere?
returns-which-order = ¿De qué pedido se trata?
returns-order-not-found = No encuentro el pedido { $heard } en su cuenta. Esto es lo que encuentro: ¿a cuál se refiere?
returns-item-not-found = No encuentro «{ $heard }» entre sus pedidos. Esto es lo que encuentro: ¿a cuál se refiere?
returns-no-other = No encuentro otro. ¿Sigue siendo este?
returns-or-name-it = Si no está aquí, dígame el número de pedido o el nombre del artículo.
returns-no-orders = No encuentro ningún pedido en su cuenta, así que aún no hay nada que devolver. Una persona puede seguir buscando.
returns-option-line = { $item }, { $variant }, pedido { $order }
returns-option-line-plain = { $item }, pedido { $order }
returns-option-whole = Todo el pedido { $order }
returns-option-order = Pedido { $order } del { $placed }

## La decisión: es posible

returns-within-window = Puede devolver «{ $item }» hasta el { $until } ({ $days ->
    [one] { $days } día
   *[other] { $days } días
} desde la entrega del { $counted }).
    .short = { $item }: devolución hasta el { $until }.
returns-within-window-order = Puede devolver «{ $item }» hasta el { $until } ({ $days ->
    [one] { $days } día
   *[other] { $days } días
} desde su pedido del { $counted }).
    .short = { $item }: devolución hasta el { $until }.
returns-provider-until = Puede devolver «{ $item }» hasta el { $until }.
returns-provider-open = Puede devolver «{ $item }»; el portal de devoluciones indica hasta cuándo.
returns-can-exchange = Puede cambiar «{ $item }» hasta el { $until }.
returns-can-exchange-open = Puede cambiar «{ $item }»; el portal de devoluciones indica hasta cuándo.
returns-exchange-only = Puede cambiar «{ $item }» hasta el { $until }; para este artículo no se ofrece reembolso.
    .short = { $item }: solo cambio, hasta el { $until }.
returns-exchange-only-late = Todavía puede cambiar «{ $item }» hasta el { $until }; el plazo de reembolso terminó el { $closed }.
    .short = { $item }: solo cambio, hasta el { $until }.
returns-credit-or-exchange = { $ways ->
    [apart] Puede cambiar «{ $item }» hasta el { $exchange_until } o devolverlo a cambio de un vale hasta el { $until }; para este artículo no se ofrece reembolso.
    [both] Puede cambiar «{ $item }» o devolverlo a cambio de un vale hasta el { $until }; para este artículo no se ofrece reembolso.
   *[credit] Puede devolver «{ $item }» a cambio de un vale hasta el { $until }; para este artículo no se ofrece reembolso.
}
returns-credit-or-exchange-late = { $ways ->
    [apart] Todavía puede cambiar «{ $item }» hasta el { $exchange_until } o devolverlo a cambio de un vale hasta el { $until }; el plazo de reembolso terminó el { $closed }.
    [both] Todavía puede cambiar «{ $item }» o devolverlo a cambio de un vale hasta el { $until }; el plazo de reembolso terminó el { $closed }.
   *[credit] Todavía puede devolver «{ $item }» a cambio de un vale hasta el { $until }; el plazo de reembolso terminó el { $closed }.
}
returns-gift-recipient = { $ways ->
    [apart] «{ $item }» fue un regalo: se puede cambiar hasta el { $exchange_until } o pedir un vale hasta el { $until }.
    [both] «{ $item }» fue un regalo: se puede cambiar o pedir un vale hasta el { $until }.
    [credit] «{ $item }» fue un regalo: se puede pedir un vale hasta el { $until }.
   *[exchange] «{ $item }» fue un regalo: se puede cambiar hasta el { $until }.
}

## La decisión: no es posible

returns-window-passed = El último día para devolver «{ $item }» fue el { $last } ({ $days ->
    [one] { $days } día
   *[other] { $days } días
} desde la entrega del { $counted }).
    .short = { $item }: el último día de devolución fue el { $last }.
returns-window-passed-order = El último día para devolver «{ $item }» fue el { $last } ({ $days ->
    [one] { $days } día
   *[other] { $days } días
} desde su pedido del { $counted }).
    .short = { $item }: el último día de devolución fue el { $last }.
returns-not-offered = Nuestras normas no prevén la devolución de «{ $item }».
returns-final-sale = Los artículos de venta final no se pueden devolver, y «{ $item }» es uno de ellos.
returns-excluded-category = «{ $item }» no se puede devolver: nuestras normas excluyen este tipo de producto.
returns-excluded-tag = «{ $item }» no se puede devolver: figura entre las excepciones de nuestras normas.
returns-region-excluded = «{ $item }» no se puede devolver: no aceptamos devoluciones desde el país al que se envió.
returns-not-delivered = «{ $item }» aún no se puede devolver: la entrega no consta todavía.
returns-not-delivered-days = «{ $item }» aún no se puede devolver: la entrega no consta todavía. A partir de ese día tiene { $days ->
    [one] { $days } día
   *[other] { $days } días
}.
returns-already-returned = Ya consta una devolución de «{ $item }»: { $number }, del { $made }.
returns-already-returned-plain = Ya consta una devolución de «{ $item }».
returns-return-open = Ya hay una devolución de «{ $item }» en curso: { $number }, del { $made }.
returns-return-open-plain = Ya hay una devolución de «{ $item }» en curso.
returns-cancelled = El pedido { $order } se canceló, así que no hay nada que enviar de vuelta.
returns-provider-refused = El sistema de devoluciones no acepta la devolución de «{ $item }».

## La decisión: debe verlo una persona o el portal

returns-provider-doubts = Según nuestras normas, «{ $item }» se podría devolver, pero el sistema de devoluciones lo rechaza. Tiene que verlo una persona.
returns-delivery-unknown = No consta cuándo se entregó «{ $item }», así que no puedo calcular el último día.
returns-no-policy = No tengo las normas de devolución que se aplican a «{ $item }», así que no puedo decirle ni sí ni no.

## Lo que acompaña a una decisión

returns-policy-from-help = Lo leo en las páginas de ayuda de la tienda; nadie lo ha confirmado norma por norma.
returns-portal-decides = El portal de devoluciones muestra lo que es posible.
returns-remains = Si tiene un defecto o no es lo que pidió, dígame qué ocurre: pueden aplicarse otras normas. También puede verlo una persona.
returns-remains-person = Una persona puede verlo con usted.
returns-remains-tracking = Pregúnteme dónde está el paquete y lo miro.
returns-exchange-not-offered = No se ofrece cambio para «{ $item }».
returns-credit-not-offered = No se ofrece un vale para «{ $item }».
returns-left = De acuerdo. Dígame si quiere devolver otra cosa.
returns-why = Esta es la norma en la que se basa:
returns-why-records = Se basa en lo que la tienda tiene registrado de este pedido, no en una norma que pueda mostrarle.

## Cambios

returns-which-variant = Tiene «{ $variant }». ¿Qué desea en su lugar?
returns-which-variant-plain = ¿Qué desea en su lugar?
returns-option-variant = { $variant }
returns-exchange-in-stock = { $variant }: disponible.
returns-exchange-stock-unknown = La tienda no indica si { $variant } está disponible; el portal lo muestra.
returns-exchange-gone = { $variant } ya no está disponible. ¿Qué desea en su lugar?
returns-exchange-gone-all = { $variant } ya no está disponible, ni tampoco las demás opciones.
returns-exchange-none = No hay otra talla ni otro color de «{ $item }» disponible.
returns-exchange-more = Cuesta { $difference } más que el que tiene.
returns-exchange-less = Cuesta { $difference } menos que el que tiene.

## En la tarjeta

returns-pill-return = Se puede devolver
returns-pill-exchange = Se puede cambiar
returns-pill-credit = Vale de tienda
returns-pill-refused = Sin devolución
returns-pill-open = Devolución en curso
returns-pill-returned = Devuelto
returns-pill-waiting = Aún sin entregar
returns-pill-unknown = Por comprobar
returns-row-order = Pedido
returns-row-delivered = Entrega
returns-row-pieces = Cantidad
returns-row-refund-until = Reembolso hasta
returns-row-exchange-until = Cambio hasta
returns-row-fee = Coste de devolución
returns-row-exchange-fee = Coste de cambio
returns-free = Gratis
returns-start-return = Iniciar una devolución
returns-start-exchange = Iniciar un cambio
returns-open-portal = Abrir el portal de devoluciones
returns-see-return = Ver esta devolución

## En qué punto están una devolución y su reembolso

returns-status-none = No encuentro ninguna devolución en su cuenta. Si desea devolver algo, dígame qué artículo.
returns-status-none-for = No encuentro ninguna devolución de «{ $item }». Si es lo que desea devolver, dígamelo y lo compruebo.
returns-status-none-in-order = No encuentro ninguna devolución del pedido { $order }. Si desea devolver algo, dígame qué artículo.
returns-status-number-not-found = No encuentro la devolución { $heard } en su cuenta. Esto es lo que encuentro: ¿a cuál se refiere?
returns-status-number-unknown = No encuentro la devolución { $heard } en su cuenta, ni ninguna otra.
returns-status-order-not-found = No encuentro el pedido { $heard } en su cuenta. Estas son las devoluciones que encuentro: ¿a cuál se refiere?
returns-status-which = ¿De qué devolución se trata?
returns-option-return = { $item }, devolución { $number }
returns-state-requested = La devolución { $number } se solicitó el { $made } y está pendiente de aprobación.
returns-state-approved = La devolución { $number } está aprobada; por lo que vemos, el paquete aún no ha salido.
returns-state-approved-send = La devolución { $number } está aprobada; el paquete debe salir a más tardar el { $send_by }.
returns-state-in-transit = El paquete de la devolución { $number } viene de camino hacia nosotros.
returns-state-received = El paquete de la devolución { $number } nos ha llegado; el último paso es del { $updated }. El reembolso aún no consta.
returns-state-received-other = El paquete de la devolución { $number } nos ha llegado; el último paso es del { $updated }.
returns-state-refunded = El { $issued } se hizo un reembolso de { $amount } por la devolución { $number }.
    .short = Reembolso de { $amount } el { $issued }.
returns-state-refunded-amount = Se hizo un reembolso de { $amount } por la devolución { $number }. El sistema de la tienda no indica qué día.
returns-state-refunded-day = El reembolso de la devolución { $number } se hizo el { $issued }.
returns-state-refunded-plain = El reembolso de la devolución { $number } consta como hecho. El sistema de la tienda no indica qué día.
returns-state-exchanged = El cambio de la devolución { $number } consta como hecho el { $updated }.
returns-state-store-credited = El vale de la devolución { $number } se emitió el { $updated }.
returns-state-rejected = La devolución { $number } se rechazó el { $updated }.
returns-state-expired = La devolución { $number } ha caducado: el paquete no se envió a tiempo.
returns-state-cancelled = La devolución { $number } se canceló el { $updated }.
returns-state-unknown = La devolución { $number } tiene un estado que no puedo leer; el último cambio fue el { $updated }.
returns-refund-expected = El reembolso se espera a más tardar el { $expected }.
returns-refund-expected-amount = El reembolso de { $amount } se espera a más tardar el { $expected }.
returns-refund-no-date = El sistema de la tienda no indica cuándo está previsto el reembolso.
returns-pill-state = { $state ->
    [requested] Solicitada
    [approved] Aprobada
    [in_transit] De camino a la tienda
    [received] Recibida
    [refunded] Reembolsada
    [rejected] Rechazada
    [expired] Caducada
    [exchanged] Cambio hecho
    [store_credited] Vale emitido
    [cancelled] Cancelada
   *[unknown] Desconocido
}
returns-step = { $state ->
    [requested] Devolución solicitada
    [approved] Devolución aprobada
    [in_transit] Paquete de camino a la tienda
    [received] Paquete recibido
    [refunded] Reembolso
    [rejected] Devolución rechazada
    [expired] Devolución caducada
    [exchanged] Cambio
    [store_credited] Vale de tienda
    [cancelled] Devolución cancelada
   *[unknown] Estado desconocido
}
returns-row-return = Devolución
returns-row-amount = Importe
returns-row-means = Forma de reembolso
returns-row-send-by = Último día de envío
returns-row-reason = Motivo indicado
returns-row-tracking = Número de seguimiento
returns-means = { $means ->
    [card] Su tarjeta
    [original] Su medio de pago
    [original_payment] Su medio de pago
    [paypal] PayPal
    [store_credit] Vale de tienda
    [gift_card] Tarjeta regalo
    [bank_transfer] Transferencia bancaria
   *[other] { $means }
}
returns-rejection = { $reason ->
    [worn] Señales de uso
    [tags_removed] Etiquetas retiradas
    [incomplete] Faltaba algo
    [not_our_product] No es un producto nuestro
    [late] Recibida después del último día
   *[other] { $reason }
}
returns-why-rejected = { $reason ->
    [worn] El motivo que consta es que el artículo tenía señales de uso.
    [tags_removed] El motivo que consta es que se habían retirado las etiquetas.
    [incomplete] El motivo que consta es que faltaba algo en el paquete.
    [not_our_product] El motivo que consta es que el artículo no es un producto nuestro.
    [late] El motivo que consta es que se recibió después del último día.
   *[other] El motivo que consta: { $reason }
}
