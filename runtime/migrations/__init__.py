"""Brings a database to this release's tables; migrations expand first and contract in a later release."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from runtime.database import Database

FOLDER = Path(__file__).parent


def configure(database: Database) -> Config:
    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    config.attributes["engine"] = database.engine
    return config


def migrate(database: Database) -> bool:
    """Runs what is missing; True when something was. A database that is current costs one query."""
    config = configure(database)
    head = ScriptDirectory.from_config(config).get_current_head()
    with database.engine.connect() as connection:
        current = MigrationContext.configure(connection).get_current_revision()
    if current == head:
        return False
    command.upgrade(config, "head")
    return True
