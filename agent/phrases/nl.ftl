brief-wants = { $topic }: “{ $words }”
brief-began = Het gesprek begon met: “{ $words }”
brief-tried = Al geprobeerd: { $tried }
brief-refused = { $topic }, afgewezen volgens de regel “{ $rule }”.
brief-last = Laatste bericht: “{ $words }”
