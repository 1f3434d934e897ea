brief-wants = { $topic } : « { $words } »
brief-began = La conversation a commencé par : « { $words } »
brief-tried = Déjà tenté : { $tried }
brief-refused = { $topic }, refusé selon la règle « { $rule } ».
brief-last = Dernier message : « { $words } »
