handover-taken-over = Una persona del equipo continúa aquí, en esta conversación.
handover-passed-on = Recibe todo lo que se ha dicho aquí, así que no tiene que repetirlo.
handover-passed-on-with = Recibe esta conversación y estos datos
handover-row-order-id = Pedido
handover-row-return-id = Devolución
handover-row-tracking-number = Número de seguimiento
handover-row-item = Artículo
