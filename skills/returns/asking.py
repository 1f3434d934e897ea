"""The questions of returns as blocks: which line, which order, which variant. Options carry other words for them."""

from domain.blocks import Block, Choices, Option, Phrase, PhraseValue
from domain.clock import local_day
from domain.languages import Language
from domain.mentions import OwnedLine
from domain.orders import Line, Order
from domain.skills import SkillPorts
from skills.returns.choosing import LINE, MOST_OPTIONS, ORDER, Unsure
from skills.returns.exchanging import VARIANT, Swap
from skills.returns.wishes import ALL_WORDS, fold

PERSON = Option(id="person", label=Phrase(key="option-person"))
_LONGEST_ECHO = 60


def which(unsure: Unsure, *, language: Language, ports: SkillPorts) -> tuple[Block, ...]:
    """The question, with what it can be; when not all fits, how else to say it."""
    lines = [line_option(each, language) for each in unsure.lines]
    options = lines or [_order_option(each, ports) for each in unsure.orders]
    if not options:
        return (Choices(prompt=Phrase(key=unsure.prompt), options=(PERSON,)),)
    values: dict[str, PhraseValue] = {"heard": unsure.heard[:_LONGEST_ECHO]} if unsure.heard else {}
    shown = options[:MOST_OPTIONS]
    if unsure.prompt == "returns-which-line-of-order":
        values = {"order": unsure.lines[0].order.number}
        shown = [*options[: MOST_OPTIONS - 1], _whole(unsure.lines[0].order)]
    asked = Choices(prompt=Phrase(key=unsure.prompt, values=values), options=tuple(shown))
    return (asked, Phrase(key="returns-or-name-it")) if len(options) > MOST_OPTIONS else (asked,)


def line_option(owned: OwnedLine, language: Language) -> Option:
    line, number = owned.line, owned.order.number
    values: dict[str, PhraseValue] = {"item": line.title(language), "order": number}
    label = Phrase(key="returns-option-line-plain", values=values)
    variant = line.variant_title(language)
    if variant:
        label = Phrase(key="returns-option-line", values={**values, "variant": variant})
    return Option(id=f"{LINE}{line.id}", label=label, hints=(*_words(line), number))


def _words(line: Line) -> tuple[str, ...]:
    """What people call a line: the words of its titles and of its colour and size, in every language."""
    words = fold(" ".join((*line.titles.values(), *line.variant_titles.values()))).split()
    return tuple(dict.fromkeys(word for word in words if len(word) > 1 or word.isdigit()))


def _order_option(order: Order, ports: SkillPorts) -> Option:
    placed = local_day(order.placed_at, ports.calendar.zone) or ports.calendar.today()
    label = Phrase(key="returns-option-order", values={"order": order.number, "placed": placed})
    words = tuple(dict.fromkeys(word for line in order.lines for word in _words(line)))
    return Option(id=f"{ORDER}{order.id}", label=label, hints=(order.number, *words))


def _whole(order: Order) -> Option:
    label = Phrase(key="returns-option-whole", values={"order": order.number})
    return Option(id=f"{ORDER}{order.id}", label=label, hints=ALL_WORDS)


def which_variant(swap: Swap, line: Line, language: Language) -> tuple[Block, ...]:
    """What they would like instead, of what is in stock."""
    present = line.variant_title(language)
    if swap.gone:
        prompt = Phrase(key="returns-exchange-gone", values={"variant": swap.gone.title(language)})
    elif present:
        prompt = Phrase(key="returns-which-variant", values={"variant": present})
    else:
        prompt = Phrase(key="returns-which-variant-plain")
    options = tuple(
        Option(
            id=f"{VARIANT}{each.id}",
            label=Phrase(key="returns-option-variant", values={"variant": each.title(language)}),
            hints=tuple(dict.fromkeys((*each.options.values(), *each.titles.values()))),
        )
        for each in swap.options
    )
    return (Choices(prompt=prompt, options=options),)
