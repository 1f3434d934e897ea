"""What a question costs, before and after it is answered, and the bucket that it is paid from."""

from collections.abc import Callable
from typing import Any

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentSpreadNode,
    GraphQLInterfaceType,
    GraphQLObjectType,
    GraphQLSchema,
    InlineFragmentNode,
    IntValueNode,
    OperationDefinitionNode,
    SelectionSetNode,
    VariableNode,
    get_named_type,
)

HIGHEST = 1000
_CONNECTION = 2


class Costs:
    """Objects cost 1, scalars nothing, and a connection 2 and then its content as often as its ``first`` says.

    How Shopify charges connections today is not written down in full; this is the older and dearer rule.
    """

    def __init__(self, schema: GraphQLSchema, variables: dict[str, Any]) -> None:
        self._schema = schema
        self._variables = variables

    def ask(self, document: DocumentNode) -> int:
        total = 0
        for each in document.definitions:
            if isinstance(each, OperationDefinitionNode):
                root = self._schema.get_root_type(each.operation)
                total += self._inside(each.selection_set, root)
                total += 10 if each.operation.value == "mutation" else 0
        return total

    def _inside(self, selections: SelectionSetNode | None, parent: Any) -> int:
        total = 0
        for each in selections.selections if selections else ():
            if isinstance(each, FieldNode):
                total += self._field(each, parent)
            elif isinstance(each, InlineFragmentNode):
                kind = each.type_condition.name.value if each.type_condition else None
                total += self._inside(each.selection_set, self._schema.type_map[kind] if kind else parent)
            else:
                assert isinstance(each, FragmentSpreadNode)
                raise AssertionError("the stand-in does not price named fragments")
        return total

    def _field(self, field: FieldNode, parent: Any) -> int:
        if field.name.value.startswith("__"):
            return 0
        type_ = get_named_type(parent.fields[field.name.value].type)
        if not isinstance(type_, GraphQLObjectType | GraphQLInterfaceType) and not hasattr(type_, "types"):
            return 0
        times = self._first(field)
        if type_.name.endswith("Connection"):
            return _CONNECTION + (times or 1) * self._inside(field.selection_set, type_)
        if field.name.value in {"nodes", "edges"}:
            return 1 + self._inside(field.selection_set, type_)
        if type_.name == "PageInfo":
            return 0
        return (times or 1) * (1 + self._inside(field.selection_set, type_))

    def _first(self, field: FieldNode) -> int | None:
        for each in field.arguments or ():
            if each.name.value == "first":
                if isinstance(each.value, IntValueNode):
                    return int(each.value.value)
                if isinstance(each.value, VariableNode):
                    return int(self._variables.get(each.value.name.value) or 0)
        return None


def count_objects(found: Any) -> int:
    """What was really read."""
    if isinstance(found, dict):
        return 1 + sum(count_objects(each) for each in found.values())
    if isinstance(found, list):
        return sum(count_objects(each) for each in found)
    return 0


class Bucket:
    """Leaks back at ``rate`` points a second up to ``size``; ``clock`` counts seconds."""

    def __init__(self, clock: Callable[[], float], *, size: float = 2000, rate: float = 100) -> None:
        self._clock = clock
        self.size = size
        self.rate = rate
        self._level = size
        self._at = clock()

    @property
    def level(self) -> float:
        now = self._clock()
        self._level = min(self.size, self._level + (now - self._at) * self.rate)
        self._at = now
        return self._level

    def shrink(self, *, size: float, rate: float) -> None:
        self.size, self.rate, self._level, self._at = size, rate, size, self._clock()

    def drain(self, left: float = 0) -> None:
        self._level, self._at = left, self._clock()

    def take(self, cost: float) -> None:
        self._level = self.level - cost

    def status(self) -> dict[str, float]:
        return {"maximumAvailable": self.size, "currentlyAvailable": int(self.level), "restoreRate": self.rate}
