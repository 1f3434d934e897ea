"""Row-level security on PostgreSQL: a connection sees the rows of the merchant it named, or all as the system."""

from alembic import op
from sqlalchemy import inspect

_RULE = "merchant_id = current_setting('aftercare.merchant', true) OR current_setting('aftercare.merchant', true) = '*'"


def secure_tables() -> None:
    """For every table that has ``merchant_id``; does nothing on SQLite. A superuser is not bound by it."""
    bind = op.get_bind()
    if bind.dialect.name != "postgresql":
        return
    inspector = inspect(bind)
    for table in inspector.get_table_names():
        if any(column["name"] == "merchant_id" for column in inspector.get_columns(table)):
            op.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
            op.execute(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY")
            op.execute(f"DROP POLICY IF EXISTS own_rows ON {table}")
            op.execute(f"CREATE POLICY own_rows ON {table} USING ({_RULE}) WITH CHECK ({_RULE})")
