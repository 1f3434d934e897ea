"""People who work for the merchant."""

import sqlalchemy as sa
from alembic import op

from runtime.migrations.row_security import secure_tables


revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "teammates",
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("merchant_id", sa.String(length=64), nullable=False),
        sa.Column("email", sa.String(length=254), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("role", sa.String(length=20), nullable=False),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("password_hash", sa.String(length=200), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("locked_until", sa.BigInteger(), nullable=True),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_teammates")),
        sa.UniqueConstraint("merchant_id", "email", name=op.f("uq_teammates_merchant_id_email")),
    )
    op.create_table(
        "team_sessions",
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("merchant_id", sa.String(length=64), nullable=False),
        sa.Column("teammate_id", sa.String(length=40), nullable=False),
        sa.Column("expires", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("token_hash", name=op.f("pk_team_sessions")),
    )
    with op.batch_alter_table("team_sessions", schema=None) as batch_op:
        batch_op.create_index("ix_team_sessions_teammate", ["merchant_id", "teammate_id"], unique=False)

    secure_tables()


def downgrade() -> None:
    with op.batch_alter_table("team_sessions", schema=None) as batch_op:
        batch_op.drop_index("ix_team_sessions_teammate")

    op.drop_table("team_sessions")
    op.drop_table("teammates")
