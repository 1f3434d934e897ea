### What wording itself adds to a reply.

source-updated = bijgewerkt op { $updated }
