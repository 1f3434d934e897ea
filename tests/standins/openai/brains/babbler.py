"""A brain gone: endless or meaningless words, in whatever form the request demands."""

import random

from tests.standins.openai.asked import Asked, Call, Calls, Json, Said, Structured, Text, write_json
from tests.standins.openai.brains.choosers import Chance, draw
from tests.standins.openai.shaping import Path, compose

_SYLLABLES = ("ba", "lo", "mi", "tra", "neu", "qui", "sol", "ver", "da", "fi", "gru", "ol", "pa", "zen", "é", "ñu")
_LONG = 20_000


class Babbler:
    """``endless`` talks until the limit on tokens cuts it, in JSON too; otherwise 5 to 40 words without sense."""

    def __init__(self, *, endless: bool = False, seed: int = 0) -> None:
        self.endless = endless
        self.seed = seed

    async def answer(self, asked: Asked) -> Said:
        chance = draw(asked, self.seed)
        if asked.tool_choice not in {"auto", "none"}:
            tool = next((tool for tool in asked.tools if tool.name == asked.tool_choice), asked.tools[0])
            arguments = write_json(self._fill(tool.parameters, chance))
            return Calls(calls=(Call(name=tool.name, arguments=arguments),))
        if asked.schema is not None:
            return Structured(value=self._fill(asked.schema, chance))
        if asked.json_mode:
            return Structured(value={_word(chance): self._words(chance)})
        return Text(text=f"{_babble(chance, 40)}. ", endless=True) if self.endless else Text(text=self._words(chance))

    def _fill(self, schema: Json, chance: random.Random) -> object:
        def words(path: Path) -> str:
            return self._words(chance)

        return compose(schema, Chance(chance, words))

    def _words(self, chance: random.Random) -> str:
        return _babble(chance, _LONG if self.endless else chance.randint(5, 40))


def _babble(chance: random.Random, count: int) -> str:
    return " ".join(_word(chance) for _ in range(count))


def _word(chance: random.Random) -> str:
    return "".join(chance.choices(_SYLLABLES, k=chance.randint(1, 3)))
