brief-wants = { $topic }: „{ $words }“
brief-began = Das Gespräch begann mit: „{ $words }“
brief-tried = Schon versucht: { $tried }
brief-refused = { $topic }, abgelehnt nach der Regel „{ $rule }“.
brief-last = Letzte Nachricht: „{ $words }“
