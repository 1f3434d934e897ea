brief-wants = { $topic }: «{ $words }»
brief-began = La conversazione è iniziata con: «{ $words }»
brief-tried = Già tentato: { $tried }
brief-refused = { $topic }, rifiutato secondo la regola «{ $rule }».
brief-last = Ultimo messaggio: «{ $words }»
