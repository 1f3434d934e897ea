"""What each episode of a conversation came to: the facts behind every figure that a merchant reads."""

from records.episodes.queries import EpisodeRow, EpisodeTurn, add_episodes, list_episodes, note_turn, rate_episode

__all__ = ["EpisodeRow", "EpisodeTurn", "add_episodes", "list_episodes", "note_turn", "rate_episode"]
