"""Understanding that needs no key and no network: rules, recognisers and a small trained classifier."""
