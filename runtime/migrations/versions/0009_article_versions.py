"""What an article said before, its text as it is edited, and the proposed rules that somebody said no to."""

import sqlalchemy as sa
from alembic import op

from runtime.migrations.row_security import secure_tables


revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "article_versions",
        sa.Column("merchant_id", sa.String(length=64), nullable=False),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("article", sa.String(length=200), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("topic", sa.String(length=100), nullable=False),
        sa.Column("asked_as", sa.JSON(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("updated", sa.Date(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint(
            "merchant_id", "language", "article", "version", name=op.f("pk_article_versions")
        ),
    )
    op.create_table(
        "rejected_rules",
        sa.Column("merchant_id", sa.String(length=64), nullable=False),
        sa.Column("key", sa.String(length=32), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("merchant_id", "key", name=op.f("pk_rejected_rules")),
    )
    op.add_column("articles", sa.Column("body", sa.Text(), nullable=True))
    op.add_column("articles", sa.Column("checked", sa.Date(), nullable=True))
    secure_tables()


def downgrade() -> None:
    with op.batch_alter_table("articles", schema=None) as batch_op:
        batch_op.drop_column("checked")
        batch_op.drop_column("body")
    op.drop_table("rejected_rules")
    op.drop_table("article_versions")
