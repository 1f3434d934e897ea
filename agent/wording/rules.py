"""Rules and states in a sentence: who may, who pays, by which means, where things stand."""

import re
from collections.abc import Iterator

from agent.wording.figures import Stated, Sum
from agent.wording.ground import Ground
from agent.wording.lexicons import Topic, lexicon
from agent.wording.problems import Doubt, Problem
from agent.wording.vocabulary import Spoken, topic_named, topics_in, topics_of_group, words_of

_FOLLOWS = re.compile(r"^\s?(?:for|pour|für|per|voor|por)\b", re.IGNORECASE)


def topic_problems(firm: str, main: str, stated: Stated, ground: Ground) -> Iterator[Problem]:
    """``firm`` is what the sentence claims to know, ``main`` that without its conditions."""
    spoken = tuple(dict.fromkeys(topics_in(firm, ground.language)))
    yield from _concessions(firm, ground)
    names = {each.topic for each in spoken}
    for each in spoken:
        topic = topic_named(each.topic, ground.language)
        if topic.state:
            if each.text in main and not each.denied and not topic.facts & ground.known_states:
                yield Problem(doubt=Doubt.STATE, text=each.text)
        elif not _is_ruled(each, topic, ground) or (topic.bound and not _is_bound(each, names, stated, ground)):
            yield Problem(doubt=Doubt.CONDITION, text=each.text)


def _concessions(firm: str, ground: Ground) -> Iterator[Problem]:
    """ "Even if it was worn" lifts a condition that an article makes."""
    for match in lexicon(ground.language).find("concession").finditer(firm):
        for each in topics_in(firm[match.start() :], ground.language):
            if not topic_named(each.topic, ground.language).common and each.topic != "returnable":
                yield Problem(doubt=Doubt.CONDITION, text=f"{match[0]} … {each.text}")


def _is_ruled(spoken: Spoken, topic: Topic, ground: Ground) -> bool:
    if topic.name == "returnable" and ground.denied & topic.facts:
        return spoken.denied
    if topic.one_of and not topic.facts & ground.states:
        others = (other for other in topics_of_group(topic.one_of, ground.language) if other.name != topic.name)
        if any(other.facts & ground.states for other in others):
            return False
    if ground.says(spoken, polar=topic.polar):
        return True
    known = ground.says(spoken, polar=False)
    return (topic.common and not known) or (not (topic.polar and known) and bool(topic.facts & ground.known_states))


def _is_bound(spoken: Spoken, names: set[str], stated: Stated, ground: Ground) -> bool:
    """What is free for some must be said of the same some: the sentence shares a topic or an amount with the rule."""
    if spoken.denied or spoken.topic not in ground.bounds:
        return True
    topics, amounts = ground.bounds[spoken.topic]
    if not topics and not amounts:
        return True
    return bool(topics & names) or any(each.value in amounts for each in stated.amounts)


def is_of_another(amount: Sum, stated: Stated, ground: Ground) -> bool:
    """Whether the amount of one item is said of another."""
    owners = [item for item, money in ground.owned.values() if money == amount.value]
    if len(owners) != 1 or len(ground.owned) < 2:
        return False
    mentions = sorted(_mentions(stated.whole.lower(), ground))
    start = stated.whole.find(amount.text)
    end = start + len(amount.text)
    before = max((place for each in stated.amounts if (place := stated.whole.find(each.text)) < start), default=0)
    later = [item for place, item in mentions if place >= end]
    earlier = [item for place, item in mentions if before <= place < start]
    if _FOLLOWS.match(stated.whole[end:]) and later:
        return later[0] != owners[0]
    return bool(earlier) and earlier[-1] != owners[0]


def _mentions(text: str, ground: Ground) -> Iterator[tuple[int, str]]:
    """Where each item is named by a word that no other item has."""
    items = [item for item, _ in ground.owned.values()]
    for item in items:
        others = {word for other in items if other != item for word in words_of(other)}
        for word in words_of(item):
            if len(word) > 2 and word not in others:
                yield from ((match.start(), item) for match in re.finditer(re.escape(word), text))
