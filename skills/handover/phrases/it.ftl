handover-taken-over = Una persona del team prosegue qui, in questa conversazione.
handover-passed-on = Riceve tutto ciò che è stato detto qui: non deve ripetere nulla.
handover-passed-on-with = Riceve questa conversazione e questi dati
handover-row-order-id = Ordine
handover-row-return-id = Reso
handover-row-tracking-number = Numero di tracciamento
handover-row-item = Articolo
