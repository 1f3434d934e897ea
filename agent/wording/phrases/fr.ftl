### What wording itself adds to a reply.

source-updated = mis à jour le { $updated }
