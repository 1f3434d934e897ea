### What wording itself adds to a reply.

source-updated = aggiornato il { $updated }
