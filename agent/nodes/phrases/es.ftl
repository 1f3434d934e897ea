greeting = Hola, soy el asistente automático de { $shop }. Puedo ayudarle con devoluciones, cambios, reembolsos, entregas y nuestras normas. Si prefiere hablar con una persona, basta con decirlo.

signin-ask-address = Para ver su pedido necesito saber que es usted. ¿Con qué correo electrónico lo hizo? También sirve un número de pedido.
    .short = ¿Con qué correo electrónico o número de pedido compró?
signin-code-sent = Si la tienda conoce { $address }, se envía un código de 6 cifras al contacto registrado. Escríbalo aquí; vale durante 10 minutos.
    .short = Si conocemos { $address }, le llega un código de 6 cifras. Responda con él.
signin-ask-code = Escriba el código de 6 cifras que ha recibido.
signin-no-code = ¿Aún no le ha llegado?
signin-resend = Enviar otro código
signin-other-address = Usar otra dirección
signin-why = Un pedido contiene un nombre, una dirección y un pago. Solo lo muestro a la persona a la que pertenece; un código enviado al contacto registrado lo demuestra sin contraseña.
signin-done = { $named ->
    [yes] Gracias, { $name }: es usted.
   *[no] Gracias, es usted.
}
signin-code-wrong = Ese código no coincide. Compruébelo e inténtelo de nuevo.
signin-code-spent = Ese código ya no se puede usar. Puedo enviarle otro.
signin-code-expired = Ese código tiene más de 10 minutos. Puedo enviarle otro.
signin-too-many = Se han pedido varios códigos en poco tiempo, así que hago una pausa de unos minutos. Inténtelo más tarde o pida hablar con una persona.
signin-expired = Inició sesión hace un rato, así que compruebo otra vez que es usted.

code-mail-subject = { $code } es su código para { $shop }
code-mail-text =
    { $named ->
        [yes] Hola, { $name }:
       *[no] Hola:
    }

    Su código es { $code }. Escríbalo en la conversación en la que lo pidió; sirve una sola vez, durante 10 minutos.
    Si no ha pedido ningún código, no tiene que hacer nada: sin él nadie ve sus pedidos.

    { $shop }

option-person = Hablar con una persona
option-gone = Esa opción es de un paso anterior y ya no se puede usar. Dígame con sus palabras qué desea.
option-return-or-exchange = Devolver o cambiar un artículo
option-refund-status = Ver dónde está mi reembolso
option-order-tracking = Ver dónde está mi pedido
option-delivery-incident = Un problema con una entrega
option-claim-or-investigation = Mi reclamación con el transportista
option-policy-question = Una pregunta sobre sus normas

clarify = No sé si le he entendido bien. ¿Qué se acerca más a lo que busca?
cancelled = De acuerdo, lo dejo. ¿Le ayudo con algo más?
nothing-to-cancel = No hay nada abierto que cancelar en esta conversación. Para cancelar un pedido, pida hablar con una persona.
nothing-to-resume = Todavía no hay nada a lo que volver. ¿En qué puedo ayudarle?
cannot-say-safely = He encontrado algo, pero no puedo confirmarlo todo y prefiero no afirmarlo. ¿Quiere que le responda una persona?
policy-only-handover = Ahora mismo no puedo consultar los pedidos. Una persona del equipo sí puede, si lo desea.

chitchat-greeting = Hola. ¿En qué puedo ayudarle: una devolución, un reembolso, una entrega o una pregunta?
chitchat-thanks = De nada. ¿Le ayudo con algo más?
chitchat-bye = Adiós y gracias por escribir. Esta conversación queda aquí por si la necesita.
chitchat-are-you-a-bot = Sí, soy un asistente automático. Leo sus pedidos y las normas de la tienda, y una persona continúa en cuanto usted lo pida.
chitchat-why = Solo pregunto lo necesario para encontrar su pedido y saber que es suyo.
chitchat-what-can-you-do = Puedo decirle si un artículo se puede devolver y llevarle a la página de devolución, indicarle dónde está un reembolso o un paquete, ayudarle cuando una entrega ha ido mal, seguir una reclamación con el transportista y citar las normas de la tienda.
chitchat-apology = No hace falta que se disculpe. ¿Qué desea hacer?
chitchat-acknowledge = De acuerdo. Dígame si necesita algo más.
chitchat-complaint = Lo siento. Dígame qué ha pasado y lo miro ahora mismo; también puede pedir una persona en cualquier momento.
chitchat-empty = No he recibido ningún texto. ¿En qué puedo ayudarle?
chitchat-other = Gracias por escribir. ¿En qué puedo ayudarle?

outside-offer = ¿Le paso con el equipo?
outside-out-of-scope = En eso no puedo ayudarle. Me ocupo de las devoluciones, los reembolsos, las entregas y las normas de la tienda.
outside-order-change = No puedo modificar ni cancelar un pedido. El equipo sí puede, mientras no esté preparado.
outside-payment = No puedo ver ni modificar los pagos. El equipo puede revisarlo con usted.
outside-pre-sales = Me ocupo de pedidos ya hechos, así que no puedo aconsejarle antes de comprar. El equipo le ayudará con gusto a elegir.
outside-account-or-login = No puedo cambiar su cuenta ni su contraseña. Aquí no las necesita: basta un código enviado a su dirección para ver sus pedidos. Para la cuenta en sí, el equipo puede ayudarle.

shop-unreachable-retrying = Ahora mismo no consigo conectar con el sistema de pedidos de la tienda. Su mensaje queda guardado y lo sigo intentando.
shop-unreachable-person = El sistema de pedidos de la tienda sigue sin responder, así que he pasado su mensaje al equipo. Una persona le responderá aquí.
message-parked = Algo ha fallado por nuestra parte con su mensaje. Queda guardado y una persona le responderá aquí.

readiness-switched-off = Se desactivó en Competencias.
readiness-agent = El agente está desactivado.
readiness-hub = El área de clientes está desactivada, así que nadie puede identificarse.
readiness-sign-in = Ningún conector permite buscar clientes, así que nadie puede demostrar quién es.
readiness-orders = Ningún conector ofrece pedidos.
readiness-returns = No hay ningún proveedor de devoluciones conectado.
readiness-tracking = Ningún conector ofrece paquetes.
readiness-claims = Ningún conector ofrece reclamaciones a transportistas.
readiness-incidents = Ningún conector ofrece incidencias de entrega.
readiness-content = Todavía no hay contenido.
readiness-channel = Ningún canal está activo.

preview-not-changed = Esto es una vista previa: no se ha cambiado nada en la tienda. Para un cliente, se haría ahora.
