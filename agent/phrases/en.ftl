brief-wants = { $topic }: “{ $words }”
brief-began = The conversation began with: “{ $words }”
brief-tried = Tried: { $tried }
brief-refused = { $topic }, where the answer was no by the rule “{ $rule }”.
brief-last = Last message: “{ $words }”
