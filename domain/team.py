"""People who work for the merchant, and what each role may do."""

from dataclasses import dataclass
from enum import StrEnum

from domain.languages import Language


class Role(StrEnum):
    """OWNER does everything; COORDINATOR works the desk and the content; SUPPLIER and OBSERVER only look, and a
    supplier only at what concerns them."""

    OWNER = "owner"
    COORDINATOR = "coordinator"
    SUPPLIER = "supplier"
    OBSERVER = "observer"


class May(StrEnum):
    """What a page or an action asks for."""

    READ = "read"
    PREVIEW = "preview"
    ANSWER = "answer"
    WRITE_CONTENT = "write_content"
    CHANGE_POLICY = "change_policy"
    SWITCH = "switch"
    CONNECT = "connect"
    MANAGE_TEAM = "manage_team"
    EXPORT = "export"


_COORDINATOR = frozenset({May.READ, May.PREVIEW, May.ANSWER, May.WRITE_CONTENT, May.CHANGE_POLICY, May.EXPORT})
_ALLOWED = {
    Role.OWNER: frozenset(May),
    Role.COORDINATOR: _COORDINATOR,
    Role.SUPPLIER: frozenset[May](),
    Role.OBSERVER: frozenset({May.READ, May.PREVIEW}),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Teammate:
    """A person at the desk; ``language`` is the console's for them."""

    id: str
    name: str
    email: str
    role: Role
    language: Language

    def may(self, act: May) -> bool:
        return act in _ALLOWED[self.role]
