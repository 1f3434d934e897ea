"""The audit log: who proved what, who read and changed what; appended, never changed."""

from records.audit.queries import AuditEntry, list_audit, note, was_done

__all__ = ["AuditEntry", "list_audit", "note", "was_done"]
