"""The same shop, the same conversations and the same stand-in model, driven by three designs and by ours.

It measures what a design costs when the model makes no mistake: calls, tokens, time of its own. It says nothing about
how well a real model routes, words or obeys; ``evals.scenarios`` and the routing sets are for that.
"""
