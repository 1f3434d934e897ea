### What wording itself adds to a reply.

source-updated = actualizado el { $updated }
