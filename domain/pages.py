"""One page of a longer list."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Page(Generic[T]):
    """Items in the order asked for; ``cursor`` opens the next page and is None on the last one."""

    items: tuple[T, ...]
    cursor: str | None = None

    def where(self, keep: Callable[[T], bool]) -> "Page[T]":
        """The same page with only the items that ``keep`` accepts."""
        return Page(items=tuple(item for item in self.items if keep(item)), cursor=self.cursor)
