brief-wants = { $topic }: «{ $words }»
brief-began = La conversación empezó con: «{ $words }»
brief-tried = Ya se intentó: { $tried }
brief-refused = { $topic }, denegado por la regla «{ $rule }».
brief-last = Último mensaje: «{ $words }»
