"""Alembic's entry: runs on the engine it is handed, with every table of the install known."""

from alembic import context

from runtime.tables import metadata

engine = context.config.attributes["engine"]

with engine.connect() as bare:
    connection = bare.execution_options(merchant="*", writes=True)
    context.configure(connection=connection, target_metadata=metadata, render_as_batch=True, compare_type=True)
    with context.begin_transaction():
        context.run_migrations()
    connection.commit()
