"""Recorded answers of a real endpoint: a run with the model engine that costs nothing and comes out the same again."""

from evals.cassettes.joining import with_model
from evals.cassettes.tape import Recorder, Replayer

__all__ = ["Recorder", "Replayer", "with_model"]
