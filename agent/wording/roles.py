"""Whether a known day or hour is said of the right thing: a delivery is no deadline, Monday is no Saturday."""

from agent.wording.days import Day
from agent.wording.figures import Clock, Stated
from agent.wording.ground import Ground
from agent.wording.timetable import roles_in
from agent.wording.vocabulary import clauses


def fits_role(day: Day, stated: Stated, ground: Ground) -> bool:
    """Only where one day and one role stand in a clause, and the facts name a day of that role."""
    clause = next((each for each in clauses(stated.whole) if day.text in each), "")
    if sum(each.text in clause for each in stated.days) != 1:
        return True
    roles = roles_in(clause[: clause.find(day.text)], ground.language)
    if len(roles) != 1:
        return True
    known = ground.roles.get(next(iter(roles)))
    if not known:
        return True
    return any(day.fits(each, ground.today) for each in known | ground.derived)


def is_open(clock: Clock, stated: Stated, ground: Ground) -> bool:
    """An hour said of a weekday must be one of the hours that an article gives for it."""
    days = {each.weekday for each in stated.days if each.weekday is not None and each.day is None}
    if len(days) != 1 or not ground.hours or clock.minutes & ground.exact_clocks:
        return True
    hours = {minute for weekdays, minutes in ground.hours if days & weekdays for minute in minutes}
    return not hours or bool(hours & clock.minutes)
