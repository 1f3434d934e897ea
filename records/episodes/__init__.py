"""What each episode of a conversation came to: the facts behind every figure that a merchant reads."""

from records.episodes.queries import (
    EpisodeRow,
    EpisodeTurn,
    SkillFigures,
    add_episodes,
    count_by_skill,
    list_episodes,
    note_turn,
    rate_episode,
)

__all__ = [
    "EpisodeRow",
    "EpisodeTurn",
    "SkillFigures",
    "add_episodes",
    "count_by_skill",
    "list_episodes",
    "note_turn",
    "rate_episode",
]
