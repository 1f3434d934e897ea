"""Cases: what waits for a person, with everything they need to answer."""

from records.cases.queries import Case, CaseKind, list_cases, note_once, open_case

__all__ = ["Case", "CaseKind", "list_cases", "note_once", "open_case"]
