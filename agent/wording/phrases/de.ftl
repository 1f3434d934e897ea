### What wording itself adds to a reply.

source-updated = aktualisiert am { $updated }
