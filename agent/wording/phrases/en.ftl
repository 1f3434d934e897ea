### What wording itself adds to a reply.

source-updated = updated on { $updated }
