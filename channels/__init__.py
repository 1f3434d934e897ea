"""One folder per channel: what comes in, how a reply is rendered, how it leaves; channels never import each other."""
